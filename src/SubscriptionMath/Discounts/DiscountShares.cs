namespace SubscriptionMath;

/// <summary>Answers what the discounts take off each item, for a whole period.</summary>
internal static class DiscountShares
{
    /// <summary>What is off one of several items that are sold together.</summary>
    /// <param name="items">All items, each with its exact price for one period, in minor units.</param>
    /// <param name="productId">The item.</param>
    /// <param name="discounts">The discounts, taken off one after the other.</param>
    /// <param name="split">Which items get the minor units of an amount that are left over.</param>
    /// <returns>What is off the item, what of it are percentages, and what the discounts that it has a share of take off all items together; null where nothing is.</returns>
    internal static (Fraction Off, Fraction OfPrice, Fraction Whole)? Of(List<(string Id, Fraction Price)> items, string productId, Sequence<Discount> discounts, SplitMethod split)
    {
        var place = items.FindIndex(item => item.Id == productId);
        if (place < 0)
        {
            return null;
        }

        var (left, off, ofPrice, whole) = (items.ConvertAll(item => item.Price), Fraction.Zero, Fraction.Zero, Fraction.Zero);
        foreach (var discount in discounts)
        {
            var taken = discount switch
            {
                Discount.Percentage percentage => Percent(items, left, percentage),
                Discount.Amount amount => Amount(items, left, amount, split),
                _ => throw new InvalidOperationException($"The discount {discount} is of no known kind."),
            };
            for (var i = 0; i < taken.Length; i++)
            {
                left[i] -= taken[i];
                whole += taken[place].IsZero || (discount is Discount.Percentage && i != place) ? Fraction.Zero : taken[i];
            }

            off += taken[place];
            ofPrice += discount is Discount.Percentage ? taken[place] : Fraction.Zero;
        }

        return off.IsZero ? null : (off, ofPrice, whole);
    }

    private static Fraction[] Percent(List<(string Id, Fraction Price)> items, List<Fraction> left, Discount.Percentage discount)
    {
        var part = Fraction.FromDecimal(discount.Percent) / Fraction.Of(100);
        return [.. items.Select((item, i) => discount.IsOn(item.Id) ? left[i] * part : Fraction.Zero)];
    }

    /// <summary>Whole minor units for each; none gets more than it costs, and together they are all of the amount that can be taken off.</summary>
    private static Fraction[] Amount(List<(string Id, Fraction Price)> items, List<Fraction> left, Discount.Amount discount, SplitMethod split)
    {
        long[] room = [.. items.Select((item, i) => discount.IsOn(item.Id) ? (long)left[i].Floor() : 0)];
        var all = checked(room.Sum());
        if (all == 0)
        {
            return [.. left.Select(_ => Fraction.Zero)];
        }

        long[] parts = [.. Money.OfMinor(Math.Min(all, discount.Off.Minor), discount.Off.Currency).Split(room, split).Select(part => part.Minor)];
        var over = 0L;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            (parts[i], over) = parts[i] + over <= room[i] ? (parts[i] + over, 0) : (room[i], parts[i] + over - room[i]);
        }

        return [.. parts.Select(Fraction.Of)];
    }
}
