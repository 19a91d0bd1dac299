namespace RenewalCluster.Tests;

/// <summary>State that is stored reads back equal, so that a silo goes on where another stopped.</summary>
public sealed class ShardStoreTests
{
    [Fact]
    public void State_reads_back_equal()
    {
        var (store, accounts) = (new ShardStore(), new SeededAccounts(seed: 1));
        var state = new ShardState { Accounts = [.. Enumerable.Range(0, 200).Select(Renewed), new(accounts.Of(200), Last: null)] };

        Assert.Equal(state.Accounts, store.Deserialize<ShardState>(store.Serialize(state))!.Accounts);

        BookedAccount Renewed(int number)
        {
            var (after, booking) = Renewal.Due(number, accounts.Of(number), Shop.NightEnd)!.Value;
            return new(after, booking);
        }
    }
}
