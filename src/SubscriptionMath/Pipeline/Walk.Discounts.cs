namespace SubscriptionMath;

/// <content>The discounts: what is sold together with what.</content>
internal readonly partial struct Walk
{
    /// <summary>The discounts asked for, and what is sold together from now on: what waits stays as it is.</summary>
    private void Discount(Sequence<Discount> asked)
    {
        _draft.AskDiscounts(asked);
        if (asked.IsEmpty)
        {
            return;
        }

        _draft.Sells(_draft.Plan!.ProductId, _draft.Plan.SoldAt, _decisions.PlanQuantity);
        foreach (var addOn in _pairing.AddOns)
        {
            if (addOn.Changes != What.None && !_decisions.RenewsAddOns && !_decisions.Moves.Exists(move => ReferenceEquals(move.Thing, addOn)))
            {
                Sells(addOn.Before?.ProductId, addOn.Before?.SoldAt, addOn.Before?.Quantity);
            }
            else
            {
                // Units that are added are sold at the price of those held, whatever phase a new one would be in.
                var move = _decisions.Moves.Find(move => ReferenceEquals(move.Thing, addOn));
                var price = addOn.After is null || move is null ? addOn.After?.Price
                    : move is { Replaces: false, Thing.Before: { } held } ? held.SoldAt
                    : Sold(addOn, move.Treatment, null, _draft.Plan.Term, null, 1).SoldAt;
                Sells(addOn.After?.ProductId, price, addOn.After?.Quantity);
            }
        }
    }

    private void Sells(string? productId, Price? price, int? quantity)
    {
        if (productId is not null)
        {
            _draft.Sells(productId, price!, quantity!.Value);
        }
    }
}
