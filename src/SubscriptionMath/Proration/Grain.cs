using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The unit in which time left and whole periods are counted.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Grain>))]
public enum Grain
{
    /// <summary>Calendar days in the billing zone: dates are compared, the time of day does not matter.</summary>
    CalendarDays,

    /// <summary>Elapsed whole seconds, cut towards zero; a day on which clocks go forward has 82,800 of them.</summary>
    Seconds,

    /// <summary>
    /// Months of the item's anchor: every month started is fully used, and one that begins on the day of the change is not started.
    /// </summary>
    MonthsNotStarted,

    /// <summary>Whole terms of the price; time that was bought is counted so, it is no measure of a policy.</summary>
    Terms,

    /// <summary>
    /// Minutes of the clock: both ends are cut to the minute in which they lie. From 10:00:59 to 10:01:00 is one minute, from 10:01:00 to
    /// 10:01:59 none.
    /// </summary>
    Minutes,

    /// <summary>Milliseconds of the clock: both ends are cut to the millisecond in which they lie.</summary>
    Milliseconds,

    /// <summary>Nanoseconds: instants as they are. A stretch of more than 292 years does not fit.</summary>
    Nanoseconds,

    /// <summary>
    /// Months of the item's anchor: every month started is left in full, and only one that ended on the day of the change or before it is used.
    /// </summary>
    MonthsNotEnded,

    /// <summary>
    /// Days of months that all have the same number, which the denominator states: 30 of them make 20 days of 15 February to 5 March, and 1 day of
    /// 30 January to 1 February. Days beyond that number do not count.
    /// </summary>
    DaysOfEqualMonths,

    /// <summary>
    /// Whole months of the item's anchor, and the days before and after them as parts of the month in which they lie: 16 January to 1 April, by
    /// the 1st, is two months and 16 of 31 days.
    /// </summary>
    MonthsThenDays,

    /// <summary>Each day as a part of its own calendar month: 16 January to 15 February is 16/31 and 14/28 of a month.</summary>
    DaysOfOwnMonths,

    /// <summary>Parts of the period, as the caller said them; nothing is counted, it is no measure of a policy.</summary>
    Parts,
}
