namespace SubscriptionMath;

/// <summary>What was decided of one item.</summary>
/// <param name="After">The item as it will be, with the lots that stay; null if it is held no longer.</param>
/// <param name="Discounts">The discounts that the subscription holds afterwards.</param>
internal readonly record struct ItemResolved(Item? After, Sequence<Discount> Discounts)
{
    /// <summary>Gets the steps that a bill has to tell.</summary>
    internal Sequence<BillStep> Steps { get; init; }

    /// <summary>Gets the steps that concern usage credits.</summary>
    internal Sequence<GrantStep> Grants { get; init; }
}
