using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Pools of usage credits by example, with the instants at which two things meet.</summary>
public sealed class PoolExamples
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly Instant Reset = Day(10);

    [Fact]
    public void A_grant_that_expires_exactly_at_a_reset_is_gone_and_one_that_is_effective_exactly_then_stays_whole()
    {
        var history = Pool(
            Of(100m, Start, Reset) with { Rollover = Rollover.Full },
            Of(40m, Reset, null)).Play([], Policy(), Reset, [Reset]);

        Assert.Equal((40m, 100m, 0m), (history.After.Balance, history.Grants[0].Expired, history.Grants[0].RolledOut));
    }

    [Fact]
    public void What_rolls_over_is_the_cap_or_what_is_left_and_the_least_at_least()
    {
        Assert.Equal([100m, 50m, 200m, 1800m, 100m, 75m, 0m], new[]
        {
            Rollover.UpTo(100m).Of(400m, 1000m),
            (Rollover.UpTo(50m) with { Least = 50m }).Of(0m, 100m),
            Rollover.UpToTimes(2m).Of(3000m, 100m),
            Rollover.UpToTimes(6m).Of(3000m, 300m),
            Rollover.UpToPercent(50m).Of(150m, 200m),
            Rollover.PartOfRest(50m).Of(150m, 200m),
            Rollover.None.Of(150m, 200m),
        });
    }

    [Fact]
    public void A_refill_resets_and_repays_what_is_owed()
    {
        var daily = Of(100m, Start, null) with
        {
            Refill = new GrantRefill { Interval = BillingInterval.Day, From = new Anchor(Start.InUtc().LocalDateTime), Zone = DateTimeZone.Utc, Since = Start },
        };
        Assert.Equal(80m, Pool(daily).Play([new UsageEvent(Start + Duration.FromHours(1), 120m)], Policy(), Day(1)).After.Balance);
        Assert.Equal(100m, daily.LeftAt(Day(5)));
        Assert.Equal(100m, (daily with { Used = 80m }).LeftAt(Day(1)));
        Assert.Equal(20m, (daily with { Used = 80m }).LeftAt(Day(1) - Duration.Epsilon));
    }

    [Fact]
    public void Seven_decimals_are_kept_and_nothing_used_changes_nothing()
    {
        var pool = Pool(Of(1m, Start, null));
        Assert.Equal(0.9999999m, pool.Play([new UsageEvent(Start, 0.0000001m), new UsageEvent(Start, 0m)], Policy(), Day(1)).After.Balance);
        Assert.Equal(pool with { At = Day(1) }, pool.Play([new UsageEvent(Start, 0m)], Policy(), Day(1)).After);
    }

    [Fact]
    public void Usage_before_the_snapshot_is_settled_and_usage_at_the_end_is_not_counted_yet() => Assert.Equal(
        90m,
        Pool(Of(100m, Start, null)).Play([new UsageEvent(Start - Duration.Epsilon, 50m), new UsageEvent(Start, 10m), new UsageEvent(Day(1), 30m)], Policy(), Day(1)).After.Balance);

    /// <summary>2-A: the plan's 100 go first, then 20 of the add-on's 50; a use of more than is left is refused as a whole.</summary>
    [Fact]
    public void Spending_follows_the_order_and_is_refused_as_a_whole()
    {
        var shop = Shops.Kaspr;
        var held = shop.Buy("2026-04-01", Cart.Of("licence", BillingInterval.Month).With("phone50"));
        var spent = Billing.Spend(held, "phone", 120m, shop.Policy, shop.At("2026-04-25")).OrThrow();

        Assert.Equal([("licence", 100m), ("phone50", 20m)], spent.Uses.Select(use => (use.ProductId, use.Units)));
        Assert.Equal(held.Version + 1, spent.Subscription.Version);
        var refused = Assert.IsType<NotSpent>(Billing.Spend(held, "phone", 151m, shop.Policy, shop.At("2026-04-25"))).Refusal;
        Assert.Equal((RefusalCode.NotEnoughCredits, "Requested 151 phone credits; 150 are available."), (refused.Code, refused.Message));
        Assert.Same(held, Billing.Spend(held, "phone", 0m, shop.Policy, shop.At("2026-04-25")).OrThrow().Subscription);
    }

    [Fact]
    public void A_debt_up_to_a_limit_is_taken_from_the_next_term()
    {
        var use = new UsagePolicy(GrantOrders.OpenMeter, Overage.AsDebtUpTo(10m), DebtAtReset.Kept);
        var shop = Shops.Kaspr with { Policy = Shops.Kaspr.Policy with { Allowances = AllowancePolicy.EachTermAnew with { Use = use } } };
        var held = shop.Buy("2026-04-01", Cart.Of("licence", BillingInterval.Month));

        Assert.IsType<NotSpent>(Billing.Spend(held, "phone", 111m, shop.Policy, shop.At("2026-04-02")));
        var spent = Billing.Spend(held, "phone", 110m, shop.Policy, shop.At("2026-04-02")).OrThrow();
        Assert.Equal((10m, 10m), (spent.Owed, spent.Subscription.OwedOf("phone")));
        var next = shop.Advance(spent.Subscription, "2026-05-01").Subscription;
        Assert.Equal((90m, 0m), (CreditExpiry.LeftAt(next.Grants, "phone", shop.At("2026-05-01")), next.OwedOf("phone")));
    }

    [Theory]
    [InlineData(GrantFate.Kept, "Kept 70 va of agency")]
    [InlineData(GrantFate.ToppedUp, "Clipped 20 va of business")] // 15 of 30 days of 100 and of 60: 50 less 30
    [InlineData(GrantFate.Clipped, "Clipped 10 va of agency")]
    [InlineData(GrantFate.Recounted, "Clipped 40 va of business")]
    [InlineData(GrantFate.Voided, "Lapsed 70 va of agency")]
    [InlineData(GrantFate.Replaced, "Lapsed 70 va of agency; Granted 60 va of business")]
    [InlineData(GrantFate.Carried, "Carried 70 va of agency; Granted 60 va of business")]
    public void A_downgrade_with_30_of_100_used_says_what_becomes_of_the_rest(GrantFate fate, string effects)
    {
        var shop = Shops.Obi with { Policy = Shops.Obi.Policy with { Allowances = Shops.Obi.Policy.Allowances with { OnDowngrade = fate } } };
        var held = Billing.Spend(shop.Buy("2026-04-01", Cart.Of("agency", BillingInterval.Month)), "va", 30m, shop.Policy, shop.At("2026-04-02")).OrThrow().Subscription;

        Assert.Equal(effects, Written.Grants(shop.Quote(held, Cart.Of("business", BillingInterval.Month), "2026-04-16", timing: RequestedTiming.Now)));
    }

    [Fact]
    public void A_pool_holds_one_kind_and_is_not_played_backwards()
    {
        Assert.Throws<InvalidOperationException>(() => Pool(Of(1m, Start, null) with { Kind = "mails" }).Play([], Policy(), Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pool().Play([], Policy(), Start - Duration.Epsilon));
    }

    private static Instant Day(int days) => Start + Duration.FromDays(days);

    private static UsagePolicy Policy() => new(GrantOrders.OpenMeter, Overage.AsDebt, DebtAtReset.Forgiven);

    private static CreditPool Pool(params Grant[] grants) => new() { Kind = "calls", At = Start, Zone = DateTimeZone.Utc, Grants = [.. grants] };

    private static Grant Of(decimal units, Instant effective, Instant? expires) => new()
    {
        Kind = "calls",
        ProductId = "pack",
        Source = GrantSource.Purchase,
        Granted = units,
        Used = 0m,
        Effective = effective,
        Expires = expires,
        Rollover = Rollover.None,
    };
}
