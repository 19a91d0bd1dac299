using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// The way of a change: items, direction, rule, eligibility, timing; then trial, term, unused value, new price, settlement, coverage and
/// allowances; then the quote. Each step calls one room, and none looks back.
/// </summary>
internal readonly partial struct Walk
{
    private readonly Draft _draft;
    private readonly Pairing _pairing;
    private readonly Decisions _decisions;
    private readonly Instant? _nextBilling;

    private Walk(Draft draft, Pairing pairing, Decisions decisions, Instant? nextBilling) =>
        (_draft, _pairing, _decisions, _nextBilling) = (draft, pairing, decisions, nextBilling);

    private Subscription Before => _draft.Before;

    private BillingPolicy Policy => _draft.Policy;

    private Instant At => _draft.Moment;

    internal static Answer Price(Subscription before, Change change, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        if (Pairing.Pair(before, change.Cart, catalog, policy.Direction, policy.AddOns.KeepsWhereOffered, out var pairing) is { } unsaleable)
        {
            return unsaleable;
        }

        pairing = change.NextBilling is null ? pairing : pairing.WithNextBilling();
        var wanted = change.Cart is { } cart ? catalog.Plan(cart.PlanId) : null;
        if (EligibilityCheck.Find(policy.Eligibility, wanted, change.Cart?.Quantity, facts, out var members, out var role) is { } refused)
        {
            return refused;
        }

        if (Standing.Refuse(pairing, before, policy.Pending) is { } stands)
        {
            return stands;
        }

        return Make(pairing, before, change.Cart, AskedTiming.Of(change), facts, catalog, policy, at, out var draft) is { } notAllowed
            ? notAllowed
            : draft.ToQuote(Occasion.Change, change, pairing.Direction, at, members, role);
    }

    /// <summary>
    /// The pending change whose date has come within the term: it was accepted then, and is made as if it were asked for now.
    /// </summary>
    internal static Quote PriceDue(Subscription before, Facts facts, Catalog catalog, BillingPolicy policy, DueEvent due, Instant at)
    {
        var free = before with { Pending = null, Status = before.Status == Status.Terminated ? Status.Active : before.Status };
        var check = before.Pending!.Cart is { Paused: false } asked ? PendingCheck.Of(before, asked, catalog, policy, facts) : new PendingCheck(before.Pending.Cart, null, null);
        Draft? draft = null;
        Pairing? pairing = null;
        var refused = check is { Cart: null, NotMade: not null } ? check.NotMade
            : Pairing.Pair(free, check.Cart, catalog, policy.Direction, policy.AddOns.KeepsWhereOffered, out pairing)
                ?? Make(pairing, free, check.Cart, AskedTiming.Due, facts, catalog, policy, due.At, out draft);
        if (refused is not null)
        {
            draft = new Draft(before, facts, policy, due.At, boundary: false) { Uses = BalanceUses.Changes, Pending = null };
        }

        draft!.NotMade = refused ?? check.NotMade;
        draft.Touch();
        return draft.ToQuote(due.Occasion, null, refused is null ? pairing!.Direction : Direction.Lateral, at, check.Members);
    }

    private static Refused? Make(
        Pairing pairing, Subscription before, Cart? cart, in AskedTiming wish, Facts facts, Catalog catalog, BillingPolicy policy, Instant at, out Draft draft)
    {
        if ((pairing.Plan.Changes & Standing.Changes) != What.None)
        {
            return Standing.Make(pairing, before, cart, wish, facts, catalog, policy, at, out draft);
        }

        draft = new Draft(before, facts, policy, at, boundary: false) { Uses = BalanceUses.Changes };
        if (Decisions.Make(pairing, before, wish, policy.Rules, policy.AddOns, at, out var decisions) is { } notAllowed)
        {
            return notAllowed;
        }

        draft.Sold = catalog;
        var walk = new Walk(draft, pairing, decisions, wish.NextBilling);
        walk.NewPlan(catalog.Plan(cart!.PlanId));
        if (decisions.Moves.Count > 0 || !decisions.Waits)
        {
            walk.Discount(cart.Discounts);
        }

        foreach (var move in decisions.Moves)
        {
            walk.Carry(move, catalog);
        }

        if (decisions.NewPlan is { } then && then.MovesKept)
        {
            DateMove.Apply(draft, catalog, then, wish.NextBilling!.Value);
        }

        draft.DeferNewDiscounts();
        walk.Pend(cart, decisions.Date, catalog);
        return policy.Pending == PendingPolicy.Merged && draft.Pending is { Cart: { } merged } && merged != cart
            ? Unsaleable(merged, before, catalog, policy)
            : null;
    }

    /// <summary>Why a cart that was merged of two cannot be sold, each of which could be.</summary>
    private static Refused? Unsaleable(Cart merged, Subscription before, Catalog catalog, BillingPolicy policy)
    {
        if (PendingCheck.Unsold(before, merged, catalog, policy.AddOns) is { } gone)
        {
            return gone;
        }

        var plan = catalog.Plan(merged.PlanId);
        return Pairing.Pair(before, merged, catalog, policy.Direction, policy.AddOns.KeepsWhereOffered, out _)
            ?? (plan.Seats.Allow(merged.Quantity) ? null : Refusals.SeatsNotOffered(plan.Name, merged.Quantity, plan.Seats));
    }
}
