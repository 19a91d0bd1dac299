using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>To which item the day of the change belongs, where time is counted in calendar days.</summary>
/// <example>April, changed on the 16th: new, 15 days unused and 15 to pay; old, 14 and 14; both, 14 unused and 15 to pay; always of 30.</example>
[JsonConverter(typeof(CamelCaseEnumConverter<ChangeDay>))]
public enum ChangeDay
{
    /// <summary>To the new one: it is unused time of the old item and paid time of the new one.</summary>
    New,

    /// <summary>To the old one: it counts as used, and the new item is free on it.</summary>
    Old,

    /// <summary>To both: it counts as used, and the new item is charged for it too.</summary>
    Both,
}
