using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what is owed for the used time of what is charged in arrears.</summary>
internal static class UsedTime
{
    /// <summary>The line of some of a lot's newest units, used up to an instant; null where none of it was.</summary>
    internal static Line? Of(
        Lot lot, int quantity, string product, Measure measure, RoundingMode mode, Anchor anchor, DateTimeZone zone, Instant at)
    {
        var left = Counting.Left(lot.Covers, lot.Period, at, measure, anchor, zone, ends: true);
        var all = lot.Covers == lot.Period ? left.Of : Counting.Left(lot.Covers, lot.Period, lot.Covers.Start, measure, anchor, zone, ends: false).Left;
        if (all <= left.Left)
        {
            return null;
        }

        var (used, price) = (left with { Left = all - left.Left }, lot.PriceOf(quantity));
        var exact = price * used.Fraction;
        var (shown, basis) = LineFigure.Of(lot.Price, price, lot.Terms);
        return new Line
        {
            Kind = LineKind.Used,
            Product = product,
            Quantity = quantity,
            Price = shown,
            Covers = lot.Covers.Until(at),
            Share = used,
            Exact = -exact,
            Amount = -Money.Round(exact, lot.Price.Currency, mode),
            Basis = basis,
            Forfeited = false,
        };
    }
}
