using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// Moves the next billing to another date and keeps the lots. Their value is conserved: added time is free, and removed time is credited.
/// </summary>
internal static class DateMove
{
    internal static Resolution Apply(Resolution resolution, Catalog catalog, Treatment treatment, Instant to)
    {
        var (before, plan) = (resolution.On.Before, resolution.Held.Plan!);
        var (end, next) = (before.Plan!.Term.End, AnchorFrom(before, to, plan.SoldAt.Interval, treatment.Term));
        resolution = resolution with { Schedule = resolution.Schedule with { Next = next } };
        if (treatment.Term is TermRule.StubToDate || to == end)
        {
            return resolution;
        }

        resolution = TrialMoved(resolution, treatment, end, to);

        // An add-on that ends at another date than the plan keeps its end.
        var held = Index<Item>.Of(before.AddOns, static item => item.ProductId);
        var pairs = new List<(Item Before, Item After)> { (before.Plan!, resolution.Held.Plan!) };
        foreach (var item in resolution.Held.AddOns)
        {
            if (held.Find(item.ProductId) is { } older && GoesOn(item, older, end))
            {
                pairs.Add((older, item));
            }
        }

        Item[] moving = [.. pairs.Select(static pair => pair.After)];
        var move = MovedEnd.Of(end, to, next ?? before.Anchor, before.Zone, moving);
        var (steps, grants) = (Steps(resolution, catalog, treatment, pairs, move), MovedGrants.Of(resolution, catalog, moving, move));
        var moves = new HashSet<Item>(moving, ReferenceEqualityComparer.Instance);
        return resolution with
        {
            Held = resolution.Held.Each(item => moves.Contains(item) ? move.Of(item) : item),
            Steps = [.. resolution.Steps, .. steps],
            Grants = grants,
        };
    }

    /// <summary>Whether an add-on ends with the plan and moves along. An add-on bought anew has the term of its own rule.</summary>
    private static bool GoesOn(Item addOn, Item held, Instant end) =>
        addOn.Term.End == end && addOn.Term == held.Term && (addOn.Lots.Count > 0 || held.Lots.IsEmpty);

    private static IEnumerable<BillStep> Steps(
        Resolution resolution, Catalog catalog, Treatment treatment, List<(Item Before, Item After)> moving, MovedEnd move)
    {
        var (measure, settles) = (treatment.Measure ?? resolution.On.Policy.Proration.Measure, Settles.By(treatment));
        var plan = moving[0];
        yield return new BillStep.EndMoves(settles, plan.Before, plan.After, catalog.HeldPlan(plan.Before.ProductId).Name, measure, move);
        foreach (var (before, after) in moving.Skip(1))
        {
            var sold = catalog.HeldAddOn(after.ProductId);
            yield return new BillStep.EndMoves(settles, before, after, sold.Name, sold.Measure ?? measure, move);
        }
    }

    /// <summary>Gives the move of the plan's end to a requested date, for units that are added to an add-on.</summary>
    internal static MovedEnd Beside(Subscription before, Item plan, Instant to)
    {
        var (end, next) = (before.Plan!.Term.End, AnchorFrom(before, to, plan.SoldAt.Interval, TermRule.MovedAsAsked) ?? before.Anchor);
        return MovedEnd.Of(end, to, next, before.Zone, [before.Plan, .. before.AddOns.Where(item => item.Term.End == end)]);
    }

    /// <summary>
    /// Gives the anchor of later terms, or null to keep the held anchor. A date that is a boundary of the held anchor keeps it, so that a
    /// short month does not change the day.
    /// </summary>
    private static Anchor? AnchorFrom(Subscription before, Instant to, BillingInterval interval, TermRule rule)
    {
        var same = rule is TermRule.StubToDate
            ? before.Anchor.TermAt(to, interval, before.Zone).Start == to
            : before.Anchor.Begins(to, interval, before.Zone);
        return same ? null : new Anchor(to.LocalAt(before.Zone));
    }

    /// <summary>Moves the end of a continuing trial to the date, with the contract and the phases that begin there.</summary>
    private static Resolution TrialMoved(Resolution resolution, Treatment treatment, Instant end, Instant to)
    {
        if (treatment.Trial != TrialFate.Kept || resolution.Trial is not { } trial || !trial.Contains(resolution.On.Moment)
            || trial.Term.End != end)
        {
            return resolution;
        }

        var held = resolution.Held.Each(item => item.PhasesFrom == end ? item with { PhasesFrom = to } : item);
        var contract = held.Plan!.SoldAt.Contract is { } sold ? ContractTerm.Begun(sold, to, resolution.On.Zone) : (Term?)null;
        var plan = held.Plan with { Contract = contract };
        return resolution with { Trial = trial with { Term = new Term(trial.Term.Start, to) }, Held = held with { Plan = plan } };
    }
}
