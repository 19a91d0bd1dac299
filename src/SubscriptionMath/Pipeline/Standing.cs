using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// Terminations, pauses and resumptions: changes of the whole subscription, which the rules are asked about as of any other.
/// </summary>
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

    internal static Refused? Make(
        Pairing pairing, Subscription before, Cart? cart, in AskedTiming wish, Facts facts, Catalog catalog, BillingPolicy policy, Instant at, out Draft draft)
    {
        draft = null!;
        var changes = pairing.Plan.Changes & Changes;
        if (before.Plan is null)
        {
            return Withdraw(before, wish, facts, policy, at, out draft);
        }

        if (RuleBook.Decide(pairing.Plan, changes, before, wish, policy.Rules, at, out var decision) is { } refused)
        {
            return refused;
        }

        // Nothing runs to an end while it is paused, and nothing is left of a term that is over.
        var standsStill = before.Pause is { KeepsTimeLeft: true };
        var over = at >= before.Plan.Term.End && !standsStill;
        var now = !decision.Waits || over || before.Status == Status.Paused;
        if (changes == What.End && before.Pending is { Cart: null } older
            && PendingChanges.RefusesEnd(policy.SecondTermination, now ? at : decision.Date ?? before.Plan.BilledUntil, older.EffectiveAt))
        {
            return Refusals.ByRule(RefusalCode.TerminationPending);
        }

        var moment = changes == What.Resume ? at : standsStill ? before.Pause!.Since : over ? before.Plan.Term.End : at;
        draft = new Draft(before, facts, policy, moment, boundary: over) { Uses = BalanceUses.Changes };
        if (changes == What.End)
        {
            draft.Terminate();
        }

        if (before.Pause is { KeepsTimeLeft: false, IsCharged: false } hold)
        {
            ArrearsHold.LeaveOut(draft, new Term(hold.Since, Instant.Max(hold.Since, at)));
        }

        switch (changes)
        {
            case What.End when now: End(draft, catalog, decision.Treatment!, before.Pause is null ? moment : at, wish.IsDue); break;
            case What.End: EndLater(draft, catalog, decision, at); break;
            case What.Pause: Rest(draft, cart!, decision, now); break;
            default: Resume(draft, catalog, decision); break;
        }

        return null;
    }

    /// <summary>A first purchase that has not taken effect is taken back: nothing was bought.</summary>
    private static Refused? Withdraw(Subscription before, in AskedTiming wish, Facts facts, BillingPolicy policy, Instant at, out Draft draft)
    {
        draft = new Draft(before, facts, policy, at, boundary: false) { Uses = BalanceUses.Changes, Pending = null };
        if (policy.KeepsPendingStart && (wish.Date ?? at) < before.Pending!.EffectiveAt)
        {
            return Refusals.StartKept();
        }

        return wish.Date is { } date && date != at && date != before.Pending!.EffectiveAt ? Refusals.NotBegun() : null;
    }

    /// <summary>What is owed of a contract that is left before its end.</summary>
    private static void Owe(Draft draft, Catalog catalog, Treatment treatment, Instant? ends)
    {
        var plan = draft.Before.Plan!;
        if (treatment.EarlyEnd is EarlyEnd.PartOwed owed && draft.Before.InContract(draft.Moment))
        {
            draft.Owe(plan, catalog.Plan(plan.ProductId).Name, owed, treatment.Measure ?? draft.Policy.Measure, ends, draft.BillFor(treatment));
        }
    }

    /// <summary>Everything ends at once. Nothing comes after it, so whatever is due is due now.</summary>
    /// <remarks>Of an end whose date has come, the rest of the contract was charged when it was asked for.</remarks>
    private static void End(Draft draft, Catalog catalog, Treatment treatment, Instant from, bool isDue)
    {
        var now = Endings.Settling(treatment);
        draft.BillUsed(catalog, now);
        Endings.Leave(draft, catalog, now, static item => item.AsHeld());
        if (!isDue)
        {
            Owe(draft, catalog, now, ends: null);
        }

        Endings.End(draft, catalog, now, from);
        if (draft.Before.InTrial(draft.Moment))
        {
            draft.Trial = draft.Before.Trial! with { Term = draft.Before.Trial.Term.Until(draft.Moment) };
        }
    }

    /// <summary>
    /// The service runs to the end of what is billed. What is unused of it by now is given back now where the policy says so for that end;
    /// where the customer chose it nothing is unused at it, and on a date it is what is unused then.
    /// </summary>
    private static void EndLater(Draft draft, Catalog catalog, Decision decision, Instant at)
    {
        draft.Pending = Pending(draft, null, decision, at);
        draft.Status = Status.Terminated;
        Owe(draft, catalog, decision.Treatment!, decision.Date);
        if (decision is { Treatment: { Unused: not UnusedValue.Nothing, Timing: Timing.PeriodEnd } treatment })
        {
            // What is charged in arrears goes on to be used.
            var ahead = draft.Plan!.BilledUntil;
            Endings.Leave(draft, catalog, treatment, static item => item.AsHeld() with { Lots = [.. item.Lots.Where(lot => !lot.InArrears)] });
            GiveUp(draft.Plan);
            draft.AddOns.ForEach(GiveUp);
            if (draft.Plan.BilledUntil < ahead)
            {
                // A term bought ahead that is given back brings no usage credits; where the termination is taken back, it is bought again.
                draft.Grant(new GrantStep.EndCut(ahead, draft.Plan.BilledUntil));
            }
        }

        static void GiveUp(ItemDraft item)
        {
            item.SetUp = null;
            item.Lots.RemoveAll(lot => !lot.InArrears);
        }
    }

    private static PendingChange Pending(Draft draft, Cart? asked, Decision decision, Instant at) => new()
    {
        RequestedAt = at,
        EffectiveAt = decision.Date ?? draft.Plan!.BilledUntil,
        OnDate = decision.Date is not null,
        Cart = asked,
    };

    private static void Rest(Draft draft, Cart asked, Decision decision, bool now)
    {
        if (now)
        {
            (draft.Status, draft.Pending) = (Status.Paused, null);
            var then = decision.Treatment!;
            draft.Pause = new Pause { Since = draft.Moment, KeepsTimeLeft = then.Term is TermRule.KeptTimeLeft, IsCharged = then.ChargesHold == true };
        }
        else
        {
            draft.Pending = Pending(draft, asked, decision, draft.Moment);
            draft.Status = Status.Active;
        }
    }

    /// <summary>
    /// A termination is taken back; a pause ends, with the time that is left, or with a new term where none is. Where a rule for
    /// resumptions begins a term anew, it says which, at which price, and what becomes of what was unused when it was paused. A trial goes
    /// on, unless such a rule ends it.
    /// </summary>
    private static void Resume(Draft draft, Catalog catalog, Decision decision)
    {
        if (draft.Before.Pause is not { } pause)
        {
            (draft.Status, draft.Pending) = (Status.Active, null);
            return;
        }

        (draft.Status, draft.Pause) = (Status.Active, null);
        var tries = draft.Before.InTrial(pause.KeepsTimeLeft ? pause.Since : draft.Moment);
        if (decision is { IsNamed: true, Treatment: { } anew } && anew.Term.BeginsAnew && !(draft.Plan!.EndsAt <= draft.Moment) && !(tries && anew.Trial == TrialFate.Kept))
        {
            if (draft.Before.InTrial(draft.Moment))
            {
                draft.Trial = draft.Before.Trial! with { Term = draft.Before.Trial.Term.Until(draft.Moment) };
            }

            Turn.Resume(draft, catalog, anew, pause);
            return;
        }

        if (pause.KeepsTimeLeft)
        {
            PauseShift.Apply(draft, pause.Since, draft.Moment);
        }

        if (draft.Plan!.Term.End > draft.Moment)
        {
            return;
        }

        if (draft.Plan.EndsAt <= draft.Moment)
        {
            draft.BillUsed(catalog, Treatment.Renewal);
            Endings.End(draft, catalog, Treatment.Renewal, draft.Moment);
        }
        else
        {
            Turn.Restart(draft, catalog, decision.IsNamed ? decision.Treatment!.Due : Due.Now);
        }
    }
}
