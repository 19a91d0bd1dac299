namespace SubscriptionMath;

/// <summary>A lot that is sold, with the item that will hold it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Line">The line that it is on, or null where nothing is charged now.</param>
internal readonly record struct SoldLot(ItemDraft Item, Lot Lot, Line? Line)
{
    /// <summary>Gets whether it is the set-up fee of the item.</summary>
    internal bool IsSetUp => Line?.Kind == LineKind.SetUp;
}
