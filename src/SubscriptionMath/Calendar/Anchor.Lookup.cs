using NodaTime;

namespace SubscriptionMath;

/// <content>The period that contains a moment.</content>
public readonly partial record struct Anchor
{
    /// <summary>Gets the index of the last boundary at or before a moment.</summary>
    /// <param name="moment">A local moment; one equal to a boundary belongs to the period that starts there.</param>
    /// <param name="interval">The interval between two boundaries.</param>
    /// <returns>The index, negative before the origin.</returns>
    /// <example>Monthly from 31 January 2026: 2 March lies after the boundary of 28 February, so its index is 1.</example>
    public long IndexAt(LocalDateTime moment, BillingInterval interval) => interval.TotalMonths > 0
        ? FloorDivide(MonthsAt(moment), interval.TotalMonths)
        : FloorDivide(DaysAt(moment), interval.TotalDays);

    /// <summary>Gets the index of the first boundary at or after a moment.</summary>
    /// <remarks>
    /// Together with <see cref="IndexAt"/> this gives both neighbors of a moment. The boundary before, exclusive, has the index
    /// <c>IndexFrom - 1</c>; the one after, exclusive, <c>IndexAt + 1</c>. The two indexes are equal at a boundary, else one apart.
    /// </remarks>
    /// <param name="moment">A local moment; one equal to a boundary has the index of that boundary.</param>
    /// <param name="interval">The interval between two boundaries.</param>
    /// <returns>The index, negative for a boundary before the origin.</returns>
    /// <exception cref="OverflowException">A boundary beside the moment lies beyond the calendar.</exception>
    /// <example>Monthly from 31 January 2026: 28 February has the index 1; 1 March, and all days until 31 March, have 2.</example>
    public long IndexFrom(LocalDateTime moment, BillingInterval interval)
    {
        var index = IndexAt(moment, interval);
        return Boundary(index, interval) < moment ? index + 1 : index;
    }

    /// <summary>Counts the boundaries from one moment, inclusive, to another, exclusive.</summary>
    /// <remarks>With monthly boundaries this is the number of quota months not yet started: a month that starts exactly at
    /// <paramref name="from"/> counts, a month that starts at <paramref name="to"/> belongs to the time after.</remarks>
    /// <param name="from">The first moment, inclusive.</param>
    /// <param name="to">The last moment, exclusive.</param>
    /// <param name="interval">The interval between two boundaries.</param>
    /// <returns>The number of boundaries; zero when <paramref name="to"/> is not after <paramref name="from"/>.</returns>
    /// <example>Monthly from 31 January 2026: from 28 February to 30 April there are two, 28 February and 31 March.</example>
    public int BoundariesBetween(LocalDateTime from, LocalDateTime to, BillingInterval interval) =>
        from < to ? checked((int)(IndexFrom(to, interval) - IndexFrom(from, interval))) : 0;

    /// <summary>Gets the period of this schedule that contains an instant.</summary>
    /// <remarks>A boundary that daylight saving skipped moves forward by the gap; of a repeated one, the earlier counts.
    /// The period after it starts from the anchor's own time of day again.</remarks>
    /// <param name="instant">The instant; one equal to a boundary belongs to the period that starts there.</param>
    /// <param name="interval">The interval between two boundaries.</param>
    /// <param name="zone">The billing zone, in which the anchor is local.</param>
    /// <returns>The term, start inclusive, end exclusive; it contains the instant and is never empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="OverflowException">The term ends beyond the calendar.</exception>
    /// <example>
    /// Monthly from 31 January 2026 in UTC, 2 March lies in 28 February to 31 March. In Sao Paulo 4 November 2018 began at 01:00,
    /// so the term that starts on that date starts then.
    /// </example>
    public Term TermAt(Instant instant, BillingInterval interval, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var index = IndexAt(instant.LocalAt(zone), interval);
        var start = Boundary(index, interval).AtStart(zone);

        // In a gap the boundary may have moved past the instant.
        while (instant < start)
        {
            start = Boundary(--index, interval).AtStart(zone);
        }

        // In the second pass of an overlap the next boundary may have been already.
        var end = Boundary(index + 1, interval).AtStart(zone);
        while (end <= instant)
        {
            (start, end) = (end, Boundary(++index + 1, interval).AtStart(zone));
        }

        return new Term(start, end);
    }

    /// <summary>The period of one interval that ends at an instant. For a day that the zone skipped, the period before is taken.</summary>
    internal Term Ending(Instant end, BillingInterval interval, DateTimeZone zone)
    {
        var before = Previous(end.LocalAt(zone), interval);
        while (before.AtStart(zone) >= end)
        {
            before = Previous(before, interval);
        }

        return new Term(before.AtStart(zone), end);
    }

    /// <summary>
    /// Gives this anchor if an instant is one of its boundaries, else an anchor at the instant, such as the end of a trial.
    /// </summary>
    internal Anchor OrFrom(Instant instant, BillingInterval interval, DateTimeZone zone) =>
        Begins(instant, interval, zone) ? this : new Anchor(instant.LocalAt(zone));

    /// <summary>Whether an instant is a boundary of the months of this anchor, or of its days for an interval of days.</summary>
    internal bool Begins(Instant instant, BillingInterval interval, DateTimeZone zone)
    {
        var unit = interval.TotalMonths > 0 ? BillingInterval.Month : BillingInterval.Day;
        return Boundary(IndexAt(instant.LocalAt(zone), unit), unit).AtStart(zone) == instant;
    }

    private static long FloorDivide(long value, long divisor) =>
        (value >= 0 ? value : value - divisor + 1) / divisor;

    /// <summary>
    /// The period of one interval that ends at an instant: of this schedule, or counted back from it if it is no boundary.
    /// </summary>
    internal Term PeriodEnding(Instant end, BillingInterval interval, DateTimeZone zone) =>
        OrFrom(end, interval, zone).Ending(end, interval, zone);

    /// <summary>
    /// The period of one interval that begins at an instant: of this schedule, or counted from the instant if it is no boundary.
    /// </summary>
    internal Term PeriodBeginning(Instant start, BillingInterval interval, DateTimeZone zone)
    {
        var own = OrFrom(start, interval, zone);
        var next = own.Next(start.LocalAt(zone), interval);
        while (next.AtStart(zone) <= start)
        {
            next = own.Next(next, interval);
        }

        return new Term(start, next.AtStart(zone));
    }
}
