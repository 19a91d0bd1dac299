using NodaTime;

namespace SubscriptionMath;

/// <summary>The discounts that run, and the items over which an amount is split.</summary>
/// <param name="Discounts">The discounts.</param>
/// <param name="SoldTogether">The items that are sold together, each with its exact price for one period; null if no discount runs.</param>
internal readonly record struct RunningDiscounts(Sequence<Discount> Discounts, List<(string Id, Fraction Price)>? SoldTogether)
{
    /// <summary>Gets whether nothing is taken off.</summary>
    internal bool IsEmpty => Discounts.IsEmpty || SoldTogether is null;

    /// <summary>The discounts once units are bought: those for a time begin with the first stretch that has a price.</summary>
    internal RunningDiscounts Begun(string productId, EnteringUnits units, Charged charged, DateTimeZone zone)
    {
        if (IsEmpty || units.Sold.Origin == Origin.Extension)
        {
            return this;
        }

        foreach (var segment in units.Segments)
        {
            if (!segment.IsUncharged(charged, units.Segments.Count))
            {
                return this with { Discounts = DiscountUse.Begun(Discounts, productId, segment.Covers.Start, zone) };
            }
        }

        return this;
    }
}
