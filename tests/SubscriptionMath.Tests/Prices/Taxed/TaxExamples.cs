namespace SubscriptionMath.Tests.Prices.Taxed;

/// <summary>Tax by name: figures that can be checked with a pencil. A month is April, of 30 days.</summary>
public sealed class TaxExamples
{
    private static readonly TaxRate Vat = new() { Name = "VAT", Percent = 25m };

    private static readonly TaxRate Within = new() { Name = "VAT", Percent = 19m, Included = true };

    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static readonly Shop Open = new(
        Lives.Club.Policy.WithRounding(Rounding.HalfAwayFromZeroByLine).WithTax(TaxPolicy.ByLine) with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, Now with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }), Rule.Otherwise(Now)],
        },
        new Catalog
        {
            Plans =
            [
                Plan("free", 0, 0m), Plan("cheap", 1, 0.33m), Plan("small", 2, 30m), Plan("middle", 3, 100m), Plan("large", 4, 200m), Plan("gross", 5, 119m),
            ],
            AddOns = [AddOn("storage", 0.33m), AddOn("phone", 0.33m), AddOn("seats", 0.10m)],
        })
    { Facts = Facts.None with { Taxes = TaxRates.Of(Vat) } };

    [Fact]
    public void Two_hundred_for_29_of_30_days_with_25_percent_tax__241_66_on_net_and_tax_apart()
    {
        Assert.Equal("Service -193.33; Tax -48.33; Payment +241.66", FromFree(Open, "large"));
        Assert.Equal("Service -193.33; Tax -48.33; Payment +241.66", FromFree(With(Rounding.HalfAwayFromZeroOnTheNet, TaxPolicy.ByInvoice), "large"));
    }

    [Fact]
    public void Two_hundred_for_29_of_30_days_with_25_percent_tax__241_67_rounded_on_the_gross()
    {
        var gross = new TaxPolicy(TaxRule.OutOfTheGross, TaxRule.OutOfTheGross, TaxStage.Lines);
        Assert.Equal("Service -193.34; Tax -48.33; Payment +241.67", FromFree(With(Rounding.HalfAwayFromZeroByLine, gross), "large"));
        Assert.Equal(
            "Service -193.33; Tax -48.33; Payment +241.67; Rounding -0.01",
            FromFree(With(Rounding.HalfAwayFromZeroOnTheNet, gross with { Stage = TaxStage.Invoice }), "large"));
    }

    [Fact]
    public void Tax_may_be_cut()
    {
        // 193.33 x 8.875 % is 17.158; of 0.33 it is 0.029.
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "Sales tax", Percent = 8.875m }) };
        var cut = With(Rounding.HalfAwayFromZeroByLine, new TaxPolicy(new(TaxBase.Net, RoundingMode.TowardZero), TaxRule.OnTheNet, TaxStage.Lines)) with { Facts = facts };
        Assert.Equal("Service -0.33; Tax -0.02; Payment +0.35", Written.Entries(cut.Quote(cut.NotStarted(), Cart("cheap"), "2026-04-01")));
        Assert.Equal("Service -0.33; Tax -0.03; Payment +0.36", Written.Entries((Open with { Facts = facts }).Quote(Open.NotStarted(), Cart("cheap"), "2026-04-01")));
    }

    [Fact]
    public void A_credit_reverses_the_tax_it_was_sold_with_whatever_the_rate_is_now()
    {
        // Sold in April at 20 %; on 16 April 15 of 30 days are unused, and the rate is 25 %.
        var sold = Open with { Facts = Facts.None with { Taxes = TaxRates.Of(Vat with { Percent = 20m }) } };
        var middle = sold.Buy("2026-04-01", Cart("middle"));
        Assert.Equal("Service +50.00 -100.00; Tax +10.00 -25.00; Payment +65.00", Written.Entries(Open.Quote(middle, Cart("large"), "2026-04-16")));
    }

    [Fact]
    public void What_was_sold_without_tax_gives_none_back()
    {
        var middle = (Open with { Facts = Facts.None }).Buy("2026-04-01", Cart("middle"));
        Assert.Equal("Service +50.00 -100.00; Tax -25.00; Payment +75.00", Written.Entries(Open.Quote(middle, Cart("large"), "2026-04-16")));
    }

    [Fact]
    public void Tax_within_the_price_is_taken_out_of_it()
    {
        var shop = Open with { Facts = Facts.None with { Taxes = TaxRates.Of(Within) } };
        var first = shop.Quote(shop.NotStarted(), Cart("gross"), "2026-04-01");
        Assert.Equal("Service -100.00; Tax -19.00; Payment +119.00", Written.Entries(first));
        Assert.Equal(new LotTax { Rate = Within, Billed = Money.Of(19m, "EUR") }, first.SubscriptionAfter.Plan!.Lots[0].Tax);
        Assert.Equal(Money.Of(119m, "EUR"), first.SubscriptionAfter.Plan.Lots[0].Billed);

        // Half of 119.00 goes back, and half of the 19.00.
        Assert.Equal("Service +50.00; Tax +9.50; Balance -59.50", Written.Entries(shop.Quote(first.SubscriptionAfter, Cart("free"), "2026-04-16")));
        Assert.Equal(
            ["Gross, 1 Apr to 1 May 2026: EUR 119.00, without VAT 19 % EUR 100.00", "VAT 19 %, in EUR 119.00", "To be paid now"],
            Explanation.Of(first));
    }

    [Fact]
    public void Rounded_by_invoice_the_lines_share_the_tax()
    {
        // Three lines of 0.33 at 10 %: 0.033 each, 0.099 in all; by lines 0.09.
        var facts = Facts.None with { Taxes = TaxRates.Of(Vat with { Percent = 10m }) };
        var cart = Cart("cheap") with { AddOns = [new CartAddOn { Id = "storage" }, new CartAddOn { Id = "phone" }] };
        var shop = With(Rounding.HalfAwayFromZeroByLine, TaxPolicy.ByInvoice) with { Facts = facts };
        Assert.Equal("Service -0.33 -0.33 -0.33; Tax -0.04 -0.03 -0.03; Payment +1.09", Written.Entries(shop.Quote(shop.NotStarted(), cart, "2026-04-01")));
        Assert.Equal("Service -0.33 -0.33 -0.33; Tax -0.03 -0.03 -0.03; Payment +1.08", Written.Entries((Open with { Facts = facts }).Quote(Open.NotStarted(), cart, "2026-04-01")));
    }

    [Fact]
    public void Products_may_bear_different_rates_or_none()
    {
        var facts = Facts.None with { Taxes = TaxRates.Of(Vat) with { Products = [new("storage", new TaxRate { Name = "Reduced VAT", Percent = 0m })] } };
        var cart = Cart("middle") with { AddOns = [new CartAddOn { Id = "storage" }] };
        var quote = Open.Quote(Open.NotStarted(), cart, "2026-04-01", facts);
        Assert.Equal("Service -100.00 -0.33; Tax -25.00; Payment +125.33", Written.Entries(quote));
        Assert.Equal(["VAT 25 %", "Reduced VAT 0 %"], quote.Lines.Select(line => line.Tax!.Rate.ToString()));
        Assert.Null(Open.Quote(Open.NotStarted(), cart, "2026-04-01", Facts.None).Lines[0].Tax);
    }

    [Fact]
    public void A_cent_of_tax_left_over_goes_to_the_customer_or_to_the_merchant()
    {
        // 0.10 with 0.025, so 0.03, of tax; half of it goes back: 0.05, and 0.015 of tax.
        var cart = Cart("free") with { AddOns = [new CartAddOn { Id = "seats" }] };
        Assert.Equal("Service +0.05; Tax +0.02; Balance -0.07", Back(RoundingMode.AwayFromZero));
        Assert.Equal("Service +0.05; Tax +0.01; Balance -0.06", Back(RoundingMode.TowardZero));

        string Back(RoundingMode mode)
        {
            var shop = With(Rounding.HalfAwayFromZeroByLine, TaxPolicy.ByLine with { Credited = new(TaxBase.Net, mode) });
            return Written.Entries(shop.Quote(shop.Buy("2026-04-01", cart), Cart("free"), "2026-04-16"));
        }
    }

    [Fact]
    public void A_refund_pays_the_tax_back_as_well()
    {
        var shop = Open with
        {
            Policy = Open.Policy with { Rules = [Open.Policy.Rules[0], Rule.Otherwise(Now with { Surplus = Surplus.Refunded(RefundRest.Forfeited) })] },
        };
        Assert.Equal("Service +50.00; Tax +12.50; Payment -62.50", Written.Entries(shop.Quote(shop.Buy("2026-04-01", Cart("middle")), Cart("free"), "2026-04-16")));
    }

    [Theory]
    [InlineData(60, "Service +50.00; Tax +12.50; Payment -12.50; Balance -50.00")] // 75.00 with tax is paid, 62.50 used
    [InlineData(40, "Service +50.00; Tax +12.50; Balance -62.50")] // 50.00 with tax is paid
    [InlineData(100, "Service +50.00; Tax +12.50; Payment -62.50")]
    public void A_refund_may_go_as_far_as_was_paid_beyond_the_used_part(int paid, string entries)
    {
        var shop = Open with
        {
            Policy = Open.Policy with { Rules = [Open.Policy.Rules[0], Rule.Otherwise(Now with { Surplus = Surplus.RefundedBeyondUse(RefundRest.ToBalance) })] },
        };
        var held = shop.Buy("2026-04-01", Cart("middle"));
        held = held with { Plan = held.Plan! with { Lots = [held.Plan.Lots[0] with { Paid = Money.Of(paid, "EUR") }] } };
        Assert.Equal(entries, Written.Entries(shop.Quote(held, Cart("free"), "2026-04-16")));
    }

    [Fact]
    public void What_is_forfeited_gives_no_tax_back()
    {
        var shop = Open with { Policy = Open.Policy with { Rules = [Open.Policy.Rules[0], Rule.Otherwise(Now with { Unused = UnusedValue.None })] } };
        Assert.Equal(
            "Service +50.00 -100.00; Tax -25.00; Forfeited -50.00; Payment +125.00",
            Written.Entries(shop.Quote(shop.Buy("2026-04-01", Cart("middle")), Cart("large"), "2026-04-16")));
    }

    [Fact]
    public void Time_is_bought_with_the_surplus_and_its_tax()
    {
        // 100.00 and 25.00 of tax are left of the large plan; the middle one costs 100.00 and 25.00 a month: a month of May, 31 days.
        var time = Now with { Term = TermRule.Restarted, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.ToTime(RoundingMode.Floor) };
        var shop = Open with { Policy = Open.Policy with { Rules = [Open.Policy.Rules[0], Rule.Otherwise(time)] } };
        var quote = shop.Quote(shop.Buy("2026-04-01", Cart("large")), Cart("middle"), "2026-04-16");
        Assert.Equal("Service +100.00 -100.00; Tax +25.00 -25.00", Written.Entries(quote));
    }

    [Fact]
    public void Two_payments_are_paid_with_their_tax()
    {
        var trial = Now with { Term = TermRule.Restarted, Unused = UnusedValue.None, NewPrice = NewPrice.Full, PaymentTiming = PaymentTiming.NowAsOldPriceThenDifference };
        var shop = Open with
        {
            Policy = Open.Policy with { Rules = [Open.Policy.Rules[0], Rule.For(new Case { Direction = Direction.Up, InTrial = true }, trial), Rule.Otherwise(Now)] },
            Catalog = Open.Catalog with { Plans = [.. Open.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(BillingInterval.Days(14)) })] },
        };
        Assert.Equal("Service -200.00; Tax -50.00; Payment +125.00 +125.00", Written.Entries(shop.Quote(shop.Buy("2026-04-01", Cart("middle")), Cart("large"), "2026-04-03")));
    }

    [Fact]
    public void A_unit_that_leaves_takes_its_part_of_the_tax_with_it()
    {
        // Three at 100.00 with 75.00 of tax; one leaves at half: 50.00 and 12.50 go back, 200.00 and 50.00 stay.
        var three = Open.Buy("2026-04-01", Cart("middle") with { Quantity = 3 });
        var quote = Open.Quote(three, Cart("middle") with { Quantity = 2 }, "2026-04-16");
        Assert.Equal("Service +50.00; Tax +12.50; Balance -62.50", Written.Entries(quote));
        Assert.Equal(Money.Of(50m, "EUR"), quote.SubscriptionAfter.Plan!.Lots[0].Tax!.Billed);
    }

    [Fact]
    public void What_is_owed_is_owed_with_its_tax()
    {
        var quote = Open.Quote(Open.NotStarted(), Cart("middle"), "2026-04-01");
        var owing = Billing.AcceptUnpaid(Open.NotStarted(), quote, Open.Facts).OrThrow().Subscription;
        Assert.Equal(Money.Of(125m, "EUR"), owing.NextInvoice[0].Amount);
        Assert.Equal(Money.Zero(Currency.Of("EUR")), owing.Plan!.Lots[0].Paid);
        Assert.Equal(Money.Of(100m, "EUR"), owing.Plan.Lots[0].Billed);
    }

    [Fact]
    public void The_words_of_tax()
    {
        var middle = Open.Buy("2026-04-01", Cart("middle"));
        Assert.Equal(
            [
                "Unused time on Middle, 16 Apr to 1 May 2026: 15 of 30 days of EUR 100.00 = EUR 50.00", "Large, 16 Apr to 1 May 2026: 15 of 30 days of EUR 200.00 = EUR 100.00",
                "VAT 25 % given back, on EUR 50.00", "VAT 25 %, on EUR 100.00", "To be paid now",
            ],
            Explanation.Of(Open.Quote(middle, Cart("large"), "2026-04-16")));
    }

    [Fact]
    public void The_totals_tell_tax_apart()
    {
        var totals = Open.Quote(Open.Buy("2026-04-01", Cart("middle")), Cart("large"), "2026-04-16").Totals;
        Assert.Equal(
            (Money.Of(50m, "EUR"), Money.Of(100m, "EUR"), Money.Of(25m, "EUR"), Money.Of(12.5m, "EUR"), Money.Of(62.5m, "EUR")),
            (totals.UnusedValue, totals.NewPrice, totals.TaxCharged, totals.TaxReversed, totals.DueNow));
    }

    [Fact]
    public void A_renewal_bears_the_tax_of_its_day()
    {
        var life = Lifecycle.Advance(Open.Buy("2026-04-01", Cart("middle")), Facts.None with { Taxes = TaxRates.Of(Vat with { Percent = 20m }) }, Open.Catalog, Open.Policy, Open.At("2026-05-01"));
        Assert.Equal("2026-05-01: Renewal, Service -100.00; Tax -20.00; Payment +120.00", Written.Step(life.Steps[0]));
    }

    [Fact]
    public void There_are_no_two_rates_for_one_product() =>
        Assert.Throws<ArgumentException>(() => new TaxRates { Products = [new("a", Vat), new("a", Within)] });

    [Fact]
    public void A_rate_is_not_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => Vat with { Percent = -1m });

    private static string FromFree(Shop shop, string plan) => Written.Entries(shop.Quote(shop.Buy("2026-04-01", Cart("free")), Cart(plan), "2026-04-02"));

    private static Shop With(Rounding rounding, TaxPolicy tax) => Open with { Policy = PolicyCheck.Checked(Open.Policy.WithRounding(rounding).WithTax(tax)) };

    private static Cart Cart(string plan) => SubscriptionMath.Cart.Of(plan, BillingInterval.Month);

    private static Plan Plan(string id, int rank, decimal price) =>
        Shops.Plan(id, rank, Price.Of(price, "EUR", BillingInterval.Month)) with { AddOns = ["storage", "phone", "seats"] };

    private static AddOn AddOn(string id, decimal price) => Shops.AddOn(id, Price.Of(price, "EUR", BillingInterval.Month));
}
