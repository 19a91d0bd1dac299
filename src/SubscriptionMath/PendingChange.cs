using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>An accepted change that has not taken effect. For a subscription that holds nothing, this is a purchase on a date.</summary>
public sealed record PendingChange
{
    /// <summary>Gets the instant of the request.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant RequestedAt { get; init; }

    /// <summary>Gets the instant of the change: the end of the plan's term, or of the terms billed ahead, or the date asked for.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant EffectiveAt { get; init; }

    /// <summary>Gets whether the change takes effect on a date asked for, wherever a term ends.</summary>
    public bool OnDate { get; init; }

    /// <summary>Gets the cart to hold from then on, or null for nothing: the customer canceled, and the subscription ends.</summary>
    public required Cart? Cart { get; init; }
}
