using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The fate of a pending change when another change is made.</summary>
/// <remarks>
/// In every answer a cart equal to today's withdraws the pending change, and a cancellation replaces it. A customer can always go back, and
/// can always leave.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<PendingPolicy>))]
public enum PendingPolicy
{
    /// <summary>The newest change replaces the older: a pending one takes its place, one that takes effect at once clears it.</summary>
    NewestReplaces,

    /// <summary>A change that takes effect at once leaves the older one as it is; a pending one takes its place.</summary>
    Kept,

    /// <summary>
    /// Both hold: the differences of the newer change enter the older, which keeps the rest. An older cancellation stays.
    /// </summary>
    /// <example>Three seats are pending for the renewal, and the plan rises at once: three seats of the new plan are pending.</example>
    Merged,

    /// <summary>The newer change is refused until the older one is withdrawn or has taken effect.</summary>
    NewerRefused,
}
