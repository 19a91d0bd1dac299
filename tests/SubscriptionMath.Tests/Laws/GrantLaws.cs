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

    private static void Tile(Life life, TimelineStep step, Item plan, Allowance allowance)
    {
        var grants = step.Subscription.Grants
            .Where(grant => grant is { Source: GrantSource.Plan, Rests: false } && grant.Kind == allowance.Kind)
            .Where(grant => grant.Expires > step.At).ToList();
        var every = allowance.Every ?? plan.SoldAt.Every;

        // One that is moved by a difference began in another interval, and ends with the one that it stands for now.
        var policy = life.Policy.Allowances;
        var moves = new[] { policy.OnUpgrade, policy.OnDowngrade }.Any(fate => fate is GrantFate.ToppedUp or GrantFate.Recounted);
        foreach (var grant in grants.Where(grant => grant.ProductId == plan.ProductId && !moves))
        {
            var days = Count.Days(grant.Effective, grant.Expires!.Value, life.Story.Zone);
            Assert.True(days <= Most(every), $"{step.At}: {grant} for {days} days of {every}");
        }

        foreach (var at in Probes(step.At, plan.BilledUntil))
        {
            var covering = grants.Where(grant => grant.Effective <= at && at < grant.Expires).ToList();
            Assert.True(covering.Count > 0, $"{step.At}: nothing at {at} of {plan.Term} to {plan.BilledUntil}");

            // A grant of nothing has nothing that units which leave could take along.
            if (covering.All(grant => grant.Effective > step.At && grant.Granted > 0m))
                Assert.Equal(plan.Quantity, covering.Sum(grant => grant.Quantity));
        }
    }

    /// <summary>The days of the longest interval of a length; a day more, where the day of the change belongs to the old plan.</summary>
    private static int Most(BillingInterval every) => 1 + (every.TotalMonths >= 12 ? 366 * every.TotalMonths / 12
        : every.TotalMonths > 0 ? 31 * every.TotalMonths
        : every.TotalDays);

    /// <summary>Every ninth day, and the last instant.</summary>
    private static IEnumerable<Instant> Probes(Instant from, Instant end)
    {
        for (var at = from; at < end; at += Duration.FromDays(9))
            yield return at;

        if (from < end)
            yield return end - Duration.Epsilon;
    }
}
