namespace SubscriptionMath;

/// <summary>
/// The units with which add-ons renew at the ends of their own terms, if these are not the units held. They wait as a pending change does,
/// and a newer cart replaces them as it replaces that.
/// </summary>
internal static class RenewingUnits
{
    /// <summary>Gives the resolution in which each add-on that the cart asks for again renews with the units that it has.</summary>
    internal static Resolution Replaced(Resolution resolution, Cart asked, in Decisions decisions) =>
        Wait(resolution.Held.AddOns) ? Found(resolution, asked, decisions) : resolution;

    private static Resolution Found(Resolution resolution, Cart asked, in Decisions decisions)
    {
        var (held, on) = (resolution.Held, resolution.On);
        var all = PendingChanges.Withdraws(decisions, on.Policy.Requests.Pending);
        var (entries, before) = (Index<CartAddOn>.Of(asked.AddOns, static entry => entry.Id),
            Index<Item>.Of(on.Before.AddOns, static item => item.ProductId));
        var after = held.Each(item => item.RenewsWith is not null && entries.Find(item.ProductId) is { } entry
            && (all || entry.Quantity != before.Find(item.ProductId)?.Quantity)
                ? item with { RenewsWith = null }
                : item);
        return after == held ? resolution : resolution with { Held = after, IsDifferent = true };
    }

    /// <summary>Gives the cart of the units with which the items renew; null if these are the units held.</summary>
    internal static Cart? Cart(Subscription before) => !Wait(before.AddOns)
        ? null
        : before.Cart() with
        {
            AddOns =
            [
                .. before.AddOns.Where(static addOn => addOn.RenewsWith != 0).Select(static addOn => new CartAddOn
                {
                    Id = addOn.ProductId,
                    Quantity = addOn.RenewsWith ?? addOn.Quantity,
                    Interval = addOn.SoldAt.Interval,
                }),
            ],
        };

    private static bool Wait(Sequence<Item> addOns)
    {
        foreach (var addOn in addOns)
        {
            if (addOn.RenewsWith is not null)
            {
                return true;
            }
        }

        return false;
    }
}
