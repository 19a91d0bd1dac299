namespace SubscriptionMath;

/// <summary>
/// Lists the items that are sold together, each with its price for one period. A discount on the invoice is split over these.
/// </summary>
internal sealed class SoldTogether
{
    private readonly List<(string Id, Fraction Price)> _sold = [];

    /// <summary>Lists the items after a change. An item whose change waits is listed as held.</summary>
    internal static PricedItems After(Pairing pairing, in Decisions decisions, Item plan, Circumstances on)
    {
        var moves = new Dictionary<Thing, Move>(ReferenceEqualityComparer.Instance);
        foreach (var move in decisions.Moves)
        {
            moves[move.Thing] = move;
        }

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

    /// <summary>
    /// Lists the held items at the prices of their renewal, the plan first as in a purchase. An add-on that does not renew bears no part.
    /// </summary>
    internal static PricedItems Renewed(Holdings held, Turning turning)
    {
        var together = new SoldTogether();
        if (held.Plan is { } plan)
        {
            together.Add(turning.Renewed(plan, GrantSource.Plan), goesOn: true);
        }

        foreach (var addOn in held.AddOns)
        {
            if (turning.RenewsWith(addOn) > 0)
            {
                together.Add(turning.Renewed(addOn, GrantSource.AddOn), goesOn: true);
            }
        }

        return together.ToPricedItems();
    }

    /// <summary>Adds an item, unless its price was charged once and for all.</summary>
    /// <param name="wanted">The item, at the price of its sale.</param>
    /// <param name="goesOn">Whether the item was held before.</param>
    internal void Add(Wanted wanted, bool goesOn)
    {
        if (!goesOn || wanted.Price.BillingTiming != BillingTiming.Once)
        {
            _sold.Add((wanted.ProductId, wanted.Price.For(wanted.Quantity)));
        }
    }

    internal PricedItems ToPricedItems() => new(_sold);
}
