namespace SubscriptionMath.Scenarios;

/// <summary>Something that happened at an instant: by itself, because somebody asked for it, or nothing but time that passed.</summary>
public sealed record Happening
{
    /// <summary>Gets the run that it belongs to.</summary>
    public required ScenarioRun Run { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the step that asked for it, or null where it happened by itself.</summary>
    public required ScenarioStep? Step { get; init; }

    /// <summary>Gets the quote or the refusal, or null where nothing was asked for.</summary>
    public required Answer? Answer { get; init; }

    /// <summary>Gets what came of it, or null where nothing was asked for.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>Gets the subscription before it, less what was used by then.</summary>
    public required Subscription Before { get; init; }

    /// <summary>Gets the subscription after it; the same one where it was refused, or not paid.</summary>
    public required Subscription After { get; init; }

    /// <summary>Gets the account's money credit before it.</summary>
    public required MoneyCredit CreditBefore { get; init; }

    /// <summary>Gets the account's money credit after it.</summary>
    public required MoneyCredit CreditAfter { get; init; }

    /// <summary>Gets whether it was priced and accepted.</summary>
    public bool IsAccepted => Outcome is SubscriptionMath.Outcome.Accepted or SubscriptionMath.Outcome.AcceptedAndOwed;

    internal Money CreditLeft => CreditAfter.LeftAt(At, Run.Currency);

    /// <summary>What happens next by itself, or null where nothing ever does.</summary>
    internal DueEvent? Next => Lifecycle.NextEvent(After, FactsAfter, Run.Policy);

    /// <summary>What that will cost.</summary>
    internal Quote? NextQuote => Lifecycle.PriceNext(After, FactsAfter, Run.Catalog, Run.Policy);

    private Facts FactsAfter => new() { Credit = CreditAfter };
}
