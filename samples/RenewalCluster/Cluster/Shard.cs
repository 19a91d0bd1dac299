namespace RenewalCluster;

/// <summary>A stretch of subscription numbers.</summary>
/// <param name="Number">The number of the shard.</param>
/// <param name="First">The first subscription.</param>
/// <param name="Count">The number of subscriptions.</param>
[GenerateSerializer]
[Immutable]
public sealed record Shard([property: Id(0)] int Number, [property: Id(1)] int First, [property: Id(2)] int Count)
{
    /// <summary>The number of subscriptions in a whole shard: enough to share a write, few enough to be rewritten for one customer.</summary>
    public const int Size = 50;

    /// <summary>Gets the numbers of its subscriptions.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(First, Count);

    /// <summary>Divides subscriptions into shards.</summary>
    /// <param name="subscriptions">The number of subscriptions.</param>
    public static IEnumerable<Shard> Of(int subscriptions)
    {
        for (var first = 0; first < subscriptions; first += Size)
        {
            yield return new Shard(first / Size, first, Math.Min(Size, subscriptions - first));
        }
    }
}
