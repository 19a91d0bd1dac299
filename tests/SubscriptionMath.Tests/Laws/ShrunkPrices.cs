namespace SubscriptionMath.Tests;

/// <summary>What the laws have found of prices in arrears, once, and with fees; shrunk and kept by name, each figure by hand.</summary>
public sealed class ShrunkPrices
{
    private static readonly Treatment Anew = Counter.Rest with { Term = TermRule.Restarted, NewPrice = NewPrice.Full };

    [Fact]
    public void A_discount_on_what_is_charged_once_is_for_the_units_that_were_not_paid_for()
    {
        // One unit at 50.00 less a tenth; of two the second is charged, 50.00 less a tenth, and not both again.
        var shop = Counter.Of(Counter.Monthly(50m) with { Charged = Charged.Once }) with { Policy = Counter.Policy(Anew, Anew, Anew) };
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
        var shop = Counter.Of(Counter.Monthly(30m) with { Charged = Charged.InArrears }, Counter.Monthly(60m));
        var held = shop.Buy("2026-04-01", Counter.Cart("p1") with { Discounts = [Discount.OfPercent("fifth", 20m)] });
        var up = shop.Quote(held, Counter.Cart("p2"), "2026-04-11");
        Assert.Equal("Service -8.00 -40.00; Payment +48.00", Written.Entries(up));
        Assert.Equal("Used time on P1, 1 Apr to 11 Apr 2026: 10 of 30 days of (EUR 30.00 less EUR 6.00) = EUR 8.00", Explanation.Of(up, 0));
        Assert.Equal("2026-05-01: Renewal, Service -24.00; Payment +24.00", Written.Step(shop.Advance(held, "2026-05-01").Steps[^1]));
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
        var shop = Counter.Of(Counter.Monthly(60m), Counter.Monthly(30m) with { Charged = Charged.InArrears });
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Anew with { Surplus = Surplus.ToTime(RoundingMode.Floor) }) };
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-04-01");
        Assert.Equal(shop.At("2026-07-01"), held.Term!.Value.End);
        Assert.Equal("2026-07-01: Renewal, Service -30.00; Payment +30.00", Written.Step(shop.Advance(held, "2026-07-01").Steps[^1]));

        // On 16 May April is owed still, whoever asks: 15 of 31 days of May and all of June are given back.
        var end = Billing.Price(held, Change.Terminate(), shop.Facts, shop.Catalog, Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest), shop.At("2026-05-17")).OrThrow();
        Assert.Equal(30m, end.Totals.Used.Amount);
        var seats = shop.Change(held, Counter.Cart("p2", 2), "2026-05-17");
        Assert.Contains(seats.Plan!.Lots, lot => lot.Covers == shop.Term("2026-04-01", "2026-05-01"));
    }

    [Fact]
    public void A_set_up_fee_that_contains_its_tax_is_told_with_and_without_it()
    {
        var shop = Counter.Of(Counter.Monthly(50m) with { SetUp = 11.90m });
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 19m, Included = true }) };
        var quote = shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-04-01", facts);
        Assert.Equal("Set-up of P1: EUR 11.90, without VAT 19 % EUR 10.00", Explanation.Of(quote, 0));
    }
}
