namespace SubscriptionMath;

/// <summary>The items of a subscription: the plan and the add-ons.</summary>
/// <param name="Plan">The plan, or null if none is held.</param>
/// <param name="AddOns">The add-ons, in their order.</param>
internal readonly record struct Holdings(Item? Plan, Sequence<Item> AddOns)
{
    internal static Holdings Of(Subscription subscription) => new(subscription.Plan, subscription.AddOns);

    /// <summary>The items, each as a function gives it.</summary>
    internal Holdings Each(Func<Item, Item> change)
    {
        var addOns = AddOns.IsEmpty ? [] : new Item[AddOns.Count];
        for (var i = 0; i < addOns.Length; i++)
        {
            addOns[i] = change(AddOns[i]);
        }

        return new Holdings(Plan is { } plan ? change(plan) : null, new Sequence<Item>(addOns));
    }

    /// <summary>The items with the lots that were kept and sold.</summary>
    /// <param name="lots">The lots of each item that has others now.</param>
    internal Holdings With(HeldLots lots) =>
        lots.IsEmpty ? this : Each(item => lots.Find(item.ProductId) is { } its ? item with { Lots = its } : item);
}
