using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>What happens next by itself, and when.</summary>
public sealed record DueEvent
{
    /// <summary>Gets what happens.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>Gets when; an event at the end of a term belongs to the next one.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }
}
