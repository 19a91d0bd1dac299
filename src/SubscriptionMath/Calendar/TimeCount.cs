using NodaTime;

namespace SubscriptionMath;

/// <summary>The length of a stretch of time, by calendar or by clock. Allocates nothing.</summary>
internal static class TimeCount
{
    private const long BeforeTheCalendar = 5_000_000L * NodaConstants.SecondsPerDay;

    /// <summary>Counts calendar days: the difference of the two dates in a zone.</summary>
    /// <returns>
    /// The days from the first date, inclusive, to the second, exclusive; negative when it is the earlier. A day that the zone left out
    /// counts, since its date does.
    /// </returns>
    /// <example>8 to 9 March 2026 in Los Angeles is one day although it has 23 hours; 23:59 to 00:01 is one day, too.</example>
    internal static long DaysBetween(Instant from, Instant to, DateTimeZone zone) => Day(to, zone) - Day(from, zone);

    /// <summary>Counts elapsed whole seconds, cut towards zero.</summary>
    /// <returns>The seconds; negative when the second instant is the earlier.</returns>
    /// <example>8 to 9 March 2026 in Los Angeles is 82,800 seconds, or 23 hours.</example>
    internal static long SecondsBetween(Instant from, Instant to)
    {
        // Days and the nanoseconds of the day bear the same sign.
        var elapsed = to - from;
        return checked((elapsed.Days * (long)NodaConstants.SecondsPerDay)
            + (elapsed.NanosecondOfDay / NodaConstants.NanosecondsPerSecond));
    }

    /// <summary>Counts minutes of the clock: those that begin after the first instant, up to the second.</summary>
    /// <returns>The difference of the minutes in which the two instants lie.</returns>
    /// <example>10:00:59 to 10:01:00 is one minute, 10:01:00 to 10:01:59 none.</example>
    internal static long MinutesBetween(Instant from, Instant to) => Minute(to) - Minute(from);

    /// <summary>Counts milliseconds of the clock: both instants are cut to theirs.</summary>
    internal static long MillisecondsBetween(Instant from, Instant to) => to.ToUnixTimeMilliseconds() - from.ToUnixTimeMilliseconds();

    // Counted from before the calendar begins, so that a quotient is cut downwards; no date is made.
    private static long Day(Instant instant, DateTimeZone zone) => (long)(
        (ulong)(instant.ToUnixTimeSeconds() + zone.GetUtcOffset(instant).Seconds + BeforeTheCalendar) / NodaConstants.SecondsPerDay);

    private static long Minute(Instant instant)
    {
        var (minutes, seconds) = Math.DivRem(instant.ToUnixTimeSeconds(), NodaConstants.SecondsPerMinute);
        return seconds < 0 ? minutes - 1 : minutes;
    }
}
