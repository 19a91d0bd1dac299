namespace SubscriptionMath;

/// <summary>A charge: a line of a bill, and the lot that the line sells.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Line">The line; null for a lot that is not charged now.</param>
/// <param name="Lot">The lot that is sold; null for value given back, used time and amounts owed.</param>
internal readonly record struct Charge(string ProductId, Line? Line, Lot? Lot)
{
    /// <summary>Gets whether the charge is the set-up fee of the item.</summary>
    internal bool IsSetUp => Line?.Kind == LineKind.SetUp;
}
