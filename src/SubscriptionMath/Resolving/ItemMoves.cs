namespace SubscriptionMath;

/// <summary>Turns decisions into leaving and entering units, item by item; the plan first.</summary>
internal static class ItemMoves
{
    /// <summary>The plan is replaced, or begins anew.</summary>
    internal static Move NewPlan(Thing plan, Treatment treatment, int quantity) =>
        new(plan, plan.Before?.Quantity ?? 0, quantity, treatment, treatment.Unused, Replaces: true, OriginOf(plan));

    /// <summary>The plan is replaced, or begins anew, and so does every add-on.</summary>
    internal static List<Move> WithNewPlan(Pairing pairing, Treatment treatment, int quantity, UnusedValue endedAddOns)
    {
        var moves = new List<Move>(1 + pairing.AddOns.Length) { NewPlan(pairing.Plan, treatment, quantity) };
        foreach (var addOn in pairing.AddOns)
        {
            moves.Add(new Move(
                addOn,
                addOn.Before?.Quantity ?? 0,
                addOn.After?.Quantity ?? 0,
                treatment,
                endedAddOns,
                Replaces: true,
                OriginOf(pairing.Plan)));
        }

        return moves;
    }

    /// <summary>An add-on ends because the plan ends, or because the new plan does not offer it.</summary>
    internal static Move WithThePlan(Thing addOn, Treatment treatment, UnusedValue ended) =>
        new(addOn, addOn.Before!.Quantity, 0, treatment, ended, Replaces: true, Origin.Purchase);

    /// <summary>One item changes in number, begins or ends while the plan is kept.</summary>
    internal static Move Alone(Thing thing, Treatment treatment)
    {
        if (thing.Before is not { } before || thing.After is not { } after || before.SoldAt.Every != after.Price.Every)
        {
            return new Move(thing, thing.Before?.Quantity ?? 0, thing.After?.Quantity ?? 0, treatment, treatment.Unused, Replaces: true,
                Origin.Purchase);
        }

        return SellsAllAnew(before, thing.Added, treatment)
            ? new Move(thing, before.Quantity, after.Quantity, treatment, UnusedValue.OfAllLots, Replaces: false, before.Lots[0].Origin)
            : new Move(thing, thing.Removed, thing.Added, treatment, treatment.Unused, Replaces: false, Origin.Purchase);
    }

    /// <summary>
    /// Whether all units are sold anew: the number decides the price of each, the rest is charged and the unused part credited.
    /// </summary>
    /// <remarks>
    /// The old price of all units is then credited for the time left, and the new one charged. The difference is the same, and no lot is
    /// sold below zero. In any other case the lots stay.
    /// </remarks>
    private static bool SellsAllAnew(Item before, int added, Treatment treatment) =>
        before.SoldAt.Model.PricesAllAlike && !before.Lots.IsEmpty
        && (added > 0 ? treatment.NewPrice == NewPrice.ForTheRest : treatment.Unused is not UnusedValue.Nothing);

    /// <summary>A replacement of a lot within its term is a conversion; a purchase in a trial, or a first one, is a purchase.</summary>
    private static Origin OriginOf(Thing plan) => plan.Before is { Lots.IsEmpty: false } ? Origin.Conversion : Origin.Purchase;
}
