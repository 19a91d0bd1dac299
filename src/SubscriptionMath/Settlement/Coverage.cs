using NodaTime;

namespace SubscriptionMath;

/// <summary>The plan that a surplus buys time on.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Name">Its name, as a customer reads it.</param>
/// <param name="Origin">The origin of the time.</param>
/// <param name="Tax">The tax that it is sold with.</param>
/// <param name="Zone">The billing zone.</param>
internal readonly record struct Covered(ItemDraft Plan, string Name, Origin Origin, TaxRate? Tax, DateTimeZone Zone)
{
    /// <summary>Gets how the plan's time is counted.</summary>
    internal required Measure Measure { get; init; }

    /// <summary>Gets whether it is counted in months.</summary>
    internal bool ByMonths => Measure.CountsMonths;

    /// <summary>Gets the price of a term, with tax.</summary>
    internal Fraction Price => Tax?.GrossOf(Plan.SoldAt.For(Plan.Quantity)) ?? Plan.SoldAt.For(Plan.Quantity);
}

/// <summary>Answers what time a surplus buys on the plan, and closes the plan's term with it.</summary>
internal static class Coverage
{
    /// <summary>Adds the lines of the time bought to the bill and the time to the plan; gives what is left of the surplus.</summary>
    internal static Fraction Extend(Bill bill, Fraction surplus, in Covered on, RoundingMode mode, ref Anchor anchor)
    {
        var (plan, zone, answer, from) = (on.Plan, on.Zone, (Surplus.Time)bill.Surplus, on.Plan.BilledUntil);
        var unit = TimePrice.Of(answer.Units, plan.SoldAt.Every, bill.DaysLeft);
        var counted = unit.Units == TimeUnits.Days ? new Anchor(from.LocalAt(zone)) : anchor;
        var time = TimeBought.Buy(surplus, unit.For(on.Price), unit.Every, from, counted, zone, answer.Days);
        var inDays = unit.Units == TimeUnits.Days;
        if (time.WholeTerms > 0 && !inDays)
        {
            Add(bill, on, unit.Whole(time, on.ByMonths, zone), terms: 1, mode);
        }

        if (time.Days > 0 || (inDays && time.WholeTerms > 0))
        {
            Add(bill, on, unit.Rest(time, on.ByMonths, zone), unit.Terms, mode);
        }

        // Days bought move the anchor to the new end; whole terms keep it, where they begin at a boundary of it.
        anchor = time.Days > 0 || (inDays && time.WholeTerms > 0) ? new Anchor(time.End.LocalAt(zone))
            : time.WholeTerms > 0 ? anchor.OrFrom(from, unit.Every, zone)
            : anchor;

        // Time bought beyond a term that was renewed ahead lies ahead as well.
        plan.Term = from == plan.Term.End ? new Term(plan.Term.Start, time.End) : plan.Term;
        return Less(surplus, time.Value, plan.SoldAt.Currency, on.Measure.Grain);
    }

    /// <summary>What is left of a surplus, exactly.</summary>
    private static Fraction Less(Fraction surplus, Fraction value, Currency currency, Grain grain)
    {
        try
        {
            return surplus - value;
        }
        catch (OverflowException)
        {
            throw new OverflowException(
                $"A surplus of {Money.Round(surplus, currency, RoundingMode.HalfEven)} that buys time is counted in too fine a grain, {grain}: "
                + $"its exact rest, {surplus} less {value} minor units, does not fit in 128 bits.");
        }
    }

    private static void Add(Bill bill, in Covered on, (Segment Segment, Share Share) bought, int terms, RoundingMode mode)
    {
        var (plan, currency, price) = (on.Plan, on.Plan.SoldAt.Currency, on.Plan.SoldAt.For(on.Plan.Quantity) * Fraction.Of(terms));
        var exact = price * bought.Share.Fraction;
        var amount = Money.Round(exact, currency, mode);
        var (shown, basis) = LineFigure.Of(plan.SoldAt, price, terms);
        var line = new Line
        {
            Kind = LineKind.TimeBought,
            Product = on.Name,
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
        bill.Lines.Add(line);

        // Time that is bought is paid for, also where the plan is charged in arrears.
        var sold = plan.SoldAt.Charged == Charged.InAdvance ? plan.SoldAt : plan.SoldAt with { Charged = Charged.InAdvance };
        bill.Bought.Add((plan, Pricer.Bought(bought.Segment, bought.Segment.Period, above: 0, plan.Quantity, sold, amount, on.Origin), line));
    }
}
