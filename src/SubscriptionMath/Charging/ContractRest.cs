using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the charge for a contract that ends early.</summary>
internal static class ContractRest
{
    /// <summary>Charges the part of a contract's rest that is owed.</summary>
    internal static StepCharges Of(BillStep.ContractLeft step, Circumstances on)
    {
        var (plan, line) = (step.Plan, Owed(step, on.Before, on.Mode));
        if (line is null)
        {
            return StepCharges.None;
        }

        var taxed = line with { Tax = LineTax.On(line.Exact, on.Facts.Taxes?.For(plan.ProductId), on.Currency) };
        return new StepCharges(plan.ProductId, [], [new Charge(plan.ProductId, taxed, null)]) { ReadsTaxes = true };
    }

    /// <summary>
    /// The line of the charge; null if the billed time reaches the end of the contract. Terms that begin before the subscription ends are
    /// billed as ever.
    /// </summary>
    private static Line? Owed(BillStep.ContractLeft step, Subscription before, RoundingMode mode)
    {
        var (plan, owed, measure, ends) = (step.Plan, step.Owed, step.Measure, step.Ends);
        if (plan.Contract is not { End: var last })
        {
            return null;
        }

        // A cancellation that this one replaces has been charged for the time beyond its end.
        var until = before.Pending is { Cart: null } older ? Instant.Min(last, BilledBy(plan, older.EffectiveAt, before).From) : last;
        var (from, anchor) = BilledBy(plan, ends ?? plan.ChargedThrough, before);
        if (until <= from)
        {
            return null;
        }

        var rest = Fraction.Zero;
        for (var start = from; start < until;)
        {
            var next = PlanTerm.After(anchor, start, plan.SoldAt.Interval, before.Zone);
            var price = plan.SoldAt.InPhase(plan.PhasesFrom, start, before.Zone).For(plan.Quantity);
            var covers = ContractTerm.Cut(next, last).Term;
            rest += covers == next.Term
                ? price
                : measure.PartOf(
                    price,
                    new Counting(measure, next.Anchor, before.Zone)
                        .Left(Stretch.Of(covers, next.Term, plan.SoldAt.Interval, 1) with { IsFirst = true }, start, ends: false),
                    plan.SoldAt.Interval);
            (start, anchor) = (next.Term.End, next.Anchor);
        }

        var exact = rest * owed.Part;
        return new Line
        {
            Kind = LineKind.EarlyTermination,
            Product = step.Name,
            Quantity = plan.Quantity,
            Price = MinorUnits.Major(rest, before.Currency),
            Covers = new Term(from, until),
            Share = new Share((long)owed.Part.Numerator, (long)owed.Part.Denominator, ProrationUnit.Parts),
            Exact = -exact,
            Amount = -Money.Round(exact, before.Currency, mode),
            Basis = LineBasis.AllUnits,
            Forfeited = false,
        };
    }

    /// <summary>The end of the time billed by an instant, and the anchor of the terms that begin there.</summary>
    private static (Instant From, Anchor Anchor) BilledBy(Item plan, Instant ends, Subscription before)
    {
        var (from, anchor) = (plan.ChargedThrough, plan.Anchor ?? before.Anchor);
        while (from < ends && from < plan.Contract!.Value.End)
        {
            var next = PlanTerm.After(anchor, from, plan.SoldAt.Interval, before.Zone);
            (from, anchor) = (next.Term.End, next.Anchor);
        }

        return (from, anchor);
    }
}
