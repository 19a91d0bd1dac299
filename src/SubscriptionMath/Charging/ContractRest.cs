using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the charge for a contract that ends early.</summary>
internal static class ContractRest
{
    /// <summary>Charges the part of a contract's rest that is owed.</summary>
    internal static StepCharges Of(BillStep.ContractLeft step, Circumstances on)
    {
        var (plan, line) = (step.Plan, Owed(step, on));
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
    private static Line? Owed(BillStep.ContractLeft step, Circumstances on)
    {
        var (plan, owed, ends, before) = (step.Plan, step.Owed, step.Ends, on.Before);
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

        var charge = new Line
        {
            Kind = LineKind.EarlyTermination,
            Product = step.Name,
            Quantity = plan.Quantity,
            Price = 0m,
            Covers = new Term(from, until),
            Share = new Share(1, 1, ProrationUnit.Parts),
            Exact = Fraction.Zero,
            Amount = Money.Zero(before.Currency),
            Basis = LineBasis.AllUnits,
            Forfeited = false,
        };
        return owed is EarlyTerminationCharge.PartOwed part
            ? Part(charge, part, Bills(step, on, charge.Covers, anchor), on.Mode)
            : Fee(charge, (EarlyTerminationCharge.FeeOwed)owed, step, before);
    }

    private static Line Part(Line charge, EarlyTerminationCharge.PartOwed owed, Fraction rest, RoundingMode mode)
    {
        var (exact, currency) = (rest * owed.Part, charge.Amount.Currency);
        return charge with
        {
            Price = MinorUnits.Major(rest, currency),
            Share = new Share((long)owed.Part.Numerator, (long)owed.Part.Denominator, ProrationUnit.Parts),
            Exact = -exact,
            Amount = -Money.Round(exact, currency, mode),
        };
    }

    /// <summary>The line of a fee; null for none. A cancellation that this one replaces has been charged for it.</summary>
    private static Line? Fee(Line charge, EarlyTerminationCharge.FeeOwed owed, BillStep.ContractLeft step, Subscription before)
    {
        var (plan, currency, zone) = (step.Plan, before.Currency, before.Zone);
        var months = new Anchor(plan.Contract!.Value.Start.LocalAt(zone)).IndexAt(charge.Covers.Start.LocalAt(zone), BillingInterval.Month);
        var fee = owed.After(months, plan.Quantity, currency);
        return fee.IsZero || before.Pending is { Cart: null } ? null : charge with
        {
            Quantity = owed.PerUnit == true ? plan.Quantity : 1,
            Price = MinorUnits.Major(fee, currency),
            Exact = -fee,
            Amount = -Money.Round(fee, currency, RoundingMode.HalfEven),
        };
    }

    /// <summary>The bills from the end of the billed time to the end of the contract, in minor units.</summary>
    private static Fraction Bills(BillStep.ContractLeft step, Circumstances on, Term left, Anchor? anchor)
    {
        var (plan, measure, rest, before) = (step.Plan, step.Measure, Fraction.Zero, on.Before);
        for (var start = left.Start; start < left.End;)
        {
            var next = PlanTerm.Ahead(plan, start, anchor, before);
            var price = plan.SoldAt.InPhase(plan.PhasesFrom, start, before.Zone).For(plan.Quantity);
            var cut = ContractTerm.Cut(next, plan.Contract!.Value.End);
            rest += cut.Term == next.Period || cut.IsChargedInFull(plan.SoldAt, on.Policy.Renewal)
                ? price
                : measure.PartOf(
                    price,
                    new Counting(measure, next.Anchor, before.Zone)
                        .Left(Stretch.Of(cut.Term, next.Period, plan.SoldAt.Interval, 1) with { IsFirst = true }, start, ends: false),
                    plan.SoldAt.Interval);
            (start, anchor) = (next.Term.End, next.Anchor);
        }

        return rest;
    }

    /// <summary>The end of the time billed by an instant, and the anchor of the term before, or null if no term was added.</summary>
    private static (Instant From, Anchor? Anchor) BilledBy(Item plan, Instant ends, Subscription before)
    {
        var (from, anchor) = (plan.ChargedThrough, (Anchor?)null);
        while (from < ends && from < plan.Contract!.Value.End)
        {
            var next = PlanTerm.Ahead(plan, from, anchor, before);
            (from, anchor) = (next.Term.End, next.Anchor);
        }

        return (from, anchor);
    }
}
