using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The unit in which a <see cref="BillingInterval"/> is counted.</summary>
/// <remarks>JSON is the name of the unit: <c>"Month"</c>.</remarks>
/// <example>The unit of twelve months is <see cref="Year"/>, since twelve months are one year.</example>
[JsonConverter(typeof(CamelCaseEnumConverter<IntervalUnit>))]
public enum IntervalUnit
{
    /// <summary>A calendar day, of 23 or 25 hours at a change of daylight saving, else 24.</summary>
    Day,

    /// <summary>Seven calendar days.</summary>
    Week,

    /// <summary>A calendar month, of 28 to 31 days.</summary>
    Month,

    /// <summary>Twelve calendar months, of 365 or 366 days.</summary>
    Year,
}
