using NodaTime;

namespace SubscriptionMath;

/// <summary>Counts the part of a period from an instant on.</summary>
internal static class Counting
{
    /// <summary>Counts the part of a stretch left at an instant, against its period.</summary>
    /// <param name="stretch">The stretch, from its start for an earlier instant, and the period that is divided.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="measure">The measure of time.</param>
    /// <param name="anchor">The date from which the item's months are counted.</param>
    /// <param name="zone">The billing zone.</param>
    /// <param name="ends">Whether the item ends at the instant; else it begins.</param>
    internal static Share Left(Stretch stretch, Instant at, Measure measure, Anchor anchor, DateTimeZone zone, bool ends)
    {
        var covers = stretch.Covers;
        var from = at > covers.Start ? at : covers.Start;
        if (measure.Said is { } said && from < covers.End && !(at <= covers.Start && covers == stretch.Period))
        {
            return said;
        }

        var rest = new Term(from < covers.End ? from : covers.End, covers.End);
        if (measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths)
        {
            return PartialMonths.Of(rest, stretch, measure, anchor, zone);
        }

        var left = rest.IsEmpty ? 0 : Units(stretch, rest.Start, measure, anchor, zone);
        left -= left > 0 && at >= covers.Start
            && (ends ? measure.ChangeDay != ChangeDay.New : measure.ChangeDay == ChangeDay.Old && !stretch.IsFirst) ? 1 : 0;
        var share = measure.Denominator is Denominator.Fixed days
            ? OfFixed(left, days, stretch.Interval, measure.Grain)
            : new Share(left, Whole(measure.Denominator.Of(stretch, rest.Start, anchor, zone), measure, anchor, zone), measure.Grain);
        return stretch.IsWithinPeriod ? share.AtMostWhole() : share;
    }

    /// <summary>Counts the part of a stretch left against the whole stretch, whatever divides its price.</summary>
    internal static Share LeftOfItself(Stretch stretch, Instant at, Measure measure, Anchor anchor, DateTimeZone zone)
    {
        var left = Left(stretch with { IsFirst = false }, at, measure, anchor, zone, ends: true);
        if (measure.Said is not null)
        {
            return left;
        }

        var all = Left(stretch, stretch.Covers.Start, measure with { ChangeDay = ChangeDay.New }, anchor, zone, ends: false);
        return measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths
            ? new Share(left.Left * all.Of, all.Left * left.Of, left.Unit)
            : left with { Of = all.Left };
    }

    private static long Whole(Term period, Measure measure, Anchor anchor, DateTimeZone zone) =>
        Units(new Stretch(period, period, null), period.Start, measure, anchor, zone);

    private static long Units(Stretch stretch, Instant from, Measure measure, Anchor anchor, DateTimeZone zone)
    {
        var covers = stretch.Covers;
        return measure.Grain switch
        {
            Grain.CalendarDays => TimeCount.DaysBetween(from, covers.End, zone),
            Grain.Seconds => TimeCount.SecondsBetween(from, covers.End),
            Grain.Minutes => TimeCount.MinutesBetween(from, covers.End),
            Grain.Milliseconds => TimeCount.MillisecondsBetween(from, covers.End),
            Grain.Nanoseconds => (covers.End - from).ToInt64Nanoseconds(),
            Grain.DaysOfEqualMonths =>
                EqualMonths(from.DateAt(zone), covers.End.DateAt(zone), ((Denominator.Fixed)measure.Denominator).DaysPerMonth),
            Grain.MonthsNotEnded => MonthsNotEnded(covers, from, anchor, zone),
            _ => MonthsNotStarted(stretch, from, anchor, zone),
        };
    }

    /// <summary>
    /// Days left of a fixed number for the price's interval; scaled if that number is not whole, as for a month of a year of 365 days.
    /// </summary>
    private static Share OfFixed(long left, Denominator.Fixed days, BillingInterval every, Grain grain)
    {
        if (every.TotalDays > 0)
        {
            return new Share(left, every.TotalDays, grain);
        }

        var parts = days.Parts(every);
        return new Share(left * parts, (long)days.Days * every.TotalMonths * parts / days.Per.TotalMonths, grain);
    }

    private static long EqualMonths(LocalDate from, LocalDate to, int days)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return ((long)months * days) + Math.Min(to.Day, days) - Math.Min(from.Day, days);
    }

    /// <summary>Counts months not started, each of which begins on its date.</summary>
    /// <remarks>
    /// A month does not count if a clock change has moved its start to the end of the stretch. The first month of a period may be shorter
    /// than the others; it begins with the period. A purchase within a period continues the month that was started before it.
    /// </remarks>
    private static long MonthsNotStarted(Stretch stretch, Instant from, Anchor anchor, DateTimeZone zone)
    {
        var covers = stretch.Covers;
        var (start, day, end) = (covers.Start.DateAt(zone), from.DateAt(zone), covers.End.DateAt(zone));
        var onGrid = anchor.BoundariesBetween(day.AtMidnight(), end.PlusDays(1).AtMidnight(), BillingInterval.Month);
        var last = anchor.Boundary(anchor.IndexAt(end.At(LocalTime.MaxValue), BillingInterval.Month), BillingInterval.Month);
        onGrid -= onGrid > 0 && last.AtStart(zone) >= covers.End ? 1 : 0;
        var firstIsShort = anchor.BoundariesBetween(start.AtMidnight(), start.PlusDays(1).AtMidnight(), BillingInterval.Month) == 0;
        return onGrid + (firstIsShort && stretch.BeginsMonth && day == start ? 1 : 0);
    }

    /// <summary>
    /// Counts months not ended, each of which ends as the next begins; the last of a stretch may be shorter and ends with it.
    /// </summary>
    private static long MonthsNotEnded(Term covers, Instant from, Anchor anchor, DateTimeZone zone)
    {
        var (day, end) = (from.DateAt(zone), covers.End.DateAt(zone));
        if (day >= end)
        {
            return 0;
        }

        var ends = anchor.BoundariesBetween(day.PlusDays(1).AtMidnight(), end.PlusDays(1).AtMidnight(), BillingInterval.Month);
        var lastIsShort = anchor.BoundariesBetween(end.AtMidnight(), end.PlusDays(1).AtMidnight(), BillingInterval.Month) == 0;
        return ends + (lastIsShort ? 1 : 0);
    }
}
