using NodaTime;

namespace SubscriptionMath;

/// <summary>Compares the units of lots with those that are held.</summary>
internal static class UnitsHeld
{
    /// <summary>The first lot of the term that holds, with the others of its time, more units than the item has; -1 where none does.</summary>
    /// <remarks>
    /// A lot that was kept for units that left may hold more. What is charged in arrears may tell of units that left, and what lies ahead of
    /// those to come. What was paid for once stays beside what was bought since, so it is not added up.
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

    /// <summary>Adds up lots of one stretch, in the order of time; what ends makes room for what begins.</summary>
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

    private static bool IsAdded(Item item, Lot lot) => lot.Price.Charged != Charged.Once && !lot.Covers.IsEmpty && Counts(item, lot);

    private static bool Counts(Item item, Lot lot) =>
        lot is { Kept: false, InArrears: false } && lot.Covers.Start < item.Term.End && lot.Covers.End > item.Term.Start;
}
