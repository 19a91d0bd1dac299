using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the pending change after a change.</summary>
internal static class PendingChanges
{
    /// <summary>Tells whether a change has to wait until the pending one is withdrawn.</summary>
    internal static bool Refuse(PendingChange? older, PendingPolicy policy, bool asksForMore) =>
        older is not null && policy == PendingPolicy.NewerRefused && asksForMore;

    /// <summary>Tells whether a cancellation is refused while another is pending.</summary>
    internal static bool RefusesEnd(SecondTermination? policy, Instant newer, Instant older) => policy switch
    {
        SecondTermination.LaterRefused => newer > older,
        SecondTermination.EarlierRefused => newer < older,
        SecondTermination.Refused => newer != older,
        _ => false,
    };

    /// <summary>The pending change after a cart, or a part of it, was found to wait.</summary>
    internal static PendingChange? AfterWaiting(
        PendingChange? older, PendingPolicy policy, Cart today, Cart? asked, Instant at, Instant billedUntil, Instant? date) =>
        new()
        {
            RequestedAt = at,
            EffectiveAt = date ?? billedUntil,
            OnDate = date is not null,
            Cart = policy == PendingPolicy.Merged && older?.Cart is { } cart && asked is not null ? Merge(today, cart, asked) : asked,
        };

    /// <summary>The pending change after a change at once, with only the add-ons that a given plan offers.</summary>
    internal static PendingChange? AfterImmediate(
        PendingChange? older, PendingPolicy policy, Cart today, Cart asked, Instant billedUntil, Plan? offers)
    {
        if (older is null || policy is PendingPolicy.NewestReplaces or PendingPolicy.NewerRefused)
        {
            return null;
        }

        var cart = policy == PendingPolicy.Merged && older.Cart is { } pending ? Merge(today, pending, asked) : older.Cart;
        if (policy == PendingPolicy.Merged && cart is not null && offers is not null)
        {
            (cart, asked) = (Offered(cart, offers), Offered(asked, offers));
        }

        return cart == asked ? null : older with { EffectiveAt = older.OnDate ? older.EffectiveAt : billedUntil, Cart = cart };
    }

    private static Cart Offered(Cart cart, Plan plan) =>
        cart with { AddOns = [.. cart.AddOns.Where(entry => plan.OfferOf(entry.Id) == AddOnOffer.Offered)] };

    /// <summary>The older cart, with every difference of the newer one from today's.</summary>
    private static Cart Merge(Cart today, Cart older, Cart newer) => older with
    {
        PlanId = newer.PlanId == today.PlanId ? older.PlanId : newer.PlanId,
        Every = newer.Every == today.Every ? older.Every : newer.Every,
        Quantity = newer.Quantity == today.Quantity ? older.Quantity : newer.Quantity,
        Discounts = newer.Discounts == today.Discounts ? older.Discounts : newer.Discounts,
        AddOns = [.. older.AddOns.Where(entry => Find(newer, entry.Id) == Find(today, entry.Id)),
            .. newer.AddOns.Where(entry => entry != Find(today, entry.Id))],
    };

    private static CartAddOn? Find(Cart cart, string id)
    {
        foreach (var entry in cart.AddOns)
        {
            if (entry.Id == id)
            {
                return entry;
            }
        }

        return null;
    }
}
