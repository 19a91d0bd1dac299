using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: what becomes of a pending change when another change is made?</summary>
/// <remarks>
/// In every answer a cart that equals today's withdraws what is pending, and a termination takes its place: a customer can always go back,
/// and can always leave.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<PendingPolicy>))]
public enum PendingPolicy
{
    /// <summary>The newest change replaces it: one that is pending itself takes its place, one that takes effect at once clears it.</summary>
    NewestReplaces,

    /// <summary>A change that takes effect at once leaves it as it is; one that is pending itself takes its place.</summary>
    Kept,

    /// <summary>Both hold: what the newer change names is put into the older, which keeps the rest. An older termination stays.</summary>
    /// <example>Three seats wait for the renewal, and the plan rises at once: three seats of the new plan wait.</example>
    Merged,

    /// <summary>The newer change is refused until the older one is withdrawn or has taken effect.</summary>
    NewerRefused,
}
