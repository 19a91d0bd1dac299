using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// Resolves cancellations, pauses and resumptions, which change the whole subscription. The rules decide on these as on other changes.
/// </summary>
internal static class StatusResolving
{
    /// <summary>Gives the refusal of a request that the status or a pending change does not allow, or null.</summary>
    internal static Refused? Refuse(in Request asked, Circumstances on)
    {
        var (before, pending) = (on.Before, on.Policy.Requests.Pending);
        var changes = asked.Pairing.Plan.Changes;
        var moves = (changes & ~asked.OfStatus) != ChangeKinds.None
            || Array.Exists(asked.Pairing.AddOns, addOn => addOn.Changes != ChangeKinds.None);
        if (moves && (before.Status == Status.Paused || (changes & ChangeKinds.Pause) != ChangeKinds.None))
        {
            return Refusals.ByRule(RefusalCode.ChangeWhilePaused);
        }

        return PendingChanges.Refuse(before.Pending, pending, moves || changes == ChangeKinds.Pause)
            ? Refusals.ByRule(RefusalCode.ChangePending)
            : Pauses.IsOver(asked.Cart, on.Moment) ? Refusals.PauseOver()
            : null;
    }

    internal static Refused? Resolve(in Request asked, Circumstances on, Catalog catalog, out Resolution resolution)
    {
        resolution = null!;
        var (changes, before, at) = (asked.OfStatus, on.Before, on.Moment);
        if (before.Plan is null)
        {
            return Withdraw(asked.Wish, on, out resolution);
        }

        if (RuleBook.Decide(asked.Pairing.Plan, changes, asked.Wish, on, out var decision) is { } refused)
        {
            return refused;
        }

        // A term does not end in a pause that keeps the time left. Nothing is left of a term that has ended.
        var standsStill = before.Pause is { KeepsTimeLeft: true };
        var over = at >= before.Plan.Term.End && !standsStill;
        var now = !decision.Waits || over || before.Status == Status.Paused;
        if (changes == ChangeKinds.End && before.Pending is { Cart: null } older
            && PendingChanges.RefusesEnd(
                on.Policy.Requests.SecondCancellation, now ? at : decision.Date ?? before.Plan.ChargedThrough, older.EffectiveAt))
        {
            return Refusals.ByRule(RefusalCode.CancellationPending);
        }

        if (changes == ChangeKinds.Pause && !asked.Wish.IsDue
            && Pauses.IsOver(asked.Cart, now ? at : decision.Date ?? before.Plan.ChargedThrough))
        {
            return Refusals.PauseOver();
        }

        var moment = changes == ChangeKinds.Resume ? at : standsStill ? before.Pause!.Since : over ? before.Plan.Term.End : at;
        var begun = new Resolution(on with { Moment = moment, AtBoundary = over }, BalanceUses.Changes)
        {
            Cancels = changes == ChangeKinds.End,
        };
        begun = before.Pause is { KeepsTimeLeft: false, IsCharged: false } hold
            ? ArrearsHold.LeaveOut(begun, new Term(hold.Since, Instant.Max(hold.Since, at)))
            : begun;
        resolution = changes switch
        {
            ChangeKinds.End when now =>
                Cancellations.AtOnce(begun, catalog, decision.Treatment!, before.Pause is null ? moment : at, asked.Wish.IsDue),
            ChangeKinds.End => Cancellations.Later(begun, catalog, decision, at),
            ChangeKinds.Pause => Pauses.Begin(begun, catalog, asked.Cart!, decision, now),
            _ => Resumptions.Resume(begun, catalog, decision),
        };
        return null;
    }

    /// <summary>Withdraws a first purchase that has not begun, if the policy allows that.</summary>
    private static Refused? Withdraw(in AskedTiming wish, Circumstances on, out Resolution resolution)
    {
        var (pending, at) = (on.Before.Pending!, on.Moment);
        resolution = new Resolution(on, BalanceUses.Changes) { Pending = null };
        if (on.Policy.Requests.KeepsPendingStart && (wish.Date ?? at) < pending.EffectiveAt)
        {
            return Refusals.StartKept();
        }

        return wish.Date is { } date && date != at && date != pending.EffectiveAt ? Refusals.NotBegun() : null;
    }
}
