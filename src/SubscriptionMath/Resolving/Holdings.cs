namespace SubscriptionMath;

/// <summary>The items that a subscription holds: the plan and the add-ons.</summary>
/// <param name="Plan">The plan, or null if none is held.</param>
/// <param name="AddOns">The add-ons, in the order of the subscription.</param>
internal readonly record struct Holdings(Item? Plan, Sequence<Item> AddOns)
{
    internal static Holdings Of(Subscription subscription) => new(subscription.Plan, subscription.AddOns);

    /// <summary>Applies a function to each item.</summary>
    internal Holdings Each(Func<Item, Item> change)
    {
        var addOns = AddOns.IsEmpty ? [] : new Item[AddOns.Count];
        for (var i = 0; i < addOns.Length; i++)
        {
            addOns[i] = change(AddOns[i]);
        }

        return new Holdings(Plan is { } plan ? change(plan) : null, new Sequence<Item>(addOns));
    }

    /// <summary>Gives the items with their changed lots.</summary>
    /// <param name="lots">The lots of the items whose lots have changed.</param>
    internal Holdings With(HeldLots lots) =>
        lots.IsEmpty ? this : WithSome(lots);

    private Holdings WithSome(HeldLots lots) => Each(item => lots.Find(item.ProductId) is { } its ? item with { Lots = its } : item);
}
