using BillingService.Shop;
using BillingService.Store;

namespace BillingService.Settling;

/// <summary>Opens a subscription with its account, the facts of the account and the vendor's policy.</summary>
internal sealed class Holdings(Database database)
{
    internal async Task<Holding?> FindAsync(string subscriptionId)
    {
        var row = await database.FindAsync<SubscriptionRow>(
            "select * from subscriptions where id = @subscriptionId", new { subscriptionId });
        if (row is null)
        {
            return null;
        }

        var account = await database.FindAsync<AccountRow>("select * from accounts where id = @AccountId", row);
        var others = await database.FindAsync<int>(
            "select count(*) from subscriptions where account_id = @AccountId and id <> @Id and status not in ('notStarted', 'expired')",
            new { row.AccountId, row.Id });
        return new Holding(row, account!, FactsOf(account!, others), Vendors.Find(row.Vendor)!, DemoShop.Catalog);
    }

    internal async Task<Holding> OpenAsync(string subscriptionId) =>
        await FindAsync(subscriptionId) ?? throw new InvalidOperationException($"There is no subscription '{subscriptionId}'.");

    /// <summary>The facts that only the service knows. The demo has no sign-in: whoever asks is the owner of the account.</summary>
    private static Facts FactsOf(AccountRow account, int others) => Facts.None with
    {
        Credit = account.Credit,
        MembersInUse = account.Members,
        OtherSubscriptions = others,
        Taxes = DemoShop.Taxes,
        AskedBy = Roles.Owner,
    };
}
