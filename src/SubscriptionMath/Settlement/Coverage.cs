using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what time a surplus buys on the plan, and closes the plan's term with it.</summary>
internal static class Coverage
{
    /// <summary>Adds the lines of the time bought to the bill and the time to the plan; gives what is left of the surplus.</summary>
    internal static Fraction Extend(
        Bill bill, Fraction surplus, ItemDraft plan, string planName, RoundingMode days, RoundingMode mode, Origin origin, TaxRate? tax, DateTimeZone zone, ref Anchor anchor)
    {
        var price = plan.SoldAt.For(plan.Quantity);
        var from = plan.BilledUntil;
        var time = TimeBought.Buy(surplus, tax?.GrossOf(price) ?? price, plan.SoldAt.Every, from, anchor, zone, days);
        if (time.WholeTerms > 0)
        {
            var share = new Share(time.WholeTerms, 1, Grain.Terms);
            Add(bill, plan, planName, new Segment(time.Terms, time.Terms, time.WholeTerms), share, mode, origin, tax);
        }

        // Days bought move the anchor to the new end; whole terms keep it, where they begin at a boundary of it.
        anchor = time.Days > 0 ? new Anchor(time.End.LocalAt(zone))
            : time.WholeTerms > 0 ? anchor.OrFrom(from, plan.SoldAt.Every, zone)
            : anchor;
        if (time.Days > 0)
        {
            var share = new Share(time.Days, time.DaysOfNextTerm, Grain.CalendarDays);
            Add(bill, plan, planName, new Segment(time.Rest, time.NextTerm), share, mode, origin, tax);
        }

        // Time bought beyond a term that was renewed ahead lies ahead as well.
        plan.Term = from == plan.Term.End ? new Term(plan.Term.Start, time.End) : plan.Term;
        return Less(surplus, time.Value, plan.SoldAt.Currency);
    }

    /// <summary>What is left of a surplus, exactly.</summary>
    private static Fraction Less(Fraction surplus, Fraction value, Currency currency)
    {
        try
        {
            return surplus - value;
        }
        catch (OverflowException)
        {
            throw new OverflowException(
                $"A surplus of {Money.Round(surplus, currency, RoundingMode.HalfEven)} that buys time is counted in too fine a grain: "
                + $"its exact rest, {surplus} less {value} minor units, does not fit in 128 bits.");
        }
    }

    private static void Add(Bill bill, ItemDraft plan, string name, Segment segment, Share share, RoundingMode mode, Origin origin, TaxRate? tax)
    {
        var (currency, price) = (plan.SoldAt.Currency, plan.SoldAt.For(plan.Quantity));
        var exact = price * share.Fraction;
        var amount = Money.Round(exact, currency, mode);
        var (shown, basis) = LineFigure.Of(plan.SoldAt, price, terms: 1);
        var line = new Line
        {
            Kind = LineKind.TimeBought,
            Product = name,
            Quantity = plan.Quantity,
            Price = shown,
            Covers = segment.Covers,
            Share = share,
            Exact = -exact,
            Amount = -amount,
            Basis = basis,
            Forfeited = false,
            Tax = LineTax.On(-exact, tax, currency),
        };
        bill.Lines.Add(line);

        // Time that is bought is paid for, also where the plan is charged in arrears.
        var sold = plan.SoldAt.Charged == Charged.InAdvance ? plan.SoldAt : plan.SoldAt with { Charged = Charged.InAdvance };
        bill.Bought.Add((plan, Pricer.Bought(segment, segment.Period, above: 0, plan.Quantity, sold, amount, origin), line));
    }
}
