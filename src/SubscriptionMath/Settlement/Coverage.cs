using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what time a surplus buys on the plan, and closes the plan's term with it.</summary>
internal static class Coverage
{
    /// <summary>Adds the lines of the time bought to the bill and the time to the plan; gives what is left of the surplus.</summary>
    internal static Fraction Extend(
        Bill bill, ItemDraft plan, string planName, RoundingMode days, RoundingMode mode, Origin origin, TaxRate? tax, DateTimeZone zone, ref Anchor anchor)
    {
        var surplus = bill.ExactSurplus;
        var price = plan.SoldAt.Exact * Fraction.Of(plan.Quantity);
        var from = plan.BilledUntil;
        var time = TimeBought.Buy(surplus, tax?.GrossOf(price) ?? price, plan.SoldAt.Every, from, anchor, zone, days);
        if (time.WholeTerms > 0)
        {
            var share = new Share(time.WholeTerms, 1, Grain.Terms);
            Add(bill, plan, planName, time.Terms, time.Terms, plan.SoldAt.Amount * time.WholeTerms, share, mode, origin, tax);
        }

        // Days bought move the anchor to the new end; whole terms keep it, where they begin at a boundary of it.
        anchor = time.Days > 0 ? new Anchor(time.End.LocalAt(zone))
            : time.WholeTerms > 0 ? anchor.OrFrom(from, plan.SoldAt.Every, zone)
            : anchor;
        if (time.Days > 0)
        {
            var share = new Share(time.Days, time.DaysOfNextTerm, Grain.CalendarDays);
            Add(bill, plan, planName, time.Rest, time.NextTerm, plan.SoldAt.Amount, share, mode, origin, tax);
        }

        // Time bought beyond a term that was renewed ahead lies ahead as well.
        plan.Term = from == plan.Term.End ? new Term(plan.Term.Start, time.End) : plan.Term;
        return surplus - time.Value;
    }

    private static void Add(
        Bill bill, ItemDraft plan, string name, Term covers, Term period, decimal periodPrice, Share share, RoundingMode mode, Origin origin, TaxRate? tax)
    {
        var currency = plan.SoldAt.Currency;
        var exact = plan.SoldAt.Exact * Fraction.Of(plan.Quantity) * share.Fraction;
        var amount = Money.Round(exact, currency, mode);
        var line = new Line
        {
            Kind = LineKind.TimeBought,
            Product = name,
            Quantity = plan.Quantity,
            Price = plan.SoldAt.Amount,
            Covers = covers,
            Share = share,
            Exact = -exact,
            Amount = -amount,
            Basis = LineBasis.Price,
            Forfeited = false,
            Tax = LineTax.On(-exact, tax, currency),
        };
        bill.Lines.Add(line);
        bill.Bought.Add((plan, Pricer.Bought(covers, period, plan.Quantity, periodPrice, amount, origin), line));
    }
}
