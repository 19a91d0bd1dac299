using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The item that gets the day of the change, if time is counted in calendar days.</summary>
/// <example>
/// April, changed on the 16th: new, 15 days unused and 15 to pay; old, 14 and 14; both, 14 unused and 15 to pay; always of 30.
/// </example>
[JsonConverter(typeof(CamelCaseEnumConverter<ChangeDay>))]
public enum ChangeDay
{
    /// <summary>The new item: the day is unused time of the old item and paid time of the new one.</summary>
    New,

    /// <summary>The old item: the day counts as used, and the new item is free on it.</summary>
    Old,

    /// <summary>Both items: the day counts as used, and the new item is charged for it too.</summary>
    Both,
}
