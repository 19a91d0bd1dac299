using NodaTime;

namespace SubscriptionMath;

/// <summary>Divides the lots of an item whose end is moved: an extension is free, and an end that is cut off is given back.</summary>
internal static class MovedEndCharges
{
    /// <param name="step">The item, and where its end is moved to.</param>
    /// <param name="on">The policy.</param>
    /// <param name="held">The lots that the item has by now.</param>
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
            else if (lot.Price is { Charged: Charged.InAdvance, IsFree: false })
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

        // What would be unused then is given back; that instant is no day of a change. A month that counts until it has ended is one of the
        // part that stays, and not of the part that is cut off as well.
        var grain = step.Measure.Grain == Grain.MonthsNotEnded ? Grain.MonthsNotStarted : step.Measure.Grain;
        var item = step.Held with { Lots = cut.ToSequence() };
        var by = new Valuation(
            UnusedValue.OfAllLots, step.Measure with { Grain = grain, ChangeDay = ChangeDay.New }, on.Mode, on.Before, move.To);
        var charged = LeavingCharges.Of(
            new BillStep.UnitsLeave(step.Settles, new LeavingUnits(item, item.Quantity, on.Policy.LotChoice), step.Name, by), on);
        kept.AddRange(cut.Where(lot => lot.Covers.Start < move.To)
            .Select(lot => lot.Until(move.To, by.Rounded(LotValue.Of(new LotUnits(item, step.Name, lot, lot.Quantity), by).Exact))));
        return charged with { DaysLeft = null, Returned = charged.Returned with { NotGiven = 0 }, Kept = kept.ToSequence() };
    }

    /// <summary>What was paid for ahead stays as it was bought, and an extension follows it.</summary>
    private static IEnumerable<Lot> Kept(Lot lot, MovedEnd move)
    {
        var longer = new Term(lot.Covers.Start, move.To);
        return lot.Covers.End != move.End ? [lot]
            : lot.Origin == Origin.Extension ? [lot with { Covers = longer, Period = longer }]
            : [lot, move.Extension(lot)];
    }
}
