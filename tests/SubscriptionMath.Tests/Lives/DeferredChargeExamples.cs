using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Charges deferred to the next invoice, and the invoices that collect them.</summary>
public sealed class DeferredChargeExamples
{
    private static readonly Treatment Prorated = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    /// <summary>Seats wait for the next invoice; another interval begins a term and is paid at once.</summary>
    private static readonly Shop Later = Shop(DeferredChargePolicy.OnAnyInvoice);

    [Fact]
    public void A_switch_to_a_year_takes_along_what_waits()
    {
        // One seat at 30.00 from 1 April, another on the 11th: 20 of 30 days, 20.00. The year for two on the 16th: 730.00 less 30.00 of unused time, and the 20.00.
        var life = Later.Live(Later.Buy("2026-04-01", Monthly("basic")), "2026-04-20", Later.Asks("2026-04-11", Monthly("basic", 2)), Later.Asks("2026-04-16", Yearly("basic", 2)));
        Assert.Equal(
            ["2026-04-11: Change, Service -20.00; NextInvoice +20.00", "2026-04-16: Change, NextInvoice -20.00; Service +15.00 +15.00 -730.00; Payment +720.00"],
            life.Told());
        Assert.Empty(life.Subscription.NextInvoice);
    }

    [Fact]
    public void It_waits_for_the_renewal_where_the_policy_says_so()
    {
        var shop = Shop(DeferredChargePolicy.WaitForRenewal);
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-04-20", shop.Asks("2026-04-11", Monthly("basic", 2)), shop.Asks("2026-04-16", Yearly("basic", 2)));
        Assert.Equal("2026-04-16: Change, Service +15.00 +15.00 -730.00; Payment +700.00", life.Told().Last());
        Assert.Equal(Money.Of(20m, "EUR"), Assert.Single(life.Subscription.NextInvoice).Amount);
    }

    [Fact]
    public void A_change_that_waits_itself_collects_nothing()
    {
        var life = Later.Live(Later.Buy("2026-04-01", Monthly("basic")), "2026-04-20", Later.Asks("2026-04-11", Monthly("basic", 2)), Later.Asks("2026-04-16", Monthly("basic", 3)));
        Assert.Equal([20m, 15m], life.Subscription.NextInvoice.Select(charge => charge.Amount.Amount));
    }

    [Fact]
    public void Nothing_is_collected_where_nothing_is_to_be_paid()
    {
        // 20 seats waiting, and down to one of another plan at once: the surplus is credit, and what waits waits on.
        var shop = Shop(DeferredChargePolicy.OnAnyInvoice, Rule.For(new Case { Changes = ChangeKinds.Plan, Direction = Direction.Down }, Prorated));
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("plus", 2)), "2026-04-20", shop.Asks("2026-04-11", Monthly("plus", 3)), shop.Asks("2026-04-16", Monthly("basic", 3)));
        Assert.Equal("2026-04-16: Change, Service +60.00 +30.00 -45.00; Balance -45.00", life.Told().Last());
        Assert.Equal(Money.Of(40m, "EUR"), Assert.Single(life.Subscription.NextInvoice).Amount);
    }

    [Fact]
    public void What_lowers_the_invoice_beyond_nothing_becomes_credit()
    {
        // 60.00 a month left for 30.00 half-way: 15.00 off the next invoice. A locker at 15.00 for half a month, 7.50, is paid with it; 7.50 are credit.
        var shop = Club.WithRule(Rule.For(new Case { Direction = Direction.Down }, Prorated with { Surplus = Surplus.ToNextInvoice }));
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("plus")), "2026-04-20", shop.Asks("2026-04-16", Monthly("basic")), shop.Asks("2026-04-16", Monthly("basic") with { AddOns = [new CartAddOn { Id = "locker" }] }));
        Assert.Equal("2026-04-16: Change, NextInvoice +15.00; Service -7.50; Balance -7.50", life.Told().Last());
    }

    [Theory]
    [InlineData(DeferredChargePolicy.OnAnyInvoice, "NextInvoice -30.00; Service -30.00; Payment +60.00", Status.Active)]
    [InlineData(DeferredChargePolicy.WaitForRenewal, "Service -30.00; Payment +30.00", Status.PastDue)]
    public void An_old_debt_does_not_vanish_with_a_new_purchase(DeferredChargePolicy answer, string entries, Status status)
    {
        var over = Shop(answer).NotStarted() with { Status = Status.Expired, Version = 7, NextInvoice = [new DeferredCharge { Since = Later.At("2026-03-01"), Owed = true, Amount = Money.Of(30m, "EUR") }] };
        var quote = Shop(answer).Quote(over, Monthly("basic"), "2026-04-01");
        Assert.Equal((entries, status), (Written.Entries(quote), quote.SubscriptionAfter.Status));
    }

    [Fact]
    public void What_went_off_the_next_invoice_is_told_as_that_where_every_line_rounds_to_zero()
    {
        // A third of a cent for each of three seats leaves, one by one: each line shows nothing, and the net of them is a cent.
        var shop = Club.With(policy => policy with { Rules = [policy.Rules[0], Rule.Otherwise(Prorated with { Surplus = Surplus.ToNextInvoice })] }) with
        {
            Catalog = Catalog.Of(Plan("seat", 1, Price.Of(0.02m, "EUR", BillingInterval.Month)) with { AddOns = ["one", "two"] })
                with
            { AddOns = [AddOn("one", Price.Of(0.02m, "EUR", BillingInterval.Month)), AddOn("two", Price.Of(0.02m, "EUR", BillingInterval.Month))] },
        };
        var held = shop.Buy("2026-04-01", Monthly("seat") with { AddOns = [new CartAddOn { Id = "one" }, new CartAddOn { Id = "two" }] });
        var quote = shop.Quote(held, Monthly("seat"), "2026-04-24");
        Assert.Equal("NextInvoice -0.01; Rounding +0.01", Written.Entries(quote));
        Assert.Equal("Off the next invoice", Explanation.Of(quote, 0));
    }

    [Fact]
    public void A_refund_and_a_full_charge_are_two_payments()
    {
        // 30.00 for April, half of it unused, and 60.00 for the rest of it: 15.00 back and 30.00 to pay, never 15.00 net.
        var shop = Club.WithRule(Rule.For(new Case { Direction = Direction.Up }, Prorated with { Surplus = Surplus.AllUnusedRefunded(RefundRest.ToBalance) }));
        var quote = shop.Quote(shop.Buy("2026-04-01", Monthly("basic")), Monthly("plus"), "2026-04-16");
        Assert.Equal("Service +15.00 -30.00; Payment +30.00 -15.00", Written.Entries(quote));
        Assert.Equal((Money.Of(30m, "EUR"), Money.Of(15m, "EUR")), (quote.Totals.DueNow, quote.Totals.Refunded));
        Assert.Equal(["To be paid now", "Refunded"], Explanation.Of(quote).TakeLast(2));
    }

    [Fact]
    public void Paid_once_more_it_is_refunded_no_more_than_was_paid()
    {
        var shop = Club.WithRule(Rule.For(new Case { Direction = Direction.Up }, Prorated with { Surplus = Surplus.AllUnusedRefunded(RefundRest.ToBalance) }));
        var plus = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("plus"), "2026-04-16");
        var quote = shop.Quote(plus, Monthly("plus", 2), "2026-04-26");
        Assert.Equal("Service -10.00; Payment +10.00", Written.Entries(quote));
    }

    [Theory]
    [InlineData(RefundRest.ToBalance, "2026-04-16: Change, Service +15.00; Balance -15.00")]
    [InlineData(RefundRest.Forfeited, "2026-04-16: Change, Service +15.00; Forfeited -15.00")]
    public void Where_no_next_invoice_comes_the_policy_says_where_a_surplus_goes(RefundRest without, string told)
    {
        var ends = Prorated with { Timing = Timing.CustomerChooses, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.ToNextInvoiceOr(without) };
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, ends));
        shop = shop with { Policy = shop.Policy with { Balance = BalancePolicy.NeverLost } };
        Assert.Equal([told], shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-01", shop.Ends("2026-04-16", RequestedTiming.Now)).Told());
    }

    private static Shop Shop(DeferredChargePolicy answer, params Rule[] rules) => Club.With(policy => policy.WithDeferredCharges(answer) with
    {
        Rules = [policy.Rules[0], .. rules, Rule.For(new Case { Changes = ChangeKinds.Quantity }, Prorated with { PaymentTiming = PaymentTiming.NextInvoice }), .. policy.Rules.Skip(1)],
    });
}
