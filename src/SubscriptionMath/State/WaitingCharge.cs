using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>An amount of an accepted change that waits for the next invoice.</summary>
public sealed record WaitingCharge
{
    /// <summary>Gets when the change was made.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Since { get; init; }

    /// <summary>Gets whether it was to be paid and was not; else it waits because the policy says so.</summary>
    public bool Owed { get; init; }

    /// <summary>Gets the amount: positive when the customer will bring it, negative when the invoice falls by it.</summary>
    public required Money Amount { get; init; }
}
