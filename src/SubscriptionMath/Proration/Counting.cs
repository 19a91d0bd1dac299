using NodaTime;

namespace SubscriptionMath;

/// <summary>Counts the part of a period from an instant on.</summary>
/// <param name="Measure">The measure of time.</param>
/// <param name="Anchor">The date from which the item's months are counted.</param>
/// <param name="Zone">The billing zone.</param>
internal readonly record struct Counting(Measure Measure, Anchor Anchor, DateTimeZone Zone)
{
    /// <summary>Counts the part of a stretch left at an instant, against its period.</summary>
    /// <param name="stretch">The stretch, from its start for an earlier instant, and the period that is divided.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="ends">Whether the item ends at the instant; else it begins.</param>
    internal Share Left(in Stretch stretch, Instant at, bool ends) => OneDivision.Counts(Measure)
        ? OneDivision.Left(stretch.Covers, stretch.Period, at, OneDivision.Clock.Of(Measure, Zone, ends, stretch.IsFirst))
        : Counted(stretch, at, ends);

    /// <summary>The same by the general way, for any measure.</summary>
    internal Share Counted(in Stretch stretch, Instant at, bool ends)
    {
        var covers = stretch.Covers;
        var from = at > covers.Start ? at : covers.Start;
        if (Measure.Said is { } said && from < covers.End && !(at <= covers.Start && covers == stretch.Period))
        {
            return said;
        }

        var rest = new Term(from < covers.End ? from : covers.End, covers.End);
        if (Measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths)
        {
            return PartialMonths.Of(rest, stretch, this);
        }

        var left = rest.IsEmpty ? 0 : Units(stretch, rest.Start);
        left -= left > 0 && at >= covers.Start
            && Measure.LosesDay(ends, stretch.IsFirst) ? 1 : 0;
        var share = Measure.Denominator is Denominator.Fixed days
            ? OfFixed(left, days, stretch.Interval, Measure.Unit)
            : new Share(left, OfPeriod(Measure.Denominator.Of(stretch, rest.Start, Anchor, Zone)), Measure.Unit);
        return stretch.IsWithinPeriod ? share.AtMostWhole() : share;
    }

    /// <summary>The same counting with the day of the change for the new item, as for all of a stretch.</summary>
    internal Counting WithNewDay => this with { Measure = Measure with { ChangeDay = ChangeDay.New } };

    /// <summary>Counts the part of a stretch left against the whole stretch, whatever divides its price.</summary>
    internal Share LeftOfItself(Stretch stretch, Instant at)
    {
        if (Measure.Denominator is Denominator.IntervalAfter)
        {
            // A shorter period to come limits the part of a price, not the part of the stretch.
            return (this with { Measure = Measure with { Denominator = Denominator.Period } }).LeftOfItself(stretch, at);
        }

        var left = Left(stretch with { IsFirst = false }, at, ends: true);
        if (Measure.Said is not null)
        {
            return left;
        }

        var all = WithNewDay.Left(stretch, stretch.Covers.Start, ends: false);
        return Measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths
            ? new Share(left.Left * all.Of, all.Left * left.Of, left.Unit)
            : left with { Of = all.Left };
    }

    /// <summary>The interval of which whole ones are counted.</summary>
    private BillingInterval Whole => Measure.Interval ?? BillingInterval.Month;

    private long OfPeriod(Term period) => Units(new Stretch(period, period, null), period.Start);

    private long Units(Stretch stretch, Instant from)
    {
        var covers = stretch.Covers;
        return Measure.Unit switch
        {
            ProrationUnit.CalendarDays => TimeCount.DaysBetween(from, covers.End, Zone),
            ProrationUnit.Seconds => TimeCount.SecondsBetween(from, covers.End),
            ProrationUnit.Minutes => TimeCount.MinutesBetween(from, covers.End),
            ProrationUnit.Milliseconds => TimeCount.MillisecondsBetween(from, covers.End),
            ProrationUnit.Nanoseconds => (covers.End - from).ToInt64Nanoseconds(),
            ProrationUnit.DaysOfEqualMonths =>
                EqualMonths(from.DateAt(Zone), covers.End.DateAt(Zone), ((Denominator.Fixed)Measure.Denominator).DaysPerMonth),
            ProrationUnit.DaysNotStarted => DaysOfPeriod(stretch, from, begunIsLeft: false),
            ProrationUnit.DaysNotEnded => DaysOfPeriod(stretch, from, begunIsLeft: true),
            ProrationUnit.MonthsNotEnded => MonthsNotEnded(covers, from, Whole),
            _ => MonthsNotStarted(stretch, from, Whole),
        };
    }

    /// <summary>
    /// Days left of a fixed number for the price's interval; scaled if that number is not whole, as for a month of a year of 365 days.
    /// </summary>
    private static Share OfFixed(long left, Denominator.Fixed days, BillingInterval interval, ProrationUnit unit)
    {
        if (interval.TotalDays > 0)
        {
            return new Share(left, interval.TotalDays, unit);
        }

        var parts = days.Parts(interval);
        return new Share(left * parts, (long)days.Days * interval.TotalMonths * parts / days.Per.TotalMonths, unit);
    }

    /// <summary>Counts days of 24 hours, which begin at the hour at which the period ends.</summary>
    /// <remarks>
    /// The day across an earlier end of the stretch belongs to it, and not to the time after it. So the parts of a divided stretch have as
    /// many days as the whole.
    /// </remarks>
    private static long DaysOfPeriod(in Stretch stretch, Instant from, bool begunIsLeft)
    {
        var end = stretch.IsWithinPeriod ? stretch.Period.End : stretch.Covers.End;
        var (left, behind) = (end - from, end - stretch.Covers.End);
        return left.Days + (begunIsLeft && left.NanosecondOfDay > 0 ? 1 : 0) - behind.Days;
    }

    private static long EqualMonths(LocalDate from, LocalDate to, int days)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return ((long)months * days) + Math.Min(to.Day, days) - Math.Min(from.Day, days);
    }

    /// <summary>Counts months not started, each of which begins on its date; quarters or years as their months.</summary>
    /// <remarks>
    /// A month does not count if a clock change has moved its start to the end of the stretch. The first month of a period may be shorter
    /// than the others; it begins with the period. A purchase within a period continues the month that was started before it.
    /// </remarks>
    private long MonthsNotStarted(Stretch stretch, Instant from, BillingInterval whole)
    {
        var covers = stretch.Covers;
        var (start, day, end) = (covers.Start.DateAt(Zone), from.DateAt(Zone), covers.End.DateAt(Zone));
        var onGrid = Anchor.BoundariesBetween(day.AtMidnight(), end.PlusDays(1).AtMidnight(), whole);
        var last = Anchor.Boundary(Anchor.IndexAt(end.At(LocalTime.MaxValue), whole), whole);
        onGrid -= onGrid > 0 && last.AtStart(Zone) >= covers.End ? 1 : 0;
        var firstIsShort = Anchor.BoundariesBetween(start.AtMidnight(), start.PlusDays(1).AtMidnight(), whole) == 0;
        return (onGrid + (firstIsShort && stretch.BeginsMonth && day == start ? 1 : 0)) * (long)whole.TotalMonths;
    }

    /// <summary>
    /// Counts months not ended, each of which ends as the next begins; the last of a stretch may be shorter and ends with it. Quarters or
    /// years count as their months.
    /// </summary>
    private long MonthsNotEnded(Term covers, Instant from, BillingInterval whole)
    {
        var (day, end) = (from.DateAt(Zone), covers.End.DateAt(Zone));
        if (day >= end)
        {
            return 0;
        }

        var ends = Anchor.BoundariesBetween(day.PlusDays(1).AtMidnight(), end.PlusDays(1).AtMidnight(), whole);
        var lastIsShort = Anchor.BoundariesBetween(end.AtMidnight(), end.PlusDays(1).AtMidnight(), whole) == 0;
        return (ends + (lastIsShort ? 1 : 0)) * (long)whole.TotalMonths;
    }
}
