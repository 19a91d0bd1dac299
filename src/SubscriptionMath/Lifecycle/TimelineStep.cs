using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>One thing that happened in the life of a subscription, by itself or because somebody asked, and what came of it.</summary>
public sealed record TimelineStep
{
    /// <summary>Gets when.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }

    /// <summary>Gets what somebody did, or null where it happened by itself.</summary>
    public required Command? Command { get; init; }

    /// <summary>Gets the quote, or the refusal.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Gets what came of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets the subscription after it.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Gets the account's money credit after it.</summary>
    public required MoneyCredit Credit { get; init; }
}
