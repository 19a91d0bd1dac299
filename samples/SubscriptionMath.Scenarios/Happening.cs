namespace SubscriptionMath.Scenarios;

/// <summary>An event by itself, a step with its request, or time that passes.</summary>
public sealed record Happening
{
    /// <summary>Gets the run.</summary>
    public required ScenarioRun Run { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the name of the subscription if the scenario has several, or null.</summary>
    public string? Subscription { get; init; }

    /// <summary>Gets the step with the request, or null for an event by itself.</summary>
    public required ScenarioStep? Step { get; init; }

    /// <summary>Gets the quote or the refusal, or null without a request.</summary>
    public required Answer? Answer { get; init; }

    /// <summary>Gets the outcome, or null without a request.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>Gets the subscription before, less the usage by then.</summary>
    public required Subscription Before { get; init; }

    /// <summary>Gets the subscription after; the same one after a refusal or a failed payment.</summary>
    public required Subscription After { get; init; }

    /// <summary>Gets the account's money credit before.</summary>
    public required MoneyCredit CreditBefore { get; init; }

    /// <summary>Gets the account's money credit after.</summary>
    public required MoneyCredit CreditAfter { get; init; }

    /// <summary>Gets whether the request was priced and accepted.</summary>
    public bool IsAccepted => Outcome is SubscriptionMath.Outcome.Accepted or SubscriptionMath.Outcome.AcceptedAndOwed;

    internal Money CreditLeft => CreditAfter.LeftAt(At, Run.Currency);

    /// <summary>The next event by itself, or null if there will be none.</summary>
    internal DueEvent? Next => Lifecycle.NextEvent(After, FactsAfter, Run.Policy);

    /// <summary>The amount due at the next event.</summary>
    internal Quote? NextQuote => Lifecycle.PriceNext(After, FactsAfter, Run.Catalog, Run.Policy);

    private Facts FactsAfter => new() { Credit = CreditAfter };
}
