namespace SubscriptionMath;

/// <summary>Shares discounts out to items and their lots, for a whole period.</summary>
internal static class DiscountShares
{
    /// <summary>The exact amounts that one discount takes off an item, and off all items sold together, in minor units.</summary>
    internal readonly record struct Taken(Discount Discount, Fraction OfItem, Fraction OfAll);

    /// <summary>The share that an item has of each discount.</summary>
    /// <param name="items">All items that are sold together.</param>
    /// <param name="productId">The item.</param>
    /// <param name="discounts">The discounts, taken off one after the other.</param>
    /// <param name="split">Which items get the minor units of an amount that are left over.</param>
    internal static List<Taken> Of(PricedItems items, string productId, Sequence<Discount> discounts, SplitMethod split)
    {
        var shares = new List<Taken>();
        if (items.PlaceOf(productId) is not (>= 0 and var place))
        {
            return shares;
        }

        var taken = items.Taken(discounts, split);
        for (var i = 0; i < discounts.Count; i++)
        {
            if (discounts[i].IsOn(productId))
            {
                shares.Add(new Taken(discounts[i], taken[i].OfItem[place], taken[i].OfAll));
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
                var part = left * PricedItems.Part(percentage);
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
}
