using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what the new price is: lines and lots for the units that enter an item.</summary>
internal static class Pricer
{
    /// <summary>Prices units over segments, on top of those that are held already and stay: a line and a lot for each.</summary>
    internal static void Price(
        Wanted wanted,
        int above,
        int quantity,
        NewPrice answer,
        Origin origin,
        List<Segment> segments,
        Measure measure,
        RoundingMode mode,
        Anchor anchor,
        DateTimeZone zone,
        Instant at,
        List<Line> lines,
        ItemDraft item,
        List<(ItemDraft Item, Lot Lot, Line Line)> bought)
    {
        foreach (var segment in segments)
        {
            var whole = answer == NewPrice.Full;
            var period = whole ? segment.Covers : segment.Period;
            var stretch = Stretch.Of(segment.Covers, period, wanted.Price.Every, segment.Terms);
            var share = Counting.Left(stretch, at, measure, anchor, zone, ends: false);
            var price = wanted.Price.Beyond(above, quantity) * Fraction.Of(segment.Terms);
            var exact = whole ? price : measure.PartOf(price, share, stretch.Every);
            var amount = Money.Round(exact, wanted.Price.Currency, mode);
            var (shown, basis) = LineFigure.Of(wanted.Price, price, segment.Terms);
            var line = new Line
            {
                Kind = LineKind.NewPrice,
                Product = wanted.Name,
                Quantity = quantity,
                Price = shown,
                Covers = segment.Covers,
                Share = whole ? share with { Left = share.Of } : share,
                Exact = -exact,
                Amount = -amount,
                Basis = basis,
                Forfeited = false,
            };
            lines.Add(line);
            bought.Add((item, Bought(segment, period, above, quantity, wanted.Price, amount, origin), line));
        }
    }

    internal static Lot Bought(Segment segment, Term period, int above, int quantity, Price price, Money billed, Origin origin) => new()
    {
        Covers = segment.Covers,
        Period = period,
        Quantity = quantity,
        Above = above,
        Price = price,
        Terms = segment.Terms,
        Billed = billed,
        Paid = billed,
        Carried = Money.Zero(billed.Currency),
        Credited = Money.Zero(billed.Currency),
        Origin = origin,
        AwaitsInvoice = false,
    };
}
