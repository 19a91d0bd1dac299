using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Scenarios.OfVendors;

/// <summary>Numbers and dates that billing engines publish, beside the records of their own tests.</summary>
public sealed class EngineNumbers
{
    // woocommerce-subscriptions-core#723: USD 30 to 40 is right at 6.77; then to 50 costs about 5.16, where the plugin charged 22.31.
    [Fact]
    public void WooCommerce_charges_the_gap_and_a_second_switch_only_its_own()
    {
        var shop = new Customer(WooCommerce.Policy(), 30m, 40m, start: "2026-03-01");
        Assert.Equal("USD 6.77", $"{shop.Change("2026-03-11", shop.High).Totals.DueNow}");

        var second = new Customer(WooCommerce.Policy(), 40m, 50m, start: "2026-03-01");
        Assert.Equal("USD 5.16", $"{second.Change("2026-03-16", second.High).Totals.DueNow}");
        Assert.Equal(new LocalDate(2026, 4, 1), second.End);
    }

    [Fact]
    public void WooCommerce_lengthens_what_is_prepaid_on_the_way_down()
    {
        var shop = new Customer(WooCommerce.Policy(), 25m, 50m, holdsHigh: true);
        var down = shop.Change("2026-04-16", shop.Low);
        Assert.True(down.Totals.DueNow.IsZero);
        Assert.Equal(new LocalDate(2026, 5, 16), shop.End);
        Assert.Equal((new LocalDate(2026, 5, 16), Money.Of(25m, "USD")), shop.Until("2026-05-16").LastBill);
    }

    // 25 / (25 / 31) is 31 days, and not 32: binary fractions make 31.000000000000004 of it, which is why the plugin rounds to eight digits first.
    [Fact]
    public void WooCommerce_raises_days_of_the_exact_quotient()
    {
        var shop = new Customer(WooCommerce.Policy(), 25m, 50m, start: "2026-07-01", holdsHigh: true);
        shop.Change("2026-07-01", shop.Low);
        Assert.Equal(new LocalDate(2026, 9, 1), shop.End);
    }

    // USD 2.00 a day are dearer than 300.00 a year, which are 0.82 a day.
    [Fact]
    public void WooCommerce_compares_by_the_day_and_an_equal_price_is_a_crossgrade()
    {
        var daily = new Customer(WooCommerce.Policy(), 2m, 300m, interval: BillingInterval.Day, highInterval: BillingInterval.Year);
        Assert.Equal(Direction.Down, daily.Change("2026-04-01", daily.High).Direction);

        var same = new Customer(WooCommerce.Policy(), 30m, 30m);
        var across = same.Change("2026-04-16", same.High);
        Assert.Equal((Direction.Lateral, 0), (across.Direction, across.Entries.Count));
    }

    [Fact]
    public void WooCommerce_shortens_what_is_prepaid_where_the_old_cycle_is_longer()
    {
        // 184 of 365 days of USD 120.00 are 60.49; at 60.00 for the 31 days of July they are 31.25 days, raised to 32.
        var yearly = new Customer(WooCommerce.Policy(), 120m, 60m, start: "2026-01-01", interval: BillingInterval.Year, highInterval: BillingInterval.Month);
        var up = yearly.Change("2026-07-01", yearly.High);
        Assert.Equal(Direction.Up, up.Direction);
        Assert.True(up.Totals.DueNow.IsZero);
        Assert.Equal(new LocalDate(2026, 8, 2), yearly.End);
    }

    // The bill day is the 1st, and a change is asked for on 15 January.
    [Fact]
    public void Orb_changes_at_the_end_of_the_term_now_or_on_a_date()
    {
        var end = new Customer(Orb.EndOfTerm(), 310m, 620m, start: "2026-01-01");
        end.Change("2026-01-15", end.High);
        Assert.Equal(Customer.At("2026-02-01"), end.Held.Pending!.EffectiveAt);

        var now = new Customer(Orb.Immediate(), 310m, 620m, start: "2026-01-01");
        Assert.Equal("USD 170.00", $"{now.Change("2026-01-15", now.High).Totals.UnusedValue}"); // 1 to 15 January, 14 of 31 days, stay with the old plan
        Assert.Equal(new LocalDate(2026, 2, 1), now.End);

        var onDate = new Customer(Orb.RequestedDate(), 310m, 620m, start: "2026-01-01");
        onDate.On("2026-01-15", onDate.High, "2026-02-15");
        Assert.Equal((new LocalDate(2026, 2, 1), Money.Of(310m, "USD")), onDate.Until("2026-02-10").LastBill);
        Assert.Equal("high", onDate.Until("2026-02-15").Held.Plan!.ProductId);
    }

    [Fact]
    public void Orb_aligns_to_the_month_or_to_the_start()
    {
        Assert.Equal(new LocalDate(2026, 2, 1), new Customer(Orb.Immediate(), 310m, 620m, start: "2026-01-15").End);
        Assert.Equal(new LocalDate(2026, 2, 15), new Customer(Orb.Immediate(first: TermRule.Restarted), 310m, 620m, start: "2026-01-15").End);

        var moved = new Customer(Orb.Immediate(TermRule.Restarted), 310m, 620m, start: "2026-01-01");
        moved.Change("2026-01-15", moved.High);
        Assert.Equal(new LocalDate(2026, 2, 15), moved.End);
    }

    [Fact]
    public void Metronome_prorates_a_seat_now_or_with_the_next_invoice_and_fewer_wait()
    {
        var now = new Customer(Metronome.Policy(), 30m, 60m);
        Assert.Equal("USD 15.00", $"{now.Change("2026-04-16", now.Low with { Quantity = 2 }).Totals.DueNow}");
        Assert.Empty(now.Change("2026-04-20", now.Low).Entries);

        var later = new Customer(Metronome.Policy(billed: PaymentTiming.NextInvoice), 30m, 60m);
        Assert.Equal("USD 15.00", $"{later.Change("2026-04-16", later.Low with { Quantity = 2 }).Totals.OnNextInvoice}");

        var whole = new Customer(Metronome.Policy(seatAdded: NewPrice.Full), 30m, 60m);
        Assert.Equal("USD 30.00", $"{whole.Change("2026-04-16", whole.Low with { Quantity = 2 }).Totals.DueNow}");
    }

    // unibee-1: 49 to 99, 15 of 31 days left after the day of the change; 24.19 unrounded.
    [Fact]
    public void UniBee_rounds_the_price_of_a_day_first_or_cuts_the_ratio_to_ten_thousandths()
    {
        var documented = new Customer(UniBee.Policy(), 49m, 99m, start: "2026-01-01");
        Assert.Equal("USD 24.15", $"{documented.Change("2026-01-16", documented.High).Totals.DueNow}");

        // 10 of 31 days are 3225 ten-thousandths, and not 3226.
        var reckoned = new Customer(UniBee.ByTenThousandths(), 100m, 200m, start: "2026-01-01");
        Assert.Equal("USD 32.25", $"{reckoned.Change("2026-01-22", reckoned.High).Totals.DueNow}");
    }

    [Fact]
    public void UniBee_puts_a_downgrade_off_and_owes_nothing_to_the_customer()
    {
        var down = new Customer(UniBee.Policy(), 49m, 99m, holdsHigh: true);
        Assert.Empty(down.Change("2026-04-16", down.Low).Entries);

        var yearly = new Customer(UniBee.Policy(), 90m, 100m, start: "2026-01-01", interval: BillingInterval.Year, highInterval: BillingInterval.Month);
        Assert.True(yearly.Change("2026-01-02", yearly.High).Totals.ToCredit.IsZero);
    }

    [Theory]
    [InlineData("2026-04-01")]
    [InlineData("2026-04-16")]
    [InlineData("2026-04-30")]
    public void Dodo_s_difference_is_the_same_on_every_day(string day)
    {
        var up = new Customer(Dodo.DifferenceImmediately(), 30m, 80m);
        Assert.Equal("USD 50.00", $"{up.Change(day, up.High).Totals.DueNow}");

        var down = new Customer(Dodo.DifferenceImmediately(), 30m, 80m, holdsHigh: true);
        Assert.Equal("USD 50.00", $"{down.Change(day, down.Low).Totals.ToCredit}");
    }

    [Fact]
    public void Dodo_prorates()
    {
        var up = new Customer(Dodo.ProratedImmediately(), 30m, 80m);
        Assert.Equal("USD 25.00", $"{up.Change("2026-04-16", up.High).Totals.DueNow}");
    }

    [Fact]
    public void Chargebee_divides_a_billing_that_is_put_off_by_a_period_from_today()
    {
        // From 15 to 20 May, on 5 May: five of the 31 days to 5 June. By the current term, of 30 days, 10 are unused and 15 charged: 10.33 and 15.50.
        var putOff = new Customer(Chargebee.Prorated(Measure.Days), 31m, 62m, start: "2026-04-15");
        Assert.Equal("USD 5.00", $"{putOff.Moved("2026-05-05", "2026-05-20").Totals.DueNow}");
        Assert.Equal((new LocalDate(2026, 5, 20), Money.Of(31m, "USD")), putOff.Until("2026-05-20").LastBill);

        var byTerm = new Customer(Chargebee.Prorated(Measure.Days, Denominator.Period), 31m, 62m, start: "2026-04-15");
        Assert.Equal("USD 5.17", $"{byTerm.Moved("2026-05-05", "2026-05-20").Totals.DueNow}");

        // Brought forward to 10 May: ten of thirty days are unused, 10.33, and five of the thirty days from 10 April are charged, 5.17.
        var earlier = new Customer(Chargebee.Prorated(Measure.Days), 31m, 62m, start: "2026-04-15");
        Assert.Equal("Service +10.33 -5.17; Balance -5.16", Written.Entries(earlier.Moved("2026-05-05", "2026-05-10")));
    }

    [Fact]
    public void Recurly_s_renewal_is_the_end_of_the_term_and_its_bill_date_that_of_the_month()
    {
        var year = new Contract(BillingInterval.Year, AfterContract.Anew);
        var renewal = new Customer(Recurly.AtRenewal(), 10m, 20m, contract: year);
        Assert.Empty(renewal.Change("2026-05-16", renewal.High).Entries);
        Assert.Equal("low", renewal.Until("2027-03-31").Held.Plan!.ProductId);
        Assert.Equal("high", renewal.Until("2027-04-01").Held.Plan!.ProductId);

        var billDate = new Customer(Recurly.AtBillDate(), 10m, 20m, contract: year);
        billDate.Change("2026-05-16", billDate.High);
        Assert.Equal("high", billDate.Until("2026-06-01").Held.Plan!.ProductId);
    }

    // Zuora, "Proration": 15 July 2018 to 15 March 2019 by the quarter and the 1st; without both settings July is free, and August to October, November to January and
    // February to April are billed in full. Sold for eight months, the last of them is full as well, and ends with the contract.
    [Fact]
    public void Zuora_bills_the_last_period_of_a_fixed_term_in_full_without_prorate_partial_period()
    {
        var price = Price.Of(300m, "USD", BillingInterval.Months(3)) with { Contract = new(BillingInterval.Months(8), AfterContract.Ends) };
        Sequence<TimelineStep> Life(BillingPolicy policy)
        {
            var catalog = Catalog.Of(new Plan { Id = "plan", Name = "Plan", Rank = 1, Prices = [price] });
            var held = Billing.Price(Subscription.NotStarted("s", "USD", DateTimeZone.Utc), Change.To(Cart.Of("plan", price.Interval)), Facts.None, catalog, policy, Customer.At("2018-07-15"))
                .OrThrow();
            return Lifecycle.Advance(held.SubscriptionAfter, Facts.None, catalog, policy, Customer.At("2020-01-01")).Steps;
        }

        var steps = Life(Zuora.WholePeriods(Anchor.OnDay(1)));
        Assert.Equal(["USD 300.00", "USD 300.00", "USD 300.00", "USD 0.00"], steps.Select(step => $"{((Quote)step.Answer).Totals.DueNow}"));
        Assert.Equal([new(2018, 8, 1), new(2018, 11, 1), new(2019, 2, 1), new LocalDate(2019, 3, 15)], steps.Select(step => step.At.InUtc().Date));

        // With both settings 42 of the 89 days from 1 February on are 141.57.
        Assert.Equal("USD 141.57", $"{((Quote)Life(Zuora.Policy(Anchor.OnDay(1), BillingInterval.Month))[2].Answer).Totals.DueNow}");
    }
}
