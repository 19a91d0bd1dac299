using NodaTime;

namespace SubscriptionMath;

/// <summary>Divides the lots of an item whose end is moved: added time is free, and removed time is credited.</summary>
internal static class MovedEndCharges
{
    /// <summary>Gives the moved lots, and the lines of removed time.</summary>
    /// <param name="step">The item, with the old end and the new one.</param>
    /// <param name="on">The policy.</param>
    /// <param name="held">The current lots of the item.</param>
    internal static StepCharges Of(BillStep.EndMoves step, Circumstances on, Sequence<Lot> held)
    {
        var (kept, cut, move) = (new List<Lot>(held.Count + 1), new List<Lot>(), step.Moved);
        foreach (var lot in held.OrderBy(lot => lot.Covers.Start))
        {
            var ends = lot.Covers.End > move.To;
            if (lot.Covers.Start >= move.End)
            {
                kept.Add(move.Along(lot));
            }
            else if (lot.Source == LotSource.Extension)
            {
                kept.AddRange(Extended(lot, move));
            }
            else if (lot.Price is { BillingTiming: BillingTiming.InAdvance, IsFree: false })
            {
                cut.AddRange(ends ? [lot] : []);
                kept.AddRange(ends ? [] : Kept(lot, move));
            }
            else if (lot.Covers.Start < move.To)
            {
                kept.Add(ends || lot.Covers.End == move.End ? lot with { Covers = new Term(lot.Covers.Start, move.To) } : lot);
            }
        }

        if (cut.Count == 0)
        {
            return new StepCharges(step.Now.ProductId, [], []) { Kept = kept.ToSequence() };
        }

        // Time unused at the new end is credited, and no day there is the day of a change. A month or day that counts until its end belongs
        // to the part that stays, and not to the removed part as well.
        var unit = step.Measure.Unit switch
        {
            ProrationUnit.MonthsNotEnded => ProrationUnit.MonthsNotStarted,
            ProrationUnit.DaysNotEnded => ProrationUnit.DaysNotStarted,
            var same => same,
        };
        var item = step.Held with { Lots = cut.ToSequence() };
        var by = new Valuation(
            UnusedValue.OfAllLots, step.Measure with { Unit = unit, ChangeDay = ChangeDay.New }, on.Mode, on.Before, move.To);
        var charged = LeavingCharges.Of(
            new BillStep.UnitsLeave(step.Settles, new LeavingUnits(item, item.Quantity, on.Policy.Proration.LotChoice), step.Name, by), on);
        var notGiven = 0L;
        foreach (var lot in cut)
        {
            var worth = LotValue.Of(new LotUnits(item, step.Name, lot, lot.Quantity), by).Exact;
            var (stays, left) = Cut(lot, move.To, (worth, by.Rounded(worth)), on.Policy.Proration.Rounding.ByLine);
            kept.AddRange(stays is null ? [] : [stays]);
            notGiven += left.Minor;
        }

        return charged with
        {
            ProductId = step.Now.ProductId,
            DaysLeft = null,
            Returned = charged.Returned with { NotGiven = notGiven },
            Kept = kept.ToSequence(),
        };
    }

    /// <summary>
    /// Gives the part of a lot up to the new end, and the amount billed for the removed time and not given back.
    /// </summary>
    /// <remarks>
    /// If each line is rounded, a minor unit that was begun belongs to the removed time. It may come back with the remainder of later
    /// rounding, and not with the rest of the lot.
    /// </remarks>
    private static (Lot? Stays, Money NotGiven) Cut(Lot lot, Instant to, (Fraction Exact, Money Given) worth, bool byLine)
    {
        if (lot.Covers.Start >= to)
        {
            return (null, LeavingPaid.NotGiven(lot, lot.Quantity, worth.Given));
        }

        var begun = Money.Round(worth.Exact, worth.Given.Currency, RoundingMode.Ceiling);
        var removed = byLine && begun <= lot.Billed - lot.Credited ? begun : worth.Given;
        return (lot.Until(to, removed), removed - worth.Given);
    }

    /// <summary>Gives free time with the new end of the term.</summary>
    private static IEnumerable<Lot> Extended(Lot lot, MovedEnd move)
    {
        var end = lot.Covers.End == move.End ? move.To : Instant.Min(lot.Covers.End, move.To);
        return lot.Covers.Start < end ? [lot with { Covers = new(lot.Covers.Start, end), Period = new(lot.Covers.Start, end) }] : [];
    }

    /// <summary>Gives a lot that was paid in advance as bought, followed by a free extension.</summary>
    private static IEnumerable<Lot> Kept(Lot lot, MovedEnd move) => lot.Covers.End != move.End ? [lot] : [lot, move.Extension(lot)];
}
