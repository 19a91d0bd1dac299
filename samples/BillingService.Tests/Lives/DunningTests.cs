namespace BillingService.Tests.Lives;

public sealed class DunningTests
{
    private static readonly Instant Renewal = Instant.FromUtc(2026, 2, 1, 9, 0);

    [Fact]
    public async Task A_declined_purchase_changes_nothing_if_the_policy_says_so()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("WhaleBooks");
        await ada.PayWithAsync("card-declined");
        var quote = (await ada.PreviewAsync(Customer.Cart("team"))).Text("quote.id");

        var declined = await ada.AcceptAsync(quote);
        await ada.PayWithAsync("card-good");
        var paid = await ada.AcceptAsync(quote);

        Assert.Equal(402, declined.Status);
        Assert.Equal("card", declined.Text("field"));
        Assert.Equal(200, paid.Status);
        Assert.Equal(["EUR 36.00"], await service.ChargesAsync());
    }

    [Fact]
    public async Task An_unpaid_renewal_is_owed_retried_after_1_3_and_7_days_and_recovers()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("House");
        await ada.BuyAsync(Customer.Cart("team"));
        await ada.PayWithAsync("card-declined");

        await service.TravelToAsync(Renewal);
        var owed = await ada.ShowAsync();
        Assert.Equal("pastDue", owed.Text("subscription.status"));
        Assert.Equal("2026-02-02T09:00:00Z", owed.Text("nextDueAt"));
        Assert.Equal("False", (await ada.InvoicesAsync()).Text("0.paid"));

        await service.TravelToAsync(Renewal + Duration.FromDays(2));
        Assert.Equal("2026-02-05T09:00:00Z", (await ada.ShowAsync()).Text("nextDueAt"));
        await ada.PayWithAsync("card-good");
        await service.TravelToAsync(Renewal + Duration.FromDays(2));

        var recovered = await ada.ShowAsync();
        Assert.Equal("active", recovered.Text("subscription.status"));
        Assert.Equal("0", recovered.Text("failures"));
        Assert.Equal("2026-03-01T09:00:00Z", recovered.Text("nextDueAt"));
        Assert.Equal("True", (await ada.InvoicesAsync()).Text("0.paid"));
        Assert.Equal(["EUR 36.00", "EUR 36.00"], await service.ChargesAsync());
    }

    [Fact]
    public async Task A_renewal_that_is_not_paid_stays_due_and_is_paid_from_its_start()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("WhaleBooks");
        await ada.BuyAsync(Customer.Cart("team"));
        await ada.PayWithAsync("card-declined");
        await service.TravelToAsync(Renewal + Duration.FromDays(2));
        Assert.Equal("2", (await ada.ShowAsync()).Text("failures"));

        await ada.PayWithAsync("card-good");
        await service.TravelToAsync(Renewal + Duration.FromDays(3));

        Assert.Equal("2026-02-01T09:00:00Z/2026-03-01T09:00:00Z", (await ada.ShowAsync()).Text("subscription.plan.term"));
        Assert.Equal(2, (await service.DeclinedAsync()).Count);
    }

    [Theory]
    [InlineData("House", 5)] // the renewal, three retries, and once more at the end of the term, when the amount owed is collected
    [InlineData("StripeFlexible", 5)]
    [InlineData("WhaleBooks", 4)] // the renewal and three retries; nothing is owed then
    public async Task After_the_last_retry_the_service_cancels(string vendor, int attempts)
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync(vendor);
        await ada.BuyAsync(Customer.Cart("team"));
        await ada.PayWithAsync("card-declined");

        await service.TravelToAsync(Renewal + Duration.FromDays(12));
        var canceled = (await ada.ShowAsync()).Text("subscription.status");
        await service.TravelToAsync(Renewal + Duration.FromDays(90));

        Assert.True(canceled is "nonRenewing" or "expired", canceled);
        Assert.Equal("expired", (await ada.ShowAsync()).Text("subscription.status"));
        Assert.Equal(["EUR 36.00"], await service.ChargesAsync());
        Assert.Equal(attempts, (await service.DeclinedAsync()).Count);
    }
}
