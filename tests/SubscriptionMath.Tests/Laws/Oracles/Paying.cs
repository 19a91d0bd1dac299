using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>The payment in money for the leaving units, and their unpaid part; with tax.</summary>
internal sealed class Paying
{
    internal BigInteger Paid { get; private set; }

    internal BigInteger Unpaid { get; private set; }

    /// <summary>The rounding remainder of the bills.</summary>
    internal Rational Left { get; set; } = Rational.Zero;

    /// <summary>The amount billed for the leaving units that is not given back.</summary>
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
