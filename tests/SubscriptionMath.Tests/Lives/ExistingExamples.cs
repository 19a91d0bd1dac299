using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Subscriptions that another system runs, taken over: the next change costs what it would cost there.</summary>
public sealed class ExistingExamples
{
    private static readonly Catalog Sold = new()
    {
        Plans =
        [
            new Plan { Id = "pro", Name = "Pro", Rank = 1, AddOns = ["fax"], Prices = [Monthly(30m), Price.Of(90m, "EUR", BillingInterval.Months(3))] },
            new Plan { Id = "max", Name = "Max", Rank = 2, AddOns = ["fax"], Prices = [Monthly(60m)] },
        ],
        AddOns = [new AddOn { Id = "fax", Name = "Fax", Prices = [Monthly(9m)] }],
    };

    private static readonly Shop April = new(new BillingPolicy { Name = "taken over", Rules = [Rule.Otherwise(Treatments.Prorated)] }, Sold);

    /// <summary>What a table of one's own has: half of EUR 30.00 is unused on 16 April, half of EUR 60.00 is the rest.</summary>
    [Fact]
    public void A_row_of_an_own_table()
    {
        var (plan, seats, start, end, paid) = ("pro", 1, "2026-04-01", "2026-05-01", 30m);
        var held = Taken(Of(new() { ProductId = plan, Quantity = seats, Paid = Money.Of(paid, "EUR") }, start, end));
        Assert.Equal(Status.Active, held.Status);
        Assert.Equal("Service +15.00 -30.00; Payment +15.00", Next(held, "max"));
        Assert.Equal(April.At("2026-06-01"), April.Advance(held, "2026-05-01").Subscription.Term!.Value.End);
    }

    /// <summary>EUR 24.00 were billed for EUR 30.00: half of it is 12.00.</summary>
    [Fact]
    public void A_period_billed_below_the_price_is_worth_less_each_day() => Assert.Equal(
        "Service +12.00 -30.00; Payment +18.00", Next(Taken(Of(new() { ProductId = "pro", Billed = Money.Of(24m, "EUR") })), "max"));

    /// <summary>20 % off EUR 30.00 are EUR 24.00, and off EUR 60.00 EUR 48.00: half of each is 12.00 and 24.00.</summary>
    [Fact]
    public void A_discount_is_that_of_the_period_and_goes_on() => Assert.Equal(
        "Service +12.00 -24.00; Payment +12.00",
        Next(Taken(Of(new() { ProductId = "pro" }) with { Discounts = [Discount.OfPercent("twenty", 20m)] }), "max"));

    /// <summary>A price that nobody is sold any more: EUR 20.00, half of which is unused.</summary>
    [Fact]
    public void A_price_as_sold_that_the_catalog_no_longer_has() => Assert.Equal(
        "Service +10.00 -30.00; Payment +20.00", Next(Taken(Of(new() { ProductId = "pro", SoldAt = Monthly(20m) })), "max"));

    /// <summary>Of EUR 30.00 EUR 10.00 were paid: EUR 20.00 are owed, and the renewal asks for 50.00.</summary>
    [Fact]
    public void What_was_not_paid_is_owed()
    {
        var held = Taken(Of(new() { ProductId = "pro", Paid = Money.Of(10m, "EUR") }));
        Assert.Equal(Status.PastDue, held.Status);
        Assert.Equal(Money.Of(50m, "EUR"), ((Quote)April.Advance(held, "2026-05-01").Steps[0].Answer).Totals.DueNow);
    }

    [Fact]
    public void A_trial_has_nothing_billed_and_is_remembered()
    {
        var held = Taken(Of(new() { ProductId = "pro" }, "2026-04-02", "2026-04-16") with { Trial = April.Term("2026-04-02", "2026-04-16") });
        Assert.Empty(held.Plan!.Lots);
        Assert.True(held.InTrial(April.At("2026-04-15")));
        var paid = April.Advance(held, "2026-04-16");
        Assert.Equal(Money.Of(30m, "EUR"), ((Quote)paid.Steps[0].Answer).Totals.DueNow);
        Assert.Equal(April.At("2026-05-16"), paid.Subscription.Term!.Value.End);
    }

    [Fact]
    public void A_cancellation_that_waits_ends_it()
    {
        var end = new PendingChange { RequestedAt = April.At("2026-04-10"), EffectiveAt = April.At("2026-05-01"), Cart = null };
        var held = Taken(Of(new() { ProductId = "pro" }) with { Pending = end });
        Assert.Equal((Status.NonRenewing, Status.Expired), (held.Status, April.Advance(held, "2026-05-01").Subscription.Status));
    }

    /// <summary>Bought here or taken over from its own facts: it is the same subscription, but for the number of its changes.</summary>
    [Fact]
    public void A_subscription_of_this_library_taken_over_is_the_same()
    {
        foreach (var (shop, cart) in new[] { (WhaleBooks, Yearly("personal")), (Kaspr, Monthly("licence", 5)), (SmrtPhone, Monthly("pro")) })
        {
            var bought = shop.Buy("2026-04-01", cart);
            var facts = new ExistingSubscription
            {
                Id = bought.Id,
                Currency = bought.Currency,
                Zone = bought.Zone,
                Interval = cart.Interval,
                Period = bought.Term!.Value,
                Plan = new() { ProductId = cart.PlanId, Quantity = cart.Quantity },
                PurchasedAt = bought.PurchasedAt,
                Grants = bought.Grants,
            };
            var taken = facts.ToSubscription(shop.Catalog, shop.Policy);
            Assert.Equal(bought with { Version = 0 }, taken with { QuotaAnchor = bought.QuotaAnchor });
        }
    }

    [Theory]
    [InlineData("2026-02-28", "2026-03-31", "2026-04-30")]
    [InlineData("2026-02-28", "2026-03-28", "2026-04-28")]
    [InlineData("2026-04-30", "2026-05-31", "2026-06-30")]
    [InlineData("2026-04-30", "2026-05-30", "2026-06-30")]
    public void The_billing_day_is_found_from_the_period(string start, string end, string next) =>
        Assert.Equal(April.At(next), April.Advance(Taken(Of(new() { ProductId = "pro" }, start, end)), end).Subscription.Term!.Value.End);

    [Fact]
    public void What_cannot_be_known_is_asked_for_by_name()
    {
        var quarter = Of(new() { ProductId = "pro" }, "2026-06-30", "2026-09-30") with { Interval = BillingInterval.Months(3) };
        Assert.Equal("anchor", Assert.Single(quarter.Missing(Sold)).Path);
        Assert.Empty((quarter with { Anchor = Anchor.OnDayIn(31, new(2026, 3, 1), BillingInterval.Months(3)) }).Missing(Sold));
        Assert.Equal("plan.productId", Assert.Single(Of(new() { ProductId = "gone" }).Missing(Sold)).Path);
        Assert.Equal("plan.soldAt", Assert.Single((Of(new() { ProductId = "pro" }) with { Currency = Currency.Of("USD") }).Missing(Sold)).Path);
        Assert.Equal("plan.billed", Assert.Single(Of(new() { ProductId = "pro" }, "2026-04-11", "2026-05-01").Missing(Sold)).Path);
        var thrown = Assert.Throws<InvalidOperationException>(() => Taken(quarter));
        Assert.StartsWith("anchor: The period 2026-06-30T00:00:00Z/2026-09-30T00:00:00Z fits more than one billing day", thrown.Message, StringComparison.Ordinal);
    }

    private static ExistingSubscription Of(ExistingItem plan, string start = "2026-04-01", string end = "2026-05-01") => new()
    {
        Id = "S-1",
        Currency = Currency.Of("EUR"),
        Zone = DateTimeZone.Utc,
        Interval = BillingInterval.Month,
        Period = April.Term(start, end),
        Plan = plan,
    };

    private static Subscription Taken(ExistingSubscription existing) => existing.ToSubscription(Sold, April.Policy);

    private static string Next(Subscription held, string plan) =>
        Written.Entries(April.Quote(held, held.Cart() with { PlanId = plan }, "2026-04-16"));

    private static Price Monthly(decimal amount) => Price.Of(amount, "EUR", BillingInterval.Month);

    private static Cart Monthly(string plan, int quantity = 1) => Shops.Monthly(plan, quantity);
}
