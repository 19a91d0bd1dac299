using NodaTime;

namespace SubscriptionMath;

/// <summary>A number of units that leave an item, and the lots that they come from. Lots that end together are one group.</summary>
/// <param name="Item">The item, as held.</param>
/// <param name="Count">The number of units that leave.</param>
/// <param name="Choice">The policy's choice of lots: the newest, or all in proportion.</param>
internal readonly record struct LeavingUnits(Item Item, int Count, LotChoice Choice)
{
    /// <summary>The most lots for which the numbers of units are put on the stack.</summary>
    internal const int Few = 16;

    /// <summary>Gives the number of units that leave each lot, in the order of the lots. Units that are in no lot leave first.</summary>
    /// <param name="few">Room for a few lots.</param>
    internal Span<int> ByLot(Span<int> few)
    {
        var units = Item.Lots.Count <= few.Length ? few[..Item.Lots.Count] : new int[Item.Lots.Count];
        units.Clear();
        if (Count == 0)
        {
            return units; // Kept lots may have more units than the item, and none of these leave.
        }

        if (units.Length == 1)
        {
            units[0] = Newest(older: 0, Item.Lots[0].Quantity);
            return units;
        }

        var ends = new Dictionary<Instant, int>();
        for (var i = 0; i < units.Length; i++)
        {
            var lot = Item.Lots[i];
            var older = ends.GetValueOrDefault(lot.Covers.End);
            ends[lot.Covers.End] = older + lot.Quantity;
            units[i] = Newest(older, lot.Quantity);
        }

        if (Choice == LotChoice.ProRata)
        {
            foreach (var (end, all) in ends)
            {
                Divide(units, end, all);
            }
        }

        return units;
    }

    /// <summary>
    /// Gives the number of leaving units in no lot that ends with the term; zero or less if all were billed.
    /// They leave before billed units.
    /// </summary>
    internal int Unbilled()
    {
        var unbilled = Item.Quantity;
        foreach (var lot in Item.Lots)
        {
            unbilled -= lot.Covers.End == Item.Term.End ? lot.Quantity : 0;
        }

        return Math.Min(unbilled, Count);
    }

    /// <summary>Gives the number of units that leave a lot, given the number in older lots: the oldest units stay.</summary>
    private int Newest(int older, int quantity) => quantity - Math.Clamp(Item.Quantity - Count - older, 0, quantity);

    /// <summary>
    /// Divides the leaving units over lots that end together, in proportion and by the largest remainder. Of equal remainders the newer
    /// lot's comes first.
    /// </summary>
    private void Divide(Span<int> units, Instant end, int all)
    {
        var leaving = (long)all - Math.Clamp(Item.Quantity - Count, 0, all);
        var (over, places) = (leaving, new List<(long Remainder, int Place)>());
        for (var i = 0; i < units.Length; i++)
        {
            if (Item.Lots[i].Covers.End == end)
            {
                var (whole, remainder) = Math.DivRem(leaving * Item.Lots[i].Quantity, all);
                units[i] = (int)whole;
                over -= whole;
                places.Add((remainder, i));
            }
        }

        places.Sort(static (one, other) => other.CompareTo(one));
        for (var i = 0; i < over; i++)
        {
            units[places[i].Place]++;
        }
    }
}
