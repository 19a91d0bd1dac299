namespace SubscriptionMath.Tests.Laws;

/// <summary>Usage credits over whole lives: grants tile the time that is paid for.</summary>
public sealed class GrantLaws
{
    [Law]
    public void Every_interval_of_a_term_has_its_grant_and_none_has_two(Life life)
    {
        GrantFate[] fates = [life.Policy.Allowances.OnUpgrade, life.Policy.Allowances.OnDowngrade];
        if (fates.Any(fate => fate is GrantFate.Kept or GrantFate.Clipped or GrantFate.Voided))
            return;

        foreach (var (before, step, _) in LifeLaws.Taken(life))
        {
            // What a pause moves is moved by as many days, its grants off their intervals.
            if (before.Subscription.Pause is not null || step.Subscription.Pause is not null)
                return;

            if (step.Subscription.Plan is { } plan && step.At < plan.Term.End)
            {
                foreach (var allowance in life.Story.Catalog.Plan(plan.ProductId).Allowances)
                    Tile(life, step, plan, allowance);
            }
        }
    }

    [Law]
    public void Units_that_are_bought_and_leave_at_one_instant_take_along_what_they_brought_for_time_to_come(Life life, bool addOn)
    {
        // A vendor that lets units run to their end leaves them their grants.
        if (life.Policy.Rules.Any(rule => rule is Rule.Treated { Then.Unused: UnusedValue.LotsKept }))
            return;

        foreach (var step in life.Play().Steps.Where(step => step is { Outcome: Outcome.Accepted, Subscription.Plan: not null }))
        {
            var (held, at, facts) = (step.Subscription, step.At, life.Facts);
            var cart = held.Cart();
            if (held.Pending is not null || held.Pause is not null || (addOn && cart.AddOns.IsEmpty))
                continue;

            var more = addOn
                ? cart with { AddOns = [cart.AddOns[0] with { Quantity = cart.AddOns[0].Quantity + 2 }, .. cart.AddOns.Skip(1)] }
                : cart with { Quantity = cart.Quantity + 2 };
            // Where what is held is bought anew, the fate of its grants is the policy's.
            if (Now(held, more) is { } bought && Lots(held).All(Lots(bought).Contains) && Now(bought, cart) is { } back)
                Assert.Equal(ToCome(held), ToCome(back));

            Subscription? Now(Subscription before, Cart wanted) =>
                Billing.Price(before, Change.To(wanted) with { Timing = RequestedTiming.Now }, facts, life.Story.Catalog, life.Policy, at) is Quote { SubscriptionAfter: { Pending: null } after }
                && (after.Term, after.Plan?.ChargedThrough) == (held.Term, held.Plan?.ChargedThrough) ? after : null;

            IEnumerable<Lot> Lots(Subscription one) => one.AddOns.Prepend(one.Plan!).SelectMany(item => item.Lots);

            IEnumerable<string> ToCome(Subscription one) => one.Grants.Where(grant => grant.Effective > at && grant.Granted > 0m)
                .Select(grant => $"{grant.Source} {grant.ProductId} {grant.Kind} {grant.Granted} of {grant.Quantity} {grant.Effective}/{grant.Expires}").Order(StringComparer.Ordinal);
        }
    }

    private static void Tile(Life life, TimelineStep step, Item plan, Allowance allowance)
    {
        var grants = step.Subscription.Grants
            .Where(grant => grant is { Source: GrantSource.Plan, Rests: false } && grant.Kind == allowance.Kind)
            .Where(grant => grant.Expires > step.At).ToList();
        var interval = allowance.Interval ?? plan.SoldAt.Interval;

        // One that is moved by a difference began in another interval, and ends with the one that it stands for now.
        var policy = life.Policy.Allowances;
        var moves = new[] { policy.OnUpgrade, policy.OnDowngrade }.Any(fate => fate is GrantFate.ToppedUp or GrantFate.Recounted);
        foreach (var grant in grants.Where(grant => grant.ProductId == plan.ProductId && !moves))
        {
            var days = Count.Days(grant.Effective, grant.Expires!.Value, life.Story.Zone);
            Assert.True(days <= Most(interval), $"{step.At}: {grant} for {days} days of {interval}");
        }

        foreach (var at in Probes(step.At, plan.ChargedThrough))
        {
            var covering = grants.Where(grant => grant.Effective <= at && at < grant.Expires).ToList();
            Assert.True(covering.Count > 0, $"{step.At}: nothing at {at} of {plan.Term} to {plan.ChargedThrough}");

            // A grant of nothing has nothing that units which leave could take along; units that are kept to their end keep their grants.
            var kept = plan.Lots.Where(lot => lot.Kept && lot.Covers.Contains(at)).Sum(lot => lot.Quantity);
            if (covering.All(grant => grant.Effective > step.At && grant.Granted > 0m))
                Assert.InRange(covering.Sum(grant => grant.Quantity), plan.Quantity, Math.Max(plan.Quantity, kept));
        }
    }

    /// <summary>The days of the longest interval of a length; a day more, where the day of the change belongs to the old plan.</summary>
    private static int Most(BillingInterval interval) => 1 + (interval.TotalMonths >= 12 ? 366 * interval.TotalMonths / 12
        : interval.TotalMonths > 0 ? 31 * interval.TotalMonths
        : interval.TotalDays);

    /// <summary>Every ninth day, and the last instant.</summary>
    private static IEnumerable<Instant> Probes(Instant from, Instant end)
    {
        for (var at = from; at < end; at += Duration.FromDays(9))
            yield return at;

        if (from < end)
            yield return end - Duration.Epsilon;
    }
}
