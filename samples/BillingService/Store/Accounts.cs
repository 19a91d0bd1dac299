using BillingService.Payments;

namespace BillingService.Store;

/// <summary>The customers, their cards and their subscriptions.</summary>
internal sealed class Accounts(Database database)
{
    internal async Task<string> OpenAsync(string id, string name, DateTimeZone zone)
    {
        await database.ExecuteAsync(
            "insert into accounts values (@id, @name, @zone, @card, 1, @credit, null, null, null, null)",
            new { id, name, zone = zone.Id, card = FakeBank.GoodCard, credit = MoneyCredit.None });
        return id;
    }

    internal Task<AccountRow?> FindAsync(string id) => database.FindAsync<AccountRow>("select * from accounts where id = @id", new { id });

    internal Task<int> ChangeCardAsync(string id, string card) =>
        database.ExecuteAsync("update accounts set card = @card where id = @id", new { id, card });

    internal Task<IReadOnlyList<string>> SubscriptionsAsync(string id) =>
        database.ListAsync<string>("select id from subscriptions where account_id = @id order by id", new { id });

    internal async Task<string> SubscribeAsync(string id, AccountRow account, string vendor, string currency)
    {
        var nothing = Subscription.NotStarted(id, currency, DateTimeZoneProviders.Tzdb[account.Zone]);
        await database.ExecuteAsync(
            "insert into subscriptions values (@id, @account, @vendor, @Version, 'notStarted', null, 0, null, @nothing)",
            new { id, account = account.Id, vendor, nothing.Version, nothing });
        return id;
    }
}
