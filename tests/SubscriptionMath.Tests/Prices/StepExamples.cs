namespace SubscriptionMath.Tests.Prices;

/// <summary>A net that is rounded to a step of its currency: five centimes, whole forints.</summary>
public sealed class StepExamples
{
    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static readonly Sequence<Money> Steps = [Money.Of(0.05m, "CHF"), Money.Of(1m, "HUF"), Money.Of(1m, "TWD")];

    [Fact]
    public void Lines_and_tax_keep_their_cents_and_their_sum_is_raised_to_the_step()
    {
        // Zuora's invoice: 1.00 with a tax of 0.11, and 1.01 without, are 2.12; 2.15 are paid, and 0.03 are rounding.
        var shop = Of("CHF", 1m, RoundingMode.AwayFromZero, 1.01m) with
        {
            Facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 11m }) with { Products = [new ProductTax("x", new TaxRate { Name = "VAT", Percent = 0m })] } },
        };
        Assert.Equal("Service -1.00 -1.01; Tax -0.11; Payment +2.15; Rounding -0.03", Written.Entries(shop.Quote(shop.NotStarted(), With("x"), "2026-04-01")));
    }

    [Theory]
    [InlineData(10.0249, 10.00)] // just below half a step
    [InlineData(10.025, 10.05)] // half a step goes away from zero
    [InlineData(10.05, 10.05)]
    [InlineData(0.0249, 0.00)]
    public void A_net_goes_to_the_nearest_step(decimal price, decimal paid)
    {
        var shop = Of("CHF", price);
        Assert.Equal(paid, shop.Quote(shop.NotStarted(), Seats(1), "2026-04-01").Totals.DueNow.Amount);
    }

    [Theory]
    [InlineData("HUF")]
    [InlineData("TWD")]
    public void What_was_paid_in_whole_steps_comes_back_in_whole_steps(string currency)
    {
        // Half of 299.00 for another seat: 149.50, so 150.00. It goes back at once: 149.50 are raised to 150.00 with the half that was raised before.
        var shop = Of(currency, 299m);
        var one = shop.Buy("2026-04-01", Seats(1));
        var there = shop.Quote(one, Seats(2), "2026-04-16");
        Assert.Equal((150m, new Fraction(-50, 1)), (there.Totals.DueNow.Amount, there.SubscriptionAfter.Plan!.Lots[^1].Remainder));
        Assert.Equal("Service +149.50; Balance -150.00; Rounding +0.50", Written.Entries(shop.Quote(shop.Accept(one, there), Seats(1), "2026-04-16")));
    }

    /// <summary>
    /// A gift pays 150.00 for another seat at 149.50. When the seat goes back, 149.50 are raised to 150.00, and all of it is a gift again: the half forint is no money.
    /// Who paid 1.00 of it in money has 1.00 back in money.
    /// </summary>
    [Theory]
    [InlineData(1000, "Service +149.50; Promotion -150.00; Rounding +0.50")]
    [InlineData(149, "Service +149.50; Promotion -149.00; Balance -1.00; Rounding +0.50")]
    public void What_only_rounding_adds_to_a_gift_is_a_gift(int gift, string back)
    {
        var shop = Of("HUF", 299m);
        shop = shop with { Policy = shop.Policy with { Balance = shop.Policy.Balance with { Pays = BalanceUses.All, Promotion = PromotionValue.Returned } } };
        var one = shop.Buy("2026-04-01", Seats(1));
        var credit = new MoneyCredit { Lots = [new CreditLot { Left = Money.Of(gift, "HUF"), Source = CreditSource.Promotion, Expires = null }] };
        shop = shop with { Facts = shop.Facts with { Credit = credit } };
        var there = shop.Quote(one, Seats(2), "2026-04-16");
        Assert.Equal(back, Written.Entries(shop.Quote(shop.Accept(one, there), Seats(1), "2026-04-16")));
    }

    /// <summary>
    /// A gift pays 149.00 for a seat at 149.50, since the net is floored to whole forints. When the seat goes back, 149.50 are a surplus of 150.00, of which the half that
    /// was left out before is taken: 149.00 are given, and all of it is a gift, for nobody paid that half.
    /// </summary>
    [Fact]
    public void What_rounding_left_out_of_a_bill_that_a_gift_paid_is_no_money()
    {
        var shop = Of("HUF", 299m, RoundingMode.Floor);
        shop = shop with { Policy = shop.Policy with { Balance = shop.Policy.Balance with { Pays = BalanceUses.All, Promotion = PromotionValue.Returned } } };
        var one = shop.Buy("2026-04-01", Seats(1));
        shop = shop with { Facts = shop.Facts with { Credit = new MoneyCredit { Lots = [new CreditLot { Left = Money.Of(1000m, "HUF"), Source = CreditSource.Promotion, Expires = null }] } } };
        var there = shop.Quote(one, Seats(2), "2026-04-16");
        Assert.Equal("Service -149.50; Promotion +149.00; Rounding +0.50", Written.Entries(there));
        Assert.Equal("Service +149.50; Promotion -149.00; Rounding -0.50", Written.Entries(shop.Quote(shop.Accept(one, there), Seats(1), "2026-04-16")));
    }

    [Fact]
    public void A_currency_without_a_step_is_rounded_to_its_minor_unit()
    {
        var shop = Of("EUR", 10.026m);
        Assert.Equal(10.03m, shop.Quote(shop.NotStarted(), Seats(1), "2026-04-01").Totals.DueNow.Amount);
    }

    [Fact]
    public void Seats_bought_one_by_one_for_less_than_half_a_step_give_nothing_back()
    {
        // 20 at 0.02, each billed at nothing: 0.40 go with them, which is what they would give back.
        var shop = Of("CHF", 0.02m);
        var (held, paid) = (shop.Buy("2026-04-01", Seats(1)), 0m);
        for (var seats = 2; seats <= 21; seats++)
        {
            var quote = shop.Quote(held, Seats(seats), "2026-04-01");
            (held, paid) = (shop.Accept(held, quote), paid + quote.Totals.DueNow.Amount);
        }

        Assert.Equal((0m, 0m), (paid, shop.Quote(held, Seats(1), "2026-04-01").Totals.ToCredit.Amount));
    }

    [Fact]
    public void Credit_beyond_whole_steps_stays_so_that_whole_steps_are_paid()
    {
        // 10.00 and a credit of 3.33: 3.00 of it pay, 7.00 are left to pay, and 0.33 stay.
        var shop = Of("HUF", 10m);
        var quote = shop.Quote(shop.NotStarted(), Seats(1), "2026-04-01", Facts.None with { Credit = MoneyCredit.Of(Money.Of(3.33m, "HUF")) });
        Assert.Equal("Service -10.00; Balance +3.00; Payment +7.00", Written.Entries(quote));
        Assert.Equal(Money.Of(0.33m, "HUF"), quote.CreditAfter.Lots.Single().Left);
    }

    [Fact]
    public void A_refund_is_a_whole_number_of_steps_and_the_rest_is_credit()
    {
        // 9.97 are raised to 10.00. They go back: 9.97 were billed for the lot, so 9.95 are refunded and 0.05 are credit.
        var shop = Of("CHF", 9.97m, RoundingMode.Ceiling, then: Now with { Surplus = Surplus.Refunded(RefundRest.ToBalance) });
        var one = shop.Buy("2026-04-01", Seats(1));
        var two = shop.Change(one, Seats(2), "2026-04-01");
        Assert.Equal("Service +9.97; Payment -9.95; Balance -0.05; Rounding +0.03", Written.Entries(shop.Quote(two, Seats(1), "2026-04-01")));
    }

    [Fact]
    public void Two_payments_are_whole_steps_each()
    {
        // The trial ends with the change: 9.97 for the plan held and the difference to 19.98, which come to 20.00: 9.95 and 10.05.
        var shop = Of("CHF", 9.97m);
        var ended = Now with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, Unused = UnusedValue.None, PaymentTiming = PaymentTiming.NowAsOldPriceThenDifference };
        shop = shop with
        {
            Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Direction = Direction.Up, InTrial = true }, ended), shop.Policy.Rules[1]] },
            Catalog = shop.Catalog with { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(BillingInterval.Days(14)) }), Shops.Plan("q", 2, Price.Of(19.98m, "CHF", BillingInterval.Month))] },
        };
        var quote = shop.Quote(shop.Buy("2026-04-01", Seats(1)), Cart.Of("q", BillingInterval.Month), "2026-04-08");
        Assert.Equal("Service -19.98; Payment +9.95 +10.05; Rounding -0.02", Written.Entries(quote));
    }

    [Fact]
    public void What_waits_keeps_its_cents_until_its_invoice_is_rounded()
    {
        // 0.02 for half a month of a seat at 0.04 wait; with 0.08 for the two at the renewal they are 0.10. Rounded when it arose, nothing would wait.
        var late = Of("CHF", 0.04m, then: Now with { PaymentTiming = PaymentTiming.NextInvoice }, stage: RoundingStage.Invoice);
        var held = late.Change(late.Buy("2026-04-01", Seats(1)), Seats(2), "2026-04-16");
        Assert.Equal(0.02m, held.NextInvoice.Single().Amount.Amount);
        Assert.Equal(0.10m, ((Quote)late.Advance(held, "2026-05-01").Steps[0].Answer).Totals.DueNow.Amount);
    }

    [Fact]
    public void Steps_are_one_for_a_currency_and_above_zero_and_stand_beside_no_rounding_by_line()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfAwayFromZeroOnTheNet with { Steps = [Money.Of(0m, "CHF")] });
        Assert.Throws<ArgumentException>(() => Rounding.HalfAwayFromZeroOnTheNet with { Steps = [Money.Of(0.05m, "CHF"), Money.Of(0.1m, "CHF")] });
        var byLine = Lives.Club.Policy.WithRounding(Rounding.HalfAwayFromZeroByLine with { Steps = Steps });
        Assert.Contains(PolicyCheck.Contradictions(byLine), found => found is { One: "net in steps", Other: "rounded line by line" });
    }

    [Fact]
    public void Steps_are_read_and_written_and_left_out_where_there_are_none()
    {
        var some = new BillingPolicy { Proration = new() { Rounding = Rounding.HalfAwayFromZeroOnTheNet with { Steps = Steps } } };
        Assert.Contains("\"steps\":[\"CHF 0.05\",\"HUF 1.00\",\"TWD 1.00\"]", BillingJson.Write(some), StringComparison.Ordinal);
        Assert.Equal(some, BillingJson.Read<BillingPolicy>(BillingJson.Write(some)));
        Assert.DoesNotContain("\"steps\"", BillingJson.Write(new BillingPolicy()), StringComparison.Ordinal);
    }

    private static Cart Seats(int seats) => Cart.Of("p", BillingInterval.Month) with { Quantity = seats };

    private static Cart With(params string[] addOns) => Seats(1) with { AddOns = [.. addOns.Select(id => new CartAddOn { Id = id })] };

    private static Shop Of(
        string currency, decimal price, RoundingMode mode = RoundingMode.HalfAwayFromZero, decimal addOn = 1m, Treatment? then = null, RoundingStage stage = RoundingStage.Net) => new(
        Lives.Club.Policy.WithRounding(new(mode, stage) { Steps = Steps }) with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, Now with { Trial = TrialFate.Kept, Term = TermRule.Restarted, NewPrice = NewPrice.Full }), Rule.Otherwise(then ?? Now)],
        },
        new Catalog
        {
            Plans = [Shops.Plan("p", 1, Price.Of(price, currency, BillingInterval.Month)) with { AddOns = ["x"] }],
            AddOns = [Shops.AddOn("x", Price.Of(addOn, currency, BillingInterval.Month))],
        })
        {
            Currency = currency,
        };
}
