using NodaTime;

namespace SubscriptionMath;

/// <summary>Terminations, pauses and resumptions: changes of the whole subscription, which the rules are asked about as of any other.</summary>
internal static class Standing
{
    internal const What Changes = What.End | What.Pause | What.Resume;

    /// <summary>What the state of the subscription, or what is pending, does not allow.</summary>
    internal static Refused? Refuse(Pairing pairing, Subscription before, PendingPolicy pending)
    {
        var changes = pairing.Plan.Changes;
        var moves = (changes & ~Changes) != What.None || Array.Exists(pairing.AddOns, addOn => addOn.Changes != What.None);
        if (moves && (before.Status == Status.Paused || (changes & What.Pause) != What.None))
        {
            return Refusals.ByRule(RefusalCode.ChangeWhilePaused);
        }

        return PendingChanges.Refuse(before.Pending, pending, moves || changes == What.Pause)
            ? Refusals.ByRule(RefusalCode.ChangePending)
            : null;
    }

    internal static Answer Price(
        Pairing pairing, Subscription before, Change change, Facts facts, Catalog catalog, BillingPolicy policy, Instant at, int? members, Roles? role)
    {
        var changes = pairing.Plan.Changes & Changes;
        if (RuleBook.Decide(pairing.Plan, changes, before, change.Timing, policy.Rules, at, out var decision) is { } refused)
        {
            return refused;
        }

        // Nothing runs to an end while it is paused, and nothing is left of a term that is over.
        var over = at >= before.Plan!.Term.End;
        var now = !decision.AtPeriodEnd || over || before.Status == Status.Paused;
        var moment = before.Pause is { KeepsTimeLeft: true } pause ? pause.Since : over ? before.Plan.Term.End : at;
        var draft = new Draft(before, facts, policy, changes == What.Resume ? at : moment, boundary: over) { Uses = BalanceUses.Changes };
        switch (changes)
        {
            case What.End when now: End(draft, catalog, decision.Treatment!, before.Pause is null ? moment : at); break;
            case What.End: EndLater(draft, catalog, decision.Treatment!, at); break;
            case What.Pause: Rest(draft, change.Cart!, decision.Treatment!, now); break;
            default: Resume(draft, catalog); break;
        }

        return draft.ToQuote(Occasion.Change, change, pairing.Direction, at, members, role);
    }

    /// <summary>Everything held leaves, and is worth what the treatment says.</summary>
    private static void Leave(Draft draft, Catalog catalog, Treatment treatment)
    {
        var (before, bill) = (draft.Before, draft.BillFor(treatment));
        draft.Leave(before.Plan!, catalog.Plan(before.Plan!.ProductId).Name, before.Plan.Quantity, null, treatment.Unused, draft.Policy.Measure, bill);
        foreach (var item in before.AddOns)
        {
            var addOn = catalog.AddOn(item.ProductId);
            draft.Leave(item, addOn.Name, item.Quantity, null, treatment.Unused, addOn.Measure ?? draft.Policy.Measure, bill);
        }
    }

    private static void End(Draft draft, Catalog catalog, Treatment treatment, Instant from)
    {
        Leave(draft, catalog, treatment);
        Endings.End(draft, catalog, treatment, from);
        if (draft.Before.InTrial(draft.Moment))
        {
            draft.Trial = draft.Before.Trial! with { Term = draft.Before.Trial.Term.Until(draft.Moment) };
        }
    }

    /// <summary>The service runs to the end of what is billed. What is unused of it by now is given back now where the treatment says so.</summary>
    private static void EndLater(Draft draft, Catalog catalog, Treatment treatment, Instant at)
    {
        draft.Pending = new PendingChange { RequestedAt = at, EffectiveAt = draft.Plan!.BilledUntil, Cart = null };
        draft.Status = Status.Terminated;
        if (treatment.Unused is not UnusedValue.Nothing)
        {
            Leave(draft, catalog, treatment);
            draft.Plan.Lots.Clear();
            draft.AddOns.ForEach(addOn => addOn.Lots.Clear());
        }
    }

    private static void Rest(Draft draft, Cart asked, Treatment treatment, bool now)
    {
        if (now)
        {
            (draft.Status, draft.Pending) = (Status.Paused, null);
            draft.Pause = new Pause { Since = draft.Moment, KeepsTimeLeft = treatment.Term is TermRule.KeptTimeLeft };
        }
        else
        {
            draft.Pending = new PendingChange { RequestedAt = draft.Moment, EffectiveAt = draft.Plan!.BilledUntil, Cart = asked };
            draft.Status = Status.Active;
        }
    }

    /// <summary>A termination is taken back; a pause ends, with the time that is left, or with a new term where none is.</summary>
    private static void Resume(Draft draft, Catalog catalog)
    {
        if (draft.Before.Pause is not { } pause)
        {
            (draft.Status, draft.Pending) = (Status.Active, null);
            return;
        }

        (draft.Status, draft.Pause) = (Status.Active, null);
        if (pause.KeepsTimeLeft)
        {
            PauseShift.Apply(draft, pause.Since, draft.Moment);
        }

        if (draft.Plan!.Term.End <= draft.Moment)
        {
            Turn.Restart(draft, catalog);
        }
    }
}
