using System.Globalization;

namespace SubscriptionMath.Tests.Laws;

/// <summary>Findings of the laws on prices in arrears, once, and with fees; shrunk and kept by name, each figure by hand.</summary>
public sealed class ShrunkPrices
{
    private static readonly Treatment Anew = Counter.Rest with { Term = TermRule.Restarted, NewPrice = NewPrice.Full };

    [Fact]
    public void A_discount_on_what_is_charged_once_is_for_the_units_that_were_not_paid_for()
    {
        // One unit at 50.00 less a tenth; of two the second is charged, 50.00 less a tenth, and not both again.
        var shop = Counter.Of(Counter.Monthly(50m) with { BillingTiming = BillingTiming.Once }) with { Policy = Counter.Policy(Anew, Anew, Anew) };
        var tenth = Counter.Cart("p1") with { Discounts = [Discount.OfPercent("tenth", 10m)] };
        var bought = shop.Quote(shop.NotStarted(), tenth, "2026-04-01");
        Assert.Equal("Service -45.00; Payment +45.00", Written.Entries(bought));
        var second = shop.Quote(bought.SubscriptionAfter, tenth with { Quantity = 2 }, "2026-04-11");
        Assert.Equal("Service -45.00; Payment +45.00", Written.Entries(second));
        Assert.Equal("P1, 11 Apr to 11 May 2026: (EUR 50.00 less EUR 5.00) = EUR 45.00", Explanation.Of(second, 0));
    }

    [Fact]
    public void What_is_charged_in_arrears_bears_the_discount_that_it_was_sold_with()
    {
        // 30.00 less 20 %: ten of thirty days are 8.00, all of April is 24.00.
        var shop = Counter.Of(Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears }, Counter.Monthly(60m));
        var held = shop.Buy("2026-04-01", Counter.Cart("p1") with { Discounts = [Discount.OfPercent("fifth", 20m)] });
        var up = shop.Quote(held, Counter.Cart("p2"), "2026-04-11");
        Assert.Equal("Service -8.00 -40.00; Payment +48.00", Written.Entries(up));
        Assert.Equal("Used time on P1, 1 Apr to 11 Apr 2026: 10 of 30 days of (EUR 30.00 less EUR 6.00) = EUR 8.00", Explanation.Of(up, 0));
        Assert.Equal("2026-05-01: Renewal, Service -24.00; Payment +24.00", Written.Step(shop.Advance(held, "2026-05-01").Steps[^1]));
    }

    [Fact]
    public void In_arrears_nothing_is_owed_for_no_time_though_the_days_of_a_term_are_no_whole_month()
    {
        // 21 of 30 days of June and 9 of 31 of July are less than a month: nothing is used at first, a third of June after ten days, and all at the end.
        var shop = Counter.Of(Counter.Monthly(100m) with { BillingTiming = BillingTiming.InArrears });
        shop = shop with { Policy = shop.Policy.WithMeasure(Measure.Days with { Unit = ProrationUnit.DaysOfOwnMonths }) };
        var held = shop.Buy("2025-06-10", Counter.Cart("p1", 3));
        Assert.Equal("", Written.Entries(shop.Quote(held, Counter.Cart("p1", 2), "2025-06-10")));
        Assert.Equal("Service -33.33; Payment +33.33", Written.Entries(shop.Quote(held, Counter.Cart("p1", 2), "2025-06-20")));
        Assert.Equal("2025-07-10: Renewal, Service -300.00; Payment +300.00", Written.Step(shop.Advance(held, "2025-07-10").Steps[^1]));
    }

    [Theory]
    [InlineData(ChangeDay.New, "-9.00")]
    [InlineData(ChangeDay.Old, "-10.00")]
    [InlineData(ChangeDay.Both, "-10.00")]
    public void In_arrears_the_first_day_of_a_whole_term_is_its_own_and_the_day_of_the_change_is_the_policys(ChangeDay day, string used)
    {
        // 30.00 for the 30 days of June, left for a free plan on the 10th: nine days, and the tenth where it belongs to the old plan.
        var shop = Counter.Of(Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears }, Counter.Monthly(0m));
        shop = shop with { Policy = shop.Policy.WithMeasure(Measure.Days with { ChangeDay = day }) };
        Assert.Equal($"Service {used}; Payment +{used[1..]}", Written.Entries(shop.Quote(shop.Buy("2026-06-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-06-10")));
    }

    [Fact]
    public void What_was_paid_for_once_takes_no_part_of_a_discount_on_the_renewal()
    {
        // 8.00 off 50.00 and 30.00 are 5.00 and 3.00; at the renewal only the plan is sold, and bears all of it.
        var shop = Counter.Of(Counter.Monthly(50m));
        var cart = Counter.Cart("p1") with { AddOns = [new CartAddOn { Id = "visit" }], Discounts = [Discount.OfAmount("eight", Money.Of(8m, "EUR"))] };
        var bought = shop.Quote(shop.NotStarted(), cart, "2026-04-01");
        Assert.Equal("Service -45.00 -27.00; Payment +72.00", Written.Entries(bought));
        Assert.Equal("2026-05-01: Renewal, Service -42.00; Payment +42.00", Written.Step(shop.Advance(bought.SubscriptionAfter, "2026-05-01").Steps[^1]));
    }

    [Fact]
    public void What_was_used_before_time_that_was_bought_is_owed_by_whatever_comes_next()
    {
        // 60.00 for April left on the first day buys a month and a half of the plan in arrears: April is used, May is bought.
        var shop = Counter.Of(Counter.Monthly(60m), Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears });
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Anew with { Surplus = Surplus.ToTime(RoundingMode.Floor) }) };
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-04-01");
        Assert.Equal(shop.At("2026-07-01"), held.Term!.Value.End);
        Assert.Equal("2026-07-01: Renewal, Service -30.00; Payment +30.00", Written.Step(shop.Advance(held, "2026-07-01").Steps[^1]));

        // On 16 May April is owed still, whoever asks: 15 of 31 days of May and all of June are given back.
        var end = Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest), shop.At("2026-05-17")).OrThrow();
        Assert.Equal(30m, end.Totals.Used.Amount);
        var seats = shop.Change(held, Counter.Cart("p2", 2), "2026-05-17");
        Assert.Contains(seats.Plan!.Lots, lot => lot.Covers == shop.Term("2026-04-01", "2026-05-01"));
    }

    [Fact]
    public void What_is_charged_once_may_be_sold_for_a_term_that_is_yet_to_be_bought()
    {
        // 15.00 unused of 30.00, at 40.00 for the 30 days from 16 April: 11 days, to the 27th; the 40.00 are due now, and once.
        var bought = Anew with { Term = TermRule.AsBought, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) };
        var shop = Counter.Of(Counter.Monthly(30m), Counter.Monthly(40m) with { BillingTiming = BillingTiming.Once }) with { Policy = Counter.Policy(Anew, Anew, bought) };
        var quote = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-04-16");
        Assert.Equal(shop.At("2026-04-27"), quote.TermAfter!.Value.End);
        Assert.Equal(40m, quote.Totals.DueNow.Amount);
    }

    [Fact]
    public void A_next_billing_that_is_moved_back_takes_the_months_after_it_along()
    {
        // A year from 1 April with ten calls a month, moved to 16 June: April, May and the begun June are left, and the next year brings its own.
        var moves = Counter.Free with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept, Surplus = Surplus.Forfeited };
        var shop = Counter.Of(Price.Of(120m, "EUR", BillingInterval.Year));
        var calls = new Allowance { Kind = "calls", Units = 10m, Rollover = Rollover.None, Interval = BillingInterval.Month };
        shop = shop with
        {
            Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.NextBilling }, moves), .. shop.Policy.Rules.Skip(1)] },
            Catalog = shop.Catalog with { Plans = [shop.Catalog.Plans[0] with { Allowances = [calls] }] },
        };
        var held = shop.Buy("2026-04-01", Cart.Of("p1", BillingInterval.Year));
        var moved = Billing.Price(held, Change.To(held.Cart()) with { NextBilling = shop.At("2026-06-16") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")).OrThrow();
        Assert.Equal(
            [shop.At("2026-05-01"), shop.At("2026-06-01"), shop.At("2026-06-16")], moved.SubscriptionAfter.Grants.Select(grant => grant.Expires!.Value).Order());
    }

    [Fact]
    public void A_set_up_fee_that_contains_its_tax_is_told_with_and_without_it()
    {
        var shop = Counter.Of(Counter.Monthly(50m) with { SetUp = 11.90m });
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 19m, Included = true }) };
        var quote = shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-04-01", facts);
        Assert.Equal("Set-up of P1: EUR 11.90, without VAT 19 % EUR 10.00", Explanation.Of(quote, 0));
    }

    [Fact]
    public void What_is_charged_once_is_charged_once_whatever_was_renewed_ahead()
    {
        // The visit at 30.00 is bought in April with May renewed already; and given back whole, used and bought ahead.
        var whole = Counter.Rest with { Unused = UnusedValue.OfTheWholeTerm };
        var shop = Counter.Of(Counter.Monthly(50m)) with { Policy = Counter.Policy(whole, whole, whole) with { Renewal = RenewalPolicy.AtTheEnd with { DaysAhead = 7 } } };
        var ahead = shop.Advance(shop.Buy("2026-04-01", Counter.Cart("p1")), "2026-04-26").Subscription;
        Assert.Equal(shop.At("2026-06-01"), ahead.Plan!.ChargedThrough);
        var bought = shop.Quote(ahead, Counter.Cart("p1") with { AddOns = [new CartAddOn { Id = "visit" }] }, "2026-04-27");
        Assert.Equal("Service -30.00; Payment +30.00", Written.Entries(bought));
        var dropped = shop.Quote(bought.SubscriptionAfter, Counter.Cart("p1"), "2026-04-28");
        Assert.Equal("Goodwill +30.00; Balance -30.00", Written.Entries(dropped));
    }

    [Fact]
    public void What_is_charged_in_arrears_and_renewed_ahead_has_no_used_part_yet()
    {
        // 25 of 30 days of April at 30.00 are 25.00; five of 30 days and all of May at 60.00 are 10.00 and 60.00.
        var shop = Counter.Of(Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears }, Counter.Monthly(60m));
        shop = shop with { Policy = shop.Policy with { Renewal = RenewalPolicy.AtTheEnd with { DaysAhead = 7 } } };
        var ahead = shop.Advance(shop.Buy("2026-04-01", Counter.Cart("p1")), "2026-04-26").Subscription;
        Assert.Equal("Service -25.00 -10.00 -60.00; Payment +95.00", Written.Entries(shop.Quote(ahead, Counter.Cart("p2"), "2026-04-26")));
    }

    [Fact]
    public void A_percentage_is_of_the_price_of_the_units_held_whatever_the_phase()
    {
        // The seventh month of a year at 100.00 a visit, which new ones would cost 40.00 in: 182 of 365 days of 100.00 less a tenth are 44.88.
        var visit = new AddOn { Id = "visit", Name = "Visit", Prices = [Price.Of(100m, "EUR", BillingInterval.Year) with { Phases = [new(BillingInterval.Months(3), new PriceModel.PerUnit(40m))] }] };
        var plan = new Plan { Id = "p1", Name = "P1", Rank = 0, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)], AddOns = ["visit"] };
        var shop = Counter.Of(Counter.Monthly(1m)) with { Catalog = new() { Plans = [plan], AddOns = [visit] } };
        Cart Visits(int quantity) => Cart.Of("p1", BillingInterval.Year) with { AddOns = [new CartAddOn { Id = "visit", Quantity = quantity }], Discounts = [Discount.OfPercent("tenth", 10m)] };
        Assert.Equal("Service -44.88; Payment +44.88", Written.Entries(shop.Quote(shop.Buy("2026-04-01", Visits(1)), Visits(2), "2026-10-01")));
    }

    [Theory]
    [InlineData(ValueBasis.Billed)]
    [InlineData(ValueBasis.PaidInMoney)]
    [InlineData(ValueBasis.BilledByTime)]
    public void No_more_is_unused_than_was_paid_where_the_rate_of_a_day_is_rounded_up(ValueBasis basis)
    {
        // 3.00 a year are 0.0082 a day, rounded 0.01; 365 of those would be 3.65.
        Price Yearly(decimal amount) => Price.Of(amount, "EUR", BillingInterval.Year);
        var up = Anew with { Unused = UnusedValue.OfLots(LotSources.All, basis) };
        var shop = Counter.Of(Yearly(3m), Yearly(6m));
        shop = shop with { Policy = Counter.Policy(up, up, up).WithMeasure(Measure.Days with { Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) }) };
        var held = shop.Buy("2026-04-01", Cart.Of("p1", BillingInterval.Year));
        Assert.Equal("Service +3.00 -6.00; Payment +3.00", Written.Entries(shop.Quote(held, Cart.Of("p2", BillingInterval.Year), "2026-04-01")));
    }

    [Fact]
    public void Of_a_lot_that_was_stretched_each_unit_gives_back_no_more_than_its_own()
    {
        // Twenty at 100.00 for April, stretched on the 1st to the end of June without a bill: nineteen of them are 1,900.00, and not all of what was billed.
        var moved = Counter.Rest with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept, NewPrice = NewPrice.NothingUntilRenewal };
        var shop = Counter.Of(Counter.Monthly(100m));
        shop = shop with { Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.NextBilling }, moved), .. shop.Policy.Rules.AsEnumerable().Skip(1)] } };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 20));
        var longer = Billing.Price(held, Change.To(held.Cart()) with { NextBilling = shop.At("2026-07-01") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-01")).OrThrow();
        Assert.Equal("Service +1900.00; Balance -1900.00", Written.Entries(shop.Quote(longer.SubscriptionAfter, Counter.Cart("p1"), "2026-04-01")));
    }

    [Theory]
    [InlineData("0.0105", "2026-04-25")]
    [InlineData("0.0315", "2026-05-02")]
    public void Time_is_bought_with_the_tax_that_was_billed(string price, string until)
    {
        // At 25 % a cent bore no tax: 1.05 cents of 1.3125 a month are 24 of 30 days. Three cents bore one: 4.15 of 3.9375 are a month and one day.
        var bought = Anew with { Term = TermRule.AsBought, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) };
        var monthly = Counter.Monthly(decimal.Parse(price, CultureInfo.InvariantCulture));
        var shop = Counter.Of(monthly, monthly) with { Policy = Counter.Policy(Anew, Anew, bought) };
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 25m }) };
        var held = shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-04-01", facts).SubscriptionAfter;
        Assert.Equal(shop.At(until), shop.Quote(held, Counter.Cart("p2"), "2026-04-01", facts).TermAfter!.Value.End);
    }
}
