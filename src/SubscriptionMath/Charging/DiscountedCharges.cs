namespace SubscriptionMath;

/// <summary>Takes the discounts off a charge. A lot in arrears has no line yet, and keeps its discount for the later line.</summary>
internal static class DiscountedCharges
{
    /// <summary>Gives a charge less its discount.</summary>
    /// <param name="charge">The charge at its price.</param>
    /// <param name="step">The units that enter, with the running discounts.</param>
    /// <param name="on">The policy.</param>
    /// <param name="held">The current lots of the item, which bear their part of an amount already.</param>
    internal static Charge Of(Charge charge, BillStep.UnitsEnter step, Circumstances on, Sequence<Lot> held)
    {
        if (step.Discounts.IsEmpty || charge.Lot!.Source == LotSource.Extension || Off(charge.Lot, step, on, held) is not { } discount)
        {
            return charge;
        }

        var lot = charge.Lot with { Discount = discount };
        return charge.Line is { } line
            ? Less(charge with { Lot = lot }, line, discount, step.Units.Measure, on)
            : charge with { Lot = lot };
    }

    private static LotDiscount? Off(Lot lot, BillStep.UnitsEnter step, Circumstances on, Sequence<Lot> held)
    {
        var (covers, borne) = (lot.Covers, Fraction.Zero);
        foreach (var other in held)
        {
            borne += other.Covers.End == covers.End && other.Discount is { } its ? its.Off - its.OfPrice : Fraction.Zero;
        }

        Sequence<Discount> running =
            [.. step.Discounts.Discounts.Where(discount => !discount.FromNextPeriod && !discount.IsOver(covers.Start))];
        var shares = DiscountShares.Of(step.Discounts.SoldTogether!, step.Into.ProductId, running, on.Policy.Invoicing.Discounts.Split);
        return DiscountShares.OfLot(shares, lot.PriceOf(lot.Quantity), Fraction.Of(lot.Terms), borne, on.Policy.Invoicing.Discounts);
    }

    /// <summary>
    /// Takes a discount off the line and the lot. A whole price bears the whole discount. Of a price charged once, the units that were not
    /// paid for bear their part.
    /// </summary>
    private static Charge Less(Charge charge, Line line, LotDiscount discount, Measure measure, Circumstances on)
    {
        var (lot, price) = (charge.Lot!, charge.Lot!.PriceOf(charge.Lot.Quantity));
        var (share, whole) = (line.Share, line.Exact == -price || lot.Price.BillingTiming == BillingTiming.Once);
        var (units, interval) = (-line.Exact / price, Stretch.Of(lot.Covers, lot.Period, lot.Price.Interval, lot.Terms).Interval);
        var exact = discount.Less(
            price, discount.Off, discount.OfPrice, part => whole ? part * units : measure.PartOf(part, share, interval), Rounded);
        var amount = Rounded(exact);
        return charge with
        {
            Line = line with { Exact = -exact, Amount = -amount, Discount = new LineDiscount(whole ? discount.Off * units : discount.Off) },
            Lot = lot with { Billed = amount, Paid = amount },
        };

        Money Rounded(Fraction minor) => Money.Round(minor, on.Currency, on.Mode);
    }
}
