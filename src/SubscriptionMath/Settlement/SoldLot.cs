namespace SubscriptionMath;

/// <summary>A lot that is sold, with the item that will hold it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Lot">The lot.</param>
/// <param name="IsSetUp">Whether it is the set-up fee of the item.</param>
internal readonly record struct SoldLot(ItemDraft Item, Lot Lot, bool IsSetUp);
