using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Scenarios.OfVendors;

/// <summary>App stores and payment services that publish rules and no amounts: what their rules come to.</summary>
public sealed class StoreExamples
{
    [Fact]
    public void Amazon_refunds_the_rest_and_begins_a_term_at_once_or_waits()
    {
        var now = new Customer(Amazon.Immediate(), 30m, 60m);
        var upgrade = now.Change("2026-04-16", now.High);
        Assert.Equal(("USD 45.00", new LocalDate(2026, 5, 16)), ($"{upgrade.Totals.DueNow}", now.End));

        var later = new Customer(Amazon.Deferred(), 30m, 60m);
        Assert.Empty(later.Change("2026-04-16", later.High).Entries);
        Assert.Equal((new LocalDate(2026, 5, 1), Money.Of(60m, "USD")), later.Until("2026-05-01").LastBill);
    }

    [Fact]
    public void Apple_goes_up_at_once_with_a_new_renewal_date_and_down_at_the_renewal()
    {
        var up = new Customer(Apple.Policy(), 30m, 60m);
        Assert.Equal("USD 15.00", $"{up.Change("2026-04-16", up.High).Totals.Credited}");
        Assert.Equal(new LocalDate(2026, 5, 16), up.End);

        var down = new Customer(Apple.Policy(), 30m, 60m, holdsHigh: true);
        Assert.Empty(down.Change("2026-04-16", down.Low).Entries);
        Assert.Equal((new LocalDate(2026, 5, 1), Money.Of(30m, "USD")), down.Until("2026-05-01").LastBill);
    }

    [Fact]
    public void Huawei_switches_when_the_period_ends_and_a_cancellation_drops_the_switch()
    {
        var yearly = new Customer(Huawei.Policy(), 10m, 100m, highInterval: BillingInterval.Year);
        yearly.Change("2026-04-10", yearly.High);
        Assert.Equal(Customer.At("2026-05-01"), yearly.Held.Pending!.EffectiveAt);

        yearly.Change("2026-04-20", null);
        Assert.Null(yearly.Held.Pending!.Cart);
        Assert.Equal(Status.Expired, yearly.Until("2026-05-01").Held.Status);
    }

    [Fact]
    public void Lemon_Squeezy_bills_the_difference_with_the_renewal_or_at_once_or_never()
    {
        var later = new Customer(LemonSqueezy.Prorated(), 30m, 60m);
        Assert.Equal("USD 15.00", $"{later.Change("2026-04-16", later.High).Totals.OnNextInvoice}");
        Assert.Equal(Money.Of(75m, "USD"), later.Until("2026-05-01").LastBill.Due);

        var now = new Customer(LemonSqueezy.Prorated(PaymentTiming.Now), 30m, 60m);
        Assert.Equal("USD 15.00", $"{now.Change("2026-04-16", now.High).Totals.DueNow}");

        var never = new Customer(LemonSqueezy.WithoutProration(), 30m, 60m);
        Assert.Empty(never.Change("2026-04-16", never.High).Entries);
        Assert.Equal(Money.Of(60m, "USD"), never.Until("2026-05-01").LastBill.Due);
    }

    [Fact]
    public void Square_swaps_a_plan_on_the_next_billing_day()
    {
        var swapped = new Customer(Square.Policy(), 30m, 60m);
        Assert.Empty(swapped.Change("2026-04-16", swapped.High).Entries);
        Assert.Equal((new LocalDate(2026, 5, 1), Money.Of(60m, "USD")), swapped.Until("2026-05-01").LastBill);
    }

    [Theory]
    [InlineData(25, "USD 25.00")]
    [InlineData(35, "USD 30.00")]
    public void Samsung_charges_a_lower_price_from_the_next_period_on_and_a_higher_one_from_new_subscribers_alone(int price, string due)
    {
        var policy = Samsung.Deferred();
        Catalog Sold(decimal amount) => Catalog.Of(new Plan { Id = "low", Name = "Low", Rank = 1, Prices = [Price.Of(amount, "USD", BillingInterval.Month)] });
        var held = Billing.Price(Subscription.NotStarted("s", "USD", DateTimeZone.Utc), Change.To(Cart.Of("low", BillingInterval.Month)), Facts.None, Sold(30m), policy, Customer.At("2026-09-01"))
            .OrThrow().SubscriptionAfter;
        Assert.Equal(due, $"{Lifecycle.PriceNext(held, Facts.None, Sold(price), policy)!.Totals.DueNow}");
    }

    [Fact]
    public void Samsung_takes_no_second_change_beside_a_deferred_one_and_none_down_with_a_charge()
    {
        var deferred = new Customer(Samsung.Deferred(), 30m, 60m);
        deferred.Change("2026-04-16", deferred.High);
        Assert.Equal(RefusalCode.ChangePending, Assert.IsType<Refused>(deferred.Ask("2026-04-17", deferred.Low with { Quantity = 2 })).Code);

        var charged = new Customer(Samsung.InstantProratedCharge(), 30m, 60m, holdsHigh: true);
        Assert.Equal(RefusalCode.DowngradeNotOffered, Assert.IsType<Refused>(charged.Ask("2026-04-16", charged.Low)).Code);
    }
}
