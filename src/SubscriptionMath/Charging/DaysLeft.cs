namespace SubscriptionMath;

/// <summary>Counts the days of the period by which unused time is measured, so that bought time is measured alike.</summary>
internal static class DaysLeft
{
    /// <summary>
    /// Gives the days in the period of the leaving units that end first, divided by the nominal days of the interval; null if no billed
    /// time is left.
    /// </summary>
    internal static Fraction? Of(in LeavingUnits leaving, in Valuation by)
    {
        var byLot = leaving.ByLot(stackalloc int[LeavingUnits.Few]);
        var first = default(Lot);
        for (var i = 0; i < leaving.Item.Lots.Count; i++)
        {
            var lot = leaving.Item.Lots[i];
            if (byLot[i] > 0 && lot.Covers.End > by.At && lot.Price.BillingTiming == BillingTiming.InAdvance
                && lot.Source != LotSource.Extension
                && (first is null || lot.Covers.End < first.Covers.End))
            {
                first = lot;
            }
        }

        if (first is null)
        {
            return null;
        }

        var units = new LotUnits(leaving.Item, "", first, 1);
        return Days(units, by) / units.Stretch.Interval.NominalDays;
    }

    private static Fraction Days(in LotUnits units, in Valuation by)
    {
        var (interval, whole, measure) = (units.Stretch.Interval, by.LeftOf(units).Of, by.Measure);
        var days = Fraction.Of(TimeCount.DaysBetween(units.Lot.Period.Start, units.Lot.Period.End, by.Zone));
        return measure switch
        {
            { Said: not null } => days,
            { Denominator: Denominator.Fixed } when interval.TotalMonths == 0 => Fraction.Of(interval.TotalDays),
            { Denominator: Denominator.Fixed fixedDays } =>
                new Fraction((Int128)fixedDays.Days * interval.TotalMonths, fixedDays.Per.TotalMonths),
            { Unit: ProrationUnit.CalendarDays } when whole > 0 => Fraction.Of(whole),
            _ => days,
        };
    }
}
