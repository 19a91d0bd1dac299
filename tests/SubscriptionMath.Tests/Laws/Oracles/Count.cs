namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>Units of time, counted one by one: dates, months on a schedule, and the seconds of the clock.</summary>
internal static class Count
{
    /// <summary>The units from an instant to the end of a stretch, whose days of 24 hours end with its period.</summary>
    internal static long Units(Instant from, Term stretch, Instant until, bool beginsMonth, Measure measure, Anchor anchor, DateTimeZone zone) => measure.Unit switch
    {
        ProrationUnit.CalendarDays => Days(from, stretch.End, zone),
        ProrationUnit.Seconds => (long)((stretch.End - from).ToBigIntegerNanoseconds() / 1_000_000_000),
        ProrationUnit.Minutes => Floor(stretch.End, NodaConstants.NanosecondsPerMinute) - Floor(from, NodaConstants.NanosecondsPerMinute),
        ProrationUnit.Milliseconds => Floor(stretch.End, NodaConstants.NanosecondsPerMillisecond) - Floor(from, NodaConstants.NanosecondsPerMillisecond),
        ProrationUnit.Nanoseconds => (long)(stretch.End - from).ToBigIntegerNanoseconds(),
        ProrationUnit.DaysNotStarted => DaysOf(until).TakeWhile(day => day.Start >= from).Count(day => day.Start < stretch.End),
        ProrationUnit.DaysNotEnded => DaysOf(until).TakeWhile(day => day.End > from).Count(day => day.Start < stretch.End),
        ProrationUnit.MonthsNotEnded => MonthsOf(measure) * MonthsNotEnded(from, stretch, Begins(anchor, measure), zone),
        _ => MonthsOf(measure) * MonthsNotStarted(from, stretch, beginsMonth, anchor, Begins(anchor, measure), zone),
    };

    // Days of 24 hours, from the one with which a period ends back.
    private static IEnumerable<Term> DaysOf(Instant end)
    {
        while (true)
        {
            yield return new Term(end - Duration.FromHours(24), end);
            end -= Duration.FromHours(24);
        }
    }

    private static int MonthsOf(Measure measure) => measure.Interval?.TotalMonths ?? 1;

    // Whether a month, or a quarter or year, of the schedule begins on a date.
    private static Func<LocalDate, bool> Begins(Anchor anchor, Measure measure) => date =>
        date.Day == Math.Min(anchor.Origin.Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month))
        && (((date.Year - anchor.Origin.Year) * 12) + date.Month - anchor.Origin.Month) % MonthsOf(measure) == 0;

    private static long Floor(Instant instant, long unit)
    {
        var since = (instant - Instant.FromUtc(1900, 1, 1, 0, 0)).ToBigIntegerNanoseconds();
        return (long)(since / unit);
    }

    internal static int Days(Instant from, Instant to, DateTimeZone zone) =>
        CalendarWalk.Days(from.InZone(zone).Date, to.InZone(zone).Date);

    // A month ends with the day before one of the schedule's dates, the last with the stretch; today's end is over.
    private static int MonthsNotEnded(Instant from, Term stretch, Func<LocalDate, bool> begins, DateTimeZone zone)
    {
        var (day, end) = (from.InZone(zone).Date, stretch.End.InZone(zone).Date);
        var months = 0;
        for (var date = day.PlusDays(1); date <= end; date = date.PlusDays(1))
        {
            if (date == end || begins(date))
                months++;
        }

        return months;
    }

    // A month of the schedule is not started before its day. A period's own first day starts a month, too, be it a shorter one; what is bought within a
    // period goes on in a month that was started.
    private static int MonthsNotStarted(Instant from, Term stretch, bool beginsMonth, Anchor anchor, Func<LocalDate, bool> begins, DateTimeZone zone)
    {
        var (first, day) = (stretch.Start.InZone(zone).Date, from.InZone(zone).Date);
        var months = 0;
        for (var date = day; DayBegins(date) < stretch.End; date = date.PlusDays(1))
        {
            if (begins(date) ? MonthBegins(date) < stretch.End : beginsMonth && date == first)
                months++;
        }

        return months;

        Instant DayBegins(LocalDate date) => date.AtMidnight().InZoneLeniently(zone).ToInstant();
        Instant MonthBegins(LocalDate date) => (date + anchor.Origin.TimeOfDay).InZoneLeniently(zone).ToInstant();
    }

    /// <summary>So many months, or days, after a boundary of a schedule; where the instant is none of it, a schedule of its own begins there.</summary>
    internal static Instant After(Instant boundary, Anchor anchor, BillingInterval interval, int times, DateTimeZone zone)
    {
        var schedule = Schedule(boundary, anchor, interval, zone);
        var unit = interval.TotalMonths > 0 ? BillingInterval.Month : BillingInterval.Day;
        var index = CalendarWalk.IndexAt(schedule, boundary.InZone(zone).LocalDateTime, unit);
        return CalendarWalk.Boundary(schedule, index + (times * (interval.TotalMonths + interval.TotalDays)), unit).InZoneLeniently(zone).ToInstant();
    }

    internal static Anchor Schedule(Instant boundary, Anchor anchor, BillingInterval interval, DateTimeZone zone)
    {
        var local = boundary.InZone(zone).LocalDateTime;
        var unit = interval.TotalMonths > 0 ? BillingInterval.Month : BillingInterval.Day;
        var on = CalendarWalk.Boundary(anchor, CalendarWalk.IndexAt(anchor, local, unit), unit);
        return on.InZoneLeniently(zone).ToInstant() == boundary ? anchor : new Anchor(local);
    }
}
