namespace SubscriptionMath.Tests.Prices;

/// <summary>Prices that are charged for what was used, once, or with a fee for the beginning.</summary>
public sealed class ArrearsExamples
{
    private static readonly Price Ten = Counter.Monthly(10m) with { BillingTiming = BillingTiming.InArrears };
    private static readonly Price Twenty = Counter.Monthly(20m) with { BillingTiming = BillingTiming.InArrears };

    [Fact]
    public void In_arrears_the_purchase_costs_nothing_and_the_renewal_what_was_used()
    {
        var shop = Counter.Of(Ten);
        var bought = shop.Quote(shop.NotStarted(), Counter.Cart("p1", 2), "2026-04-01");
        Assert.Equal("", Written.Entries(bought));
        var renewal = (Quote)shop.Advance(bought.SubscriptionAfter, "2026-05-01").Steps[^1].Answer;
        Assert.Equal("Service -20.00; Payment +20.00", Written.Entries(renewal));
        Assert.Equal("Used time on P1, 1 Apr to 1 May 2026: 30 of 30 days of 2 x EUR 10.00 = EUR 20.00", Explanation.Of(renewal, 0));
        Assert.Equal(20m, renewal.Totals.Used.Amount);
    }

    [Theory]
    [InlineData(ChangeDay.New, "Service -15.00; Payment +15.00")]
    [InlineData(ChangeDay.Old, "Service -16.00; Payment +16.00")]
    public void The_first_day_of_a_term_is_used_whose_ever_the_day_of_the_change_is(ChangeDay day, string entries)
    {
        // The 1st to the 15th of April are used, at 1.00 a day, and the 16th where it is the old item's.
        var shop = Counter.Of(Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears });
        shop = shop with { Policy = shop.Policy.WithMeasure(Measure.Days with { ChangeDay = day }) };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        Assert.Equal(entries, Written.Entries(Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow()));
    }

    [Fact]
    public void A_quarter_at_9_in_arrears_ended_after_a_month_owes_3_07()
    {
        var price = Price.Of(9m, "EUR", BillingInterval.Months(3)) with { BillingTiming = BillingTiming.InArrears };
        var shop = Counter.Of(price);
        var held = shop.Buy("2024-01-01", Cart.Of("p1", BillingInterval.Months(3)));
        Assert.Equal(
            "Service -3.07; Payment +3.07",
            Written.Entries(Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2024-02-01")).OrThrow()));
    }

    [Fact]
    public void From_in_arrears_to_in_advance_both_parts_are_owed()
    {
        var shop = Counter.Of(Ten, Counter.Monthly(20m));
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var up = shop.Quote(held, Counter.Cart("p2"), "2026-04-11");
        Assert.Equal("Service -3.33 -13.33; Payment +16.67; Rounding -0.01", Written.Entries(up));
        Assert.Equal("2026-05-01: Renewal, Service -20.00; Payment +20.00", Written.Step(shop.Advance(up.SubscriptionAfter, "2026-05-01").Steps[^1]));
    }

    [Fact]
    public void From_in_advance_to_in_arrears_the_unused_part_is_credited_and_the_used_one_owed_at_the_end()
    {
        var shop = Counter.Of(Counter.Monthly(10m), Twenty);
        var up = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-04-11");
        Assert.Equal("Service +6.67; Balance -6.67", Written.Entries(up));
        Assert.Equal("Service -13.33; Balance +6.67; Payment +6.66", Written.Entries(shop.Renewal(up)));
    }

    [Fact]
    public void Units_that_come_and_leave_in_arrears_are_owed_for_their_own_time()
    {
        var shop = Counter.Of(Ten);
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1")), Counter.Cart("p1", 3), "2026-04-11");
        var fewer = shop.Quote(held, Counter.Cart("p1", 2), "2026-04-21");
        Assert.Equal("Service -3.33; Payment +3.33", Written.Entries(fewer));
        Assert.Equal("Service -10.00 -6.67; Payment +16.67", Written.Entries(shop.Renewal(fewer)));
    }

    [Fact]
    public void A_day_of_change_that_belongs_to_both_is_charged_to_both()
    {
        // Lago, in arrears: upgraded on 21 August, 21 days of the old plan and 11 of the new one, 32 of 31.
        var shop = Counter.Of(Ten, Counter.Monthly(100m) with { BillingTiming = BillingTiming.InArrears });
        shop = shop with { Policy = shop.Policy.WithMeasure(Measure.Days with { ChangeDay = ChangeDay.Both }) };
        var up = shop.Quote(shop.Buy("2023-08-01", Counter.Cart("p1")), Counter.Cart("p2"), "2023-08-21");
        Assert.Equal("Service -6.77; Payment +6.77", Written.Entries(up));
        Assert.Equal("Service -35.48; Payment +35.48", Written.Entries(shop.Renewal(up)));
    }

    [Fact]
    public void A_cancellation_at_the_end_of_the_term_is_owed_then()
    {
        var shop = Counter.Of(Ten) with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Treatment.AtPeriodEnd) };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var end = Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")).OrThrow();
        Assert.Equal("", Written.Entries(end));
        Assert.Equal("2026-05-01: Expiry, Service -10.00; Payment +10.00", Written.Step(shop.Advance(end.SubscriptionAfter, "2026-05-01").Steps[^1]));
    }

    [Fact]
    public void A_set_up_fee_is_charged_once_and_whole()
    {
        var shop = Counter.Of(Counter.Monthly(50m) with { SetUp = 99m }, Counter.Monthly(80m) with { SetUp = 10m });
        var bought = shop.Quote(shop.NotStarted(), Counter.Cart("p1", 2), "2026-04-01");
        Assert.Equal("Service -99.00 -100.00; Payment +199.00", Written.Entries(bought));
        Assert.Equal("Set-up of P1: EUR 99.00", Explanation.Of(bought, 0));
        var held = bought.SubscriptionAfter;
        Assert.Equal("Service -25.00; Payment +25.00", Written.Entries(shop.Quote(held, Counter.Cart("p1", 3), "2026-04-16")));
        Assert.Equal("Service +50.00 -10.00 -80.00; Payment +40.00", Written.Entries(shop.Quote(held, Counter.Cart("p2", 2), "2026-04-16")));
        Assert.Equal("Service -100.00; Payment +100.00", Written.Entries(shop.Renewal(bought)));
    }

    [Fact]
    public void A_plan_that_is_charged_once_is_charged_once_beside_a_term_renewed_ahead()
    {
        // On 27 May 5 of 31 days and all of June are given back, 4.84 and 30.00; the 80.00 are for both, once.
        var shop = Counter.Of(Counter.Monthly(30m), Counter.Monthly(80m) with { BillingTiming = BillingTiming.Once });
        shop = shop with { Policy = shop.Policy with { Renewal = RenewalPolicy.AtTheEnd with { DaysAhead = 7 } } };
        var ahead = shop.Advance(shop.Buy("2026-05-01", Counter.Cart("p1")), "2026-05-26").Subscription;
        Assert.Equal("Service +4.84 +30.00 -80.00; Payment +45.16", Written.Entries(shop.Quote(ahead, Counter.Cart("p2"), "2026-05-27")));
    }

    [Fact]
    public void Time_used_of_two_periods_in_milliseconds_is_brought_to_lower_terms()
    {
        // 11 March to 29 April are 49 days, of the 31 to 11 April; on 14 April 15 days are left, of the 30 to 14 May. 49/31 less 15/30 of 930.00
        // are 1,470.00 less 465.00. In milliseconds the two periods multiply to 6.9 * 10^18, and the numerator is beyond 64 bits.
        var shop = Counter.Of(Counter.Monthly(930m) with { BillingTiming = BillingTiming.InArrears });
        var moved = Counter.Rest with { Term = TermRule.MovedAsAsked };
        var policy = Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest);
        policy = policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.NextBilling }, moved), .. policy.Rules] };
        shop = shop with { Policy = policy.WithMeasure(Measure.Days with { Unit = ProrationUnit.Milliseconds, Denominator = Denominator.FromTheChange }) };
        var held = Moved(shop.Buy("2026-03-01", Counter.Cart("p1")), "2026-03-11", "2026-04-29").SubscriptionAfter;
        var used = Assert.Single(Moved(held, "2026-04-14", "2026-05-20").Lines, line => line.Kind == LineKind.Used);
        Assert.Equal((-100500, new Share(67, 62, ProrationUnit.Milliseconds)), (used.Amount.Minor, used.Share));

        Quote Moved(Subscription from, string day, string to) =>
            Billing.Price(from, Change.To(Counter.Cart("p1")) with { NextBilling = shop.At(to) }, shop.Facts, shop.Catalog, shop.Policy, shop.At(day)).OrThrow();
    }

    [Fact]
    public void What_is_charged_once_is_neither_prorated_nor_charged_again_nor_credited()
    {
        var shop = Counter.Of(Counter.Monthly(50m));
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var with = shop.Quote(held, Counter.Cart("p1") with { AddOns = [new CartAddOn { Id = "visit" }] }, "2026-04-16");
        Assert.Equal("Service -30.00; Payment +30.00", Written.Entries(with));
        Assert.Equal("Service -50.00; Payment +50.00", Written.Entries(shop.Renewal(with)));
        Assert.Equal("", Written.Entries(shop.Quote(with.SubscriptionAfter, Counter.Cart("p1"), "2026-04-16")));
        var whole = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest with { Unused = UnusedValue.OfTheWholeTerm }) };
        Assert.Equal("Goodwill +30.00; Balance -30.00", Written.Entries(whole.Quote(with.SubscriptionAfter, Counter.Cart("p1"), "2026-04-20")));
    }
}

/// <summary>The bookings at the next first of the month.</summary>
file static class Renewals
{
    public static Quote Renewal(this Shop shop, Quote quote)
    {
        var facts = shop.Facts with { Credit = quote.CreditAfter };
        return (Quote)Lifecycle.Advance(quote.SubscriptionAfter, facts, shop.Catalog, shop.Policy, quote.SubscriptionAfter.Term!.Value.End).Steps[^1].Answer;
    }
}
