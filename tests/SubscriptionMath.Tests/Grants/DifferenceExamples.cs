using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Differences of allotments across plans, seats and intervals: never more is granted than for what is held.</summary>
public class DifferenceExamples
{
    private static readonly Treatment Anew = Counter.Full with { Term = TermRule.Restarted };

    [Fact]
    public void What_was_clipped_stands_for_all_units_held_from_then_on()
    {
        // 60 calls, clipped to none by a plan without any; back with three seats nothing is granted, and none of them that leaves and
        // comes back brings anything.
        var shop = Over(GrantFate.ToppedUp, GrantFate.Clipped, Of("basic", 1, 0m), Of("standard", 1, 60m));
        var held = shop.Buy("2026-04-01", Monthly("standard"));
        held = shop.Change(held, Monthly("basic"), "2026-04-05");
        held = shop.Change(held, Monthly("standard", 3), "2026-04-10");
        Assert.Equal(0m, Left(held, "2026-04-10"));
        foreach (var (seats, day) in new[] { (1, "2026-04-15"), (3, "2026-04-16"), (1, "2026-04-17"), (3, "2026-04-18") })
        {
            held = shop.Change(held, Monthly("standard", seats), day);
            Assert.Equal(0m, Left(held, day));
        }
    }

    [Theory]
    [InlineData(GrantFate.Replaced, GrantFate.ToppedUp)]
    [InlineData(GrantFate.Carried, GrantFate.ToppedUp)]
    [InlineData(GrantFate.Carried, GrantFate.Recounted)]
    [InlineData(GrantFate.ToppedUp, GrantFate.Replaced)]
    [InlineData(GrantFate.ToppedUp, GrantFate.Carried)]
    [InlineData(GrantFate.Recounted, GrantFate.Replaced)]
    [InlineData(GrantFate.ToppedUp, GrantFate.Recounted)]
    [InlineData(GrantFate.ToppedUp, GrantFate.ToppedUp)]
    public void There_and_back_leaves_what_was_left_whichever_way_each_counts(GrantFate up, GrantFate down)
    {
        var shop = Over(up, down, Of("small", 1, 30m), Of("large", 2, 100m));
        var (large, small) = (TwentyUsed("large"), TwentyUsed("small"));
        for (var round = 0; round < 3; round++)
        {
            large = shop.Change(shop.Change(large, Monthly("small"), "2026-04-16"), Monthly("large"), "2026-04-16");
            small = shop.Change(shop.Change(small, Monthly("large"), "2026-04-16"), Monthly("small"), "2026-04-16");
            Assert.Equal((80m, 10m), (Left(large, "2026-04-16"), Left(small, "2026-04-16")));
        }

        Subscription TwentyUsed(string plan) =>
            Billing.Spend(shop.Buy("2026-04-01", Monthly(plan)), "call", 20m, shop.Policy, shop.At("2026-04-16")).OrThrow().Subscription;
    }

    [Fact]
    public void A_grant_of_a_longer_interval_is_not_multiplied_by_it()
    {
        // 30 with a year, then by the month, up and down again: 30 in each month, never 30 x 365 / 31 in one of them.
        var shop = Over(GrantFate.ToppedUp, GrantFate.ToppedUp, Of("small", 1, 10m), Of("large", 2, 30m));
        var held = shop.Buy("2026-01-01", Yearly("large"));
        foreach (var cart in new[] { Monthly("large"), Monthly("small"), Monthly("large") })
        {
            held = shop.Change(held, cart, "2026-01-01");
            var units = cart.PlanId == "large" ? 30m : 10m;
            Assert.Equal(units, Left(held, "2026-01-01"));
            Assert.Equal(Enumerable.Repeat(units, 12), held.Grants.Select(grant => grant.Granted));
        }
    }

    [Fact]
    public void A_part_of_the_time_on_the_larger_plan_keeps_its_part_of_the_difference()
    {
        // From 16 to 21 April of 30 days on the larger plan: 35 more, and 23 of them go (70 x 10 / 30, each allotment rounded down: 33 -
        // 10).
        var shop = Over(GrantFate.ToppedUp, GrantFate.ToppedUp, Of("small", 1, 30m), Of("large", 2, 100m));
        var held = shop.Change(shop.Buy("2026-04-01", Monthly("small")), Monthly("large"), "2026-04-16");
        Assert.Equal(65m, Left(held, "2026-04-16"));
        Assert.Equal(42m, Left(shop.Change(held, Monthly("small"), "2026-04-21"), "2026-04-21"));
    }

    /// <summary>
    /// Four seats have 30 each, and on the same day two are left: the limit is 60. Back with three or four it is 90 or 120 again, less what was used, whichever way the
    /// policy counts upwards.
    /// </summary>
    [Theory]
    [InlineData(GrantFate.Carried, 120, 0, 0, 0)]
    [InlineData(GrantFate.Replaced, 120, 0, 0, 0)]
    [InlineData(GrantFate.Recounted, 120, 0, 0, 0)]
    [InlineData(GrantFate.Carried, 20, 40, 70, 100)]
    [InlineData(GrantFate.Replaced, 20, 40, 70, 100)]
    [InlineData(GrantFate.Recounted, 20, 40, 70, 100)]
    public void Seats_that_were_taken_off_a_limit_come_back_with_what_was_left_of_them(GrantFate up, int used, int two, int three, int four)
    {
        var shop = Over(up, GrantFate.Recounted, Of("small", 1, 30m));
        shop = shop with { Policy = Counter.Policy(Anew, Anew, Anew) with { Allowances = shop.Policy.Allowances } };
        var held = shop.Buy("2026-04-01", Monthly("small", 4));
        held = Billing.Spend(held, "call", used, shop.Policy, shop.At("2026-04-01")).OrThrow().Subscription;
        foreach (var (seats, left) in new[] { (2, two), (3, three), (4, four), (2, two), (4, four) })
        {
            held = shop.Change(held, Monthly("small", seats), "2026-04-01");
            Assert.Equal(left, Left(held, "2026-04-01"));
        }
    }

    /// <summary>120 with a year of four seats, 4 of them used; by the month 30 for one seat, less the 4. The year that comes back has 116 left, not 120.</summary>
    [Theory]
    [InlineData(GrantFate.Replaced)]
    [InlineData(GrantFate.Carried)]
    [InlineData(GrantFate.Recounted)]
    public void A_year_that_comes_back_after_months_has_what_was_left_of_it(GrantFate up)
    {
        var shop = Over(up, GrantFate.Recounted, Of("small", 1, 30m));
        var held = shop.Buy("2026-04-01", Yearly("small", 4));
        held = Billing.Spend(held, "call", 4m, shop.Policy, shop.At("2026-12-25")).OrThrow().Subscription;
        for (var round = 0; round < 2; round++)
        {
            held = shop.Change(held, Monthly("small"), "2026-12-25");
            Assert.Equal(26m, Left(held, "2026-12-25"));
            held = shop.Change(held, Yearly("small", 4), "2026-12-25");
            Assert.Equal(116m, Left(held, "2026-12-25"));
        }
    }

    /// <summary>
    /// A month of one seat, clipped when three more begin a new month on the 16th: its credits stand for all four to 1 May, and none come before the next term. A plan
    /// without any, and back, brings none either.
    /// </summary>
    [Fact]
    public void Where_the_allotment_comes_with_the_next_term_a_plan_that_comes_back_before_brings_none()
    {
        var shop = Over(GrantFate.Clipped, GrantFate.Recounted, Of("none", 1, 0m), Of("small", 1, 30m));
        shop = shop with { Policy = Counter.Policy(Anew, Anew, Counter.Rest) with { Allowances = shop.Policy.Allowances } };
        var held = shop.Change(shop.Buy("2026-04-01", Monthly("small")), Monthly("small", 4), "2026-04-16");
        held = shop.Advance(held, "2026-05-02").Subscription;
        Assert.Equal(0m, Left(held, "2026-05-02"));
        held = shop.Change(shop.Change(held, Monthly("none", 4), "2026-05-02"), Monthly("small", 4), "2026-05-02");
        Assert.Equal(0m, Left(held, "2026-05-02"));
        Assert.Equal(120m, Left(shop.Advance(held, "2026-05-16").Subscription, "2026-05-16"));
    }

    /// <summary>
    /// Nothing was paid for the month of 30 calls, 4 of them used, so that it buys a term of no length on the plan of 100. No call is added for that term, and none is
    /// said to lapse: its renewal at the same instant brings the 100, and the 26 roll over or lapse. With 70 more for no time they would be 196.
    /// </summary>
    [Theory]
    [InlineData(GrantFate.ToppedUp, GrantFate.Carried, "Carried 26 call of large; Granted 100 call of large", 126)]
    [InlineData(GrantFate.Recounted, GrantFate.Carried, "Carried 26 call of large; Granted 100 call of large", 126)]
    [InlineData(GrantFate.ToppedUp, GrantFate.Replaced, "Lapsed 26 call of large; Granted 100 call of large", 100)]
    public void A_term_of_no_length_brings_no_difference(GrantFate up, GrantFate renewal, string renewed, int left)
    {
        var shop = Over(up, GrantFate.Replaced, Of("small", 0, 30m), Of("large", 2, 100m));
        var bought = Counter.Free with { Term = TermRule.AsBought, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) };
        shop = shop with { Policy = Counter.Policy(bought, bought, bought) with { Allowances = shop.Policy.Allowances with { OnRenewal = renewal } } };
        var held = Billing.Spend(shop.Buy("2026-04-01", Monthly("small")), "call", 4m, shop.Policy, shop.At("2026-04-16")).OrThrow().Subscription;
        var quote = shop.Quote(held, Monthly("large"), "2026-04-16");
        Assert.Equal(("", shop.Term("2026-04-16", "2026-04-16")), (Written.Grants(quote), quote.TermAfter));
        var step = Assert.Single(shop.Advance(quote.SubscriptionAfter, "2026-04-16").Steps);
        Assert.Equal((renewed, left), (Written.Grants((Quote)step.Answer), Left(step.Subscription, "2026-04-16")));
    }

    private static Shop Over(GrantFate up, GrantFate down, params ReadOnlySpan<Plan> plans)
    {
        var shop = Counter.Of(Counter.Monthly(1m));
        var allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = up, OnDowngrade = down };
        return shop with { Catalog = Catalog.Of(plans), Policy = shop.Policy with { Allowances = allowances } };
    }

    private static Plan Of(string id, int rank, decimal units) => Plan(
        id, rank, Counter.Monthly(10m * rank), Price.Of(100m * rank, "EUR", BillingInterval.Year)) with
    {
        Allowances = units == 0m ? [] : [Credits("call", units) with { Rollover = Rollover.Full }],
    };

    private static decimal Left(Subscription held, string day) => CreditPool.Of(held, "call", Obi.At(day)).Balance;
}
