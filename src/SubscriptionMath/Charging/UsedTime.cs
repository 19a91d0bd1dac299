using NodaTime;

namespace SubscriptionMath;

/// <summary>Charges the used time of lots in arrears.</summary>
internal static class UsedTime
{
    /// <summary>Charges a lot whose time has been used.</summary>
    internal static StepCharges Of(BillStep.TimeUsed step, Circumstances on)
    {
        var (item, lot) = (step.Item, step.Lot);
        var by = new Valuation(UnusedValue.None, step.Measure, on.Mode, on.Before, on.Moment);
        var line = Of(new LotUnits(item, step.Name, lot, lot.Quantity), by, on.Facts.Taxes?.For(item.ProductId));
        return new StepCharges(item.ProductId, line is null ? [] : [new Charge(item.ProductId, line, null)], []) { ReadsTaxes = true };
    }

    /// <summary>The line of a lot's newest units, used up to an instant; null if no time was used.</summary>
    internal static Line? Of(in LotUnits units, in Valuation by, TaxRate? tax)
    {
        var (lot, at) = (units.Lot, by.At);
        if (at < lot.Covers.Start || lot.Source == LotSource.Extension)
        {
            return null; // renewed ahead, or free
        }

        var left = by.LeftOf(units);
        var used = Less(All(units, left, by), left);
        if (used.Left <= 0)
        {
            return null;
        }

        var (price, worth) = (lot.PriceOf(units.Quantity), lot.WorthOf(units.Quantity));
        var exact = lot.WorthOf(units.Quantity, used, by.Measure, by.Mode);
        var (shown, basis) = LineFigure.Of(lot.Price, price, lot.Terms);
        return new Line
        {
            Kind = LineKind.Used,
            Product = units.Name,
            Quantity = units.Quantity,
            Price = shown,
            Covers = lot.Covers.Until(Instant.Min(at, lot.Covers.End)),
            Share = used,
            Exact = -exact,
            Amount = -by.Rounded(exact),
            Basis = basis,
            Forfeited = false,
            Discount = lot.Discount is null ? null : new LineDiscount(price - worth),
            Tax = LineTax.On(-exact, tax, lot.Price.Currency),
        };
    }

    /// <summary>
    /// Gives the part of its period that a lot is. A lot of a whole period is all of it, even if its days are counted otherwise, as 31 days
    /// of a price divided by 30. A purchase within the term began with the day of the change, or the day after.
    /// </summary>
    private static Share All(in LotUnits units, Share left, in Valuation by)
    {
        var (lot, measure, counting) = (units.Lot, by.Measure, by.CountingOf(units.Item));
        var isWhole = lot.Covers == lot.Period;
        var stretch = units.Stretch with { IsFirst = lot.IsFirst(by.Subscription) };
        return isWhole && (left.Left == 0 || measure.Denominator is Denominator.Fixed)
            ? left with { Left = left.Of }
            : (isWhole ? counting.WithNewDay : counting).Left(stretch, lot.Covers.Start, ends: false);
    }

    /// <summary>Subtracts the part left. Months and days count against different periods: the rest is in lowest terms.</summary>
    private static Share Less(Share all, Share left) => all.Of == left.Of
        ? left with { Left = all.Left - left.Left }
        : Share.Lowest(all.Fraction - left.Fraction, left.Unit);
}
