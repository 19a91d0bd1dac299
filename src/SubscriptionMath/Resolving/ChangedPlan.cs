using NodaTime;

namespace SubscriptionMath;

/// <summary>The plan after a change, kept or begun anew, with the trial and the anchors that belong to the plan.</summary>
/// <param name="Plan">The plan, without lots if begun anew; null if none is held and the wanted plan waits.</param>
/// <param name="Schedule">The anchors of the subscription's terms.</param>
/// <param name="Trial">The trial, or null for none.</param>
/// <param name="Status">The status of the subscription.</param>
internal readonly record struct ChangedPlan(Item? Plan, Schedule Schedule, TrialUse? Trial, Status Status)
{
    /// <summary>Resolves term, trial, price and contract of the plan; a plan that is kept stays as held.</summary>
    internal static ChangedPlan Of(in Request asked, in Decisions decisions, Circumstances on, Plan sold)
    {
        var before = on.Before;
        var held = new ChangedPlan(before.Plan, new Schedule(before.Anchor, before.NextAnchor), before.Trial, before.Status);
        if (decisions.NewPlan is not { } treatment)
        {
            return held;
        }

        var (thing, at) = (asked.Pairing.Plan, on.Moment);
        var next = PlanTerm.Find(on, sold, thing.After!.Price.Interval, treatment, asked.Wish.NextBilling);
        var trial = next.Trial
            ?? (before.InTrial(at)
                ? before.Trial! with { Term = TrialTermination.After(before.Trial!.Term, at, treatment.Trial) }
                : before.Trial);
        var (price, phasesFrom) = Phased(thing, treatment, trial, on);
        var anew = treatment.BeginsAnew && asked.Pairing.PlanChanges && (thing.Changes & ChangeKinds.NextBilling) == ChangeKinds.None;
        var from = trial is { Term: var tried } && tried.Contains(at) ? tried.End : at;
        var plan = new Item
        {
            ProductId = thing.After.ProductId,
            SoldAt = price,
            Quantity = decisions.PlanQuantity,
            Term = next.Term,
            PhasesFrom = phasesFrom,
            Contract = ContractTerm.Sold(thing.After, before.Plan, anew, from, before.Zone),
        };
        return new ChangedPlan(
            plan,
            new Schedule(next.Anchor, treatment.BeginsAnew || next.Trial is not null ? null : before.NextAnchor),
            trial,
            before.Plan is null ? Status.Active : before.Status);
    }

    /// <summary>
    /// Gives the price of a product's phase at the sale, and the instant from which its phases are counted. A product that is held at the
    /// same price continues in its own phases.
    /// </summary>
    internal static (Price Price, Instant? From) Phased(Thing thing, Treatment treatment, TrialUse? trial, Circumstances on)
    {
        var wanted = thing.After!;
        var from = thing.Before is { } held && held.ProductId == wanted.ProductId && ReferenceEquals(held.SoldAt, wanted.Price)
            ? held.PhasesFrom
            : PhaseStart.Find(wanted.Price, on.Before, trial, treatment.Trial, on.Moment);
        return (wanted.Price.InPhase(from, on.Moment, on.Zone), from);
    }
}
