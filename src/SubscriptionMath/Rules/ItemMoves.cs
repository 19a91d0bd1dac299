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
        var another = thing.Before is null || thing.After is null || thing.Before.SoldAt.Every != thing.After.Price.Every;
        return another
            ? new Move(thing, thing.Before?.Quantity ?? 0, thing.After?.Quantity ?? 0, treatment, treatment.Unused, Replaces: true, Origin.Purchase)
            : new Move(thing, thing.Removed, thing.Added, treatment, treatment.Unused, Replaces: false, Origin.Purchase);
    }

    /// <summary>What replaces a lot within its term is a conversion; what is bought in a trial, or first, is a purchase.</summary>
    private static Origin OriginOf(Thing plan) => plan.Before is { Lots.IsEmpty: false } ? Origin.Conversion : Origin.Purchase;
}
