namespace SubscriptionMath;

/// <summary>The lots of those items that have kept others than they held.</summary>
/// <param name="ByProduct">The lots by product; null if no item has others.</param>
internal readonly record struct HeldLots(IReadOnlyDictionary<string, Sequence<Lot>>? ByProduct)
{
    internal bool IsEmpty => ByProduct is null;

    /// <summary>The lots of a product, or null if they are the same as before.</summary>
    internal Sequence<Lot>? Find(string productId) => ByProduct is not null && ByProduct.TryGetValue(productId, out var lots) ? lots : null;

    /// <summary>The lots that an item has by now.</summary>
    internal Sequence<Lot> Of(Item item) => Find(item.ProductId) ?? item.Lots;
}
