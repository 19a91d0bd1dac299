using NodaTime;

namespace SubscriptionMath;

/// <summary>Compares the units of lots with the units held.</summary>
internal static class UnitsHeld
{
    /// <summary>The first lot of the term that holds more units than the item, together with others of its time; -1 for none.</summary>
    /// <remarks>
    /// A lot that was kept for units that left may hold more. Charges in arrears may count units that left, and future lots units still to
    /// come. A one-off purchase stays beside later purchases, so it is not added up.
    /// </remarks>
    internal static int Exceeded(Item item)
    {
        var sum = 0L;
        for (var i = 0; i < item.Lots.Count; i++)
        {
            var lot = item.Lots[i];
            if (lot.Quantity > item.Quantity && Counts(item, lot))
            {
                return i;
            }

            sum += IsAdded(item, lot) ? lot.Quantity : 0;
        }

        return sum > item.Quantity ? Together(item) : -1;
    }

    /// <summary>Adds up lots of one stretch in the order of time; an ending lot makes room for a beginning one.</summary>
    private static int Together(Item item)
    {
        var turns = new List<(Instant At, int Units, int Place)>(2 * item.Lots.Count);
        for (var i = 0; i < item.Lots.Count; i++)
        {
            if (item.Lots[i] is var lot && IsAdded(item, lot))
            {
                turns.Add((lot.Covers.Start, lot.Quantity, i));
                turns.Add((lot.Covers.End, -lot.Quantity, i));
            }
        }

        var held = 0L;
        foreach (var (_, units, place) in turns.OrderBy(turn => turn.At).ThenBy(turn => turn.Units > 0))
        {
            held += units;
            if (held > item.Quantity)
            {
                return place;
            }
        }

        return -1;
    }

    private static bool IsAdded(Item item, Lot lot) =>
        lot.Price.BillingTiming != BillingTiming.Once && !lot.Covers.IsEmpty && Counts(item, lot);

    private static bool Counts(Item item, Lot lot) =>
        lot is { Kept: false, InArrears: false } && lot.Covers.Start < item.Term.End && lot.Covers.End > item.Term.Start;
}
