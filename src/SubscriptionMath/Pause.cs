using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The pause of a subscription.</summary>
public sealed record Pause
{
    /// <summary>Gets the start of the pause, inclusive.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Since { get; init; }

    /// <summary>Gets whether the time left at the pause returns when the subscription is resumed; else the time runs on.</summary>
    /// <example>Twenty of thirty days left, paused for ten: twenty are left again if time is kept, ten if it ran on.</example>
    public required bool KeepsTimeLeft { get; init; }

    /// <summary>Gets whether a price in arrears is charged during the pause; by default it is not.</summary>
    /// <example>EUR 30.00 for April in arrears, ten days of it paused: EUR 20.00 on 1 May, or EUR 30.00 if the pause is charged.</example>
    public bool IsCharged { get; init; }
}
