using BillingService.Store;

namespace BillingService.Payments;

/// <summary>A bank without money. It declines one card, and its own table of charges outlives a crash of the service.</summary>
internal sealed class FakeBank(Database database) : IPaymentProvider
{
    internal const string GoodCard = "card-good";
    internal const string DeclinedCard = "card-declined";

    public Task<bool> ChargeAsync(string key, string accountId, string card, Money amount) =>
        KeepAsync(key, accountId, amount, paid: card != DeclinedCard);

    public Task RefundAsync(string key, string accountId, string card, Money amount) =>
        KeepAsync(key, accountId, -amount, paid: true);

    public Task VoidAsync(string key) => database.ExecuteAsync("update bank_charges set paid = 0 where key = @key", new { key });

    private async Task<bool> KeepAsync(string key, string accountId, Money amount, bool paid)
    {
        await database.ExecuteAsync(
            "insert into bank_charges values (@key, @accountId, @amount, @paid) on conflict (key) do nothing",
            new { key, accountId, amount = amount.ToString(), paid = paid ? 1L : 0L });
        return await database.FindAsync<long>("select paid from bank_charges where key = @key", new { key }) == 1;
    }
}
