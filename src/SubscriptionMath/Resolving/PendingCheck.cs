namespace SubscriptionMath;

/// <summary>
/// The check of a pending change that falls due, since the catalog and the members in use may have changed.
/// </summary>
/// <param name="Cart">The cart that takes effect, or null for none.</param>
/// <param name="NotMade">The refusal of the part that does not take effect, or null if all does.</param>
/// <param name="Members">The number of members in use, or null if not read.</param>
internal readonly record struct PendingCheck(Cart? Cart, Refused? NotMade, int? Members)
{
    /// <summary>Checks a cart that was accepted before.</summary>
    /// <exception cref="ArgumentException">The policy needs the number of members in use, which the caller did not supply.</exception>
    internal static PendingCheck Of(Circumstances on, Cart cart, Catalog catalog) =>
        Unsold(on.Before, cart, catalog, on.Policy.AddOns) is { } gone ? new PendingCheck(null, gone, null) : Seats(on, cart, catalog);

    /// <summary>Gives the refusal of a cart with a product that the catalog no longer sells, or null.</summary>
    internal static Refused? Unsold(Subscription before, Cart cart, Catalog catalog, AddOnPolicy addOns)
    {
        if (catalog.PlanOrNull(cart.PlanId) is not { } sold)
        {
            return Refusals.ProductNotOffered(cart.PlanId);
        }

        var same = before.Plan is { } held && held.ProductId == sold.Id && held.SoldAt.Interval == cart.Interval;
        if (!same && sold.PriceFor(cart.Interval, before.Currency) is null)
        {
            return Refusals.NotSold(sold, cart.Interval, before.Currency);
        }

        var asHeld = Index<Item>.Of(before.AddOns, static item => item.ProductId);
        foreach (var entry in cart.AddOns)
        {
            var interval = entry.Interval ?? cart.Interval;
            if ((addOns.KeepsWhereOffered && sold.OfferOf(entry.Id) != AddOnOffer.Offered)
                || asHeld.Find(entry.Id)?.SoldAt.Interval == interval)
            {
                continue;
            }

            if (catalog.AddOnOrNull(entry.Id) is not { } wanted)
            {
                return Refusals.ProductNotOffered(entry.Id);
            }

            if (wanted.PriceFor(interval, before.Currency) is null)
            {
                return Refusals.NotSold(wanted, interval, before.Currency);
            }
        }

        return null;
    }

    /// <summary>
    /// Checks a cart with fewer seats. If members use more seats than that by now, the used seats are kept, or the whole change is refused.
    /// </summary>
    private static PendingCheck Seats(Circumstances on, Cart cart, Catalog catalog)
    {
        var (policy, held) = (on.Policy, on.Before.Plan?.Quantity ?? 0);
        if (!policy.Requests.Eligibility.MembersFitSeats || (on.Before.Plan is not null && cart.Quantity >= held))
        {
            return new PendingCheck(cart, null, null);
        }

        var members = on.Facts.MembersInUse
            ?? throw NotKnown(on.Facts);
        if (members <= cart.Quantity)
        {
            return new PendingCheck(cart, null, members);
        }

        var (refused, kept) = (Refusals.MembersOverSeats(cart.PlanId, members, cart.Quantity), Math.Min(members, held));
        return policy.Requests.RefusesOutgrown || kept <= cart.Quantity || !catalog.HeldPlan(cart.PlanId).Seats.Allow(kept)
            ? new PendingCheck(null, refused, members)
            : new PendingCheck(cart with { Quantity = kept }, refused, members);
    }

    private static ArgumentException NotKnown(Facts facts) =>
        new(Refusals.FactNotKnown("the number of members in use", nameof(Facts.MembersInUse)).Message, nameof(facts));
}
