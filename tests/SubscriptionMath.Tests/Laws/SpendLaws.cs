namespace SubscriptionMath.Tests.Laws;

/// <summary>Spending looks at the grants in a short way: a play of their pool gives the same.</summary>
public sealed class SpendLaws
{
    [Law]
    public void Spending_is_a_use_in_a_play_of_the_pool(PoolCase one, NonNegativeInt used, NonNegativeInt limit)
    {
        var (pool, units) = (one.Pool, used.Get / 2m);
        var policy = one.Policy with { Overage = limit.Get % 3 == 0 ? Overage.Refused : Overage.AsDebtUpTo(limit.Get) };
        var other = pool.Grants.IsEmpty ? default : Sequence.Of([pool.Grants[0] with { Kind = "others" }]);
        var held = Subscription.NotStarted("s", "EUR", pool.Zone) with
        {
            Grants = [.. other, .. pool.Grants],
            UsageDebts = pool.Debt is { } owed ? [new UsageDebt { Kind = pool.Kind, Units = owed }] : default,
        };
        var history = pool.Play([new UsageEvent(pool.At, units)], policy, pool.At + Duration.FromNanoseconds(1));
        if (PoolSpend.Spend(held, pool.Kind, units, policy, pool.At) is not Spent spent)
        {
            Assert.True(history.Overused > 0m && !policy.Overage.Allows(history.After.Debt ?? 0m));
            return;
        }

        var now = spent.Subscription;
        Assert.True(history.Overused == 0m || policy.Overage.Allows(history.After.Debt ?? 0m));
        Assert.Equal(
            history.Grants.Where(account => account.Used > 0m).Select(account => (account.Grant.Id, account.Grant.Source, account.Used)),
            spent.Uses.Select(use => (use.GrantId, use.Source, use.Units)));
        Assert.Equal(
            history.Grants.Select(account => account.Closing),
            now.Grants.Where(grant => grant.Kind == pool.Kind && grant.IsActiveAt(pool.At)).Select(grant => grant.LeftAt(pool.At)));
        Assert.All(history.After.Grants, grant => Assert.Contains(grant, now.Grants));
        Assert.Equal(history.After.Debt ?? 0m, now.OwedOf(pool.Kind));
        Assert.Equal(now with { Version = held.Version } == held, now.Version == held.Version);
        Assert.Equal(other, [.. now.Grants.Where(grant => grant.Kind != pool.Kind)]);
    }
}
