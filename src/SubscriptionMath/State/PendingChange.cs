using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A change that was accepted and has not taken effect; that of a subscription that holds nothing is its purchase on a date.</summary>
public sealed record PendingChange
{
    /// <summary>Gets when it was requested.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant RequestedAt { get; init; }

    /// <summary>Gets when it takes effect: the end of the plan's term, or of what was billed ahead of it; or the date that was asked for.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant EffectiveAt { get; init; }

    /// <summary>Gets whether it takes effect on a date that was asked for, wherever a term ends.</summary>
    public bool OnDate { get; init; }

    /// <summary>Gets what the customer will hold from then on, or null where that is nothing: the subscription was terminated and ends.</summary>
    public required Cart? Cart { get; init; }
}
