using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Deferred charges: a surplus as well as an amount due, rounded when it arises or with the invoice.</summary>
public sealed class NextInvoiceExamples
{
    private static readonly Treatment Off = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToNextInvoice);

    /// <summary>Down at once, and what is left over is off the next invoice.</summary>
    private static readonly Shop Lowering = Club.WithRule(Rule.For(new Case { Direction = Direction.Down }, Off));

    [Fact]
    public void A_surplus_lowers_the_next_invoice()
    {
        var life = Lowering.Live(Lowering.Buy("2026-04-01", Monthly("plus")), "2026-06-01", Lowering.Asks("2026-04-16", Monthly("basic")));
        Assert.Equal(
            [
                "2026-04-16: Change, Service +30.00 -15.00; NextInvoice -15.00", "2026-05-01: Renewal, NextInvoice +15.00; Service -30.00; Payment +15.00",
                "2026-06-01: Renewal, Service -30.00; Payment +30.00",
            ],
            life.Told());
    }

    [Fact]
    public void It_is_told_as_what_it_is_when_it_comes_about_and_when_it_is_billed()
    {
        var life = Lowering.Live(Lowering.Buy("2026-04-01", Monthly("plus")), "2026-05-01", Lowering.Asks("2026-04-16", Monthly("basic")));
        Assert.Equal("Off the next invoice", Explanation.Of((Quote)life.Steps[0].Answer)[^1]);
        Assert.Equal("Deferred to this invoice", Explanation.Of((Quote)life.Steps[1].Answer)[0]);
        Assert.Equal(Money.Of(-15m, "EUR"), ((Quote)life.Steps[0].Answer).Totals.OnNextInvoice);
    }

    [Fact]
    public void What_the_next_invoice_leaves_of_it_is_credit()
    {
        // 29 of 30 days of four at 60.00 less one at 30.00: 203.00, of which the invoice of 30.00 takes its part.
        var life = Lowering.Live(Lowering.Buy("2026-04-01", Monthly("plus", 4)), "2026-05-01", Lowering.Asks("2026-04-02", Monthly("basic")));
        Assert.Equal("2026-05-01: Renewal, NextInvoice +203.00; Service -30.00; Balance -173.00", life.Told().Last());
    }

    [Fact]
    public void Of_what_waits_either_way_the_sum_is_billed()
    {
        var shop = Club.With(policy => policy with
        {
            Rules = [policy.Rules[0], Rule.Otherwise(Off with { PaymentTiming = PaymentTiming.NextInvoice })],
        });
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-01", shop.Asks("2026-04-11", Monthly("basic", 2)), shop.Asks("2026-04-16", Monthly("basic")));
        Assert.Equal(
            [
                "2026-04-11: Change, Service -20.00; NextInvoice +20.00", "2026-04-16: Change, Service +15.00; NextInvoice -15.00",
                "2026-05-01: Renewal, NextInvoice -5.00; Service -30.00; Payment +35.00",
            ],
            life.Told());
    }

    [Fact]
    public void A_gift_comes_back_as_a_gift_and_only_money_waits()
    {
        // 60.00, 50.00 of it a gift: 25.00 of the 30.00 unused are one. 15.00 of those go on into Basic; 10.00, and 5.00 of money, are left over.
        var facts = Facts.None with { Credit = new MoneyCredit { Lots = [new CreditLot { Left = Money.Of(50m, "EUR"), Source = CreditSource.Promotion, Expires = null }] } };
        var shop = Lowering with { Facts = facts };
        var first = shop.Quote(shop.NotStarted(), Monthly("plus"), "2026-04-01");
        var held = shop.Accept(shop.NotStarted(), first);
        var down = shop.Quote(held, Monthly("basic"), "2026-04-16", Facts.None with { Credit = first.CreditAfter });
        Assert.Equal("Service +30.00 -15.00; Promotion -10.00; NextInvoice -5.00", Written.Entries(down));
    }

    [Fact]
    public void After_a_cancellation_at_once_there_is_no_next_invoice_and_it_is_credit()
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Off with { Timing = Timing.CustomerChooses, NewPrice = NewPrice.NothingUntilRenewal }));
        shop = shop with { Policy = shop.Policy with { Balance = BalancePolicy.NeverLost } };
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-01", shop.Ends("2026-04-16", RequestedTiming.Now));
        Assert.Equal(["2026-04-16: Change, Service +15.00; Balance -15.00"], life.Told());
    }

    [Theory]
    [InlineData(RoundingStage.Invoice, "NextInvoice -20.01; Service -40.00; Payment +60.00; Rounding +0.01")]
    [InlineData(RoundingStage.Net, "NextInvoice -20.01; Service -40.00; Payment +60.01")]
    [InlineData(RoundingStage.Lines, "NextInvoice -20.01; Service -40.00; Payment +60.01")]
    public void Three_times_two_thirds_are_two_on_an_invoice_that_is_rounded_once(RoundingStage stage, string entries)
    {
        // Three seats of 10.00, one by one, for 20 of 30 days: 6.6667 each.
        var (shop, life) = Added("10.00", stage, "2026-04-11");
        Assert.Equal(stage == RoundingStage.Invoice ? Enumerable.Repeat<Fraction?>(new Fraction(-1, 3), 3) : [null, null, null], life.Subscription.NextInvoice.Select(charge => charge.Remainder));
        Assert.Equal(entries, Written.Entries((Quote)shop.Advance(life.Subscription, "2026-05-01").Steps[0].Answer));
    }

    [Fact]
    public void What_is_less_than_a_cent_waits_as_well()
    {
        // Three seats of a cent, one by one, for 10 of 30 days: a third of a cent each, which nobody pays before they are one.
        var (shop, life) = Added("0.01", RoundingStage.Invoice, "2026-04-21");
        Assert.All(life.Subscription.NextInvoice, charge => Assert.Equal((Money.Zero(Currency.Of("EUR")), new Fraction(1, 3)), (charge.Amount, charge.Remainder)));
        Assert.Equal("Service -0.04; Payment +0.05; Rounding -0.01", Written.Entries((Quote)shop.Advance(life.Subscription, "2026-05-01").Steps[0].Answer));
    }

    [Fact]
    public void What_is_collected_ahead_is_rounded_then()
    {
        var (shop, life) = Added("10.00", RoundingStage.Invoice, "2026-04-11");
        var collected = Billing.Collect(life.Subscription, shop.Facts, shop.Policy, shop.At("2026-04-20"));
        Assert.Equal("NextInvoice -20.01; Payment +20.00; Rounding +0.01", Written.Entries(collected));
        Assert.Empty(collected.SubscriptionAfter.NextInvoice);
    }

    /// <summary>One seat, and three more on one day, one by one, on the next invoice.</summary>
    private static (Shop Shop, Timeline Life) Added(string price, RoundingStage stage, string day)
    {
        var shop = Club.With(policy => policy.WithRounding(new(RoundingMode.HalfAwayFromZero, stage)) with
        {
            Rules = [policy.Rules[0], Rule.Otherwise(Off with { PaymentTiming = PaymentTiming.NextInvoice })],
        }) with
        {
            Catalog = Catalog.Of(Plan("seat", 1, Price.Of(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), "EUR", BillingInterval.Month))),
        };
        return (shop, shop.Live(shop.Buy("2026-04-01", Monthly("seat")), day, shop.Asks(day, Monthly("seat", 2)), shop.Asks(day, Monthly("seat", 3)), shop.Asks(day, Monthly("seat", 4))));
    }
}
