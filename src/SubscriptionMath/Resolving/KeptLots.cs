using NodaTime;

namespace SubscriptionMath;

/// <summary>Marks lots that are kept though they hold more units than are held from now on, or outlast the term.</summary>
internal static class KeptLots
{
    /// <summary>The item, whose lots outlast its term or hold more than so many units.</summary>
    internal static Item Of(Item item, int quantity)
    {
        // Lots of one stretch end together; one stretch follows the other.
        var units = new Dictionary<Instant, long>();
        foreach (var lot in item.Lots)
        {
            units[lot.Covers.End] = units.GetValueOrDefault(lot.Covers.End) + lot.Quantity;
        }

        return item with { Lots = [
            .. item.Lots.Select(
                lot => units[lot.Covers.End] > quantity || lot.Covers.End > item.Term.End ? lot with { Kept = true } : lot)] };
    }
}
