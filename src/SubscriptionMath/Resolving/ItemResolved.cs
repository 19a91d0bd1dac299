namespace SubscriptionMath;

/// <summary>One resolved item, with the steps that its change brings.</summary>
/// <param name="After">The item after the change, with the lots that stay; null if the item ends.</param>
/// <param name="Discounts">The discounts that the subscription holds afterwards.</param>
internal readonly record struct ItemResolved(Item? After, Sequence<Discount> Discounts)
{
    /// <summary>Gets the steps that a bill has to show.</summary>
    internal Sequence<BillStep> Steps { get; init; }

    /// <summary>Gets the steps that concern usage credits.</summary>
    internal Sequence<GrantStep> Grants { get; init; }
}
