namespace SubscriptionMath;

/// <summary>Hands the lots that are sold to the items that hold them.</summary>
internal static class SoldItems
{
    /// <summary>Gives the items with their lots; without a lot that is sold, the same items.</summary>
    internal static Holdings HandOver(Holdings held, Charge[] sold)
    {
        if (!Array.Exists(sold, static charge => charge.Lot is not null))
        {
            return held;
        }

        var plan = held.Plan is { } item ? With(item, sold) : null;
        if (held.AddOns.IsEmpty)
        {
            return held with { Plan = plan };
        }

        var byProduct = sold.Where(charge => charge.Lot is not null).ToLookup(charge => charge.ProductId, StringComparer.Ordinal);
        var addOns = new Item[held.AddOns.Count];
        for (var i = 0; i < addOns.Length; i++)
        {
            addOns[i] = byProduct.Contains(held.AddOns[i].ProductId)
                ? With(held.AddOns[i], [.. byProduct[held.AddOns[i].ProductId]])
                : held.AddOns[i];
        }

        return new Holdings(plan, new Sequence<Item>(addOns));
    }

    private static Item With(Item item, ReadOnlySpan<Charge> sold)
    {
        var (lots, setUp) = (0, item.SetUp);
        foreach (var charge in sold)
        {
            var its = charge.Lot is not null && charge.ProductId == item.ProductId;
            setUp = its && charge.IsSetUp ? charge.Lot : setUp;
            lots += its && !charge.IsSetUp ? 1 : 0;
        }

        if (lots == 0)
        {
            return ReferenceEquals(setUp, item.SetUp) ? item : item with { SetUp = setUp };
        }

        var (all, place) = (new Lot[item.Lots.Count + lots], item.Lots.Count);
        item.Lots.AsSpan().CopyTo(all);
        foreach (var charge in sold)
        {
            if (charge is { Lot: { } lot, IsSetUp: false } && charge.ProductId == item.ProductId)
            {
                all[place++] = lot;
            }
        }

        return item with { Lots = new Sequence<Lot>(all), SetUp = setUp };
    }
}
