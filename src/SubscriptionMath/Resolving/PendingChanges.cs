using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the change that is pending after a request.</summary>
internal static class PendingChanges
{
    /// <summary>Tells whether a change is refused while another one is pending.</summary>
    internal static bool Refuse(PendingChange? older, PendingPolicy policy, bool asksForMore) =>
        older is not null && policy == PendingPolicy.NewerRefused && asksForMore;

    /// <summary>Tells whether a cancellation is refused while another one is pending.</summary>
    internal static bool RefusesEnd(SecondCancellation? policy, Instant newer, Instant older) => policy switch
    {
        SecondCancellation.LaterRefused => newer > older,
        SecondCancellation.EarlierRefused => newer < older,
        SecondCancellation.Refused => newer != older,
        _ => false,
    };

    /// <summary>Gives the change that is pending after a cart was asked for.</summary>
    /// <param name="resolution">The resolution so far.</param>
    /// <param name="asked">The cart.</param>
    /// <param name="decisions">The decisions on the cart.</param>
    /// <param name="catalog">The catalog.</param>
    internal static PendingChange? After(Resolution resolution, Cart asked, in Decisions decisions, Catalog catalog)
    {
        var (on, older) = (resolution.On, resolution.On.Before.Pending);
        if (on.Before.Plan is not { } plan)
        {
            // A purchase at once replaces a pending first purchase.
            return decisions.Waits
                ? new PendingChange { RequestedAt = on.Moment, EffectiveAt = decisions.Date!.Value, OnDate = true, Cart = asked }
                : null;
        }

        if (on.Before.Pause is not null)
        {
            return older?.EffectiveAt == asked.PausedUntil ? older : Pauses.Resumption(resolution, asked.PausedUntil);
        }

        var until = resolution.Held.Plan!.ChargedThrough;
        var policy = on.Policy.Requests.Pending;
        if (decisions.Waits)
        {
            return new PendingChange
            {
                RequestedAt = on.Moment,
                EffectiveAt = decisions.Date ?? until,
                OnDate = decisions.Date is not null,
                Cart = policy == PendingPolicy.Merged && (older is null ? RenewingUnits.Cart(on.Before) : older.Cart) is { } cart
                    ? Merge(on.Before.Cart(), cart, asked)
                    : asked,
            };
        }

        return older is null || Withdraws(decisions, policy) ? null
            : policy == PendingPolicy.Merged && older.Cart is not null
                ? Merged(older, asked, on, on.Policy.AddOns.KeepsWhereOffered && asked.PlanId != plan.ProductId
                    ? catalog.HeldPlan(asked.PlanId)
                    : null, until)
            : older.Cart == asked ? null
            : older with { EffectiveAt = older.OnDate ? older.EffectiveAt : until };
    }

    /// <summary>Tells whether a cart withdraws what waits: one that changes nothing, or any one if the newest replaces.</summary>
    internal static bool Withdraws(in Decisions decisions, PendingPolicy policy) =>
        (decisions.Moves.Count == 0 && !decisions.Waits) || policy is PendingPolicy.NewestReplaces or PendingPolicy.NewerRefused;

    /// <summary>
    /// Merges the older change with a newer one that took effect at once. If a plan is given, only add-ons that it offers stay.
    /// </summary>
    private static PendingChange? Merged(PendingChange older, Cart asked, Circumstances on, Plan? offers, Instant until)
    {
        var cart = Merge(on.Before.Cart(), older.Cart!, asked);
        (cart, asked) = offers is null ? (cart, asked) : (Offered(cart, offers), Offered(asked, offers));
        return cart == asked ? null : older with { EffectiveAt = older.OnDate ? older.EffectiveAt : until, Cart = cart };
    }

    private static Cart Offered(Cart cart, Plan plan) =>
        cart with { AddOns = [.. cart.AddOns.Where(entry => plan.OfferOf(entry.Id) == AddOnOffer.Offered)] };

    /// <summary>Gives the older cart, with every part in which the newer cart differs from today's.</summary>
    private static Cart Merge(Cart today, Cart older, Cart newer)
    {
        var (held, asked) = (IndexOf(today), IndexOf(newer));
        return older with
        {
            PlanId = newer.PlanId == today.PlanId ? older.PlanId : newer.PlanId,
            Interval = newer.Interval == today.Interval ? older.Interval : newer.Interval,
            Quantity = newer.Quantity == today.Quantity ? older.Quantity : newer.Quantity,
            Discounts = newer.Discounts == today.Discounts ? older.Discounts : newer.Discounts,
            AddOns =
            [
                .. older.AddOns.Where(entry => asked.Find(entry.Id) == held.Find(entry.Id)),
                .. newer.AddOns.Where(entry => entry != held.Find(entry.Id)),
            ],
        };
    }

    private static Index<CartAddOn> IndexOf(Cart cart) => Index<CartAddOn>.Of(cart.AddOns, static entry => entry.Id);
}
