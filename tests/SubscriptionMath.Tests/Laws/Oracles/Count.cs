namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>Units of time, counted one by one: dates, months on a schedule, and the seconds of the clock.</summary>
internal static class Count
{
    /// <summary>The units from an instant to the end of a stretch.</summary>
    internal static long Units(Instant from, Term stretch, bool beginsMonth, ProrationUnit unit, Anchor anchor, DateTimeZone zone) => unit switch
    {
        ProrationUnit.CalendarDays => Days(from, stretch.End, zone),
        ProrationUnit.Seconds => (long)((stretch.End - from).ToBigIntegerNanoseconds() / 1_000_000_000),
        ProrationUnit.Minutes => Floor(stretch.End, NodaConstants.NanosecondsPerMinute) - Floor(from, NodaConstants.NanosecondsPerMinute),
        ProrationUnit.Milliseconds => Floor(stretch.End, NodaConstants.NanosecondsPerMillisecond) - Floor(from, NodaConstants.NanosecondsPerMillisecond),
        ProrationUnit.Nanoseconds => (long)(stretch.End - from).ToBigIntegerNanoseconds(),
        ProrationUnit.MonthsNotEnded => MonthsNotEnded(from, stretch, anchor, zone),
        _ => MonthsNotStarted(from, stretch, beginsMonth, anchor, zone),
    };

    private static long Floor(Instant instant, long unit)
    {
        var since = (instant - Instant.FromUtc(1900, 1, 1, 0, 0)).ToBigIntegerNanoseconds();
        return (long)(since / unit);
    }

    internal static int Days(Instant from, Instant to, DateTimeZone zone) =>
        CalendarWalk.Days(from.InZone(zone).Date, to.InZone(zone).Date);

    // A month ends with the day before one of the schedule's dates, the last with the stretch; today's end is over.
    private static int MonthsNotEnded(Instant from, Term stretch, Anchor anchor, DateTimeZone zone)
    {
        var (day, end) = (from.InZone(zone).Date, stretch.End.InZone(zone).Date);
        var months = 0;
        for (var date = day.PlusDays(1); date <= end; date = date.PlusDays(1))
        {
            if (date == end || date.Day == Math.Min(anchor.Origin.Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month)))
                months++;
        }

        return months;
    }

    // A month of the schedule is not started before its day. A period's own first day starts a month, too, be it a shorter one; what is bought within a
    // period goes on in a month that was started.
    private static int MonthsNotStarted(Instant from, Term stretch, bool beginsMonth, Anchor anchor, DateTimeZone zone)
    {
        var (first, day) = (stretch.Start.InZone(zone).Date, from.InZone(zone).Date);
        var months = 0;
        for (var date = day; Begins(date) < stretch.End; date = date.PlusDays(1))
        {
            if (IsBoundary(date) ? MonthBegins(date) < stretch.End : beginsMonth && date == first)
                months++;
        }

        return months;

        Instant Begins(LocalDate date) => date.AtMidnight().InZoneLeniently(zone).ToInstant();
        Instant MonthBegins(LocalDate date) => (date + anchor.Origin.TimeOfDay).InZoneLeniently(zone).ToInstant();
        bool IsBoundary(LocalDate date) =>
            date.Day == Math.Min(anchor.Origin.Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month));
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
