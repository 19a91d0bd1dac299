using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The pause that a subscription is in.</summary>
public sealed record Pause
{
    /// <summary>Gets the instant from which on it rests.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Since { get; init; }

    /// <summary>Gets whether the time that was left then is left when it is resumed; else it runs on.</summary>
    /// <example>Twenty of thirty days left, paused for ten: twenty are left again where they are kept, ten where they ran on.</example>
    public required bool KeepsTimeLeft { get; init; }
}
