using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Prices;

/// <summary>Introductory prices: EUR 5.00 for some months, then more.</summary>
public sealed class PricePhaseExamples
{
    private static readonly Price Introductory = Price.Of(5m, "EUR", BillingInterval.Month) with { Phases = [new(BillingInterval.Months(2), new PriceModel.PerUnit(10m))] };

    private static Shop Shop(TrialFate fate = TrialFate.Ended, Timing? timing = null, RenewalPolicy? renewal = null) => new(
        AxesShop.Policy(AxesShop.FirstPurchase, AxesShop.AtOnce, AxesShop.AtOnce with { Trial = fate, Timing = timing ?? Timing.Now }) with { Renewal = renewal ?? RenewalPolicy.AtTheEnd },
        new Catalog
        {
            Plans =
            [
                Plan("basic", 1, Introductory) with { AddOns = ["extra"] },
                Plan("plus", 2, Price.Of(20m, "EUR", BillingInterval.Month) with { Phases = [new(BillingInterval.Months(1), new PriceModel.PerUnit(30m)), new(BillingInterval.Months(3), new PriceModel.PerUnit(40m))] }),
                Plan("tried", 1, Introductory) with { Trial = new(BillingInterval.Days(10)) },
                Plan("plain", 1, Price.Of(8m, "EUR", BillingInterval.Month)),
            ],
            AddOns = [AddOn("extra", Introductory)],
        });

    private static IEnumerable<string> Life(Shop shop, Subscription subscription, string until) => shop.Advance(subscription, until).Steps.Select(Written.Step);

    [Fact]
    public void A_term_costs_what_the_phase_in_which_it_begins_says()
    {
        var shop = Shop();
        var basic = shop.Buy("2026-01-31", Monthly("basic"));
        Assert.Equal((shop.At("2026-01-31"), shop.At("2026-03-31")), (basic.Plan!.PhasesFrom, basic.Plan.NextPhase(shop.Zone)));
        Assert.Equal(
            ["2026-02-28: Renewal, Service -5.00; Payment +5.00", "2026-03-31: Renewal, Service -10.00; Payment +10.00", "2026-04-30: Renewal, Service -10.00; Payment +10.00"],
            Life(shop, basic, "2026-04-30"));
        var after = shop.Advance(basic, "2026-03-31").Subscription.Plan!;
        Assert.Equal((Price.Of(10m, "EUR", BillingInterval.Month), null), (after.SoldAt, after.NextPhase(shop.Zone)));
        Assert.Equal("EUR 5.00 per month, EUR 10.00 each after 2 months", Introductory.ToString());
    }

    [Fact]
    public void Of_many_phases_each_has_its_time()
    {
        var shop = Shop();
        Assert.Equal(
            ["2026-02-01: Renewal, Service -30.00; Payment +30.00", "2026-03-01: Renewal, Service -30.00; Payment +30.00", "2026-04-01: Renewal, Service -40.00; Payment +40.00"],
            Life(shop, shop.Buy("2026-01-01", Monthly("plus")), "2026-04-01"));
    }

    [Fact]
    public void After_a_trial_they_begin_with_its_end()
    {
        var shop = Shop();
        Assert.Equal(
            ["2026-01-11: TrialEnd, Service -5.00; Payment +5.00", "2026-02-11: Renewal, Service -5.00; Payment +5.00", "2026-03-11: Renewal, Service -10.00; Payment +10.00"],
            Life(shop, shop.Buy("2026-01-01", Monthly("tried")), "2026-03-11"));
    }

    /// <summary>EUR 5.00 for February was billed, half of it is unused; seats bought within it cost what it costs.</summary>
    [Fact]
    public void What_is_unused_or_added_within_a_term_has_its_price()
    {
        var shop = Shop();
        var basic = shop.Buy("2026-02-01", Monthly("basic"));
        Assert.Equal("Service +2.50 -10.00; Payment +7.50", Written.Entries(shop.Quote(basic, Monthly("plus"), "2026-02-15")));
        Assert.Equal("Service -2.50; Payment +2.50", Written.Entries(shop.Quote(basic, Monthly("basic") with { Quantity = 2 }, "2026-02-15")));
        var later = shop.Advance(basic, "2026-04-01").Subscription;
        Assert.Equal("Service -5.00; Payment +5.00", Written.Entries(shop.Quote(later, Monthly("basic") with { Quantity = 2 }, "2026-04-16")));
    }

    /// <summary>A change begins with the first phase of the new plan, or goes on where the old one's phases have come to: two months on, plus is in its second.</summary>
    [Theory]
    [InlineData(TrialFate.Ended, 20, "2026-04-01")]
    [InlineData(TrialFate.Restarted, 20, "2026-04-01")]
    [InlineData(TrialFate.FromTheStart, 30, "2026-04-01")]
    public void A_change_begins_with_the_first_phase_or_counts_from_the_start(TrialFate fate, int price, string next)
    {
        var shop = Shop(fate);
        var plan = shop.Quote(shop.Advance(shop.Buy("2026-01-01", Monthly("basic")), "2026-03-01").Subscription, Monthly("plus"), "2026-03-01").SubscriptionAfter.Plan!;
        Assert.Equal((price, shop.At(next)), (plan.SoldAt.For(1).Numerator / 100, plan.NextPhase(shop.Zone)));
    }

    [Theory]
    [InlineData(TrialFate.Ended, "Service -20.00; Payment +20.00")]
    [InlineData(TrialFate.FromTheStart, "Service -30.00; Payment +30.00")]
    public void A_change_that_waited_for_the_end_does_so_too(TrialFate fate, string entries)
    {
        var shop = Shop(fate, Timing.AtBilledEnd);
        var basic = shop.Buy("2026-01-01", Monthly("basic"));
        var waiting = shop.Quote(basic, Monthly("plus"), "2026-01-10").SubscriptionAfter;
        Assert.Equal($"2026-02-01: PendingChange, {entries}", Assert.Single(Life(shop, waiting, "2026-02-01")));
    }

    /// <summary>One that was sold without phases has none to go on in; that of a trial that is ended by the change began with the trial.</summary>
    [Fact]
    public void Counted_from_the_start_none_begin_where_none_were_begun_with()
    {
        var shop = Shop(TrialFate.FromTheStart);
        var plain = shop.Quote(shop.Buy("2026-01-01", Monthly("plain")), Monthly("plus"), "2026-01-16").SubscriptionAfter.Plan!;
        Assert.Equal((40, null), (plain.SoldAt.For(1).Numerator / 100, plain.NextPhase(shop.Zone)));
        var tried = shop.Quote(shop.Buy("2026-01-01", Monthly("tried")), Monthly("plus"), "2026-01-06").SubscriptionAfter.Plan!;
        Assert.Equal(shop.At("2026-02-01"), tried.NextPhase(shop.Zone));
    }

    [Fact]
    public void Bought_ahead_the_next_term_is_of_its_own_phase()
    {
        var shop = Shop(renewal: RenewalPolicy.AtTheEnd with { DaysAhead = 7 });
        var life = shop.Advance(shop.Buy("2026-01-01", Monthly("basic")), "2026-03-01");
        Assert.Equal(
            [
                "2026-01-25: Renewal, Service -5.00; Payment +5.00", "2026-02-01: TermStart, ",
                "2026-02-22: Renewal, Service -10.00; Payment +10.00", "2026-03-01: TermStart, ",
            ],
            life.Steps.Select(Written.Step));
        Assert.Equal(Price.Of(10m, "EUR", BillingInterval.Month), life.Subscription.Plan!.SoldAt);
    }

    /// <summary>A quarter of February at 5.00 is 1.25, and March was bought ahead at 10.00: the price held for March is that of its own phase.</summary>
    [Fact]
    public void At_the_price_held_a_term_bought_ahead_has_the_price_of_its_own_phase()
    {
        var atOnce = AxesShop.AtOnce with { Unused = UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld) };
        var shop = Shop() with
        {
            Policy = AxesShop.Policy(AxesShop.FirstPurchase, atOnce, atOnce) with { Renewal = RenewalPolicy.AtTheEnd with { DaysAhead = 7 } },
        };
        var ahead = shop.Advance(shop.Buy("2026-01-01", Monthly("basic")), "2026-02-22").Subscription;
        Assert.Equal("Service +1.25 +10.00 -2.00 -8.00; Balance -1.25", Written.Entries(shop.Quote(ahead, Monthly("plain"), "2026-02-22")));
    }

    [Fact]
    public void An_add_on_has_phases_of_its_own()
    {
        var shop = Shop();
        var both = shop.Quote(shop.Advance(shop.Buy("2026-01-01", Monthly("basic")), "2026-02-01").Subscription, Monthly("basic").With("extra"), "2026-02-01").SubscriptionAfter;
        Assert.Equal((shop.At("2026-03-01"), shop.At("2026-04-01")), (both.Plan!.NextPhase(shop.Zone), both.AddOns[0].NextPhase(shop.Zone)));
    }

    [Fact]
    public void What_a_price_is_in_all_its_phases()
    {
        Assert.False((Price.Of(0m, "EUR", BillingInterval.Month) with { Phases = Introductory.Phases }).IsFree);
        Assert.Equal("EUR 10.00 per month, EUR 20.00 each after 2 months", Introductory.Times(2m).ToString());
        Assert.Throws<ArgumentException>(() => Introductory with { Phases = [Introductory.Phases[0], Introductory.Phases[0]] });
    }
}
