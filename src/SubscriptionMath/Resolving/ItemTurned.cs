namespace SubscriptionMath;

/// <summary>One resolved item whose term ends, or whose next term is bought ahead, with the steps for that.</summary>
/// <param name="After">The item afterwards; null if the item ends.</param>
/// <param name="Running">The anchors and the discounts afterwards.</param>
internal readonly record struct ItemTurned(Item? After, Running Running)
{
    /// <summary>Gets the steps that a bill has to show.</summary>
    internal Sequence<BillStep> Steps { get; init; }

    /// <summary>Gets the steps that concern usage credits.</summary>
    internal Sequence<GrantStep> Grants { get; init; }

    /// <summary>Gets whether the bill collects deferred charges.</summary>
    internal bool CollectsDeferred { get; init; }

    /// <summary>Gets whether a term that was bought ahead begins.</summary>
    internal bool BeginsAhead { get; init; }

    /// <summary>Gets the id of the add-on that ends, or null.</summary>
    internal string? Ended { get; init; }
}
