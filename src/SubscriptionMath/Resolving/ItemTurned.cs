namespace SubscriptionMath;

/// <summary>What was decided of one item whose term ends, or whose next term is bought ahead.</summary>
/// <param name="After">The item as it will be; null if it is held no longer.</param>
/// <param name="Running">The anchors and the discounts afterwards.</param>
internal readonly record struct ItemTurned(Item? After, Running Running)
{
    /// <summary>Gets the steps that a bill has to tell.</summary>
    internal Sequence<BillStep> Steps { get; init; }

    /// <summary>Gets the steps that concern usage credits.</summary>
    internal Sequence<GrantStep> Grants { get; init; }

    /// <summary>Gets whether deferred charges are on the bill.</summary>
    internal bool CollectsDeferred { get; init; }

    /// <summary>Gets whether a term begins that was bought ahead.</summary>
    internal bool BeginsAhead { get; init; }

    /// <summary>Gets the id of the add-on that ends, or null.</summary>
    internal string? Ended { get; init; }
}
