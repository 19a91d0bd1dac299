using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>A unit that was rolled over keeps the age that it has.</summary>
public class RolloverAgeExamples
{
    [Theory]
    [InlineData(1, "200 200 200 200 200 200")]
    [InlineData(3, "200 300 400 400 400 400")]
    public void What_is_rolled_over_lasts_once_as_long_as_the_rule_says(int months, string balances)
    {
        // 100 a month and nothing used. What is left on 1 February may be used to 1 March, or to 1 May; that it is rolled over again does
        // not make it younger.
        var (shop, held) = Held(100m, months);
        Assert.Equal(balances.Split(' ').Select(decimal.Parse), Enumerable.Range(2, 6).Select(month =>
        {
            var at = $"2026-0{month}-01";
            held = shop.Advance(held, at).Subscription;
            return CreditPool.Of(held, "call", shop.At(at)).Balance;
        }));
    }

    [Fact]
    public void Units_of_another_age_stand_apart_each_with_its_own_end()
    {
        var (shop, held) = Held(200m, months: 3);
        Assert.Equal("200 to 2026-05-01", Rolled("2026-02-01"));
        Assert.Equal("200 to 2026-05-01, 200 to 2026-06-01", Rolled("2026-03-01"));
        Assert.Equal("200 to 2026-05-01, 200 to 2026-06-01, 200 to 2026-07-01", Rolled("2026-04-01"));
        Assert.Equal("200 to 2026-06-01, 200 to 2026-07-01, 200 to 2026-08-01", Rolled("2026-05-01"));

        string Rolled(string at)
        {
            held = shop.Advance(held, at).Subscription;
            return string.Join(", ", held.Grants.Where(grant => grant.Source == GrantSource.Rollover).OrderBy(grant => grant.Expires)
                .Select(grant => $"{grant.Granted:0} to {grant.Expires!.Value.InUtc().Date:uuuu-MM-dd}"));
        }
    }

    [Fact]
    public void A_change_of_plan_does_not_make_them_younger_and_the_rule_that_is_asked_says_how_long_they_last()
    {
        // On 1 February 100 are rolled over to 1 April, by the rule of the plan held then; on 10 February the fresh 100 are, for two
        // months more, and the others keep their end.
        var (shop, held) = Held(100m, months: 2);
        held = shop.Change(shop.Advance(held, "2026-02-10").Subscription, Monthly("p2"), "2026-02-10");
        var rolled = held.Grants.Where(grant => grant.Source == GrantSource.Rollover).OrderBy(grant => grant.Expires).ToList();

        Assert.Equal(
            [(100m, shop.At("2026-04-01")), (100m, shop.At("2026-04-10"))],
            rolled.Select(grant => (grant.Granted, grant.Expires!.Value)));
    }

    [Fact]
    public void A_pool_that_is_reset_keeps_their_age_as_well()
    {
        // Reset on 1 February, 100 last to 1 March; another reset on 15 February does not make that 15 March.
        Instant At(int month, int day) => Instant.FromUtc(2026, month, day, 0, 0);
        var grant = new Grant
        {
            Kind = "call",
            ProductId = "p1",
            Source = GrantSource.Plan,
            Granted = 100m,
            Used = 0m,
            Effective = At(1, 1),
            Expires = null,
            Rollover = Rollover.Full with { Lasts = BillingInterval.Month },
        };
        var pool = new CreditPool { Kind = "call", At = At(1, 1), Zone = DateTimeZone.Utc, Grants = [grant] };
        Sequence<Instant> resets = [At(2, 1), At(2, 15)];

        Assert.Equal(100m, pool.Play([], AllowancePolicy.EachTermAnew.Use, At(2, 28), resets).After.Balance);
        Assert.Equal(0m, pool.Play([], AllowancePolicy.EachTermAnew.Use, At(3, 1), resets).After.Balance);
    }

    private static (Shop Shop, Subscription Held) Held(decimal units, int months)
    {
        var calls = Credits("call", units) with { Rollover = Rollover.Full with { Lasts = BillingInterval.Months(months) } };
        var shop = Counter.Of(Counter.Monthly(1m));
        shop = shop with
        {
            Catalog = Catalog.Of(
                Plan("p1", 0, Counter.Monthly(10m)) with { Allowances = [calls] },
                Plan("p2", 1, Counter.Monthly(20m)) with { Allowances = [calls] }),
            Policy = shop.Policy with
            {
                Allowances = AllowancePolicy.EachTermAnew with { OnRenewal = GrantFate.Carried, OnUpgrade = GrantFate.Carried },
            },
        };
        return (shop, shop.Buy("2026-01-01", Monthly("p1")));
    }
}
