using NodaTime;

namespace SubscriptionMath;

/// <summary>The plan on which a surplus buys time.</summary>
/// <param name="Plan">The plan, with its current lots.</param>
/// <param name="Sold">The name of the plan, and the source of the time.</param>
/// <param name="Tax">The tax rate of the plan, or null for none.</param>
/// <param name="On">The given values of the pricing, for the zone and the measure.</param>
internal readonly record struct Covered(Item Plan, TimeSold Sold, TaxRate? Tax, Circumstances On)
{
    internal DateTimeZone Zone => On.Zone;

    internal Measure Measure => On.Policy.Proration.Measure;

    /// <summary>Gets the price of a term, with tax.</summary>
    internal Fraction Price => Tax?.GrossOf(Plan.SoldAt.For(Plan.Quantity)) ?? Plan.SoldAt.For(Plan.Quantity);
}

/// <summary>Time that a surplus has bought, after all time that is billed already.</summary>
/// <param name="Charges">The charges for the time: whole units, then days.</param>
/// <param name="Until">The end of the time.</param>
/// <param name="Anchor">The anchor of later terms.</param>
/// <param name="Left">The exact rest of the surplus, in minor units; negative if the time is worth more.</param>
internal readonly record struct Coverage(Charge[] Charges, Instant Until, Anchor Anchor, Fraction Left)
{
    /// <summary>Buys time on a plan.</summary>
    /// <param name="surplus">The surplus, in minor units.</param>
    /// <param name="charges">The charges that left the surplus, with the policy's answer.</param>
    /// <param name="on">The plan.</param>
    /// <param name="anchor">The anchor of the plan's terms.</param>
    internal static Coverage Of(Fraction surplus, Charges charges, in Covered on, Anchor anchor)
    {
        var (plan, zone, answer, from) = (on.Plan, on.Zone, (Surplus.Time)charges.Surplus, on.Plan.ChargedThrough);
        var unit = TimePrice.Of(answer.Units, plan.SoldAt.Interval, charges.DaysLeft);
        var inDays = unit.Units == TimeUnits.Days;
        var counted = inDays ? new Anchor(from.LocalAt(zone)) : anchor;
        var time = TimeBought.Buy(surplus, unit.For(on.Price), unit.Interval, from, counted, zone, answer.Days);
        var bought = new List<Charge>(2);
        if (time.WholeTerms > 0 && !inDays)
        {
            bought.Add(Of(on, unit.Whole(time, on.Measure.CountsMonths, zone), terms: 1));
        }

        if (time.Days > 0 || (inDays && time.WholeTerms > 0))
        {
            bought.Add(Of(on, unit.Rest(time, on.Measure.CountsMonths, zone), unit.Terms));
        }

        // Bought days move the anchor to the new end. Whole terms keep the anchor if they begin at one of its boundaries.
        var next = time.Days > 0 || (inDays && time.WholeTerms > 0) ? new Anchor(time.End.LocalAt(zone))
            : time.WholeTerms > 0 ? anchor.OrFrom(from, unit.Interval, zone)
            : anchor;
        return new Coverage([.. bought], time.End, next, Less(surplus, time.Value, plan.SoldAt.Currency, on.Measure.Unit));
    }

    /// <summary>Gives the exact rest of a surplus.</summary>
    private static Fraction Less(Fraction surplus, Fraction value, Currency currency, ProrationUnit unit)
    {
        try
        {
            return surplus - value;
        }
        catch (OverflowException)
        {
            throw new OverflowException(
                $"A surplus of {Money.Round(surplus, currency, RoundingMode.HalfEven)} that buys time is counted in too fine a unit, "
                + $"{unit}: its exact rest, {surplus} less {value} minor units, does not fit in 128 bits.");
        }
    }

    private static Charge Of(in Covered on, (Segment Segment, Share Share) bought, int terms)
    {
        var (plan, currency, price) = (on.Plan, on.Plan.SoldAt.Currency, on.Plan.SoldAt.For(on.Plan.Quantity) * Fraction.Of(terms));
        var exact = price * bought.Share.Fraction;
        var amount = Money.Round(exact, currency, on.On.Mode);
        var (shown, basis) = LineFigure.Of(plan.SoldAt, price, terms);
        var line = new Line
        {
            Kind = LineKind.TimeBought,
            Product = on.Sold.Plan.Name,
            Quantity = plan.Quantity,
            Price = shown,
            Covers = bought.Segment.Covers,
            Share = bought.Share,
            Exact = -exact,
            Amount = -amount,
            Basis = basis,
            Forfeited = false,
            Tax = LineTax.On(-exact, on.Tax, currency),
        };

        // Bought time is paid for, even on a plan that is charged in arrears.
        var sold = plan.SoldAt.BillingTiming == BillingTiming.InAdvance
            ? plan.SoldAt
            : plan.SoldAt with { BillingTiming = BillingTiming.InAdvance };
        var lot = EnteringCharges.Bought(
            new SoldUnits(0, plan.Quantity, on.Sold.Source), bought.Segment, bought.Segment.Period, sold, amount);
        return new Charge(plan.ProductId, line, lot);
    }
}
