using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The next event that happens by itself, and its instant.</summary>
public sealed record DueEvent
{
    /// <summary>Gets the kind of the event.</summary>
    public required BillingReason BillingReason { get; init; }

    /// <summary>Gets the instant; an event at the end of a term belongs to the next one.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }
}
