using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>The promotional credit in the value of what leaves, cent by cent: each cent with the terms of the credit that it came from.</summary>
internal sealed class Gifts
{
    private readonly List<(Instant Since, List<CreditLot> Cents)> _leaving = [];

    /// <summary>Units of a lot leave, and some of what they were billed is given back.</summary>
    internal void Leave(Lot lot, int quantity, BigInteger given, bool ofMoney)
    {
        // The cents stand in a row as they were drawn. Those of the units that stay are the first ones, and so are those that were used.
        var row = lot.Promotion.SelectMany(drawn => Enumerable.Repeat(drawn with { Left = Money.OfMinor(1, drawn.Left.Currency) }, (int)drawn.Left.Minor)).ToList();
        var leaving = row.Skip(Staying(row.Count)).ToList();
        var whole = Gross(ofMoney ? lot.Paid.Minor - lot.Carried.Minor : lot.Billed.Minor);
        var divided = whole - Staying(whole);
        given = Gross((long)given);
        var part = divided > leaving.Count ? Half(given * leaving.Count, divided) : given;
        _leaving.Add((lot.Covers.Start, [.. leaving.TakeLast((int)BigInteger.Min(part, leaving.Count))]));

        long Gross(long net) => lot.Tax is not { Rate.Included: false } tax ? net
            : net == lot.Billed.Minor ? net + tax.Billed.Minor
            : net + (long)Half(new BigInteger(tax.Billed.Minor) * net, lot.Billed.Minor);

        int Staying(long amount)
        {
            // Each unit counts for what it was sold for, or all alike where that is nothing.
            var whole = Rational.Of(amount);
            return (int)whole.Minus(Reckoning.Part(whole, lot, quantity)).Rounded(RoundingMode.HalfAwayFromZero);
        }
    }

    /// <summary>The part of a gift that comes back with a surplus, after the gift has paid for the replacement.</summary>
    internal List<CreditLot> After(BigInteger bought, int surplus) => [.. _leaving.SelectMany(one => one.Cents).Skip((int)BigInteger.Min(bought, int.MaxValue)).Take(surplus)];

    private static BigInteger Half(BigInteger top, BigInteger bottom) => ((2 * top) + bottom) / (2 * bottom);
}
