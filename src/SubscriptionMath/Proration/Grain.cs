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
}
