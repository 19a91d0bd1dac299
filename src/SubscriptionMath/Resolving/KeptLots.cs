using NodaTime;

namespace SubscriptionMath;

/// <summary>Marks lots that are kept although they have more units than the item, or outlast its term.</summary>
internal static class KeptLots
{
    /// <summary>Gives the item with such lots marked.</summary>
    /// <param name="item">The item, with all its lots.</param>
    /// <param name="quantity">The number of units that the item holds from now on.</param>
    internal static Item Of(Item item, int quantity)
    {
        // Lots of one stretch end together; one stretch follows the other.
        var units = new Dictionary<Instant, long>();
        foreach (var lot in item.Lots)
        {
            units[lot.Covers.End] = units.GetValueOrDefault(lot.Covers.End) + lot.Quantity;
        }

        return item with { Lots = [.. item.Lots.Select(lot => IsBeyond(lot) ? lot with { Kept = true } : lot)] };

        bool IsBeyond(Lot lot) => units[lot.Covers.End] > quantity || lot.Covers.End > item.Term.End;
    }
}
