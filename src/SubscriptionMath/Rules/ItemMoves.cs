namespace SubscriptionMath;

/// <summary>Turns decisions into what leaves and what enters, item by item; the plan first.</summary>
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

    /// <summary>An add-on ends because the plan does, or does not go with the new one.</summary>
    internal static Move WithThePlan(Thing addOn, Treatment treatment, UnusedValue ended) =>
        new(addOn, addOn.Before!.Quantity, 0, treatment, ended, Replaces: true, Origin.Purchase);

    /// <summary>One item changes in number, begins or ends while the plan is kept.</summary>
    internal static Move Alone(Thing thing, Treatment treatment)
    {
        if (thing.Before is not { } before || thing.After is not { } after || before.SoldAt.Every != after.Price.Every)
        {
            return new Move(thing, thing.Before?.Quantity ?? 0, thing.After?.Quantity ?? 0, treatment, treatment.Unused, Replaces: true, Origin.Purchase);
        }

        return SellsAllAnew(before, thing.Added, treatment)
            ? new Move(thing, before.Quantity, after.Quantity, treatment, UnusedValue.OfAllLots, Replaces: false, before.Lots[0].Origin)
            : new Move(thing, thing.Removed, thing.Added, treatment, treatment.Unused, Replaces: false, Origin.Purchase);
    }

    /// <summary>
    /// Where the number decides what every unit costs, the old price of all is given back for the time left and the new one charged: that is
    /// the same difference, and no lot is sold at less than nothing. Where the rest is not charged, or nothing is given back, the lots stay.
    /// </summary>
    private static bool SellsAllAnew(Item before, int added, Treatment treatment) =>
        before.SoldAt.Model.PricesAllAlike && !before.Lots.IsEmpty
        && (added > 0 ? treatment.NewPrice == NewPrice.ForTheRest : treatment.Unused is not UnusedValue.Nothing);

    /// <summary>What replaces a lot within its term is a conversion; what is bought in a trial, or first, is a purchase.</summary>
    private static Origin OriginOf(Thing plan) => plan.Before is { Lots.IsEmpty: false } ? Origin.Conversion : Origin.Purchase;
}
