using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what the new price is: lines and lots for the units that enter an item.</summary>
internal static class Pricer
{
    /// <summary>Prices units over segments: a line and a lot for each.</summary>
    internal static void Price(
        Wanted wanted,
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
        List<Lot> lots)
    {
        foreach (var segment in segments)
        {
            var whole = answer == NewPrice.Full;
            var period = whole ? segment.Covers : segment.Period;
            var share = Counting.Left(new Stretch(segment.Covers, period, wanted.Price.Every), at, measure, anchor, zone, ends: false);
            var exact = (whole ? wanted.Price.Exact : measure.PartOf(wanted.Price.Exact, share, wanted.Price.Every)) * Fraction.Of(quantity);
            var amount = Money.Round(exact, wanted.Price.Currency, mode);
            lines.Add(new Line
            {
                Kind = LineKind.NewPrice,
                Product = wanted.Name,
                Quantity = quantity,
                Price = wanted.Price.Amount,
                Covers = segment.Covers,
                Share = whole ? share with { Left = share.Of } : share,
                Exact = -exact,
                Amount = -amount,
                Basis = LineBasis.Price,
                Forfeited = false,
            });
            lots.Add(Bought(segment.Covers, period, quantity, wanted.Price.Amount, amount, origin));
        }
    }

    internal static Lot Bought(Term covers, Term period, int quantity, decimal price, Money billed, Origin origin) => new()
    {
        Covers = covers,
        Period = period,
        Quantity = quantity,
        Price = price,
        Billed = billed,
        Paid = billed,
        Carried = Money.Zero(billed.Currency),
        Credited = Money.Zero(billed.Currency),
        Origin = origin,
        AwaitsInvoice = false,
    };
}
