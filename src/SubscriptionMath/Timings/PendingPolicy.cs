using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: what becomes of a pending change when another change is made?</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PendingPolicy>))]
public enum PendingPolicy
{
    /// <summary>The newest change replaces it, be it immediate or pending itself; a cart that equals today's withdraws it.</summary>
    NewestReplaces,
}
