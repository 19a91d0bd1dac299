using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Scenarios.OfVendors;

/// <summary>The worked examples that single vendors publish for the answers that nobody else gives.</summary>
public sealed class PublishedExamples
{
    [Fact]
    public void Browse_AI_credits_the_lesser_of_time_and_credits_left()
    {
        // Half of the month and a tenth of 1,000 credits: 4.88 of 48.75.
        var customer = new Customer(Published.BrowseAi(), 48.75m, 123.75m, lowCredits: 1000m, highCredits: 2500m).Spend("2026-04-02", 900m);
        var upgrade = customer.Change("2026-04-16", customer.High);
        Assert.Equal(("USD 4.88", "USD 118.87"), ($"{upgrade.Totals.Credited}", $"{upgrade.Totals.DueNow}"));
    }

    [Fact]
    public void JustFit_appends_the_days_left()
    {
        // Fifteen days of April, and a month from 16 April.
        var customer = new Customer(Published.JustFit(), 18m, 25m);
        Assert.Equal("USD 25.00", $"{customer.Change("2026-04-16", customer.High).Totals.DueNow}");
        Assert.Equal(new LocalDate(2026, 5, 16).PlusDays(15), customer.End);
    }

    [Fact]
    public void Hireflix_counts_the_month_of_the_change()
    {
        var customer = new Customer(Published.Hireflix(), 120m, 240m, start: "2026-01-01", interval: BillingInterval.Year);
        var upgrade = customer.Change("2026-09-15", customer.High);
        Assert.Equal(4, upgrade.Lines.Single(line => line.Kind == LineKind.NewPrice).Share.Left);
        Assert.Equal("USD 40.00", $"{upgrade.Totals.DueNow}");
    }

    [Fact]
    public void TELUS_prorates_money_and_minutes_by_days()
    {
        var customer = new Customer(Published.Telus(), 30m, 35m, start: "2026-09-01", holdsHigh: true, lowCredits: 100m, highCredits: 200m);
        var down = customer.Change("2026-09-27", customer.Low);
        Assert.Equal(("USD 4.67", "USD 4.00", 186.66m), ($"{down.Totals.UnusedValue}", $"{down.Totals.NewPrice}", customer.Credits("2026-09-27")));
        Assert.Equal(Money.Of(29.33m, "USD"), customer.Until("2026-10-01").LastBill.Due);
    }

    [Fact]
    public void EmailManager_counts_what_was_used_against_the_new_allowance()
    {
        var customer = new Customer(Published.EmailManager(), 10m, 20m, lowCredits: 5000m, highCredits: 10000m).Spend("2026-04-02", 5000m);
        customer.Change("2026-04-16", customer.High);
        Assert.Equal(5000m, customer.Credits("2026-04-16"));
    }

    [Fact]
    public void ISBN_Express_bills_both_plans_by_days_and_fills_up_with_the_next_cycle()
    {
        var customer = new Customer(Published.IsbnExpress(), 5m, 15m, interval: BillingInterval.Days(30), lowCredits: 1000m, highCredits: 3000m);
        // Fifteen days of each: 5.00 paid, and 5.00 more with the next invoice, are 10.00 for the cycle.
        Assert.Equal("USD 5.00", $"{customer.Change("2026-04-15", customer.High).Totals.OnNextInvoice}");
        Assert.Equal(1000m, customer.Credits("2026-04-15"));
        Assert.Equal(3000m, customer.Credits("2026-05-01"));
    }

    [Theory]
    [InlineData(BillingTiming.InAdvance, BillingTiming.InAdvance, "USD 6.67", "USD 20.00", "USD 20.00")]
    [InlineData(BillingTiming.InAdvance, BillingTiming.InArrears, "USD 0.00", "USD 6.67", "USD 20.00")]
    [InlineData(BillingTiming.InArrears, BillingTiming.InAdvance, "USD 16.67", "USD 20.00", "USD 20.00")]
    public void CloudBlue_nets_what_is_unused_with_the_order_after_it(BillingTiming old, BillingTiming @new, string upgrade, string june, string july)
    {
        // 20 of 30 days, though May has 31: of 10.00 they are 6.6667, of 20.00 13.3333. 10 of 30 days of 10.00 are 3.3333.
        var customer = new Customer(Published.CloudBlue(), 10m, 20m, start: "2026-05-01", lowCharged: old, highCharged: @new);
        Assert.Equal(upgrade, $"{customer.Change("2026-05-11", customer.High).Totals.DueNow}");
        Assert.Equal(june, $"{customer.Until("2026-06-01").LastBill.Due}");
        Assert.Equal(july, $"{customer.Until("2026-07-01").LastBill.Due}");
    }

    [Fact]
    public void Clay_carries_twice_the_new_plan_s_credits()
    {
        var customer = new Customer(Published.Clay(), 10m, 20m, holdsHigh: true, lowCredits: 100m, highCredits: 1000m, rollover: Rollover.UpToTimes(2m)).Spend("2026-04-02", 100m);
        customer.Change("2026-04-16", customer.Low);
        Assert.Equal(900m, customer.Credits("2026-04-30"));
        Assert.Equal(200m + 100m, customer.Credits("2026-05-01"));
    }

    [Fact]
    public void WPSiteWizard_charges_months_that_were_used_at_their_own_price()
    {
        var customer = new Customer(Published.WpSiteWizard(), 470m, 900m, start: "2026-01-01", interval: BillingInterval.Year, monthly: 47m);
        Assert.Equal("USD 329.00", $"{customer.Change("2026-04-01", null).Totals.Refunded}");
    }

    [Fact]
    public void Adobe_charges_half_of_the_months_left_and_serves_to_the_end_of_the_month()
    {
        // A year from January, left on 15 July: August to December, five months at 20.00, and half of that.
        var customer = new Customer(Published.Adobe(), 20m, 30m, start: "2026-01-01", contract: new Contract(BillingInterval.Year, AfterContract.Anew));
        customer.Until("2026-07-15");
        Assert.Equal("USD 50.00", $"{customer.Change("2026-07-15", null).Totals.DueNow}");
        Assert.Equal(new LocalDate(2026, 8, 1), customer.End);
        Assert.Equal(Status.Expired, customer.Until("2026-08-01").Held.Status);
    }

    /// <summary>Five seats at USD 31.00 for May, three from the 6th on: two seats for 26 of 31 days, 52.00. The eighth day, 8 May, is too late.</summary>
    [Fact]
    public void Microsoft_gives_seats_back_within_seven_days_of_the_term()
    {
        var shop = new Shop(Published.MicrosoftNce(), Catalog.Of(Shops.Plan("business", 1, Price.Of(31m, "USD", BillingInterval.Month)))) { Currency = "USD" };
        var held = shop.Buy("2026-05-01", Shops.Monthly("business", 5));
        Assert.Equal("Service +52.00; Payment -52.00", Written.Entries(shop.Quote(held, Shops.Monthly("business", 3), "2026-05-06")));
        Assert.Equal("", Written.Entries(shop.Quote(held, Shops.Monthly("business", 3), "2026-05-08")));

        // The days begin again with the renewal: on 3 June 28 of 30 days are left, of 62.00.
        var renewed = shop.Advance(held, "2026-06-01").Subscription;
        Assert.Equal("Service +57.87; Payment -57.87", Written.Entries(shop.Quote(renewed, Shops.Monthly("business", 3), "2026-06-03")));
        Assert.Equal(Status.Expired, shop.Cancel(renewed, "2026-06-07").Status);
        Assert.Equal(Status.NonRenewing, shop.Cancel(renewed, "2026-06-08").Status);
    }

    [Fact]
    public void A_short_rate_keeps_a_tenth()
    {
        var customer = new Customer(Published.ShortRate(), 500m, 900m, start: "2026-01-01", interval: BillingInterval.Year);
        Assert.Equal("USD 265.07", $"{customer.Change("2026-05-31", null).Totals.Refunded}"); // after 150 days
    }
}
