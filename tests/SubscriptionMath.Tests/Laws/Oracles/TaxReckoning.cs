using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>The tax of a line as the oracle reckons it: what is exact, and what the line is told in the end.</summary>
internal sealed record OracleTax(TaxRate Rate, Rational Exact, BigInteger Amount)
{
    /// <summary>The rate as a ratio: so much for each hundred.</summary>
    internal static (BigInteger Top, BigInteger Bottom) Ratio(TaxRate rate)
    {
        var percent = Rational.OfPrice(rate.Percent, 0);
        return (percent.Top, percent.Bottom * 100);
    }

    internal static Rational On(TaxRate rate, Rational amount)
    {
        var (top, bottom) = Ratio(rate);
        return rate.Included ? In(rate, amount) : amount.Times(top, bottom);
    }

    internal static Rational In(TaxRate rate, Rational gross)
    {
        var (top, bottom) = Ratio(rate);
        return gross.Times(top, bottom + top);
    }

    internal static Rational Gross(TaxRate? rate, Rational amount) => rate is null or { Included: true } ? amount : amount.Plus(On(rate, amount));
}

/// <summary>
/// The dumb second computation of tax: lines are told their tax one by one, and where it is rounded once, the units are dealt one at a time to
/// the line that is furthest from its share.
/// </summary>
internal static class TaxReckoning
{
    /// <summary>The tax that some units of a lot take with them, exactly, where their unused part is worth so much.</summary>
    internal static OracleTax? Sold(Lot lot, Func<Rational, Rational> leaves, Rational value, BigInteger amount, bool forfeited)
    {
        if (lot.Tax is not { } tax || (forfeited && !tax.Rate.Included))
            return null;

        var part = tax.Billed.Minor - Staying(tax.Billed.Minor, leaves);
        var open = lot.Billed.Minor - lot.Credited.Minor;
        var whole = open - Staying(open, leaves);
        var share = value.Times(tax.Billed.Minor, lot.Billed.Minor);
        return new OracleTax(tax.Rate, amount >= whole || share.IsAtLeast(Rational.Of(part)) ? Rational.Of(part) : share, 0);
    }

    /// <summary>The part of an amount that leaving units take along.</summary>
    internal static BigInteger Leaving(long amount, Func<Rational, Rational> leaves) => amount - Staying(amount, leaves);

    // The units that stay keep their share; a half is theirs.
    private static BigInteger Staying(long amount, Func<Rational, Rational> leaves) =>
        Rational.Of(amount).Minus(leaves(Rational.Of(amount))).Rounded(RoundingMode.HalfAwayFromZero);

    internal static List<OracleLine> Told(List<OracleLine> lines, TaxPolicy policy, Rounding rounding, bool apart)
    {
        var told = lines.ToList();
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is { Tax: not null } line && (policy.Stage == TaxStage.Lines || line.Forfeited))
                told[i] = Alone(line, policy, rounding);
        }

        if (policy.Stage == TaxStage.Lines)
            return told;

        foreach (var group in lines.Select((line, place) => (line, place)).Where(one => one.line is { Tax: not null, Forfeited: false }).GroupBy(one => (one.line.Tax!.Rate, apart && one.line.OfTheSold)))
        {
            var exact = group.ToDictionary(one => one.place, one => OutOfGross(one.line, policy, rounding) ? InGross(one.line, rounding) : Exact(one.line, rounding));
            var sum = exact.Values.Aggregate(Rational.Zero, (all, one) => all.Plus(one));
            var target = Apart(sum, sum.Top > 0 ? policy.Credited.Mode : policy.Charged.Mode);
            var dealt = exact.ToDictionary(one => one.Key, one => one.Value.Rounded(RoundingMode.TowardZero));
            while (dealt.Values.Aggregate(BigInteger.Zero, (all, one) => all + one) is var now && now != target)
            {
                var step = now < target ? 1 : -1;
                var furthest = dealt.Keys.Order().Aggregate((best, next) => Missing(next).Minus(Missing(best)).Top > 0 ? next : best);
                dealt[furthest] += step;
                Rational Missing(int place) => exact[place].Minus(Rational.Of(dealt[place])).Times(step);
            }

            foreach (var (place, amount) in dealt)
            {
                var line = told[place] with { Tax = told[place].Tax! with { Amount = amount } };
                told[place] = OutOfGross(line, policy, rounding) ? line with { Amount = Apart(line.Exact.Plus(line.Tax.Exact), rounding.Mode) - amount } : line;
            }
        }

        return told;
    }

    private static bool OutOfGross(OracleLine line, TaxPolicy policy, Rounding rounding) =>
        rounding.Stage == RoundingStage.Lines && (line.OfTheSold ? policy.Credited : policy.Charged).Base == TaxBase.Gross && !line.Tax!.Rate.Included;

    // The tax in the gross of one line, of what goes back no more than it was sold with.
    private static Rational InGross(OracleLine line, Rounding rounding)
    {
        var within = OracleTax.In(line.Tax!.Rate, Rational.Of(Apart(line.Exact.Plus(line.Tax.Exact), rounding.Mode)));
        return line.OfTheSold && Size(within).IsAtLeast(Size(line.Tax.Exact)) ? line.Tax.Exact : within;
    }

    private static Rational Size(Rational value) => value.Top < 0 ? value.Negated() : value;

    private static OracleLine Alone(OracleLine line, TaxPolicy policy, Rounding rounding)
    {
        var (tax, gives) = (line.Tax!, line.OfTheSold);
        var rule = gives ? policy.Credited : policy.Charged;
        if (rule.Base == TaxBase.Net && gives)
            return line with { Tax = tax with { Amount = Apart(tax.Exact, rule.Mode) } };

        if (rule.Base == TaxBase.Net && !tax.Rate.Included)
            return line with { Tax = tax with { Amount = Apart(Exact(line, rounding), rule.Mode) } };

        var gross = tax.Rate.Included ? line.Amount : Apart(line.Exact.Plus(tax.Exact), rounding.Mode);
        var within = Apart(OracleTax.In(tax.Rate, Rational.Of(gross)), rule.Mode);
        var most = tax.Exact.Rounded(RoundingMode.AwayFromZero);
        within = gives && BigInteger.Abs(within) > BigInteger.Abs(most) ? most : within;
        return line with { Amount = tax.Rate.Included ? gross : gross - within, Tax = tax with { Amount = within } };
    }

    private static Rational Exact(OracleLine line, Rounding rounding) => rounding.Stage == RoundingStage.Lines && !line.OfTheSold
        ? OracleTax.On(line.Tax!.Rate, Rational.Of(line.Amount))
        : line.Tax!.Exact;

    /// <summary>Rounded as if it were positive.</summary>
    private static BigInteger Apart(Rational exact, RoundingMode mode) => exact.Top < 0 ? -exact.Negated().Rounded(mode) : exact.Rounded(mode);
}
