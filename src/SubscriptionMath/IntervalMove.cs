using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The comparison of the new interval with the old one, by nominal days.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IntervalMove>))]
public enum IntervalMove
{
    /// <summary>The interval is the same.</summary>
    Same,

    /// <summary>The new interval is longer.</summary>
    Longer,

    /// <summary>The new interval is shorter.</summary>
    Shorter,
}
