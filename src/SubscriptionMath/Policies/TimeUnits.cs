using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The units in which time is bought.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TimeUnits>))]
public enum TimeUnits
{
    /// <summary>
    /// Whole terms of the price, then days of the term after them: EUR 40.00 at EUR 120.00 for a year of 365 days are 121 days, floored.
    /// </summary>
    Terms,

    /// <summary>
    /// Whole months, then days of the month after them: EUR 40.00 at EUR 120.00 a year, or at EUR 10.00 a month, are four months of any
    /// length. A price by days or weeks has no months and buys terms.
    /// </summary>
    Months,

    /// <summary>
    /// Days, by the ratio of the prices. A day costs the new price divided by the days of the period left, scaled to the new interval.
    /// Twenty days left at EUR 20.00 are forty days at EUR 10.00, in any month.
    /// </summary>
    Days,
}
