namespace SubscriptionMath;

/// <summary>The remainder of earlier rounding, counted with one net. Whole minor units, or steps, of remainder are taken back.</summary>
/// <param name="Taken">The minor units by which less is given back; negative if more is given back.</param>
/// <param name="After">The remainder that the subscription keeps, in minor units.</param>
/// <param name="OfSold">The remainder that goes with the lots sold, in minor units.</param>
internal readonly record struct Carried(long Taken, Fraction After, Fraction OfSold)
{
    /// <summary>Counts the remainder with a net that is rounded once.</summary>
    /// <param name="charges">The charges.</param>
    /// <param name="rounded">Their exact net, negative for a surplus, and the step to which it was rounded, in minor units.</param>
    /// <param name="whole">The net, rounded by itself.</param>
    /// <param name="most">The most that may be taken, so that the new price costs no more than alone.</param>
    /// <param name="before">The earlier remainder.</param>
    internal static Carried OfNet(Charges charges, (Fraction Net, long Step) rounded, Money whole, Money most, in EarlierRemainder before)
    {
        var rounding = RoundingRemainder.Kept(rounded.Net - whole.Exact);
        if (!charges.GiveBack)
        {
            return new Carried(0, before.Held, rounding);
        }

        var all = before.Held + charges.Returned.Remainder + rounding;
        var units = before.WholeWith(all, rounded.Step);
        return new Carried(Math.Min(units, Math.Max(0, most.Minor)), RoundingRemainder.Kept(all - Fraction.Of(units)), Fraction.Zero);
    }

    /// <summary>
    /// Counts the remainder with lines that are rounded one by one. The lines of this bill stay as rounded; only the earlier remainder is
    /// taken back, out of the value given back. No more is given in addition than was billed for the leaving units.
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

    /// <summary>Counts the remainder with a surplus that buys time unrounded. An amount that no bill has charged buys no time.</summary>
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
