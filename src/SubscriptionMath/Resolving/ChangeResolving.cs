using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves a change: which parts of it take effect now, which wait, and how.</summary>
internal static class ChangeResolving
{
    /// <summary>Resolves a change, or tells why the policy does not allow it.</summary>
    internal static Refused? Resolve(in Request asked, Circumstances on, Catalog catalog, out Resolution resolution)
    {
        if (asked.OfStatus != What.None)
        {
            return StatusResolving.Resolve(asked, on, catalog, out resolution);
        }

        resolution = null!;
        if (Decisions.Make(asked, on, out var decisions) is { } notAllowed)
        {
            return notAllowed;
        }

        var cart = asked.Cart!;
        var plan = ChangedPlan.Of(asked, decisions, on, catalog.Plan(cart.PlanId));
        resolution = Pended(Moved(asked, decisions, plan, on, catalog), asked, decisions, catalog);
        return on.Policy.Pending == PendingPolicy.Merged && resolution.Pending is { Cart: { } merged } && merged != cart
            ? Unsaleable(merged, on, catalog)
            : null;
    }

    /// <summary>Resolves the moves, the plan's first, and a move of the next billing after them.</summary>
    private static Resolution Moved(in Request asked, Decisions decisions, in ChangedPlan plan, Circumstances on, Catalog catalog)
    {
        var (discounts, together) = (on.Before.Discounts, default(List<(string, Fraction)>));
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
            TimeSold = TimeSoldOn(asked, decisions),
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

    /// <summary>Time that a surplus buys comes of an add-on's end, unless the plan is another one: then it is a conversion.</summary>
    private static TimeSold TimeSoldOn(in Request asked, Decisions decisions) => decisions.NewPlan is { } treatment
        ? new TimeSold(asked.Pairing.Plan.After!, Origin.Conversion, treatment.Term is TermRule.LengthBought)
        : new TimeSold(asked.Pairing.Plan.After!, Origin.AddOnTermination, TermIsOpen: false);

    /// <summary>Resolves the pending change that is left, and with it whether the subscription is terminated.</summary>
    private static Resolution Pended(Resolution resolution, in Request asked, Decisions decisions, Catalog catalog)
    {
        var pending = PendingChanges.After(resolution, asked.Cart!, decisions, catalog);
        var status = resolution.Status == Status.Terminated && pending is not { Cart: null } ? Status.Active : resolution.Status;
        return pending == resolution.Pending && status == resolution.Status
            ? resolution
            : resolution with { Pending = pending, Status = status };
    }

    /// <summary>Why a cart that was merged of two cannot be sold, each of which could be.</summary>
    private static Refused? Unsaleable(Cart merged, Circumstances on, Catalog catalog)
    {
        if (PendingCheck.Unsold(on.Before, merged, catalog, on.Policy.AddOns) is { } gone)
        {
            return gone;
        }

        var plan = catalog.Plan(merged.PlanId);
        return Pairing.Pair(on.Before, merged, catalog, on.Policy, out _)
            ?? (plan.Seats.Allow(merged.Quantity) ? null : Refusals.SeatsNotOffered(plan.Name, merged.Quantity, plan.Seats));
    }
}
