using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Use before, at and after an expiry; caps beside ages; debts beside several grants of a kind.</summary>
public sealed class BoundaryUseExamples
{
    /// <summary>100 a month: a nanosecond before 1 May they can be used, at it they have lapsed until the renewal is booked, and then there are new ones.</summary>
    [Fact]
    public void Credits_can_be_used_up_to_their_end_and_not_at_it()
    {
        var shop = Of(Rollover.None, AllowancePolicy.EachTermAnew);
        var (held, end) = (shop.Buy("2026-04-01", Monthly("p1")), shop.At("2026-05-01"));
        Assert.Equal(100m, Billing.Spend(held, "call", 100m, shop.Policy, end - Duration.FromNanoseconds(1)).OrThrow().Subscription.Grants[0].Used);
        Assert.IsType<NotSpent>(Billing.Spend(held, "call", 1m, shop.Policy, end));
        Assert.Equal(100m, Billing.Spend(shop.Advance(held, "2026-05-01").Subscription, "call", 100m, shop.Policy, end).OrThrow().Subscription.Grants[^1].Used);
    }

    /// <summary>
    /// 100 a month unused, at most 150 rolled over, for three months: on 1 February 100 (to May); on 1 March these and 50 (to June); on 1 April the same, April's lapse with March's;
    /// on 1 May the first 100 are over, so that 50 and 100 are. With its own 100 each month has 200, and then 250.
    /// </summary>
    [Fact]
    public void A_cap_in_units_counts_all_ages_together_and_those_that_are_over_not_at_all() =>
        Assert.Equal([200m, 250m, 250m, 250m, 250m], Months(Rollover.UpTo(150m) with { Lasts = BillingInterval.Months(3) }));

    /// <summary>The same by a multiple of 100: at most 150.</summary>
    [Fact]
    public void A_cap_by_a_multiple_counts_them_alike() =>
        Assert.Equal([200m, 250m, 250m, 250m, 250m], Months(Rollover.UpToTimes(1.5m) with { Lasts = BillingInterval.Months(3) }));

    /// <summary>Half of what is left: 50 of 100, 75 of 150, 87.5 of 175; on 1 May the first 50 are over, and of 37.5 and the 100 of April half is 68.75.</summary>
    [Fact]
    public void Half_of_what_is_left_is_half_of_all_ages_together() =>
        Assert.Equal([150m, 175m, 187.5m, 168.75m], Months(Rollover.PartOfRest(50m) with { Lasts = BillingInterval.Months(3) }).Take(4));

    /// <summary>100 and a pack of 50 are used up, and 30 more: on 1 May both come again, and 30 of the 150 are owed.</summary>
    [Fact]
    public void A_debt_is_taken_once_out_of_all_grants_that_come()
    {
        var shop = Of(Rollover.None, AllowancePolicy.EachTermAnew with { Use = new UsagePolicy(GrantOrder.By(GrantKey.Expiry), Overage.AsDebt, DebtAtReset.Kept) });
        var held = shop.Buy("2026-04-01", Monthly("p1").With("pack"));
        held = Billing.Spend(held, "call", 180m, shop.Policy, shop.At("2026-04-20")).OrThrow().Subscription;
        Assert.Equal(30m, held.UsageDebts.Single().Units);

        var may = shop.Advance(held, "2026-05-01").Subscription;
        Assert.Equal((120m, 0), (Balance(may, shop.At("2026-05-01")), may.UsageDebts.Count));
        var plus = shop.Change(held, Monthly("p1", 2).With("pack"), "2026-04-20");
        Assert.Equal((70m, 0), (Balance(plus, shop.At("2026-04-20")), plus.UsageDebts.Count));
    }

    private static List<decimal> Months(Rollover rollover)
    {
        var shop = Of(rollover, AllowancePolicy.EachTermAnew with { OnRenewal = GrantFate.Carried });
        var held = shop.Buy("2026-01-01", Monthly("p1"));
        return [.. Enumerable.Range(2, 5).Select(month => Balance(shop.Advance(held, $"2026-0{month}-01").Subscription, shop.At($"2026-0{month}-01")))];
    }

    private static decimal Balance(Subscription held, Instant at) => CreditPool.Of(held, "call", at).Balance;

    private static Shop Of(Rollover rollover, AllowancePolicy allowances)
    {
        var shop = Counter.Of(Counter.Monthly(1m));
        return shop with
        {
            Catalog = new Catalog
            {
                Plans = [Plan("p1", 0, Counter.Monthly(10m)) with { Allowances = [Credits("call", 100m) with { Rollover = rollover }], AddOns = ["pack"] }],
                AddOns = [AddOn("pack", Counter.Monthly(5m)) with { Allowances = [Credits("call", 50m)] }],
            },
            Policy = shop.Policy with { Allowances = allowances },
        };
    }
}
