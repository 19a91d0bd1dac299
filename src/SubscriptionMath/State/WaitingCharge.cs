using System.Text.Json.Serialization;
using NodaTime;
using SubscriptionMath.Json;

namespace SubscriptionMath;

/// <summary>An amount of an accepted change that waits for the next invoice.</summary>
public sealed record WaitingCharge
{
    /// <summary>Gets when the change was made.</summary>
    [JsonConverter(typeof(InstantConverter))]
    public required Instant Since { get; init; }

    /// <summary>Gets the amount: positive when the customer will bring it, negative when the invoice falls by it.</summary>
    public required Money Amount { get; init; }
}
