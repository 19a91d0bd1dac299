using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>A bill of less than the least amount that is collected waits for the next invoice.</summary>
public sealed class LeastChargeExamples
{
    /// <summary>A locker at 15.00 a month costs 0.50 on the last day of April.</summary>
    private static readonly Cart Locker = Monthly("basic") with { AddOns = [new CartAddOn { Id = "locker" }] };

    [Fact]
    public void The_least_amount_itself_is_paid()
    {
        var shop = Least(0.50m);
        Assert.Equal("Service -0.50; Payment +0.50", Written.Entries(shop.Quote(shop.Buy("2026-04-01", Monthly("basic")), Locker, "2026-04-30")));
    }

    [Fact]
    public void A_cent_less_waits_for_the_renewal()
    {
        var shop = Least(0.51m);
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-02", shop.Asks("2026-04-30", Locker));
        Assert.Equal(
            ["2026-04-30: Change, Service -0.50; NextInvoice +0.50", "2026-05-01: Renewal, NextInvoice -0.50; Service -30.00 -15.00; Payment +45.50"],
            life.Told());
    }

    [Fact]
    public void Bills_of_little_wait_together_until_they_are_enough()
    {
        // 0.20 a month: 0.20 and 0.40 are less than 0.50, 0.60 are not.
        var shop = Least(0.50m, 0.20m);
        var bought = shop.Buy("2026-04-01", Monthly("basic"));
        Assert.Equal(0.20m, bought.NextInvoice.Single().Amount.Amount);
        Assert.Equal(
            ["2026-05-01: Renewal, Service -0.20; NextInvoice +0.20", "2026-06-01: Renewal, NextInvoice -0.40; Service -0.20; Payment +0.60"],
            shop.Advance(bought, "2026-06-02").Told());
    }

    [Fact]
    public void The_bill_that_ends_the_subscription_is_paid_whatever_it_is()
    {
        var shop = Least(0.51m);
        var held = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Locker, "2026-04-30");
        Assert.Equal("2026-05-01: Expiry, NextInvoice -0.50; Payment +0.50", shop.Advance(shop.Cancel(held, "2026-04-30"), "2026-05-02").Told().Single());
    }

    [Theory]
    [InlineData(0.50, "Service -0.50; Balance +0.50")] // all of it by credit
    [InlineData(0.10, "Service -0.50; Balance +0.10; Payment +0.40")] // the least amount is left
    [InlineData(0.11, "Service -0.50; NextInvoice +0.50")] // a cent less would be: it waits, and no credit is drawn
    public void Credit_pays_first(decimal credit, string entries)
    {
        var shop = Least(0.40m);
        var quote = shop.Quote(shop.Buy("2026-04-01", Monthly("basic")), Locker, "2026-04-30", Facts.None with { Credit = MoneyCredit.Of(Money.Of(credit, "EUR")) });
        Assert.Equal(entries, Written.Entries(quote));
    }

    [Fact]
    public void A_waiting_bill_depends_on_the_credit()
    {
        var shop = Least(0.51m);
        var held = shop.Buy("2026-04-01", Monthly("basic"));
        var quote = shop.Quote(held, Locker, "2026-04-30");
        Assert.IsType<Stale>(Billing.Accept(held, quote, Facts.None with { Credit = MoneyCredit.Of(Money.Of(1m, "EUR")) }));
    }

    [Fact]
    public void Used_time_beside_a_waived_price_waits_alone()
    {
        // Half of April is used, 15.00 in arrears; the other half of the new plan, 30.00, is waived and not deferred.
        var used = Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears };
        var shop = Counter.Of(used, Counter.Monthly(60m));
        var waived = Counter.Rest with { PaymentTiming = PaymentTiming.Waived };
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, waived) with { Invoicing = new() { LeastCharges = [Money.Of(15.01m, "EUR")] } } };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        Assert.Equal("Service -15.00 -30.00; Goodwill +30.00; NextInvoice +15.00", Written.Entries(shop.Quote(held, Counter.Cart("p2"), "2026-04-16")));
    }

    [Fact]
    public void It_is_another_amount_in_another_currency()
    {
        var shop = Club.With(policy => policy with { Invoicing = policy.Invoicing with { LeastCharges = [Money.Of(500m, "JPY")] } });
        Assert.Equal("Service -0.50; Payment +0.50", Written.Entries(shop.Quote(shop.Buy("2026-04-01", Monthly("basic")), Locker, "2026-04-30")));
    }

    [Fact]
    public void What_waits_is_worth_as_much_as_it_was_billed_when_it_leaves()
    {
        // The locker goes again at once: 0.50 that were not paid are credit, and the bill of 0.50 still waits.
        var shop = Club.With(policy => policy with { Rules = [policy.Rules[0], policy.Rules[1], Rule.Otherwise(((Rule.Treated)policy.Rules[^1]).Then)], Invoicing = policy.Invoicing with { LeastCharges = [Money.Of(0.51m, "EUR")] } });
        var held = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Locker, "2026-04-30");
        var dropped = shop.Quote(held, Monthly("basic"), "2026-04-30");
        Assert.Equal("Service +0.50; Balance -0.50", Written.Entries(dropped));
        Assert.Equal(0.50m, dropped.SubscriptionAfter.NextInvoice.Sum(charge => charge.Amount.Amount));
    }

    [Fact]
    public void Least_charges_are_read_and_written_and_left_out_where_there_are_none()
    {
        var some = new BillingPolicy { Invoicing = new() { LeastCharges = [Money.Of(0.50m, "EUR"), Money.Of(50m, "JPY")] } };
        Assert.Contains("\"leastCharges\":[\"EUR 0.50\",\"JPY 50\"]", BillingJson.Write(some), StringComparison.Ordinal);
        Assert.Equal(some, BillingJson.Read<BillingPolicy>(BillingJson.Write(some)));
        Assert.DoesNotContain("leastCharges", BillingJson.Write(new BillingPolicy()), StringComparison.Ordinal);
    }

    private static Shop Least(decimal amount, decimal? price = null)
    {
        var shop = Club.With(policy => policy with { Invoicing = policy.Invoicing with { LeastCharges = [Money.Of(amount, "EUR")] } });
        return price is { } other
            ? shop with { Catalog = shop.Catalog with { Plans = [Plan("basic", 1, Price.Of(other, "EUR", BillingInterval.Month))] } }
            : shop;
    }
}
