using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The date, and time of day, from which all boundaries of a schedule are counted.</summary>
/// <remarks>
/// <para>Every boundary is <c>anchor + (units so far + interval)</c> in one step, with the day held to the end of a
/// shorter month. It is never counted from the boundary before it, so a day lost to February comes back in March, and
/// the cost does not grow with the age of the schedule.</para>
/// <para>Local boundaries increase strictly. As instants they do so too, unless a zone left out a whole day: then two boundaries
/// a day apart are the same instant, and the term between them is empty.</para>
/// <para>A moment between boundaries is no error: it counts as the last whole month, or whole day, at or before it.
/// Equality is equality of <see cref="Origin"/>; there is no ordering. The default value is midnight of 1 January 0001.
/// Dates are of the ISO calendar; a date of another calendar in an argument is an <see cref="ArgumentException"/>.</para>
/// <para>JSON is the text of <see cref="ToString"/>: <c>"2026-01-31"</c>.</para>
/// </remarks>
/// <example>
/// Monthly from 31 January 2026: 28 February, 31 March, 30 April. Yearly from 29 February 2024: 28 February in 2025, 2026
/// and 2027, then 29 February 2028.
/// </example>
[JsonConverter(typeof(TextConverter<Anchor>))]
public readonly partial record struct Anchor : IParsable<Anchor>
{
    private const int EightYears = 8 * 12;

    /// <summary>Makes an anchor at a date and time of day.</summary>
    /// <param name="origin">Boundary zero, in the billing zone and the ISO calendar.</param>
    /// <exception cref="ArgumentException"><paramref name="origin"/> is of another calendar.</exception>
    /// <example><c>new Anchor(new LocalDateTime(2026, 1, 31, 0, 0))</c>.</example>
    public Anchor(LocalDateTime origin) => Origin = origin;

    /// <summary>Gets boundary zero: the moment from which the others are counted.</summary>
    /// <exception cref="ArgumentException">The moment set is of another calendar than the ISO one.</exception>
    /// <example>31 January stays 31 January, whatever day February gave a boundary.</example>
    public LocalDateTime Origin
    {
        get;
        init => field = value.Calendar == CalendarSystem.Iso
            ? value
            : throw new ArgumentException(
                $"An anchor is a date of the ISO calendar, not of {value.Calendar.Id}.", nameof(value));
    }

    /// <summary>Makes an anchor at the midnight with which a date begins.</summary>
    /// <param name="date">The date of boundary zero, in the billing zone and the ISO calendar.</param>
    /// <returns>The anchor.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is of another calendar.</exception>
    /// <example><c>Anchor.On(new LocalDate(2024, 2, 29))</c> renews yearly on 28 February until 2028.</example>
    public static Anchor On(LocalDate date) => new(date.AtMidnight());

    /// <summary>Makes the anchor of a billing day: that day of every month, or the last of a shorter month.</summary>
    /// <remarks>
    /// Boundary zero lies in January 2024. Quarters, half-years and years therefore begin in the months of the calendar's own. As 1 January
    /// 2024 was a Monday, day 1 is the calendar itself: its weeks, months, quarters and years. For periods of several months that begin in
    /// another month, use <see cref="OnDayIn"/>.
    /// </remarks>
    /// <param name="dayOfMonth">From 1 to 31.</param>
    /// <returns>The anchor, at midnight.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dayOfMonth"/> is less than 1 or more than 31.</exception>
    /// <example>
    /// <c>Anchor.OnDay(31)</c> bills monthly on 28 February 2026, 31 March and 30 April; on 2 March the period is the one since 28
    /// February. <c>Anchor.OnDay(1)</c> begins weeks on Mondays, quarters on 1 January, 1 April, 1 July and 1 October.
    /// </example>
    public static Anchor OnDay(int dayOfMonth) => dayOfMonth is >= 1 and <= 31
        ? On(new LocalDate(2024, 1, dayOfMonth))
        : throw new ArgumentOutOfRangeException(
            nameof(dayOfMonth), dayOfMonth, $"A billing day is a day of the month from 1 to 31, not {dayOfMonth}.");

    /// <summary>Makes the anchor of a billing day for periods of several months, one of which begins in a given month.</summary>
    /// <param name="dayOfMonth">From 1 to 31; held to the end of a shorter month.</param>
    /// <param name="month">A date in the month in which a period begins.</param>
    /// <param name="interval">The interval of the periods; one of days or weeks has no billing day and counts from the date itself.</param>
    /// <returns>The anchor, at midnight, in a month of the same phase that has the day, or else the latest day of any.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dayOfMonth"/> is less than 1 or more than 31.</exception>
    /// <example>The 31st, quarterly, in February 2011: 28 February, 31 May, 31 August; yearly: 28 February, and 29 February 2012.</example>
    public static Anchor OnDayIn(int dayOfMonth, LocalDate month, BillingInterval interval)
    {
        if (interval.TotalMonths == 0)
        {
            return On(month);
        }

        // Months of the same phase lie an interval apart. The first earlier one with the day will do; 29 February comes within eight years.
        var (first, best) = (month.With(DateAdjusters.StartOfMonth), OnDay(dayOfMonth).Origin.Date.With(DateAdjusters.StartOfMonth));
        for (var (back, longest) = (0, 0); back <= EightYears && longest < dayOfMonth; back += interval.TotalMonths)
        {
            var candidate = first.PlusMonths(-back);
            var day = Math.Min(dayOfMonth, CalendarSystem.Iso.GetDaysInMonth(candidate.Year, candidate.Month));
            (best, longest) = day > longest ? (candidate.PlusDays(day - 1), day) : (best, longest);
        }

        return On(best);
    }

    /// <summary>Gets the boundary of an index: the origin plus that many intervals.</summary>
    /// <param name="index">Zero is the origin itself; negative ones lie before it.</param>
    /// <param name="interval">The interval between two boundaries.</param>
    /// <returns>The boundary, held to the end of a shorter month.</returns>
    /// <exception cref="OverflowException">The boundary lies beyond the calendar, which ends with year 9999.</exception>
    /// <example>From 31 January 2026, monthly: index 1 is 28 February, 2 is 31 March, -2 is 30 November 2025.</example>
    public LocalDateTime Boundary(long index, BillingInterval interval) => interval.TotalMonths > 0
        ? PlusMonths(checked(index * interval.TotalMonths))
        : PlusDays(checked(index * interval.TotalDays));

    /// <summary>Gets the boundary one interval after another boundary, which may be of an interval other than this one.</summary>
    /// <param name="boundary">A boundary of this anchor; any other moment counts as the last whole month (or day, for an
    /// interval of days) of this anchor at or before it.</param>
    /// <param name="interval">The interval to go on by.</param>
    /// <returns>The anchor plus the time so far plus the interval; always after <paramref name="boundary"/>.</returns>
    /// <exception cref="OverflowException">The result lies beyond the calendar.</exception>
    /// <example>
    /// From 31 January: a month after 28 February is 31 March, and a year after 31 March the next 31 March. From 29 February
    /// 2024: a year after 28 February 2027 is 29 February 2028.
    /// </example>
    public LocalDateTime Next(LocalDateTime boundary, BillingInterval interval) => interval.TotalMonths > 0
        ? PlusMonths((long)MonthsAt(boundary) + interval.TotalMonths)
        : PlusDays((long)DaysAt(boundary) + interval.TotalDays);

    /// <summary>Gets the boundary one interval before another boundary.</summary>
    /// <param name="boundary">As for <see cref="Next"/>.</param>
    /// <param name="interval">The interval to go back by.</param>
    /// <returns>The anchor plus the time so far less the interval; the inverse of <see cref="Next"/>.</returns>
    /// <exception cref="OverflowException">The result lies beyond the calendar, which begins with year -9998.</exception>
    /// <example>From 31 January 2026: a month before 31 March is 28 February, and before that 31 January.</example>
    public LocalDateTime Previous(LocalDateTime boundary, BillingInterval interval) => interval.TotalMonths > 0
        ? PlusMonths((long)MonthsAt(boundary) - interval.TotalMonths)
        : PlusDays((long)DaysAt(boundary) - interval.TotalDays);

    // A month's boundary is the clamped one: from the 31st, 28 February is one whole month after January.
    private int MonthsAt(LocalDateTime moment)
    {
        var months = ((moment.Year - Origin.Year) * 12) + moment.Month - Origin.Month;
        return Origin.PlusMonths(months) > moment ? months - 1 : months;
    }

    private int DaysAt(LocalDateTime moment)
    {
        var days = Period.DaysBetween(Origin.Date, moment.Date);
        return moment.TimeOfDay < Origin.TimeOfDay ? days - 1 : days;
    }

    private LocalDateTime PlusMonths(long months)
    {
        var month = ((Origin.Year - 1) * 12L) + Origin.Month - 1 + months;
        return month >= (LocalDate.MinIsoValue.Year - 1) * 12L && month < LocalDate.MaxIsoValue.Year * 12L
            ? Origin.PlusMonths((int)months)
            : throw new OverflowException($"{months} months from the anchor {this} lie beyond the calendar.");
    }

    private LocalDateTime PlusDays(long days)
    {
        var first = Period.DaysBetween(Origin.Date, LocalDate.MinIsoValue);
        var last = Period.DaysBetween(Origin.Date, LocalDate.MaxIsoValue);
        return first <= days && days <= last
            ? Origin.PlusDays((int)days)
            : throw new OverflowException($"{days} days from the anchor {this} lie beyond the calendar.");
    }
}
