using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what the new price is: lines and lots for the units that enter an item.</summary>
internal static class Pricer
{
    /// <summary>Prices the units over the segments, and puts the lots on the bill for the item that will hold them.</summary>
    internal static void Price(
        Move move, List<Segment> segments, ItemDraft item, Bill bill, Measure measure, Rounding rounding, DateTimeZone zone, Anchor anchor, Instant at)
    {
        var wanted = move.Thing.After!;
        foreach (var segment in segments)
        {
            var whole = move.Treatment.NewPrice == NewPrice.Full;
            var period = whole ? segment.Covers : segment.Period;
            var share = Counting.Left(segment.Covers, period, at, measure, anchor, zone, ends: false);
            var exact = wanted.Price.Exact * Fraction.Of(move.Entering) * (whole ? Fraction.One : share.Fraction);
            var amount = Money.Round(exact, wanted.Price.Currency, rounding.Mode);
            bill.Lines.Add(new Line
            {
                Kind = LineKind.NewPrice,
                Product = wanted.Name,
                Quantity = move.Entering,
                Price = wanted.Price.Amount,
                Covers = segment.Covers,
                Share = whole ? share with { Left = share.Of } : share,
                Exact = -exact,
                Amount = -amount,
                Limited = false,
                Forfeited = false,
            });
            bill.Bought.Add((item, Bought(segment.Covers, period, move.Entering, wanted.Price.Amount, amount, move.Origin)));
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
