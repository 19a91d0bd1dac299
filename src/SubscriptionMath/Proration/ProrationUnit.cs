using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The unit in which time left and whole periods are counted.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ProrationUnit>))]
public enum ProrationUnit
{
    /// <summary>Calendar days in the billing zone: dates are compared, the time of day does not matter.</summary>
    CalendarDays,

    /// <summary>Elapsed whole seconds, cut towards zero; a day on which clocks go forward has 82,800 of them.</summary>
    Seconds,

    /// <summary>
    /// Months of the item's anchor: every started month is used, and one that begins on the day of the change is not started.
    /// </summary>
    MonthsNotStarted,

    /// <summary>Whole terms of the price. Only time bought is counted so; no policy can measure by it.</summary>
    Terms,

    /// <summary>
    /// Minutes of the clock: both ends are cut to their minute. From 10:00:59 to 10:01:00 is one minute, from 10:01:00 to 10:01:59 none.
    /// </summary>
    Minutes,

    /// <summary>Milliseconds of the clock: both ends are cut to their millisecond.</summary>
    Milliseconds,

    /// <summary>Nanoseconds: instants as they are. A stretch of more than 292 years does not fit.</summary>
    Nanoseconds,

    /// <summary>
    /// Months of the item's anchor: every started month is left in full, and only one that ended on the day of the change or before is
    /// used.
    /// </summary>
    MonthsNotEnded,

    /// <summary>
    /// Days of equal months, whose length the denominator states: with 30, 15 February to 5 March is 20 days, and 30 January to 1 February
    /// is 1 day. Days beyond that number do not count.
    /// </summary>
    DaysOfEqualMonths,

    /// <summary>
    /// Whole months of the item's anchor, and the days before and after them as parts of their own month. 16 January to 1 April, by the
    /// 1st, is two months and 16 of 31 days.
    /// </summary>
    MonthsThenDays,

    /// <summary>Each day as a part of its own calendar month: 16 January to 15 February is 16/31 and 14/28 of a month.</summary>
    DaysOfOwnMonths,

    /// <summary>Parts of the period, as the caller stated them, without a count. No policy can measure by them.</summary>
    Parts,

    /// <summary>
    /// Days of 24 hours up to the end of the period: every day that has begun is used. 16 April at noon to 1 May is 14 days. The day across
    /// an earlier end belongs to the time before it.
    /// </summary>
    /// <remarks>If the month to 1 May ends at noon of 26 April, 10 of the 14 days are left.</remarks>
    DaysNotStarted,

    /// <summary>Days of 24 hours up to the end: a day that has begun is left in full. 16 April at noon to 1 May is 15 days.</summary>
    DaysNotEnded,
}
