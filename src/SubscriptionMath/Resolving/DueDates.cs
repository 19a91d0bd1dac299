using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the next event that happens by itself: the earliest end of an item, a grant or a credit.</summary>
internal static class DueDates
{
    /// <summary>
    /// Finds the next event, or null for none. Of events at one instant, money credit expires first, since expired credit pays nothing.
    /// Then terms end, the plan's first, since their usage credits may roll over. Then other usage credits lapse.
    /// </summary>
    internal static DueEvent? Next(
        Subscription subscription, MoneyCredit credit, RenewalPolicy renewal, GrantFate onIntervalEnd = GrantFate.Replaced)
    {
        var next = credit.NextExpiry is { } expiry ? new DueEvent { BillingReason = BillingReason.MoneyCreditExpiry, At = expiry } : null;
        if (subscription is { Plan: { } plan, Status: not Status.Paused })
        {
            next = Earlier(next, OfPlan(subscription, plan), plan.Term.End);
            next = subscription.Pending is { } pending ? Earlier(next, OfPlan(subscription, plan, pending), pending.EffectiveAt) : next;
            next = Ahead(subscription, plan, renewal) is { } ahead ? Earlier(next, BillingReason.Renewal, ahead) : next;
            foreach (var addOn in subscription.AddOns)
            {
                next = Earlier(next, BillingReason.AddOnTermEnd, addOn.Term.End);
            }
        }

        // A first purchase on a date, or the end of a pause.
        if (subscription is { Pending: { } dated } and ({ Plan: null } or { Status: Status.Paused }))
        {
            next = Earlier(next, BillingReason.PendingChange, dated.EffectiveAt);
        }

        if (subscription.Pause is not { KeepsTimeLeft: true })
        {
            foreach (var grant in subscription.Grants)
            {
                var fills = onIntervalEnd == GrantFate.Carried && grant.Fills;
                next = grant.Ends is { } ends && (fills || grant.UnusedBefore(ends) > 0m)
                    ? Earlier(next, BillingReason.UsageCreditExpiry, ends)
                    : next;
            }
        }

        return next;
    }

    private static BillingReason OfPlan(Subscription subscription, Item plan, PendingChange? pending = null)
    {
        if ((pending ?? subscription.Pending) is { } waits && waits.EffectiveAt <= plan.Term.End)
        {
            return waits.Cart is null ? BillingReason.Expiry : BillingReason.PendingChange;
        }

        return plan.EndsAt <= plan.Term.End ? BillingReason.Expiry
            : plan.BoughtAhead is not null ? BillingReason.TermStart
            : subscription.Trial is { } trial && trial.Term.End == plan.Term.End ? BillingReason.TrialEnd
            : BillingReason.Renewal;
    }

    /// <summary>The instant at which the plan renews ahead of its end; null in a trial, during a pending change, or once renewed.</summary>
    private static Instant? Ahead(Subscription subscription, Item plan, RenewalPolicy renewal)
    {
        if (renewal.DaysAhead == 0 || subscription.Pending is not null || plan.ChargedThrough > plan.Term.End || plan.EndsNext
            || subscription.InTrial(plan.Term.Start))
        {
            return null;
        }

        var ahead = plan.Term.End.LocalAt(subscription.Zone).PlusDays(-renewal.DaysAhead).AtStart(subscription.Zone);
        return Instant.Max(ahead, plan.Term.Start);
    }

    private static DueEvent Earlier(DueEvent? next, BillingReason occasion, Instant at) =>
        next is null || at < next.At ? new DueEvent { BillingReason = occasion, At = at } : next;
}
