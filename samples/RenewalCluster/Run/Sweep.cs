namespace RenewalCluster;

/// <summary>The sweep of the night: asks every shard for what is due, and asks again if a silo was lost.</summary>
/// <param name="grains">The cluster.</param>
/// <param name="books">The books that take the bookings.</param>
internal sealed class Sweep(IGrainFactory grains, Books books)
{
    /// <summary>The number of shards that are asked at a time: enough to keep the silos busy.</summary>
    private const int AtATime = 16;

    private int _askedAgain;

    /// <summary>Gets how often a shard was asked again, because no answer came.</summary>
    public int AskedAgain => _askedAgain;

    /// <summary>Sweeps all shards.</summary>
    /// <param name="until">The end of the night, exclusive.</param>
    /// <param name="progressed">Called after each shard.</param>
    public Task Run(Instant until, Action progressed) => Parallel.ForEachAsync(
        Shard.Of(books.Subscriptions),
        new ParallelOptions { MaxDegreeOfParallelism = AtATime },
        async (shard, _) =>
        {
            while (!await IsBooked(shard, until.ToDateTimeOffset()))
            {
                Interlocked.Increment(ref _askedAgain);
                await Task.Delay(Waiting.BeforeTheNextTry, CancellationToken.None);
            }

            progressed();
        });

    private async Task<bool> IsBooked(Shard shard, DateTimeOffset until)
    {
        try
        {
            books.Take(await grains.GetGrain<IShardGrain>(shard.Number).RenewDue(shard, until));
            return true;
        }
        catch (Exception lost) when (lost is OrleansException or TimeoutException)
        {
            return false;
        }
    }
}
