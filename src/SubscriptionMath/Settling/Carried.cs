namespace SubscriptionMath;

/// <summary>The remainder that rounding left before, counted with one net: once it comes to a minor unit, it is taken back.</summary>
/// <param name="Taken">The minor units by which less is given back; negative where more is.</param>
/// <param name="After">The remainder that the subscription keeps, in minor units.</param>
/// <param name="OfSold">The remainder that goes with the lots sold, in minor units.</param>
internal readonly record struct Carried(long Taken, Fraction After, Fraction OfSold)
{
    /// <summary>Counts the remainder with a net that is rounded once.</summary>
    /// <param name="charges">The charges.</param>
    /// <param name="net">Their exact net, in minor units; negative for a surplus.</param>
    /// <param name="whole">The same, rounded by itself.</param>
    /// <param name="most">The most that may be taken: what is sold costs no more than it would alone.</param>
    /// <param name="before">The remainder that the subscription holds.</param>
    internal static Carried OfNet(Charges charges, Fraction net, Money whole, Money most, Fraction before)
    {
        var rounding = RoundingRemainder.Kept(net - whole.Exact);
        if (!charges.GiveBack)
        {
            return new Carried(0, before, rounding);
        }

        var all = before + charges.Returned.Remainder + rounding;
        var units = RoundingRemainder.Whole(all);
        return new Carried(Math.Min(units, Math.Max(0, most.Minor)), RoundingRemainder.Kept(all - Fraction.Of(units)), Fraction.Zero);
    }

    /// <summary>
    /// Counts the remainder with lines that are rounded one by one. The lines of this bill stand as they are rounded: only what was left
    /// before is taken back, out of what is given back, and no more is added to it than was billed for what leaves.
    /// </summary>
    /// <param name="charges">The charges.</param>
    /// <param name="before">The remainder that the subscription holds.</param>
    internal static Carried ByLine(Charges charges, Fraction before)
    {
        if (!charges.GiveBack)
        {
            return new Carried(0, before, Fraction.Zero);
        }

        var (all, given) = (before + charges.Returned.Remainder, 0L);
        foreach (var charge in charges.All)
        {
            if (charge.Line is { OfTheSold: true, Forfeited: false } line)
            {
                all = RoundingRemainder.Kept(all + RoundingRemainder.Kept(line.Gross.Exact - line.ExactGross));
                given += line.Gross.Minor;
            }
        }

        var (held, left) = (RoundingRemainder.Whole(before), RoundingRemainder.Whole(all));
        var units = held > 0 ? Math.Clamp(left, 0, held) : Math.Clamp(left, held, 0);
        var taken = Math.Clamp(units, -charges.Returned.NotGiven, Math.Max(0, given));
        return new Carried(taken, all - Fraction.Of(Math.Max(units, taken)), Fraction.Zero);
    }

    /// <summary>Counts the remainder with a surplus that buys time and is rounded nowhere: what no bill has asked for buys none.</summary>
    /// <param name="charges">The charges.</param>
    /// <param name="surplus">The surplus, in minor units.</param>
    /// <param name="before">The remainder that the subscription holds.</param>
    internal static Carried OfTime(Charges charges, Fraction surplus, Fraction before)
    {
        var all = before + charges.Returned.Remainder;
        var units = RoundingRemainder.Whole(all);
        return new Carried(Math.Min(units, (long)surplus.Floor()), RoundingRemainder.Kept(all - Fraction.Of(units)), Fraction.Zero);
    }
}
