using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The direction of a change: up, down or lateral.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>To more: a higher plan, more seats, another add-on, the first purchase.</summary>
    Up,

    /// <summary>To less: a lower plan, fewer seats, an add-on dropped.</summary>
    Down,

    /// <summary>Neither.</summary>
    Lateral,
}
