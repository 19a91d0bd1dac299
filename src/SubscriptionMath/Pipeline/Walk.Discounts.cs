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
                var then = _decisions.Moves.Find(move => ReferenceEquals(move.Thing, addOn))?.Treatment;
                Sells(addOn.After?.ProductId, addOn.After is null || then is null ? addOn.After?.Price : Sold(addOn, then, null, _draft.Plan.Term, null, 1).SoldAt, addOn.After?.Quantity);
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
