using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// Moves the next billing to another date while what was bought is kept. Its value is conserved: time that is added is free, and time that
/// is taken away is given back
/// by an entry.
/// </summary>
internal static class DateMove
{
    internal static Resolution Apply(Resolution resolution, Catalog catalog, Treatment treatment, Instant to)
    {
        var (before, plan) = (resolution.On.Before, resolution.Held.Plan!);
        var (end, next) = (before.Plan!.Term.End, AnchorFrom(before, to, plan.SoldAt.Every, treatment.Term));
        resolution = resolution with { Schedule = resolution.Schedule with { Next = next } };
        if (treatment.Term is TermRule.StubToDate || to == end)
        {
            return resolution;
        }

        resolution = TrialMoved(resolution, treatment, end, to);

        // What ends at another date than the plan keeps that.
        var held = Index<Item>.Of(before.AddOns, static item => item.ProductId);
        Item[] along = [.. resolution.Held.AddOns.Where(item => held.Find(item.ProductId) is { } older && GoesOn(item, older, end))];
        Item[] moving = [resolution.Held.Plan!, .. along];
        var move = MovedEnd.Of(end, to, next ?? before.Anchor, before.Zone, moving);
        var (steps, grants) = (Steps(resolution, catalog, treatment, moving, move), MovedGrants.Of(resolution, catalog, moving, move));
        var moves = new HashSet<Item>(moving, ReferenceEqualityComparer.Instance);
        return resolution with
        {
            Held = resolution.Held.Each(item => moves.Contains(item) ? move.Of(item) : item),
            Steps = [.. resolution.Steps, .. steps],
            Grants = grants,
        };
    }

    /// <summary>An add-on that ends with the plan moves along. One that is bought anew has the term that its own rule gives it.</summary>
    private static bool GoesOn(Item addOn, Item held, Instant end) =>
        addOn.Term.End == end && addOn.Term == held.Term && (addOn.Lots.Count > 0 || held.Lots.IsEmpty);

    private static IEnumerable<BillStep> Steps(Resolution resolution, Catalog catalog, Treatment treatment, Item[] moving, MovedEnd move)
    {
        var (before, measure, settles) = (resolution.On.Before, treatment.Measure ?? resolution.On.Policy.Measure, Settles.By(treatment));
        var held = Index<Item>.Of(before.AddOns, static item => item.ProductId);
        yield return new BillStep.EndMoves(settles, before.Plan!, moving[0], catalog.Plan(before.Plan!.ProductId).Name, measure, move);
        foreach (var addOn in moving[1..])
        {
            var sold = catalog.AddOn(addOn.ProductId);
            yield return new BillStep.EndMoves(
                settles, held.Find(addOn.ProductId)!, addOn, sold.Name, sold.Measure ?? measure, move);
        }
    }

    /// <summary>The end of the plan's term, moved to a date that was asked for, for an item that is held beside the plan.</summary>
    internal static MovedEnd Beside(Subscription before, Item plan, Instant to)
    {
        var (end, next) = (before.Plan!.Term.End, AnchorFrom(before, to, plan.SoldAt.Every, TermRule.MovedAsAsked) ?? before.Anchor);
        return MovedEnd.Of(end, to, next, before.Zone, [before.Plan, .. before.AddOns.Where(item => item.Term.End == end)]);
    }

    /// <summary>
    /// The anchor of the terms to come: the one held where the date is a boundary of it, so that no day of a month is lost to a shorter
    /// one.
    /// </summary>
    private static Anchor? AnchorFrom(Subscription before, Instant to, BillingInterval every, TermRule rule)
    {
        var same = rule is TermRule.StubToDate
            ? before.Anchor.TermAt(to, every, before.Zone).Start == to
            : before.Anchor.Begins(to, every, before.Zone);
        return same ? null : new Anchor(to.LocalAt(before.Zone));
    }

    /// <summary>A trial that goes on ends when it is asked for, and what was to begin at its end begins then.</summary>
    private static Resolution TrialMoved(Resolution resolution, Treatment treatment, Instant end, Instant to)
    {
        if (treatment.Trial != TrialFate.Kept || resolution.Trial is not { } trial || !trial.Contains(resolution.On.Moment)
            || trial.Term.End != end)
        {
            return resolution;
        }

        var held = resolution.Held.Each(item => item.PhasesFrom == end ? item with { PhasesFrom = to } : item);
        var plan = held.Plan! with { Contract = ContractTerm.Sold(held.Plan!.SoldAt, held: null, anew: true, to, resolution.On.Zone) };
        return resolution with { Trial = trial with { Term = new Term(trial.Term.Start, to) }, Held = held with { Plan = plan } };
    }
}
