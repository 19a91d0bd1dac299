namespace SubscriptionMath;

/// <summary>Shares discounts out to items and their lots, for a whole period.</summary>
internal static class DiscountShares
{
    /// <summary>The exact amounts that one discount takes off an item, and off all items sold together, in minor units.</summary>
    internal readonly record struct Taken(Discount Discount, Fraction OfItem, Fraction OfAll);

    /// <summary>The share that an item has of each discount.</summary>
    /// <param name="items">All items, each with its exact price for one period, in minor units.</param>
    /// <param name="productId">The item.</param>
    /// <param name="discounts">The discounts, taken off one after the other.</param>
    /// <param name="split">Which items get the minor units of an amount that are left over.</param>
    internal static List<Taken> Of(
        List<(string Id, Fraction Price)> items, string productId, IEnumerable<Discount> discounts, SplitMethod split)
    {
        var (place, left, shares) = (
            items.FindIndex(item => item.Id == productId), items.ConvertAll(item => item.Price), new List<Taken>());
        if (place < 0)
        {
            return shares;
        }

        foreach (var discount in discounts)
        {
            var taken = discount switch
            {
                Discount.Percentage percentage => Percent(items, left, percentage),
                Discount.Amount amount => Amount(items, left, amount, split),
                _ => throw new InvalidOperationException($"The discount {discount} is of no known kind."),
            };
            var all = Fraction.Zero;
            for (var i = 0; i < taken.Length; i++)
            {
                left[i] -= taken[i];
                all += taken[i];
            }

            if (discount.IsOn(productId))
            {
                shares.Add(new Taken(discount, taken[place], all));
            }
        }

        return shares;
    }

    /// <summary>
    /// Gives the discount of a lot. Each unit bears the percentages of its own price. Of an amount off, the lot bears the part that other
    /// lots for the same time do not bear already.
    /// </summary>
    /// <param name="shares">The amounts off the item, for one period.</param>
    /// <param name="price">The price of the lot's units for its period.</param>
    /// <param name="terms">The number of periods that the price is for.</param>
    /// <param name="borne">The part of the amounts that the other lots bear.</param>
    /// <param name="policy">The policy's answers for discounts.</param>
    /// <returns>The discount, or null for none.</returns>
    internal static LotDiscount? OfLot(List<Taken> shares, Fraction price, Fraction terms, Fraction borne, DiscountPolicy policy)
    {
        var (left, ofPrice, whole) = (price, Fraction.Zero, Fraction.Zero);
        foreach (var (discount, ofItem, ofAll) in shares)
        {
            if (discount is Discount.Percentage percentage)
            {
                var part = left * Part(percentage);
                (left, ofPrice) = (left - part, ofPrice + part);
                continue;
            }

            var elsewhere = Fraction.Min(borne, ofItem * terms);
            var taken = Fraction.Min(left, (ofItem * terms) - elsewhere);
            (left, borne, whole) = (left - taken, borne - elsewhere, taken.IsZero ? whole : whole + (ofAll * terms) - elsewhere);
        }

        var off = price - left;
        return off.IsZero
            ? null
            : new LotDiscount(off, Fraction.Max(off, whole + ofPrice), policy.Reversal) { OfPrice = ofPrice, Stage = policy.Stage };
    }

    private static Fraction Part(Discount.Percentage discount) => Fraction.FromDecimal(discount.Percent) / Fraction.Of(100);

    private static Fraction[] Percent(List<(string Id, Fraction Price)> items, List<Fraction> left, Discount.Percentage discount)
    {
        var part = Part(discount);
        return [.. items.Select((item, i) => discount.IsOn(item.Id) ? left[i] * part : Fraction.Zero)];
    }

    /// <summary>
    /// Splits an amount off over items, in whole minor units. No item bears more than its price; together they bear as much as possible.
    /// </summary>
    private static Fraction[] Amount(
        List<(string Id, Fraction Price)> items, List<Fraction> left, Discount.Amount discount, SplitMethod split)
    {
        long[] room = [.. items.Select((item, i) => discount.IsOn(item.Id) ? (long)left[i].Floor() : 0)];
        var all = checked(room.Sum());
        if (all == 0)
        {
            return [.. left.Select(_ => Fraction.Zero)];
        }

        var off = Money.OfMinor(Math.Min(all, discount.Off.Minor), discount.Off.Currency);
        long[] parts = [.. off.Split(room, split).Select(part => part.Minor)];
        var over = 0L;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            (parts[i], over) = parts[i] + over <= room[i] ? (parts[i] + over, 0) : (room[i], parts[i] + over - room[i]);
        }

        return [.. parts.Select(Fraction.Of)];
    }
}
