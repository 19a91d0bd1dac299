using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what the new price is: lines and lots for the units that enter an item.</summary>
internal static class Pricer
{
    /// <summary>
    /// Prices units over segments, on top of those that are held already and stay: a lot for each, and a line where something is charged
    /// now.
    /// </summary>
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
        List<(ItemDraft Item, Lot Lot, Line? Line)> bought)
    {
        foreach (var segment in segments)
        {
            if (segment.Free && (wanted.Price.Charged != Charged.Once || segments.Count > 1))
            {
                bought.Add((item, Bought(segment, segment.Period, above, quantity, wanted.Price, Money.Zero(wanted.Price.Currency), Origin.Extension), null));
                continue;
            }

            var whole = answer == NewPrice.Full || wanted.Price.Charged == Charged.Once;
            var period = whole ? WholePeriod(segment.Covers, wanted.Price.Every, zone) : segment.Period;
            var (amount, line) = (Money.Zero(wanted.Price.Currency), default(Line));
            if (ToCharge(wanted, above, quantity) is var (units, charged))
            {
                var stretch = segment.Priced(period, wanted.Price.Every);
                var share = Counting.Left(stretch, at, measure, anchor, zone, ends: false);
                var price = units * Fraction.Of(segment.Terms);
                var exact = whole ? price : measure.PartOf(price, share, stretch.Every);
                amount = Money.Round(exact, wanted.Price.Currency, mode);
                line = ToLine(wanted, charged, segment, price, whole ? share with { Left = share.Of } : share, exact, amount);
                lines.Add(line);
            }

            bought.Add((item, Bought(segment, period, above, quantity, wanted.Price, amount, origin), line));
        }
    }

    /// <summary>The set-up fee of what is bought: a line, and a lot of its own to the end of the term.</summary>
    internal static void SetUp(
        Wanted wanted, TaxRate? tax, RoundingMode mode, DateTimeZone zone, Instant at, List<Line> lines, ItemDraft item, List<(ItemDraft Item, Lot Lot, Line? Line)> bought)
    {
        if (wanted.Price.SetUp is { } fee and not 0m)
        {
            var price = new Price { Model = new PriceModel.Flat(fee), Currency = wanted.Price.Currency, Every = wanted.Price.Every, Charged = Charged.Once };
            var (exact, one) = (price.For(1), new Segment(new Term(at, at), new Term(at, at)));
            var amount = Money.Round(exact, price.Currency, mode);
            var line = ToLine(wanted, 1, one, exact, new Share(1, 1, Grain.Terms), exact, amount) with
            {
                Kind = LineKind.SetUp,
                Price = fee,
                Basis = LineBasis.Price,
                Tax = LineTax.On(-exact, tax, price.Currency),
            };
            lines.Add(line);
            bought.Add((item, Bought(new Segment(item.Term, item.Term), WholePeriod(item.Term, price.Every, zone), above: 0, quantity: 1, price, amount, Origin.Purchase), line));
        }
    }

    /// <summary>A term that is yet to be bought has no length: what is charged whole is for one interval.</summary>
    private static Term WholePeriod(Term covers, BillingInterval every, DateTimeZone zone) => covers.IsEmpty ? NewTerm.Begin(covers.Start, every, zone).Term : covers;

    /// <summary>
    /// What units are charged for now, zero where they are free, and how many; null in arrears, and once for those that were paid for.
    /// </summary>
    private static (Fraction Price, int Units)? ToCharge(Wanted wanted, int above, int quantity)
    {
        switch (wanted.Price.Charged)
        {
            case Charged.InArrears:
                return null;
            case Charged.Once:
                var paid = Math.Max(above, Math.Min(wanted.PaidFor, above + quantity));
                var units = above + quantity - paid;
                return units == 0 ? null : (wanted.Price.Beyond(paid, units), units);
            default:
                return (wanted.Price.Beyond(above, quantity), quantity);
        }
    }

    private static Line ToLine(Wanted wanted, int quantity, Segment segment, Fraction price, Share share, Fraction exact, Money amount)
    {
        var (shown, basis) = LineFigure.Of(wanted.Price, price, segment.Terms);
        return new Line
        {
            Kind = LineKind.NewPrice,
            Product = wanted.Name,
            Quantity = quantity,
            Price = shown,
            Covers = segment.Covers,
            Share = share,
            Exact = -exact,
            Amount = -amount,
            Basis = basis,
            Forfeited = false,
        };
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
