using NodaTime;

namespace SubscriptionMath;

/// <summary>Gives the lines of units that leave.</summary>
internal static class LeavingLines
{
    /// <summary>The line of units that were never billed, at the price held.</summary>
    internal static Line NeverBilled(Item item, string name, int quantity, in Valuation by)
    {
        var (anchor, at) = (by.AnchorOf(item), Instant.Max(by.At, item.Term.Start));
        var (covers, period) = (item.Term.From(at), anchor.PeriodEnding(item.Term.End, item.SoldAt.Interval, by.Zone));
        var share = by.CountingOf(item).Left(Stretch.Of(covers, period, item.SoldAt.Interval, terms: 1), at, ends: true);
        var price = item.SoldAt.Beyond(item.Quantity - quantity, quantity);
        var exact = by.Measure.PartOf(price, share, item.SoldAt.Interval);
        var (shown, basis) = LineFigure.Of(item.SoldAt, price, terms: 1);
        return new Line
        {
            Kind = LineKind.Goodwill,
            Product = name,
            Quantity = quantity,
            Price = shown,
            Covers = covers,
            Share = share,
            Exact = exact,
            Amount = by.Rounded(exact),
            Basis = basis,
            Forfeited = false,
        };
    }

    /// <summary>The line of the used part of a lot that is given back whole.</summary>
    internal static Line Goodwill(in LotUnits units, Money all, in LotValue value, Money amount, Instant at) => new()
    {
        Kind = LineKind.Goodwill,
        Product = units.Name,
        Quantity = units.Quantity,
        Price = all.Amount,
        // Empty for a lot that was bought ahead.
        Covers = units.Lot.Covers.Until(Instant.Max(units.Lot.Covers.Start, Instant.Min(at, units.Lot.Covers.End))),
        Share = new Share(1, 1, value.Share.Unit),
        Exact = all.Exact - value.Exact,
        Amount = all - amount,
        Basis = LineBasis.LeftOfBilled,
        Forfeited = false,
    };

    /// <summary>The line of the value at the price held less the billed value: conceded if positive, forfeited if negative.</summary>
    internal static Line BeyondBilled(in LotUnits units, in LotValue value, Money amount, in Valuation by)
    {
        var (lot, beyond) = (units.Lot, Fraction.Max(value.Beyond, -value.Beyond));
        var held = units.PriceHeld(by.Zone);
        var (shown, basis) = LineFigure.Of(held, LotValue.Held(lot, held, units.Quantity), lot.Terms);
        return new Line
        {
            Kind = value.Beyond.Sign > 0 ? LineKind.Goodwill : LineKind.Unused,
            Product = units.Name,
            Quantity = units.Quantity,
            Price = shown,
            Covers = lot.Covers.From(Instant.Max(lot.Covers.Start, by.At)),
            Share = value.Share,
            Exact = beyond,
            Amount = by.Rounded(value.Exact + beyond) - amount,
            Basis = basis,
            Forfeited = value.Beyond.Sign < 0,
        };
    }

    /// <summary>
    /// The line of the part that the vendor keeps of the value of some units, with its part of the tax; null for nothing kept.
    /// </summary>
    internal static Line? Kept(in Valuation by, in LotUnits units, in LotValue value, (Fraction Used, Fraction Tax) back, Price? shorter)
    {
        var (lot, quantity) = (units.Lot, units.Quantity);
        var interval = lot.Price.Interval;
        Fraction? undiscounted = shorter is { Interval.TotalMonths: > 0 } && interval.TotalMonths > 0
            ? shorter.For(quantity) * new Fraction(interval.TotalMonths, shorter.Interval.TotalMonths)
            : null;
        var (worth, used) = (value.Exact + back.Used, by.AllOf(units).Fraction - value.Share.Fraction);
        var exact = by.Answer.Withheld!.Of(
            new RetentionCase(worth, lot.PriceOf(quantity), lot.WorthOf(quantity), undiscounted, used, by.Subscription, by.At));
        if (exact.IsZero)
        {
            return null;
        }

        var tax = TaxSold.OfKept(lot, back.Tax * (exact / worth));
        return ToLine(units, value, (-exact, -by.Rounded(exact)), tax, by.At) with { Kind = LineKind.Withheld };
    }

    /// <summary>The line of the value of some units of a lot.</summary>
    internal static Line ToLine(
        in LotUnits units, in LotValue value, (Fraction Exact, Money Rounded) worth, LineTax? tax, Instant at) => new()
        {
            Kind = LineKind.Unused,
            Product = units.Name,
            Quantity = units.Quantity,
            Price = value.Base,
            Covers = units.Lot.Covers.From(Instant.Min(Instant.Max(units.Lot.Covers.Start, at), units.Lot.Covers.End)),
            Share = value.Share,
            Exact = worth.Exact,
            Amount = worth.Rounded,
            Basis = value.Basis,
            Forfeited = value.Forfeited,
            Tax = tax,
            Discount = units.Lot.Discount is null || value.Basis is not (LineBasis.Price or LineBasis.AllUnits)
            ? null
            : new LineDiscount(units.Lot.PriceOf(units.Quantity) - units.Lot.WorthOf(units.Quantity)),
        };
}
