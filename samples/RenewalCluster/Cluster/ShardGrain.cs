using Orleans.Placement;

namespace RenewalCluster;

/// <summary>A shard as a grain: it answers a second call for the same night with the bookings of the first.</summary>
/// <param name="stored">The stored state.</param>
/// <param name="sold">The accounts as they were sold.</param>
[HashBasedPlacement]
public sealed class ShardGrain(
    [PersistentState("shard", ShardStore.Name)] IPersistentState<ShardState> stored, SeededAccounts sold)
    : Grain, IShardGrain
{
    /// <inheritdoc/>
    public async Task<Booking[]> RenewDue(Shard shard, DateTimeOffset until)
    {
        var before = stored.State.Accounts is { Count: > 0 } kept ? kept : [.. shard.Numbers.Select(AsSold)];
        BookedAccount[] after = [.. shard.Numbers.Zip(before, (number, one) => Renewed(number, one, Instant.FromDateTimeOffset(until)))];
        if (!after.SequenceEqual(before, ReferenceEqualityComparer.Instance))
        {
            stored.State = new() { Accounts = after };
            await stored.WriteStateAsync();
        }

        return [.. after.Select(one => one.Last).OfType<Booking>()];
    }

    private BookedAccount AsSold(int number) => new(sold.Of(number), Last: null);

    private static BookedAccount Renewed(int number, BookedAccount one, Instant until) =>
        Renewal.Due(number, one.Account, until) is { } renewed ? new(renewed.After, renewed.Booking) : one;
}
