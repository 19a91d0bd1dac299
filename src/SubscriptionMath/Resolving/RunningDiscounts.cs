using NodaTime;

namespace SubscriptionMath;

/// <summary>The running discounts, and the items over which an amount off the invoice is split.</summary>
/// <param name="Discounts">The discounts.</param>
/// <param name="SoldTogether">The items that are sold together, each with its exact price for one period; null if no discount runs.</param>
internal readonly record struct RunningDiscounts(Sequence<Discount> Discounts, PricedItems? SoldTogether)
{
    /// <summary>Gets whether nothing is taken off.</summary>
    internal bool IsEmpty => Discounts.IsEmpty || SoldTogether is null;

    /// <summary>Gives the discounts after units are bought. A discount for a time begins with the first charged stretch.</summary>
    internal RunningDiscounts Begun(string productId, EnteringUnits units, BillingTiming charged, DateTimeZone zone)
    {
        if (IsEmpty || units.Sold.Source == LotSource.Extension)
        {
            return this;
        }

        foreach (var segment in Segment.Charged(units.Segments, charged))
        {
            if (!segment.Free)
            {
                return this with { Discounts = DiscountUse.Begun(Discounts, productId, segment.Covers.Start, zone) };
            }
        }

        return this;
    }
}
