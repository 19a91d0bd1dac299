namespace SubscriptionMath;

/// <summary>What leaves and what enters one item at once, and how both are valued.</summary>
/// <param name="Thing">The item, as it is and as it is wanted.</param>
/// <param name="Leaving">The number of units that leave.</param>
/// <param name="Entering">The number of units that enter.</param>
/// <param name="Treatment">The treatment that speaks for it.</param>
/// <param name="Unused">What the units that leave are worth.</param>
/// <param name="Replaces">Whether the item is another one afterwards: all of it leaves, and what enters is bought anew.</param>
/// <param name="Origin">The origin of the lots that enter.</param>
internal sealed record Move(
    Thing Thing, int Leaving, int Entering, Treatment Treatment, UnusedValue Unused, bool Replaces, Origin Origin)
{
    /// <summary>Whether what was bought goes on, for the units that stay or for what takes its place.</summary>
    internal bool KeepsLots => Unused is UnusedValue.LotsKept && (Entering > 0 || !Replaces);

    /// <summary>The number of units that are neither sold anew nor leave: what enters is sold on top of them.</summary>
    internal int Staying => Replaces ? 0 : (Thing.Before?.Quantity ?? 0) - Leaving;

    internal bool IsEmpty => Leaving == 0 && Entering == 0;
}
