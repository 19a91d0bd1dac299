namespace SubscriptionMath;

/// <summary>
/// Answers whether a pending change can still be made when its time has come: the catalog, and the members in use, may be others by then.
/// </summary>
/// <param name="Cart">The cart that is made, or null where none is.</param>
/// <param name="NotMade">What is not made, and why; null where all of it is.</param>
/// <param name="Members">The number of members in use, where it was read.</param>
internal readonly record struct PendingCheck(Cart? Cart, Refused? NotMade, int? Members)
{
    /// <summary>Checks a cart that was accepted before.</summary>
    /// <exception cref="ArgumentException">The policy asks for the number of members in use, and it is not known.</exception>
    internal static PendingCheck Of(Circumstances on, Cart cart, Catalog catalog) =>
        Unsold(on.Before, cart, catalog, on.Policy.AddOns) is { } gone ? new PendingCheck(null, gone, null) : Seats(on, cart, catalog);

    /// <summary>The refusal of a cart of which the catalog does not sell something any more; null where it sells all of it.</summary>
    internal static Refused? Unsold(Subscription before, Cart cart, Catalog catalog, AddOnPolicy addOns)
    {
        if (catalog.PlanOrNull(cart.PlanId) is not { } sold)
        {
            return Refusals.ProductNotOffered(cart.PlanId);
        }

        var same = before.Plan is { } held && held.ProductId == sold.Id && held.SoldAt.Every == cart.Every;
        if (!same && sold.PriceFor(cart.Every, before.Currency) is null)
        {
            return Refusals.IntervalNotOffered(sold.Name, cart.Every, before.Currency);
        }

        var asHeld = Index<Item>.Of(before.AddOns, static item => item.ProductId);
        foreach (var entry in cart.AddOns)
        {
            var every = entry.Every ?? cart.Every;
            if ((addOns.KeepsWhereOffered && sold.OfferOf(entry.Id) != AddOnOffer.Offered)
                || asHeld.Find(entry.Id)?.SoldAt.Every == every)
            {
                continue;
            }

            if (catalog.AddOnOrNull(entry.Id) is not { } wanted)
            {
                return Refusals.ProductNotOffered(entry.Id);
            }

            if (wanted.PriceFor(every, before.Currency) is null)
            {
                return Refusals.IntervalNotOffered(wanted.Name, every, before.Currency);
            }
        }

        return null;
    }

    /// <summary>Seats that were to fall, and are in use by now, are kept, or nothing of the change is made.</summary>
    private static PendingCheck Seats(Circumstances on, Cart cart, Catalog catalog)
    {
        var (policy, held) = (on.Policy, on.Before.Plan?.Quantity ?? 0);
        if (!policy.Eligibility.MembersFitSeats || (on.Before.Plan is not null && cart.Quantity >= held))
        {
            return new PendingCheck(cart, null, null);
        }

        var members = on.Facts.MembersInUse
            ?? throw new ArgumentException(Refusals.FactNotKnown("the number of members in use").Sentence, "facts");
        if (members <= cart.Quantity)
        {
            return new PendingCheck(cart, null, members);
        }

        var (refused, kept) = (Refusals.MembersOverSeats(members, cart.Quantity), Math.Min(members, held));
        return policy.RefusesOutgrown || kept <= cart.Quantity || !catalog.Plan(cart.PlanId).Seats.Allow(kept)
            ? new PendingCheck(null, refused, members)
            : new PendingCheck(cart with { Quantity = kept }, refused, members);
    }
}
