using NodaTime;

namespace SubscriptionMath;

/// <summary>Charges units that enter an item: a lot for each stretch of time, and a line if something is charged now.</summary>
internal static class EnteringCharges
{
    /// <summary>Charges units on top of the held units that stay.</summary>
    /// <param name="step">The units, with the time for which they are bought.</param>
    /// <param name="on">The instant, the tax rates and the policy.</param>
    /// <param name="held">The current lots of the item.</param>
    internal static StepCharges Of(BillStep.UnitsEnter step, Circumstances on, Sequence<Lot> held)
    {
        var segments = Segment.Charged(step.Units.Segments, step.Wanted.Price.BillingTiming);
        var (id, tax) = (step.Into.ProductId, on.Facts.Taxes?.For(step.Into.ProductId));
        var charges = new Charge[segments.Count];
        for (var i = 0; i < charges.Length; i++)
        {
            var charge = segments[i].Free
                ? new Charge(id, null, Uncharged(step, segments[i]))
                : DiscountedCharges.Of(Priced(step, segments[i], on), step, on, held);
            charges[i] = tax is null || charge.Line is not { } line
                ? charge
                : charge with { Line = line with { Tax = LineTax.On(line.Exact, tax, on.Currency) } };
        }

        return new StepCharges(id, [], charges) { ReadsTaxes = true };
    }

    private static Lot Uncharged(BillStep.UnitsEnter step, in Segment segment) =>
        Bought(step.Units.Sold with { Source = LotSource.Extension }, segment, segment.Period, step.Wanted.Price,
            Money.Zero(step.Wanted.Price.Currency));

    private static Charge Priced(BillStep.UnitsEnter step, in Segment segment, Circumstances on)
    {
        var (wanted, units) = (step.Wanted, step.Units);
        var (currency, interval) = (wanted.Price.Currency, wanted.Price.Interval);
        var whole = units.Price == NewPrice.Full || wanted.Price.BillingTiming == BillingTiming.Once;
        var period = whole ? WholePeriod(segment.Covers, interval, on.Zone) : segment.Period;
        var (amount, line) = (Money.Zero(currency), default(Line));
        if (ToCharge(wanted, units.Sold.Above, units.Sold.Quantity) is var (each, charged))
        {
            var stretch = segment.Priced(period, interval);
            var share = new Counting(units.Measure, units.Anchor, on.Zone).Left(stretch, on.Moment, ends: false);
            var price = each * Fraction.Of(segment.Terms);
            var exact = whole ? price : units.Measure.PartOf(price, share, stretch.PriceInterval);
            amount = Money.Round(exact, currency, on.Mode);
            line = ToLine(wanted, charged, segment, price, (whole ? share with { Left = share.Of } : share, exact, amount));
        }

        return new Charge(step.Into.ProductId, line, Bought(units.Sold, segment, period, wanted.Price, amount));
    }

    /// <summary>Gives the period of a whole price: the stretch, or one interval if a surplus has yet to buy the stretch.</summary>
    internal static Term WholePeriod(Term covers, BillingInterval interval, DateTimeZone zone) =>
        covers.IsEmpty ? NewTerm.Begin(covers.Start, interval, zone).Term : covers;

    /// <summary>
    /// Gives the price and the number of the units that are charged now. Null in arrears, or if all units of a price charged once are paid.
    /// </summary>
    private static (Fraction Price, int Units)? ToCharge(Wanted wanted, int above, int quantity)
    {
        switch (wanted.Price.BillingTiming)
        {
            case BillingTiming.InArrears:
                return null;
            case BillingTiming.Once:
                var paid = Math.Max(above, Math.Min(wanted.PaidFor, above + quantity));
                var units = above + quantity - paid;
                return units == 0 ? null : (wanted.Price.Beyond(paid, units), units);
            default:
                return (wanted.Price.Beyond(above, quantity), quantity);
        }
    }

    private static Line ToLine(
        Wanted wanted, int quantity, in Segment segment, Fraction price, (Share Share, Fraction Exact, Money Rounded) worth)
    {
        var (shown, basis) = LineFigure.Of(wanted.Price, price, segment.Terms);
        return new Line
        {
            Kind = LineKind.NewPrice,
            Product = wanted.Name,
            Quantity = quantity,
            Price = shown,
            Covers = segment.Covers,
            Share = worth.Share,
            Exact = -worth.Exact,
            Amount = -worth.Rounded,
            Basis = basis,
            Forfeited = false,
        };
    }

    /// <summary>The lot of units that are sold for a stretch of time.</summary>
    internal static Lot Bought(SoldUnits units, in Segment segment, Term period, Price price, Money billed) => new()
    {
        Covers = segment.Covers,
        Period = period,
        Quantity = units.Quantity,
        Above = units.Above,
        Price = price,
        Terms = segment.Terms,
        Billed = billed,
        Paid = billed,
        Carried = Money.Zero(billed.Currency),
        Credited = Money.Zero(billed.Currency),
        Source = units.Source,
        AwaitsInvoice = false,
    };
}
