using NodaTime;
using NodaTime.Text;

namespace SubscriptionMath;

/// <summary>Converts between local time and instants, with one resolver for the whole library.</summary>
internal static class ZoneMath
{
    /// <summary>
    /// Gets the instant of a local moment. A moment that the zone skipped moves forward by the length of the gap; of two with the same
    /// local time, the earlier counts.
    /// </summary>
    /// <remarks>Allocates; boundaries are therefore stored as instants.</remarks>
    /// <example>02:30 on 8 March 2026 in Los Angeles becomes 03:30; 01:30 on 1 November the one in daylight time.</example>
    internal static Instant AtStart(this LocalDateTime local, DateTimeZone zone)
    {
        if (local.Year is > 1 and < 9999)
        {
            // No offset is as long as a day. If it stays the same for a day before and after, it is the only one at the local time.
            var utc = local.InUtc().ToInstant();
            var interval = zone.GetZoneInterval(utc);
            if (interval.Contains(utc - Duration.FromDays(1)) && interval.Contains(utc + Duration.FromDays(1)))
            {
                return utc - Duration.FromSeconds(interval.WallOffset.Seconds);
            }
        }

        return local.InZoneLeniently(zone).ToInstant();
    }

    /// <summary>Gets the calendar date of an instant in a zone. Allocates nothing.</summary>
    /// <example>2026-03-01T07:59Z is still 28 February in Los Angeles.</example>
    internal static LocalDate DateAt(this Instant instant, DateTimeZone zone) => instant.InZone(zone).Date;

    /// <summary>Gets the local date and time of an instant in a zone. Allocates nothing.</summary>
    /// <example>2026-03-08T10:00Z is 03:00 in Los Angeles: there was no 02:00 that day.</example>
    internal static LocalDateTime LocalAt(this Instant instant, DateTimeZone zone) => instant.InZone(zone).LocalDateTime;

    /// <summary>Gets the instant a number of calendar days later, at the same time of day; a negative number is earlier.</summary>
    /// <exception cref="OverflowException">
    /// The instant lies beyond the calendar, which ends with the year 9999; the message names the days and the date.
    /// </exception>
    internal static Instant DaysLater(this Instant instant, long days, DateTimeZone zone)
    {
        var local = instant.LocalAt(zone);
        return days < Period.DaysBetween(local.Date, LocalDate.MaxIsoValue)
            ? local.PlusDays((int)days).AtStart(zone)
            : throw new OverflowException(
                $"{days} days after {LocalDatePattern.Iso.Format(local.Date)} lie beyond the calendar, which ends with the year 9999.");
    }

    /// <summary>Gets the instant one interval later by the calendar, at the same time of day.</summary>
    /// <exception cref="OverflowException">The instant lies beyond the calendar.</exception>
    /// <example>A month after 31 January at noon is 28 February at noon.</example>
    internal static Instant Later(this Instant instant, BillingInterval interval, DateTimeZone zone)
    {
        var local = instant.LocalAt(zone);
        return new Anchor(local).Next(local, interval).AtStart(zone);
    }
}
