using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>What was paid for what leaves in money, and what was not paid of it yet; with tax.</summary>
internal sealed class Paying
{
    internal BigInteger Paid { get; private set; }

    internal BigInteger Unpaid { get; private set; }

    /// <summary>What the rounding of the bills left.</summary>
    internal Rational Left { get; set; } = Rational.Zero;

    /// <summary>What was billed for what leaves and is not given back.</summary>
    internal BigInteger Room { get; set; }

    internal void Leave(Lot lot, Func<BigInteger, BigInteger> part)
    {
        var open = Gross(lot, lot.Paid.Minor) - lot.Promotion.Sum(drawn => drawn.Left.Minor) - Gross(lot, lot.Credited.Minor);
        Paid += open > 0 ? part(open) : 0;
        Unpaid += lot.Paid.Minor < lot.Billed.Minor ? part(Gross(lot, lot.Billed.Minor) - Gross(lot, lot.Paid.Minor)) : 0;
    }

    internal static BigInteger Gross(Lot lot, long net) => lot.Tax is not { Rate.Included: false } tax || lot.Billed.Minor == 0 ? net
        : net + new Rational(new BigInteger(tax.Billed.Minor) * net, lot.Billed.Minor).Rounded(RoundingMode.HalfAwayFromZero);
}
