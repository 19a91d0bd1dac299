using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers out of which lots of an item units leave: in each stretch of time for itself.</summary>
/// <param name="Item">The item, as it is.</param>
/// <param name="Count">The number of units that leave.</param>
/// <param name="Choice">What the policy says.</param>
internal readonly record struct LeavingUnits(Item Item, int Count, LotChoice Choice)
{
    /// <summary>The most lots for which the units are put on the stack.</summary>
    internal const int Few = 16;

    /// <summary>The units that leave each lot, in the order of the lots. Units that nothing was billed for have left before.</summary>
    /// <param name="few">Room for few lots.</param>
    internal Span<int> ByLot(Span<int> few)
    {
        var units = Item.Lots.Count <= few.Length ? few[..Item.Lots.Count] : new int[Item.Lots.Count];
        units.Clear();
        if (Count == 0)
        {
            return units; // though what is kept may have been bought for more units than are held
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

    /// <summary>The units that leave and that nothing was billed for.</summary>
    internal int Unbilled()
    {
        var unbilled = Count;
        foreach (var lot in Item.Lots)
        {
            unbilled -= lot.Covers.End == Item.Term.End ? lot.Quantity : 0;
        }

        return unbilled;
    }

    /// <summary>The units of a lot that leave on top of older ones: the oldest stay.</summary>
    private int Newest(int older, int quantity) => quantity - Math.Clamp(Item.Quantity - Count - older, 0, quantity);

    /// <summary>
    /// The lots of one stretch give in proportion: by the largest remainder, and of two that are alike the newer one is the larger.
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
