namespace SubscriptionMath;

/// <summary>The items after all moves of a change, with their steps.</summary>
/// <param name="Held">The items.</param>
/// <param name="Discounts">The discounts held afterwards.</param>
/// <param name="Steps">The steps that a bill has to show.</param>
/// <param name="Grants">The steps that concern usage credits.</param>
/// <param name="Ended">The ids of the add-ons that end.</param>
internal readonly record struct MovedItems(
    Holdings Held, Sequence<Discount> Discounts, Sequence<BillStep> Steps, Sequence<GrantStep> Grants, Sequence<string> Ended)
{
    /// <summary>Resolves moves one after the other.</summary>
    /// <param name="by">The resolving of one move.</param>
    /// <param name="moves">The moves, the plan's first.</param>
    /// <param name="discounts">The discounts that the customer has from now on.</param>
    internal static MovedItems Of(in MoveResolving by, Sequence<Move> moves, Sequence<Discount> discounts)
    {
        if (moves.Count == 1 && ReferenceEquals(moves[0].Thing, by.Asked.Pairing.Plan))
        {
            var resolved = by.Of(moves[0], by.Plan.Plan, discounts);
            var held = new Holdings(resolved.After, by.On.Before.AddOns);
            return new MovedItems(held, resolved.Discounts, resolved.Steps, resolved.Grants, default);
        }

        return OfAll(by, moves, discounts);
    }

    private static MovedItems OfAll(in MoveResolving by, Sequence<Move> moves, Sequence<Discount> discounts)
    {
        var (plan, addOns) = (by.Plan.Plan, by.On.Before.AddOns);
        var (held, after) = (Index<Item>.Of(addOns, static item => item.ProductId), new Dictionary<string, Item?>(StringComparer.Ordinal));
        var (steps, grants, ended, bought) = (new List<BillStep>(), new List<GrantStep>(), new List<string>(), new List<Item>());
        foreach (var move in moves)
        {
            var isPlan = ReferenceEquals(move.Thing, by.Asked.Pairing.Plan);
            var id = move.Thing.Before?.ProductId ?? move.Thing.After!.ProductId;
            var resolved = by.Of(move, isPlan ? plan : held.Find(id), discounts);
            discounts = resolved.Discounts;
            steps.AddRange(resolved.Steps.AsSpan());
            grants.AddRange(resolved.Grants.AsSpan());
            if (isPlan)
            {
                plan = resolved.After;
            }
            else if (!move.Replaces)
            {
                after[id] = resolved.After;
            }
            else
            {
                // Add-ons that are bought anew come after those that continue.
                after[id] = null;
                ended.AddRange(move.Thing.Before is null ? [] : [id]);
                bought.AddRange(resolved.After is { } item ? [item] : []);
            }
        }

        var kept = addOns.Select(item => after.TryGetValue(item.ProductId, out var its) ? its : item).OfType<Item>();
        return new MovedItems(
            new Holdings(plan, [.. kept, .. bought]), discounts, steps.ToSequence(), grants.ToSequence(), ended.ToSequence());
    }
}
