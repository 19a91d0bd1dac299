using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>One event or command in the life of a subscription, with its outcome.</summary>
public sealed record TimelineStep
{
    /// <summary>Gets the instant of the step.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }

    /// <summary>Gets the command, or null for an event that happened by itself.</summary>
    public required Command? Command { get; init; }

    /// <summary>Gets the quote, or the refusal.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets the subscription after the step.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Gets the account's money credit after the step.</summary>
    public required MoneyCredit Credit { get; init; }
}
