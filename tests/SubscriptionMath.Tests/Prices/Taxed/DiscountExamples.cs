namespace SubscriptionMath.Tests.Prices.Taxed;

/// <summary>Discounts by name: figures that can be checked with a pencil. June has 30 days, of which 15 are left on the 16th.</summary>
public sealed class DiscountExamples
{
    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static readonly Shop Open = new(
        Lives.Club.Policy.WithRounding(Rounding.HalfAwayFromZeroByLine) with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, Now with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }), Rule.Otherwise(Now)],
        },
        new Catalog
        {
            Plans = [Plan("ten", 1, 10m), Plan("hundred", 2, 100m), Plan("thousand", 3, 1000m), Plan("odd", 4, 75m)],
            AddOns = [AddOn("twenty", 20m), AddOn("quarter", 25m)],
        });

    [Fact]
    public void The_old_discount_on_the_credit_and_the_new_one_on_the_charge()
    {
        var held = Open.Buy("2026-06-01", Cart("hundred", Discount.OfPercent("old", 25m)));
        Assert.Equal("Service +37.50 -250.00; Payment +212.50", Written.Entries(Open.Quote(held, Cart("thousand", Discount.OfPercent("new", 50m)), "2026-06-16")));
        Assert.Equal("Service +37.50 -500.00; Payment +462.50", Written.Entries(Open.Quote(held, Cart("thousand"), "2026-06-16")));
    }

    [Fact]
    public void Ninety_nine_99_is_split_75_to_25_as_74_99_and_25_00()
    {
        var cart = Cart("odd", Off(99.99m)) with { AddOns = [new CartAddOn { Id = "quarter" }] };
        var quote = Open.Quote(Open.NotStarted(), cart, "2026-06-01");
        Assert.Equal("Service -0.01; Payment +0.01", Written.Entries(quote));
        Assert.Equal([Fraction.Of(7499), Fraction.Of(2500)], quote.Lines.Select(line => line.Discount!.Off));
    }

    [Theory]
    [InlineData(SplitMethod.LargestRemainder, "Service -8.33 -16.67; Payment +25.00")] // 1.67 and 3.33
    [InlineData(SplitMethod.LastTakesRest, "Service -8.34 -16.66; Payment +25.00")] // 1.66 and 3.34
    public void Five_off_is_split_over_ten_and_twenty(SplitMethod split, string entries) => Assert.Equal(
        entries, Written.Entries(With(split, DiscountReversal.InProportion).Quote(Open.NotStarted(), TenAndTwenty, "2026-06-01")));

    [Fact]
    public void Stripe_flexible_gives_back_what_the_line_was_sold_for()
    {
        // -0.5 x (20.00 - 3.34), where the add-on is dropped.
        var shop = With(SplitMethod.LastTakesRest, DiscountReversal.InProportion);
        Assert.Equal("Service +8.33; Balance -8.33", Written.Entries(shop.Quote(shop.Buy("2026-06-01", TenAndTwenty), Cart("ten", Off(5m)), "2026-06-16")));
    }

    [Fact]
    public void Stripe_classic_takes_all_of_the_discount_off_what_is_dropped()
    {
        // -0.5 x (20.00 - 5.00).
        var shop = With(SplitMethod.LastTakesRest, DiscountReversal.LeavesWhole);
        Assert.Equal("Service +7.50; Balance -7.50", Written.Entries(shop.Quote(shop.Buy("2026-06-01", TenAndTwenty), Cart("ten", Off(5m)), "2026-06-16")));
    }

    [Theory]
    [InlineData(DiscountReversal.StaysBehind, 7.5)] // (20 - max(0, 35 - 30)) / 2
    [InlineData(DiscountReversal.LeavesWhole, 0)] // (20 - 20) / 2
    [InlineData(DiscountReversal.InProportion, 3)] // (20 - 14) / 2
    public void Two_of_five_seats_leave_that_were_sold_with_35_off(DiscountReversal reversal, decimal credit)
    {
        var shop = With(SplitMethod.LargestRemainder, reversal);
        var five = shop.Buy("2026-06-01", Cart("ten", Off(35m)) with { Quantity = 5 });
        Assert.Equal(Money.Of(credit, "EUR"), shop.Quote(five, Cart("ten", Off(35m)) with { Quantity = 3 }, "2026-06-16").Totals.UnusedValue);
    }

    [Fact]
    public void Units_that_are_added_bear_what_those_held_do_not()
    {
        // 15.00 off two at 10.00; four bear 15.00 as well, so the two more bear nothing: 20.00 x 15 / 30.
        var two = Open.Buy("2026-06-01", Cart("ten", Off(15m)) with { Quantity = 2 });
        Assert.Equal("Service -10.00; Payment +10.00", Written.Entries(Open.Quote(two, Cart("ten", Off(15m)) with { Quantity = 4 }, "2026-06-16")));
    }

    [Theory]
    [InlineData(1, "50.00 100.00 100.00")]
    [InlineData(2, "50.00 50.00 100.00")]
    [InlineData(null, "50.00 50.00 50.00")]
    public void Renewals_use_a_discount_up(int? periods, string paid)
    {
        var discount = Discount.OfPercent("half", 50m) with { Periods = periods };
        var bought = Open.Quote(Open.NotStarted(), Cart("hundred", discount), "2026-06-01");
        var life = Open.Advance(bought.SubscriptionAfter, "2026-08-01");
        Assert.Equal(paid, string.Join(' ', life.Steps.Select(step => ((Quote)step.Answer).Totals.DueNow).Prepend(bought.Totals.DueNow).Select(due => due.Amount.ToString("F2", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(periods is null ? 1 : 0, life.Subscription.Discounts.Count);
    }

    [Fact]
    public void A_discount_that_is_asked_for_where_nothing_is_bought_begins_with_the_next_period()
    {
        var once = Discount.OfPercent("half", 50m) with { Periods = 1 };
        var held = Open.Buy("2026-06-01", Cart("hundred"));
        var quote = Open.Quote(held, Cart("hundred", once), "2026-06-16");
        Assert.Empty(quote.Entries);
        Assert.Equal(2, quote.SubscriptionAfter.Discounts[0].Periods);
        Assert.Equal("2026-07-01: Renewal, Service -50.00; Payment +50.00", Written.Step(Open.Advance(quote.SubscriptionAfter, "2026-07-01").Steps[0]));
        Assert.Equal("2026-08-01: Renewal, Service -100.00; Payment +100.00", Written.Step(Open.Advance(quote.SubscriptionAfter, "2026-08-01").Steps[1]));
    }

    [Fact]
    public void A_discount_on_an_add_on_leaves_the_plan_alone()
    {
        var cart = Cart("ten", Discount.OfPercent("half", 50m) with { ProductId = "twenty" }) with { AddOns = [new CartAddOn { Id = "twenty" }] };
        Assert.Equal("Service -10.00 -10.00; Payment +20.00", Written.Entries(Open.Quote(Open.NotStarted(), cart, "2026-06-01")));
    }

    [Fact]
    public void No_more_is_taken_off_than_the_price() =>
        Assert.Equal("", Written.Entries(Open.Quote(Open.NotStarted(), Cart("ten", Off(35m)), "2026-06-01")));

    /// <summary>The hundred waits for July. The twenty renews as sold though the list says 60.00: 60.00 off are 50.00 off 100.00 and 10.00 off 20.00.</summary>
    [Fact]
    public void An_amount_off_a_cart_that_waited_is_split_by_the_prices_of_its_sale()
    {
        var waits = Open with { Policy = Open.Policy with { Rules = [Open.Policy.Rules[0], Rule.Otherwise(Now with { Timing = Timing.AtBilledEnd })] } };
        var waiting = waits.Change(waits.Buy("2026-06-01", TenAndTwenty with { Discounts = [] }), TenAndTwenty with { PlanId = "hundred", Discounts = [Off(60m)] }, "2026-06-10");
        var dearer = waits with { Catalog = waits.Catalog with { AddOns = [AddOn("twenty", 60m)] } };
        Assert.Equal("2026-07-01: PendingChange, Service -50.00 -10.00; Payment +60.00", Written.Step(Assert.Single(dearer.Advance(waiting, "2026-07-01").Steps)));
    }

    /// <summary>One cent off two prices of 10.00: the plan is the first of the two, in a renewal as in the purchase.</summary>
    [Theory]
    [InlineData(SplitMethod.LargestRemainder, "Service -9.99 -10.00; Payment +19.99")]
    [InlineData(SplitMethod.LastTakesRest, "Service -10.00 -9.99; Payment +19.99")]
    public void A_renewal_splits_an_amount_as_the_purchase_did(SplitMethod split, string entries)
    {
        var shop = With(split, DiscountReversal.InProportion) with { Catalog = Open.Catalog with { AddOns = [AddOn("twenty", 10m)] } };
        var bought = shop.Quote(shop.NotStarted(), TenAndTwenty with { Discounts = [Off(0.01m)] }, "2026-06-01");
        Assert.Equal(entries, Written.Entries(bought));
        Assert.Equal($"2026-07-01: Renewal, {entries}", Written.Step(Assert.Single(shop.Advance(bought.SubscriptionAfter, "2026-07-01").Steps)));
    }

    /// <summary>The twenty runs out with June, so all of the 5.00 is off the 10.00 of the plan in July, and no third of it is lost.</summary>
    [Fact]
    public void An_add_on_that_runs_out_with_the_term_bears_no_part_of_an_amount_off_the_renewal()
    {
        var shop = Open with { Catalog = Open.Catalog with { AddOns = [AddOn("twenty", 20m) with { RunsOut = true }] } };
        var renewed = shop.Advance(shop.Buy("2026-06-01", TenAndTwenty), "2026-07-01").Steps;
        Assert.Equal("2026-07-01: Renewal, Service -5.00; Payment +5.00", Written.Step(renewed[0]));
    }

    [Fact]
    public void Tax_is_on_what_is_left()
    {
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 25m }) };
        Assert.Equal("Service -75.00; Tax -18.75; Payment +93.75", Written.Entries(Open.Quote(Open.NotStarted(), Cart("hundred", Off(25m)), "2026-06-01", facts)));
    }

    [Fact]
    public void The_words_of_a_discount() => Assert.Equal(
        "Unused time on Hundred, 16 Jun to 1 Jul 2026: 15 of 30 days of (EUR 100.00 less EUR 25.00) = EUR 37.50",
        Explanation.Of(Open.Quote(Open.Buy("2026-06-01", Cart("hundred", Off(25m))), Cart("thousand"), "2026-06-16"), 0));

    [Fact]
    public void A_discount_in_another_currency_is_no_discount_of_this_subscription() => Assert.Throws<ArgumentException>(() =>
        Open.Quote(Open.NotStarted(), Cart("ten", Discount.OfAmount("off", Money.Of(5m, "USD"))), "2026-06-01"));

    private static Cart TenAndTwenty => Cart("ten", Off(5m)) with { AddOns = [new CartAddOn { Id = "twenty" }] };

    private static Shop With(SplitMethod split, DiscountReversal reversal) => Open with { Policy = Open.Policy.WithDiscounts(new(split, reversal)) };

    private static Discount Off(decimal amount) => Discount.OfAmount("off", Money.Of(amount, "EUR"));

    private static Cart Cart(string plan, params Discount[] discounts) => SubscriptionMath.Cart.Of(plan, BillingInterval.Month) with { Discounts = [.. discounts] };

    private static Plan Plan(string id, int rank, decimal price) =>
        Shops.Plan(id, rank, Price.Of(price, "EUR", BillingInterval.Month)) with { AddOns = ["twenty", "quarter"] };

    private static AddOn AddOn(string id, decimal price) => Shops.AddOn(id, Price.Of(price, "EUR", BillingInterval.Month));
}
