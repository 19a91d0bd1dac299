using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what is owed of a contract that is left before its end.</summary>
internal static class ContractRest
{
    /// <summary>The line of what is owed; null where nothing of the contract is left beyond what is billed by the end.</summary>
    /// <param name="plan">The plan, as held.</param>
    /// <param name="name">Its name, as a customer reads it.</param>
    /// <param name="owed">What is owed of the rest.</param>
    /// <param name="measure">How a term that the contract cuts is counted.</param>
    /// <param name="mode">How the amount is rounded.</param>
    /// <param name="before">The subscription.</param>
    /// <param name="ends">When the subscription ends; null where it ends with what is billed. Terms that begin before are billed as ever.</param>
    internal static Line? Owed(Item plan, string name, EarlyEnd.PartOwed owed, Measure measure, RoundingMode mode, Subscription before, Instant? ends)
    {
        if (plan.Contract is not { End: var last })
        {
            return null;
        }

        // A termination that is replaced has been charged for what lies beyond it.
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
                : measure.PartOf(price, Counting.Left(Stretch.Of(covers, next.Term, plan.SoldAt.Every, 1) with { IsFirst = true }, start, measure, next.Anchor, before.Zone, ends: false), plan.SoldAt.Every);
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

    /// <summary>The end of what is billed by an instant, and the anchor of the terms that begin there.</summary>
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
