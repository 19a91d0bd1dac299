using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Scenarios.OfVendors;

/// <summary>The worked examples that single vendors publish of what a change is billed.</summary>
public sealed class PublishedBills
{
    [Fact]
    public void Slack_bills_a_member_for_the_days_left_with_the_next_invoice_and_credits_one_who_leaves()
    {
        // 20 of 30 days of 8.00, and of 8.75.
        var joins = new Customer(Published.Slack(), 8m, 16m);
        Assert.Equal("USD 5.33", $"{joins.Change("2026-04-11", joins.Low with { Quantity = 2 }).Totals.OnNextInvoice}");
        Assert.Equal(Money.Of(21.33m, "USD"), joins.Until("2026-05-01").LastBill.Due);

        var leaves = new Customer(Published.Slack(), 8.75m, 16m, seats: 2);
        Assert.Equal("USD 5.83", $"{leaves.Change("2026-04-11", leaves.Low).Totals.ToCredit}");
    }

    [Fact]
    public void Onpipeline_settles_either_way_on_the_next_invoice()
    {
        // Half of the difference: 50.00 on top of 200.00, and 25.00 off 50.00.
        var up = new Customer(Published.Onpipeline(), 100m, 200m);
        Assert.True(up.Change("2026-04-16", up.High).Totals.DueNow.IsZero);
        Assert.Equal(Money.Of(250m, "USD"), up.Until("2026-05-01").LastBill.Due);

        var down = new Customer(Published.Onpipeline(), 50m, 100m, holdsHigh: true);
        Assert.True(down.Change("2026-04-16", down.Low).Totals.ToCredit.IsZero);
        Assert.Equal(Money.Of(25m, "USD"), down.Until("2026-05-01").LastBill.Due);
    }

    [Theory]
    [InlineData("2026-04-02")]
    [InlineData("2026-04-16")]
    [InlineData("2026-04-30")]
    public void Destiny_Media_charges_the_plain_difference_on_any_day_and_goes_down_with_the_next_month(string day)
    {
        var up = new Customer(Published.DestinyMedia(), 49.99m, 99.99m);
        Assert.Equal("USD 50.00", $"{up.Change(day, up.High).Totals.DueNow}");

        var down = new Customer(Published.DestinyMedia(), 49.99m, 99.99m, holdsHigh: true);
        Assert.Empty(down.Change(day, down.Low).Entries);
        Assert.Equal((new LocalDate(2026, 5, 1), Money.Of(49.99m, "USD")), down.Until("2026-05-01").LastBill);
    }

    [Fact]
    public void Mlytics_rounds_the_price_of_a_day_first()
    {
        // 10.00 / 30 are 0.33, and 99.00 / 30 are 3.30; 15 times each.
        var customer = new Customer(Published.Mlytics(), 10m, 99m);
        var totals = customer.Change("2026-04-16", customer.High).Totals;
        Assert.Equal(("USD 4.95", "USD 49.50"), ($"{totals.Credited}", $"{totals.NewPrice}"));
    }

    [Fact]
    public void Zoho_rounds_the_invoice_and_the_credit_note()
    {
        // 16 of 31 days: 51.6129 and 25.8065. Their difference, rounded once, would be 25.81.
        var customer = new Customer(Published.ZohoBilling(), 50m, 100m, start: "2026-01-01");
        var totals = customer.Change("2026-01-16", customer.High).Totals;
        Assert.Equal(("USD 51.61", "USD 25.81", "USD 25.80"), ($"{totals.NewPrice}", $"{totals.Credited}", $"{totals.DueNow}"));
    }

    [Fact]
    public void Re_catch_charges_the_day_of_the_change_on_both()
    {
        // 27 July to 6 August are 10 of 31 days, from the 26th on 11: 10.00 of 31.00, and 22.00 of 62.00.
        var customer = new Customer(Published.Recatch(), 31m, 62m, start: "2026-07-06");
        var totals = customer.Change("2026-07-26", customer.High).Totals;
        Assert.Equal(("USD 10.00", "USD 22.00", "USD 12.00"), ($"{totals.Credited}", $"{totals.NewPrice}", $"{totals.DueNow}"));
    }

    [Fact]
    public void FeaturePeek_bills_all_seats_anew_less_two_thirds_of_what_they_cost()
    {
        var customer = new Customer(Published.FeaturePeek(), 19m, 38m, start: "2026-07-15", seats: 3);
        Assert.Equal("USD 57.00", $"{customer.First.Totals.DueNow}");
        var totals = customer.Change("2026-07-25", customer.Low with { Quantity = 4 }).Totals;
        Assert.Equal(("USD 38.00", "USD 76.00", "USD 38.00"), ($"{totals.Credited}", $"{totals.NewPrice}", $"{totals.DueNow}"));
        Assert.Equal(new LocalDate(2026, 8, 25), customer.End);
    }

    [Fact]
    public void SlimFAQ_cuts_both_parts_and_bills_them_with_the_next_year()
    {
        // 291 of 365 days: 199.315 of 250.00 and 66.970 of 84.00, so 132.35, and 250.00.
        var customer = new Customer(Published.SlimFaq(), 84m, 250m, start: "2017-05-01", interval: BillingInterval.Year);
        var totals = customer.Change("2017-07-14", customer.High).Totals;
        Assert.Equal(("USD 199.31", "USD 66.96", "USD 0.00"), ($"{totals.NewPrice}", $"{totals.Credited}", $"{totals.DueNow}"));
        Assert.Equal((new LocalDate(2018, 5, 1), Money.Of(382.35m, "USD")), customer.Until("2018-05-01").LastBill);
    }

    [Fact]
    public void Obvibase_charges_seats_that_come_and_credits_those_that_leave()
    {
        var more = new Customer(Published.Obvibase(), 4m, 8m);
        Assert.Equal("USD 20.00", $"{more.Change("2026-04-16", more.Low with { Quantity = 11 }).Totals.DueNow}");

        var fewer = new Customer(Published.Obvibase(), 4m, 8m, seats: 14);
        Assert.Equal("USD 8.00", $"{fewer.Change("2026-04-16", fewer.Low with { Quantity = 10 }).Totals.ToCredit}");
        Assert.Equal(Money.Of(32m, "USD"), fewer.Until("2026-05-01").LastBill.Due);
    }

    [Fact]
    public void Poll_Everywhere_begins_thirty_days_at_the_full_price_less_what_is_unused_and_pays_nothing_back()
    {
        var up = new Customer(Published.PollEverywhere(), 79m, 199m, interval: BillingInterval.Days(30));
        var totals = up.Change("2026-04-16", up.High).Totals;
        Assert.Equal(("USD 39.50", "USD 159.50"), ($"{totals.Credited}", $"{totals.DueNow}"));
        Assert.Equal(new LocalDate(2026, 5, 16), up.End);

        var down = new Customer(Published.PollEverywhere(), 79m, 199m, interval: BillingInterval.Days(30), holdsHigh: true);
        totals = down.Change("2026-04-02", down.Low).Totals; // 29 of 30 days of 199.00 are 192.37
        Assert.Equal(("USD 0.00", "USD 0.00", "USD 0.00"), ($"{totals.DueNow}", $"{totals.Refunded}", $"{totals.ToCredit}"));
    }
}
