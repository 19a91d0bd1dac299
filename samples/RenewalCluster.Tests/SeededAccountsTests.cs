namespace RenewalCluster.Tests;

/// <summary>The accounts of the seed: each is due once in the night, and can be made again.</summary>
public sealed class SeededAccountsTests
{
    private static readonly SeededAccounts Accounts = new(seed: 1);

    [Fact]
    public void Each_account_is_due_in_the_night_and_not_twice() => Assert.All(Enumerable.Range(0, 2_000), number =>
    {
        var renewed = Renewal.Due(number, Accounts.Of(number), Shop.NightEnd);

        Assert.NotNull(renewed);
        Assert.Null(Renewal.Due(number, renewed.Value.After, Shop.NightEnd));
    });

    [Fact]
    public void A_number_gives_the_same_account_again_and_another_seed_another()
    {
        Assert.Equal(Accounts.Of(17), new SeededAccounts(seed: 1).Of(17));
        Assert.NotEqual(Accounts.Of(17), new SeededAccounts(seed: 2).Of(17));
    }

    [Fact]
    public void Among_the_accounts_are_pending_downgrades_credit_discounts_and_add_ons()
    {
        var accounts = Enumerable.Range(0, 200).Select(Accounts.Of).ToArray();

        Assert.Contains(accounts, account => account.Subscription.Pending is not null);
        Assert.Contains(accounts, account => account.Credit != MoneyCredit.None);
        Assert.Contains(accounts, account => !account.Subscription.AddOns.IsEmpty);
        Assert.Contains(accounts, account => !account.Subscription.Discounts.IsEmpty);
    }
}
