namespace SubscriptionMath;

/// <summary>Resolves a change: the parts that take effect now, and the parts that wait.</summary>
internal static class ChangeResolving
{
    /// <summary>Resolves a change, or gives the policy's refusal.</summary>
    internal static Refused? Resolve(in Request asked, Circumstances on, Catalog catalog, out Resolution resolution)
    {
        if (asked.OfStatus != ChangeKinds.None)
        {
            return StatusResolving.Resolve(asked, on, catalog, out resolution);
        }

        resolution = null!;
        if (Decisions.Make(asked, on, out var decisions) is { } notAllowed)
        {
            return notAllowed;
        }

        var cart = asked.Cart!;
        var plan = ChangedPlan.Of(asked, decisions, on, catalog.HeldPlan(cart.PlanId));
        resolution = Pended(Moved(asked, decisions, plan, on, catalog), asked, decisions, catalog);
        return on.Policy.Requests.Pending == PendingPolicy.Merged && resolution.Pending is { Cart: { } merged } && merged != cart
            ? Unsaleable(merged, on, catalog)
            : null;
    }

    /// <summary>Resolves the moves, the plan's first, and then a new date of the next billing.</summary>
    private static Resolution Moved(in Request asked, in Decisions decisions, in ChangedPlan plan, Circumstances on, Catalog catalog)
    {
        var (discounts, together) = (on.Before.Discounts, default(PricedItems));
        if (decisions.Moves.Count > 0 || !decisions.Waits)
        {
            discounts = DiscountUse.Asked(on.Before, asked.Cart!.Discounts);
            together = discounts.IsEmpty ? null : SoldTogether.After(asked.Pairing, decisions, plan.Plan!, on);
        }

        var moves = MovedItems.Of(
            new MoveResolving(on, catalog, asked, plan, together) { Decided = decisions.NewPlan }, decisions.Moves, discounts);
        var resolution = new Resolution(on, BalanceUses.Changes)
        {
            Held = moves.Held,
            Status = plan.Status,
            Schedule = plan.Schedule,
            Trial = plan.Trial,
            Discounts = moves.Discounts,
            TimeSold = TimeSoldOn(asked, decisions, catalog),
            Steps = moves.Steps,
            Grants = moves.Grants,
            EndedAddOns = moves.Ended,
            ReadsTimeLeft = on.TimeLeft is not null && decisions.Moves.Count > 0,
        };
        resolution = decisions.NewPlan is { MovesKept: true } then
            ? DateMove.Apply(resolution, catalog, then, asked.Wish.NextBilling!.Value)
            : resolution;
        return resolution.Discounts == on.Before.Discounts ? resolution
            : resolution with { Discounts = DiscountUse.NewOnesDeferred(resolution.Discounts, on.Before, resolution.Steps) };
    }

    /// <summary>
    /// Gives the plan on which a surplus buys time. The source of the time is a conversion if the plan is replaced or begins anew, else an
    /// add-on's termination.
    /// </summary>
    private static TimeSold TimeSoldOn(in Request asked, in Decisions decisions, Catalog catalog)
    {
        var (wanted, held) = (asked.Pairing.Plan.After!, asked.Pairing.Plan.Before);
        if (decisions.NewPlan is { } treatment)
        {
            return new TimeSold(wanted, LotSource.Conversion, treatment.Term is TermRule.LengthBought);
        }

        // If another plan waits, the time is bought on the plan that is held.
        var plan = held is null || held.ProductId == wanted.ProductId
            ? wanted
            : Wanted.Of(catalog.HeldPlan(held.ProductId), held.SoldAt, held.Quantity);
        return new TimeSold(plan, LotSource.AddOnTermination, TermIsOpen: false);
    }

    /// <summary>Resolves the pending change, and whether the subscription stays canceled.</summary>
    private static Resolution Pended(Resolution resolution, in Request asked, in Decisions decisions, Catalog catalog)
    {
        var pending = PendingChanges.After(resolution, asked.Cart!, decisions, catalog);
        var status = resolution.Status == Status.NonRenewing && pending is not { Cart: null } ? Status.Active : resolution.Status;
        resolution = RenewingUnits.Replaced(resolution, asked.Cart!, decisions);
        return pending == resolution.Pending && status == resolution.Status
            ? resolution
            : resolution with { Pending = pending, Status = status };
    }

    /// <summary>Gives the refusal of a merged cart that cannot be sold, though each of its two parts can; or null.</summary>
    private static Refused? Unsaleable(Cart merged, Circumstances on, Catalog catalog)
    {
        if (PendingCheck.Unsold(on.Before, merged, catalog, on.Policy.AddOns) is { } gone)
        {
            return gone;
        }

        var plan = catalog.HeldPlan(merged.PlanId);
        return Pairing.Pair(on.Before, merged, catalog, on.Policy, out _)
            ?? (plan.Seats.Allow(merged.Quantity) ? null : Refusals.SeatsNotOffered(plan, merged.Quantity));
    }
}
