namespace RenewalCluster;

/// <summary>A shard of subscriptions. Its calls come one after the other, wherever in the cluster it lives.</summary>
public interface IShardGrain : IGrainWithIntegerKey
{
    /// <summary>Renews all subscriptions of the shard whose terms end by an instant.</summary>
    /// <param name="shard">The numbers of the shard.</param>
    /// <param name="until">The end of the night, exclusive.</param>
    /// <returns>The booking of the last renewal of each subscription that had one: this renewal, or an earlier one.</returns>
    [Alias(nameof(RenewDue))]
    Task<Booking[]> RenewDue(Shard shard, DateTimeOffset until);
}
