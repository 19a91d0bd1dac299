using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what is owed for the used time of what is charged in arrears.</summary>
internal static class UsedTime
{
    /// <summary>The line of some of a lot's newest units, used up to an instant; null where none of it was.</summary>
    internal static Line? Of(
        Lot lot, bool first, int quantity, string product, TaxRate? tax, Measure measure, RoundingMode mode, Anchor anchor, DateTimeZone zone, Instant at)
    {
        if (at < lot.Covers.Start || lot.Origin == Origin.Extension)
        {
            return null; // renewed ahead, or free
        }

        var stretch = Stretch.Of(lot.Covers, lot.Period, lot.Price.Every, lot.Terms);
        var left = Counting.Left(stretch, at, measure, anchor, zone, ends: true);
        var used = Less(All(lot, stretch with { IsFirst = first }, left, measure, anchor, zone), left);
        if (used.Left <= 0)
        {
            return null;
        }

        var (price, worth) = (lot.PriceOf(quantity), lot.WorthOf(quantity));
        var exact = lot.WorthOf(quantity, used, measure, mode);
        var (shown, basis) = LineFigure.Of(lot.Price, price, lot.Terms);
        return new Line
        {
            Kind = LineKind.Used,
            Product = product,
            Quantity = quantity,
            Price = shown,
            Covers = lot.Covers.Until(Instant.Min(at, lot.Covers.End)),
            Share = used,
            Exact = -exact,
            Amount = -Money.Round(exact, lot.Price.Currency, mode),
            Basis = basis,
            Forfeited = false,
            Discount = lot.Discount is null ? null : new LineDiscount(price - worth),
            Tax = LineTax.On(-exact, tax, lot.Price.Currency),
        };
    }

    /// <summary>
    /// The part that a lot is of its period. A whole period is all of it, which its days need not come to: 31 of them where the price is
    /// divided by 30, parts of two months that are no month. A purchase within the term began with the day of the change, or the day after.
    /// </summary>
    private static Share All(Lot lot, Stretch stretch, Share left, Measure measure, Anchor anchor, DateTimeZone zone)
    {
        var isWhole = lot.Covers == lot.Period;
        return isWhole && (left.Left == 0 || measure.Denominator is Denominator.Fixed) ? left with { Left = left.Of }
            : Counting.Left(stretch, lot.Covers.Start, isWhole ? measure with { ChangeDay = ChangeDay.New } : measure, anchor, zone, ends: false);
    }

    /// <summary>Months then days are counted against periods of their own: brought to one.</summary>
    private static Share Less(Share all, Share left) => all.Of == left.Of
        ? left with { Left = all.Left - left.Left }
        : new Share(checked((all.Left * left.Of) - (left.Left * all.Of)), checked(all.Of * left.Of), left.Unit);
}
