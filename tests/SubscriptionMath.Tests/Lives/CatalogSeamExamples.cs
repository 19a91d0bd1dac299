namespace SubscriptionMath.Tests.Lives;

/// <summary>
/// Rules that need no answer of their own, since the caller's catalog or the coupon says them: versions of a plan, a price said by another interval,
/// coupons on fees and for longer trials. Basic costs EUR 30.00 a month.
/// </summary>
public sealed class CatalogSeamExamples
{
    private static readonly Plan Basic = Club.Open.Catalog.Plans[0];

    [Fact]
    public void A_plan_at_its_new_price_is_a_plan_of_its_own_and_the_difference_for_the_rest_is_billed()
    {
        // 30.00 becomes 35.00 on 16 April with 15 of 30 days left: 17.50 less 15.00. The holder who is not moved renews at 30.00.
        var shop = Sold([Basic with { Id = "basic-2027", Prices = [Monthly(35m)] }]);
        var held = shop.Buy("2026-04-01", Month("basic"));
        var moved = shop.Quote(held, Month("basic-2027"), "2026-04-16");
        Assert.Equal("Service +15.00 -17.50; Payment +2.50", Written.Entries(moved));
        Assert.Equal(["2026-05-01: Renewal, Service -35.00; Payment +35.00"], shop.Advance(moved.SubscriptionAfter, "2026-05-01").Told());
        Assert.Equal(["2026-05-01: Renewal, Service -30.00; Payment +30.00"], shop.Advance(held, "2026-05-01").Told());
    }

    [Fact]
    public void New_seats_at_the_new_price_are_an_add_on_beside_the_old_seats_at_the_old_price()
    {
        // Two seats at 30.00; a third one at 40.00 for half of April: 20.00. May costs 60.00 and 40.00.
        var shop = Sold([], Shops.AddOn("seat-2027", Monthly(40m)));
        var held = shop.Buy("2026-04-01", Month("basic") with { Quantity = 2 });
        var more = shop.Quote(held, held.Cart() with { AddOns = [new CartAddOn { Id = "seat-2027" }] }, "2026-04-16");
        Assert.Equal("Service -20.00; Payment +20.00", Written.Entries(more));
        Assert.Equal("EUR 100.00", Due(shop.Advance(more.SubscriptionAfter, "2026-05-01")));
    }

    [Fact]
    public void A_price_of_a_month_that_is_billed_by_the_year_is_twelve_times_that_price()
    {
        // 100.00 a month, billed 1,200.00 a year. A seat more on 1 July has six months of the year left: 600.00.
        var yearly = Price.Of(100m, "EUR", BillingInterval.Month).Times(12m) with { Interval = BillingInterval.Year };
        var shop = Sold([Basic with { Id = "said-by-month", Prices = [yearly] }]);
        shop = shop with { Policy = shop.Policy with { Proration = new() { Measure = Measure.MonthsNotStarted } } };
        var year = Cart.Of("said-by-month", BillingInterval.Year);
        var first = shop.Quote(shop.NotStarted(), year, "2026-01-01");
        Assert.Equal("Service -1200.00; Payment +1200.00", Written.Entries(first));
        Assert.Equal("Service -600.00; Payment +600.00", Written.Entries(shop.Quote(first.SubscriptionAfter, year with { Quantity = 2 }, "2026-07-01")));
        Assert.Equal(Fraction.Of(100_00), yearly.PerMonth(1));
    }

    [Fact]
    public void An_add_on_at_the_rate_of_its_plan_is_one_add_on_for_each_plan()
    {
        // Credits at 10.00 a thousand with Basic, and at 8.00 with Plus. Both are changed on 16 April: 15.00 + 5.00 back, 30.00 + 4.00 to pay.
        var (low, high) = (Shops.AddOn("credits-basic", Monthly(10m)), Shops.AddOn("credits-plus", Monthly(8m)));
        var shop = Sold([], low, high);
        shop = shop with
        {
            Policy = shop.Policy with { AddOns = new(AddOnFate.KeptWhereOffered, UnusedValue.OfAllLots) },
            Catalog = shop.Catalog with { Plans = [Basic with { AddOns = [low.Id] }, shop.Catalog.Plans[1] with { AddOns = [high.Id] }] },
        };
        var held = shop.Buy("2026-04-01", Month("basic") with { AddOns = [new CartAddOn { Id = low.Id }] });
        var change = shop.Quote(held, Month("plus") with { AddOns = [new CartAddOn { Id = high.Id }] }, "2026-04-16");
        Assert.Equal("EUR 14.00", $"{change.Totals.DueNow}");
        Assert.Equal("EUR 68.00", Due(shop.Advance(change.SubscriptionAfter, "2026-05-01")));
        Assert.Equal(RefusalCode.AddOnNotOffered, ((Refused)shop.Ask(shop.NotStarted(), Month("plus") with { AddOns = [new CartAddOn { Id = low.Id }] }, "2026-04-01")).Code);
    }

    [Fact]
    public void A_coupon_on_the_set_up_fee_is_one_on_an_add_on_that_is_charged_once()
    {
        // 50.00 once, a fifth of it off: 30.00 + 40.00. The fee never comes again, and the coupon leaves the plan alone.
        var shop = Sold([], Shops.AddOn("set-up", Monthly(50m) with { BillingTiming = BillingTiming.Once }));
        var coupon = Discount.OfPercent("welcome", 20m) with { ProductId = "set-up", Periods = 1 };
        var first = shop.Quote(shop.NotStarted(), Month("basic") with { AddOns = [new CartAddOn { Id = "set-up" }], Discounts = [coupon] }, "2026-04-01");
        Assert.Equal("EUR 70.00", $"{first.Totals.DueNow}");
        Assert.Equal("EUR 30.00", Due(shop.Advance(first.SubscriptionAfter, "2026-05-01")));
    }

    [Fact]
    public void A_percentage_takes_nothing_off_a_set_up_fee_and_an_amount_on_an_add_on_does()
    {
        // Recurly's example: 10 % off a plan at 15.00 with a fee of 50.00 and an add-on at 7.00. 1.50 and 0.70 are off, and none of the fee: 69.80.
        var shop = Sold([Basic with { Id = "a", Prices = [Monthly(15m) with { SetUp = 50m }] }], Shops.AddOn("more", Monthly(7m)));
        var cart = Month("a") with { AddOns = [new CartAddOn { Id = "more" }], Discounts = [Discount.OfPercent("tenth", 10m)] };
        var first = shop.Quote(shop.NotStarted(), cart, "2026-04-01");
        Assert.Equal("EUR 69.80", $"{first.Totals.DueNow}");
        Assert.Equal("EUR 19.80", Due(shop.Advance(first.SubscriptionAfter, "2026-05-01")));

        // The fee as an add-on, and 20.00 off it: 15.00 + 30.00.
        shop = Sold([Basic with { Id = "a", Prices = [Monthly(15m)] }], Shops.AddOn("fee", Monthly(50m) with { BillingTiming = BillingTiming.Once }));
        var off = Discount.OfAmount("twenty", Money.Of(20m, "EUR")) with { ProductId = "fee" };
        Assert.Equal("EUR 45.00", $"{shop.Quote(shop.NotStarted(), Month("a") with { AddOns = [new CartAddOn { Id = "fee" }], Discounts = [off] }, "2026-04-01").Totals.DueNow}");
    }

    [Fact]
    public void A_coupon_begun_within_a_term_is_on_the_next_one()
    {
        // Asked for on 16 April, a fifth off: nothing is due or given back then, and May costs 24.00.
        var held = Club.Open.Buy("2026-04-01", Month("basic"));
        var asked = Club.Open.Quote(held, Month("basic") with { Discounts = [Discount.OfPercent("fifth", 20m)] }, "2026-04-16");
        Assert.Empty(asked.Entries);
        Assert.Equal("EUR 24.00", Due(Club.Open.Advance(asked.SubscriptionAfter, "2026-05-01")));
    }

    [Fact]
    public void A_coupon_for_one_bill_is_one_of_one_period()
    {
        var first = Club.Open.Quote(Club.Open.NotStarted(), Month("basic") with { Discounts = [Discount.OfPercent("once", 20m) with { Periods = 1 }] }, "2026-04-01");
        Assert.Equal("EUR 24.00", $"{first.Totals.DueNow}");
        Assert.Equal("EUR 30.00", Due(Club.Open.Advance(first.SubscriptionAfter, "2026-05-01")));
    }

    [Fact]
    public void A_coupon_for_a_longer_trial_is_a_catalog_with_that_trial_at_the_purchase()
    {
        // Fourteen days and thirty more: from 1 April to 15 May, whatever trial others have by then.
        var held = Club.WithTrial(BillingInterval.Days(14 + 30)).Buy("2026-04-01", Month("basic"));
        var life = Club.WithTrial(BillingInterval.Days(14)).Advance(held, "2026-05-15");
        Assert.Equal(["2026-05-15: TrialEnd, Service -30.00; Payment +30.00"], life.Told());
    }

    [Fact]
    public void A_stub_uses_a_period_so_a_coupon_for_three_whole_months_behind_one_has_four()
    {
        // From 16 April to 1 May, 15 of 30 days of 15.00: 7.50. Then three months at 15.00, and the fourth at 30.00.
        var start = Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase with { Term = TermRule.AlignedTo(Anchor.OnDay(1)), NewPrice = NewPrice.ForTheRest });
        var shop = Club.WithRule(start);
        IEnumerable<string> Bills(int periods)
        {
            var first = shop.Quote(shop.NotStarted(), Month("basic") with { Discounts = [Discount.OfPercent("half", 50m) with { Periods = periods }] }, "2026-04-16");
            var life = shop.Advance(first.SubscriptionAfter, "2026-08-01");
            return life.Steps.Select(step => (Quote)step.Answer).Prepend(first).Select(quote => $"{quote.Totals.DueNow}");
        }

        Assert.Equal(["EUR 7.50", "EUR 15.00", "EUR 15.00", "EUR 15.00", "EUR 30.00"], Bills(periods: 4));
        Assert.Equal(["EUR 7.50", "EUR 15.00", "EUR 15.00", "EUR 30.00", "EUR 30.00"], Bills(periods: 3));
    }

    [Fact]
    public void Coupons_are_taken_off_as_they_are_listed()
    {
        // 30.00 less a tenth is 27.00, less 5.00 is 22.00. 30.00 less 5.00 is 25.00, less a tenth is 22.50.
        var (percent, amount) = (Discount.OfPercent("tenth", 10m), Discount.OfAmount("five", Money.Of(5m, "EUR")));
        string First(params Sequence<Discount> discounts) =>
            $"{Club.Open.Quote(Club.Open.NotStarted(), Month("basic") with { Discounts = discounts }, "2026-04-01").Totals.DueNow}";
        Assert.Equal("EUR 22.00", First(percent, amount));
        Assert.Equal("EUR 22.50", First(amount, percent));
    }

    private static Price Monthly(decimal amount) => Price.Of(amount, "EUR", BillingInterval.Month);

    private static Cart Month(string plan) => Cart.Of(plan, BillingInterval.Month);

    private static string Due(Timeline life) => $"{((Quote)life.Steps[^1].Answer).Totals.DueNow}";

    /// <summary>The club with more plans, and with more add-ons that all plans offer.</summary>
    private static Shop Sold(Sequence<Plan> plans, params Sequence<AddOn> addOns) => Club.Open with
    {
        Catalog = new Catalog
        {
            Plans = [.. Club.Open.Catalog.Plans.Concat(plans).Select(plan => plan with { AddOns = [.. plan.AddOns, .. addOns.Select(addOn => addOn.Id)] })],
            AddOns = [.. Club.Open.Catalog.AddOns, .. addOns],
        },
    };
}
