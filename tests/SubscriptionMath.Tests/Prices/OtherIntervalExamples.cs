namespace SubscriptionMath.Tests.Prices;

/// <summary>An add-on by the month beside a plan by the year, and the other way round.</summary>
public sealed class OtherIntervalExamples
{
    [Theory]
    [InlineData(BillingTiming.InAdvance)]
    [InlineData(BillingTiming.InArrears)]
    public void At_its_full_price_an_add_on_of_another_interval_gets_a_term_of_its_own(BillingTiming charged)
    {
        // 7.5 months before the year ends one month is sold, and not the rest of the year for the price of a month.
        var shop = Shop(Counter.Full, charged);
        var held = shop.Buy("2026-01-01", Year());
        var quote = shop.Quote(held, Year("1 month"), "2026-05-15");
        Assert.Equal(charged == BillingTiming.InAdvance ? "Service -15.00; Payment +15.00" : "", Written.Entries(quote));
        var addOn = quote.SubscriptionAfter.AddOns[0];
        Assert.Equal(shop.Term("2026-05-15", "2026-06-15"), addOn.Term);
        Assert.Equal(addOn.Term, addOn.Lots[0].Covers);
        Assert.Equal("2026-06-15: AddOnTermEnd, Service -15.00; Payment +15.00", Written.Step(shop.Advance(quote.SubscriptionAfter, "2026-06-15").Steps[^1]));
    }

    [Fact]
    public void A_year_of_an_add_on_beside_a_month_is_a_year()
    {
        var shop = Shop(Counter.Full, BillingTiming.InAdvance);
        var month = Cart.Of("plan", BillingInterval.Month);
        var quote = shop.Quote(shop.Buy("2026-01-01", month), month with { AddOns = [new CartAddOn { Id = "pack", Interval = BillingInterval.Year }] }, "2026-01-15");
        Assert.Equal("Service -150.00; Payment +150.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-01-15", "2027-01-15"), quote.SubscriptionAfter.AddOns[0].Term);
    }

    [Fact]
    public void Beside_the_purchase_of_the_plan_it_is_by_the_month()
    {
        var shop = Shop(Counter.Full, BillingTiming.InAdvance);
        var quote = shop.Quote(shop.NotStarted(), Year("1 month"), "2026-01-01");
        Assert.Equal("Service -120.00 -15.00; Payment +135.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-01-01", "2026-02-01"), quote.SubscriptionAfter.AddOns[0].Term);
    }

    [Fact]
    public void Prorated_it_costs_every_month_of_the_rest()
    {
        // 1 June to 1 January: 214 days at 15.00 for the 31 of December.
        var shop = Shop(Counter.Rest, BillingTiming.InAdvance);
        var quote = shop.Quote(shop.Buy("2026-01-01", Year()), Year("1 month"), "2026-06-01");
        Assert.Equal("Service -103.55; Payment +103.55", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-06-01", "2027-01-01"), quote.SubscriptionAfter.AddOns[0].Term);
    }

    private static Cart Year(string? addOn = null) => Cart.Of("plan", BillingInterval.Year) with
    {
        AddOns = addOn is null ? [] : [new CartAddOn { Id = "pack", Interval = BillingInterval.Parse(addOn) }],
    };

    private static Shop Shop(Treatment then, BillingTiming charged) => new(
        Counter.Policy(then, then, then),
        new Catalog
        {
            Plans = [new Plan { Id = "plan", Name = "Plan", Rank = 1, AddOns = ["pack"], Prices = [Price.Of(120m, "EUR", BillingInterval.Year), Price.Of(12m, "EUR", BillingInterval.Month)] }],
            AddOns = [new AddOn
            {
                Id = "pack", Name = "Pack",
                Prices = [Price.Of(15m, "EUR", BillingInterval.Month) with { BillingTiming = charged }, Price.Of(150m, "EUR", BillingInterval.Year) with { BillingTiming = charged }],
            }],
        });
}
