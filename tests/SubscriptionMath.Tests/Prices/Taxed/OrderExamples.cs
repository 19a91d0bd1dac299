using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Prices.Taxed;

/// <summary>In which order a part is taken, a discount taken off, tax put on and the amount rounded; and that a percentage is one of each unit.</summary>
public sealed class OrderExamples
{
    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static readonly Facts Taxed = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 25m }) };

    [Theory]
    [InlineData(TaxBase.Net, TaxStage.Lines, RoundingStage.Lines, 24166)] // 193.33 + 48.33
    [InlineData(TaxBase.Net, TaxStage.Invoice, RoundingStage.Lines, 24166)]
    [InlineData(TaxBase.Gross, TaxStage.Lines, RoundingStage.Lines, 24167)] // 200.00 x 29/30 x 1.25 is 241.666...
    [InlineData(TaxBase.Gross, TaxStage.Invoice, RoundingStage.Net, 24167)]
    // Tax out of the gross by invoice with rounded lines, and tax by line with a rounded net, are contradictions that the check refuses.
    public void Twenty_nine_days_of_two_hundred_with_a_quarter_of_tax(TaxBase taken, TaxStage stage, RoundingStage rounded, long due)
    {
        var rule = new TaxRule(taken, RoundingMode.HalfAwayFromZero);
        var shop = Of(policy => policy.WithTax(new(rule, rule, stage)).WithRounding(new(RoundingMode.HalfAwayFromZero, rounded)), 0m, 200m);
        var up = shop.Quote(shop.Buy("2026-06-01", Cart("a")), Cart("b"), "2026-06-02", Taxed);
        Assert.Equal(due, up.Totals.DueNow.Minor);
    }

    [Theory]
    [InlineData(DiscountStage.Price, 19735)] // 950.00 less 8 % is 874.00; 7/31 of it is 197.354...
    [InlineData(DiscountStage.Line, 19736)] // 7/31 of 950.00 is 214.52; less 8 % is 197.3584
    public void Eight_percent_off_a_stub(DiscountStage stage, long due)
    {
        var shop = Of(policy => policy.WithDiscounts(DiscountPolicy.InProportion with { Stage = stage }), 0m, 950m);
        var held = shop.Buy("2026-05-01", Cart("a"));
        var up = shop.Quote(held, Cart("b", Discount.OfPercent("eight", 8m)), "2026-05-25");
        Assert.Equal(due, up.Totals.DueNow.Minor);
        Assert.Equal(due, shop.Quote(shop.Accept(held, up), Cart("a"), "2026-05-25").Totals.ToCredit.Minor);
    }

    [Fact]
    public void Units_without_a_discount_are_not_rounded_before_it()
    {
        // 1.00 off stays with the seat that stays. Two seats at 10.00 leave with 7 of 31 days: 140/31 of a euro, exactly.
        var shop = Counter.Of(Counter.Monthly(10m));
        shop = shop with { Policy = shop.Policy.WithDiscounts(DiscountPolicy.InProportion with { Reversal = DiscountReversal.StaysBehind, Stage = DiscountStage.Line }) };
        var off = Discount.OfAmount("off", Money.Of(1m, "EUR"));
        var held = shop.Buy("2026-05-01", Counter.Cart("p1", 3) with { Discounts = [off] });
        var line = Assert.Single(shop.Quote(held, Counter.Cart("p1") with { Discounts = [off] }, "2026-05-25").Lines);
        Assert.Equal((new Fraction(14000, 31), 452), (line.Exact, line.Amount.Minor));
    }

    /// <summary>The price is held: what the stub was sold for is what it is worth, in the same order, and nothing of it is forfeited or conceded.</summary>
    [Theory]
    [InlineData(DiscountStage.Price, 19735)]
    [InlineData(DiscountStage.Line, 19736)]
    public void Eight_percent_off_a_stub_at_the_price_held(DiscountStage stage, long back)
    {
        var held = Now with { Unused = UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld) };
        var shop = Of(
            policy => policy.WithDiscounts(DiscountPolicy.InProportion with { Stage = stage }) with
            {
                Rules = [policy.Rules[0], Rule.Otherwise(held)],
            },
            0m,
            950m);
        var free = shop.Buy("2026-05-01", Cart("a"));
        var up = shop.Accept(free, shop.Quote(free, Cart("b", Discount.OfPercent("eight", 8m)), "2026-05-25"));
        var down = shop.Quote(up, Cart("a"), "2026-05-25");
        Assert.Equal(back, down.Totals.ToCredit.Minor);
        Assert.Equal([LineKind.Unused], down.Lines.Where(line => line.Kind != LineKind.NewPrice).Select(line => line.Kind));
    }

    [Fact]
    public void Each_unit_takes_its_percentage_along_in_the_classic_mode()
    {
        // 100.00 a month, half off: 50.00 for each, so 50.00 back for one, and 200.00 for two of b less the 100.00 of two.
        var shop = Of(_ => Stripe.Classic(PaymentTiming.Now), 100m, 200m);
        var half = Discount.OfPercent("half", 50m);
        var one = shop.Buy("2026-06-01", Cart("a", half));
        var more = shop.Quote(one, Cart("a", half) with { Quantity = 2 }, "2026-06-01");
        Assert.Equal("Service -50.00; Payment +50.00", Written.Entries(more));
        var two = shop.Accept(one, more);
        Assert.Equal(-50m, shop.Quote(two, Cart("a", half), "2026-06-01").Totals.Net.Amount);
        Assert.Equal(100m, shop.Quote(two, Cart("b", half) with { Quantity = 2 }, "2026-06-01").Totals.DueNow.Amount);
        Assert.Equal(100m, shop.Quote(two, Cart("b"), "2026-06-01").Totals.DueNow.Amount);
    }

    [Fact]
    public void A_unit_that_is_added_bears_its_own_percentage_and_not_that_of_a_unit_sold_without_one()
    {
        var shop = Of(policy => policy, 100m, 200m);
        var one = shop.Buy("2026-06-01", Cart("a"));
        Assert.Equal(50m, shop.Quote(one, Cart("a", Discount.OfPercent("half", 50m)) with { Quantity = 2 }, "2026-06-01").Totals.DueNow.Amount);
    }

    private static Cart Cart(string plan, params Discount[] discounts) => SubscriptionMath.Cart.Of(plan, BillingInterval.Month) with { Discounts = [.. discounts] };

    private static Shop Of(Func<BillingPolicy, BillingPolicy> policy, decimal a, decimal b) => new(
        policy(Lives.Club.Policy.WithRounding(Rounding.HalfAwayFromZeroByLine) with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, Now with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }), Rule.Otherwise(Now)],
        }),
        Catalog.Of(Shops.Plan("a", 1, Price.Of(a, "EUR", BillingInterval.Month)), Shops.Plan("b", 2, Price.Of(b, "EUR", BillingInterval.Month))));
}
