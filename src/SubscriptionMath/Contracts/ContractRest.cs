using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the charge for a contract that ends early.</summary>
internal static class ContractRest
{
    /// <summary>The line of the charge; null if the contract ends with the billed time.</summary>
    /// <param name="plan">The plan, as held.</param>
    /// <param name="name">Its name that a customer reads.</param>
    /// <param name="owed">The part of the rest that is owed.</param>
    /// <param name="measure">The measure of a term that the contract cuts.</param>
    /// <param name="mode">The rounding of the amount.</param>
    /// <param name="before">The subscription.</param>
    /// <param name="ends">
    /// The end of the subscription; null for the end of the billed time. Terms that begin before are billed as ever.
    /// </param>
    internal static Line? Owed(Item plan, string name, EarlyEnd.PartOwed owed, Measure measure, RoundingMode mode, Subscription before,
        Instant? ends)
    {
        if (plan.Contract is not { End: var last })
        {
            return null;
        }

        // A cancellation that this one replaces has been charged for the time beyond its end.
        var until = before.Pending is { Cart: null } older ? Instant.Min(last, BilledBy(plan, older.EffectiveAt, before).From) : last;
        var (from, anchor) = BilledBy(plan, ends ?? plan.BilledUntil, before);
        if (until <= from)
        {
            return null;
        }

        var rest = Fraction.Zero;
        for (var start = from; start < until;)
        {
            var next = PlanTerm.After(anchor, start, plan.SoldAt.Every, before.Zone);
            var price = plan.SoldAt.InPhase(plan.PhasesFrom, start, before.Zone).For(plan.Quantity);
            var covers = ContractTerm.Cut(next, last).Term;
            rest += covers == next.Term
                ? price
                : measure.PartOf(price, Counting.Left(Stretch.Of(covers, next.Term, plan.SoldAt.Every, 1) with { IsFirst = true }, start,
                    measure, next.Anchor, before.Zone, ends: false), plan.SoldAt.Every);
            (start, anchor) = (next.Term.End, next.Anchor);
        }

        var exact = rest * owed.Part;
        return new Line
        {
            Kind = LineKind.EarlyEnd,
            Product = name,
            Quantity = plan.Quantity,
            Price = MinorUnits.Major(rest, before.Currency),
            Covers = new Term(from, until),
            Share = new Share((long)owed.Part.Numerator, (long)owed.Part.Denominator, Grain.Parts),
            Exact = -exact,
            Amount = -Money.Round(exact, before.Currency, mode),
            Basis = LineBasis.AllUnits,
            Forfeited = false,
        };
    }

    /// <summary>The end of the time billed by an instant, and the anchor of the terms that begin there.</summary>
    private static (Instant From, Anchor Anchor) BilledBy(Item plan, Instant ends, Subscription before)
    {
        var (from, anchor) = (plan.BilledUntil, plan.Anchor ?? before.Anchor);
        while (from < ends && from < plan.Contract!.Value.End)
        {
            var next = PlanTerm.After(anchor, from, plan.SoldAt.Every, before.Zone);
            (from, anchor) = (next.Term.End, next.Anchor);
        }

        return (from, anchor);
    }
}
