namespace SubscriptionMath;

/// <summary>Turns decisions into moves: the units that leave and enter each item, the plan first.</summary>
internal static class ItemMoves
{
    /// <summary>Gives the move of a plan that is replaced or begins anew.</summary>
    internal static Move NewPlan(Thing plan, Treatment treatment, int quantity) =>
        new(plan, plan.Before?.Quantity ?? 0, quantity, treatment, treatment.Unused, Replaces: true, OriginOf(plan));

    /// <summary>Gives the moves of a plan that is replaced or begins anew, with every add-on.</summary>
    internal static Sequence<Move> WithNewPlan(Pairing pairing, Treatment treatment, int quantity, UnusedValue endedAddOns)
    {
        var moves = new Move[1 + pairing.AddOns.Length];
        moves[0] = NewPlan(pairing.Plan, treatment, quantity);
        for (var i = 1; i < moves.Length; i++)
        {
            var addOn = pairing.AddOns[i - 1];
            moves[i] = new Move(
                addOn,
                addOn.Before?.Quantity ?? 0,
                addOn.After?.Quantity ?? 0,
                treatment,
                endedAddOns,
                Replaces: true,
                OriginOf(pairing.Plan));
        }

        return new Sequence<Move>(moves);
    }

    /// <summary>Gives the move of an add-on that ends with the plan, since the new plan includes the add-on or does not offer it.</summary>
    internal static Move WithThePlan(Thing addOn, Treatment treatment, UnusedValue ended) =>
        new(addOn, addOn.Before!.Quantity, 0, treatment, ended, Replaces: true, LotSource.Purchase);

    /// <summary>Gives the move of one item that begins, ends, or changes its number of units or interval, while the plan is kept.</summary>
    internal static Move Alone(Thing thing, Treatment treatment)
    {
        if (thing.Before is not { } before || thing.After is not { } after || before.SoldAt.Interval != after.Price.Interval)
        {
            var (leaving, entering) = (thing.Before?.Quantity ?? 0, thing.After?.Quantity ?? 0);
            return new Move(thing, leaving, entering, treatment, treatment.Unused, Replaces: true, LotSource.Purchase);
        }

        return SellsAllAnew(before, thing.Added, treatment)
            ? new Move(thing, before.Quantity, after.Quantity, treatment, UnusedValue.OfAllLots, Replaces: false, before.Lots[0].Source)
            : new Move(thing, thing.Removed, thing.Added, treatment, treatment.Unused, Replaces: false, LotSource.Purchase);
    }

    /// <summary>
    /// Whether all units are sold anew, since the number of units decides the price of each; only if added units are prorated, or removed
    /// units credited.
    /// </summary>
    /// <remarks>
    /// The old price of all units is then credited for the time left, and the new price of all units is charged. The difference is the
    /// same, and no lot is sold below zero. In any other case the lots stay.
    /// </remarks>
    private static bool SellsAllAnew(Item before, int added, Treatment treatment) =>
        before.SoldAt.Model.PricesAllAlike && !before.Lots.IsEmpty
        && (added > 0 ? treatment.NewPrice == NewPrice.ForTheRest : treatment.Unused is not UnusedValue.Nothing);

    /// <summary>Gives the source of new lots: conversion if the old plan had lots; purchase for a first one, or in a trial.</summary>
    private static LotSource OriginOf(Thing plan) => plan.Before is { Lots.IsEmpty: false } ? LotSource.Conversion : LotSource.Purchase;
}
