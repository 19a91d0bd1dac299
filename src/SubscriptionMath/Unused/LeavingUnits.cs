namespace SubscriptionMath;

/// <summary>Answers out of which lots of an item units leave: in each stretch of time for itself.</summary>
/// <param name="Item">The item, as it is.</param>
/// <param name="Count">The number of units that leave.</param>
/// <param name="Choice">What the policy says.</param>
internal readonly record struct LeavingUnits(Item Item, int Count, LotChoice Choice)
{
    /// <summary>The units that leave a lot. Those that nothing was billed for have left before.</summary>
    internal int Of(int index)
    {
        if (Count == 0)
        {
            return 0; // though what is kept may have been bought for more units than are held
        }

        var lot = Item.Lots[index];
        var (older, all) = (0, 0);
        for (var i = 0; i < Item.Lots.Count; i++)
        {
            var units = IsAlike(i, index) ? Item.Lots[i].Quantity : 0;
            (older, all) = (i < index ? older + units : older, all + units);
        }

        var staying = Item.Quantity - Count;
        return Choice == LotChoice.ProRata
            ? PartOf(index, all - Math.Clamp(staying, 0, all), all)
            : lot.Quantity - Math.Clamp(staying - older, 0, lot.Quantity);
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

    /// <summary>By the largest remainder; of two that are alike the newer one is the larger.</summary>
    private int PartOf(int index, int leaving, int all)
    {
        var (part, own) = Math.DivRem((long)leaving * Item.Lots[index].Quantity, all);
        var (over, ahead) = ((long)leaving, 0);
        for (var i = 0; i < Item.Lots.Count; i++)
        {
            if (IsAlike(i, index))
            {
                var (whole, remainder) = Math.DivRem((long)leaving * Item.Lots[i].Quantity, all);
                over -= whole;
                ahead += remainder > own || (remainder == own && i > index) ? 1 : 0;
            }
        }

        return (int)(ahead < over ? part + 1 : part);
    }

    private bool IsAlike(int one, int other) => Item.Lots[one].Covers.End == Item.Lots[other].Covers.End;
}
