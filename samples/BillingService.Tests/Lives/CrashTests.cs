using BillingService.Due;
using BillingService.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace BillingService.Tests.Lives;

public sealed class CrashTests
{
    [Fact]
    public async Task A_request_that_dies_after_the_charge_is_carried_on_by_its_retry()
    {
        await using var service = new Service { Bank = database => new DyingBank(new FakeBank(database)) };
        var ada = await service.CustomerAsync("House");
        var quote = (await ada.PreviewAsync(Customer.Cart("team"))).Text("quote.id");

        Assert.Equal(500, (await ada.AcceptAsync(quote, "key-1")).Status);
        Assert.Equal("notStarted", (await ada.ShowAsync()).Text("subscription.status"));
        var retry = await ada.AcceptAsync(quote, "key-1");

        Assert.Equal(200, retry.Status);
        Assert.Equal("active", retry.Text("subscription.status"));
        Assert.Equal(["EUR 36.00"], await service.ChargesAsync());
    }

    [Fact]
    public async Task A_request_that_dies_after_the_charge_is_carried_on_by_the_worker_and_its_retry_gets_the_answer()
    {
        await using var service = new Service { Bank = database => new DyingBank(new FakeBank(database)) };
        var ada = await service.CustomerAsync("House");
        var quote = (await ada.PreviewAsync(Customer.Cart("team"))).Text("quote.id");
        await ada.AcceptAsync(quote, "key-1");

        await service.TravelToAsync(Service.Start + Duration.FromMinutes(2));
        await service.Services.GetRequiredService<DueRun>().ResumeAsync();

        Assert.Equal("active", (await ada.ShowAsync()).Text("subscription.status"));
        Assert.Equal(200, (await ada.AcceptAsync(quote, "key-1")).Status);
        Assert.Equal(409, (await ada.AcceptAsync(quote, "key-2")).Status);
        Assert.Equal(["EUR 36.00"], await service.ChargesAsync());
    }

    [Fact]
    public async Task A_quote_that_is_stale_after_the_crash_gives_its_charge_back()
    {
        await using var service = new Service { Bank = database => new DyingBank(new FakeBank(database)) };
        var ada = await service.CustomerAsync("House");
        var quote = (await ada.PreviewAsync(Customer.Cart("team"))).Text("quote.id");
        await ada.AcceptAsync(quote, "key-1");
        await service.CountAsync(
            "update subscriptions set version = 5, document = replace(document, '\"version\":0', '\"version\":5') returning 1");

        Assert.Equal(409, (await ada.AcceptAsync(quote, "key-1")).Status);
        Assert.Empty(await service.ChargesAsync());
    }

    /// <summary>A bank whose first charge succeeds, and whose caller never hears of it.</summary>
    private sealed class DyingBank(FakeBank bank) : IPaymentProvider
    {
        private bool _died;

        public async Task<bool> ChargeAsync(string key, string accountId, string card, Money amount)
        {
            var paid = await bank.ChargeAsync(key, accountId, card, amount);
            return _died ? paid : throw new TimeoutException($"No answer in time ({_died = true}).");
        }

        public Task RefundAsync(string key, string accountId, string card, Money amount) =>
            bank.RefundAsync(key, accountId, card, amount);

        public Task VoidAsync(string key) => bank.VoidAsync(key);
    }
}
