namespace SubscriptionMath;

/// <summary>The lots of the items whose lots have changed.</summary>
/// <param name="ByProduct">The lots by product; null if no item's lots have changed.</param>
internal readonly record struct HeldLots(IReadOnlyDictionary<string, Sequence<Lot>>? ByProduct)
{
    internal bool IsEmpty => ByProduct is null;

    /// <summary>Gives the changed lots of a product, or null if its lots are the same as before.</summary>
    internal Sequence<Lot>? Find(string productId) => ByProduct is not null && ByProduct.TryGetValue(productId, out var lots) ? lots : null;

    /// <summary>Gives the current lots of an item: changed, or as held.</summary>
    internal Sequence<Lot> Of(Item item) => Find(item.ProductId) ?? item.Lots;
}
