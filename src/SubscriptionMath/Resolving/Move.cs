namespace SubscriptionMath;

/// <summary>The units that leave and enter one item at once, with the treatment that decides their value and price.</summary>
/// <param name="Thing">The item, as held and as wanted.</param>
/// <param name="Leaving">The number of units that leave.</param>
/// <param name="Entering">The number of units that enter.</param>
/// <param name="Treatment">The treatment that decides for the item.</param>
/// <param name="Unused">The value of the units that leave.</param>
/// <param name="Replaces">Whether the item is replaced: all units leave, and the entering ones are bought anew.</param>
/// <param name="Source">The source of the lots that enter.</param>
internal sealed record Move(
    Thing Thing, int Leaving, int Entering, Treatment Treatment, UnusedValue Unused, bool Replaces, LotSource Source)
{
    /// <summary>Whether the earlier purchase continues, for the units that stay or for the item that replaces them.</summary>
    internal bool KeepsLots => Unused is UnusedValue.LotsKept && (Entering > 0 || !Replaces);

    /// <summary>The number of units that neither leave nor are sold anew; entering units are sold on top of them.</summary>
    internal int Staying => Replaces ? 0 : (Thing.Before?.Quantity ?? 0) - Leaving;

    internal bool IsEmpty => Leaving == 0 && Entering == 0;
}
