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

    /// <summary>Gets whether the price goes on while it rests, for what is charged in arrears; by default it does not.</summary>
    /// <example>EUR 30.00 for April in arrears, ten days of it on hold: EUR 20.00 on 1 May, or EUR 30.00 where the hold is charged.</example>
    public bool IsCharged { get; init; }
}
