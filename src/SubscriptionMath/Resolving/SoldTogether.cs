namespace SubscriptionMath;

/// <summary>
/// Lists the items that are sold together, each with its price for one period. A discount on the invoice is split over these.
/// </summary>
internal static class SoldTogether
{
    /// <summary>Lists the items after a change. An item whose change waits is listed as held.</summary>
    internal static PricedItems After(Pairing pairing, Decisions decisions, Item plan, Circumstances on)
    {
        var moves = new Dictionary<Thing, Move>(ReferenceEqualityComparer.Instance);
        decisions.Moves.ForEach(move => moves[move.Thing] = move);
        var sold = new List<(string, Fraction)>(1 + pairing.AddOns.Length) { (plan.ProductId, plan.SoldAt.For(decisions.PlanQuantity)) };
        foreach (var addOn in pairing.AddOns)
        {
            var move = moves.GetValueOrDefault(addOn);
            if (addOn.Changes != ChangeKinds.None && !decisions.RenewsAddOns && move is null)
            {
                Add(addOn.Before?.ProductId, addOn.Before?.SoldAt, addOn.Before?.Quantity);
                continue;
            }

            // Added units are sold at the price of the held units, in the same phase.
            var price = addOn.After is null || move is null ? addOn.After?.Price
                : move is { Replaces: false, Thing.Before: { } held } ? held.SoldAt
                : ChangedPlan.Phased(addOn, move.Treatment, null, on).Price;
            Add(addOn.After?.ProductId, price, addOn.After?.Quantity);
        }

        return new(sold);

        void Add(string? id, Price? price, int? quantity)
        {
            if (id is not null)
            {
                sold.Add((id, price!.For(quantity!.Value)));
            }
        }
    }

    /// <summary>Lists the held items at the prices of their renewal, without the items that are charged once.</summary>
    internal static PricedItems Renewed(Holdings held, Turning turning)
    {
        var sold = new List<(string, Fraction)>(1 + held.AddOns.Count);
        foreach (var addOn in held.AddOns)
        {
            Add(turning.Renewed(addOn, GrantSource.AddOn));
        }

        if (held.Plan is { } plan)
        {
            Add(turning.Renewed(plan, GrantSource.Plan));
        }

        return new(sold);

        void Add(Wanted wanted)
        {
            if (wanted.Price.BillingTiming != BillingTiming.Once)
            {
                sold.Add((wanted.ProductId, wanted.Price.For(wanted.Quantity)));
            }
        }
    }

    /// <summary>Lists the items of a cart.</summary>
    internal static PricedItems Of(Cart cart, Wanted plan, Catalog catalog, Currency currency)
    {
        var sold = new List<(string, Fraction)>(1 + cart.AddOns.Count) { (plan.ProductId, plan.Price.For(plan.Quantity)) };
        foreach (var entry in cart.AddOns)
        {
            if (catalog.HeldAddOn(entry.Id).PriceFor(entry.Interval ?? cart.Interval, currency) is { } price)
            {
                sold.Add((entry.Id, price.For(entry.Quantity)));
            }
        }

        return new(sold);
    }
}
