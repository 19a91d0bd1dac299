namespace SubscriptionMath.Scenarios;

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Runs">What came of each run, in their order.</param>
public sealed record ScenarioOutcome(Scenario Scenario, IReadOnlyList<RunOutcome> Runs)
{
    /// <summary>Gets all figures that differ from what the file says.</summary>
    public IEnumerable<Mismatch> Mismatches => Runs.SelectMany(run => run.Steps).SelectMany(step => step.Mismatches);
}

/// <summary>What came of one run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Steps">What came of each step, in their order.</param>
public sealed record RunOutcome(ScenarioRun Run, IReadOnlyList<StepOutcome> Steps);

/// <summary>What came of a step.</summary>
public sealed record StepOutcome
{
    /// <summary>Gets the run that the step belongs to.</summary>
    public required ScenarioRun Run { get; init; }

    /// <summary>Gets the step.</summary>
    public required ScenarioStep Step { get; init; }

    /// <summary>Gets the cart that was asked for.</summary>
    public required Cart Cart { get; init; }

    /// <summary>Gets the quote or the refusal.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Gets the subscription before the step, less what was used by then.</summary>
    public required Subscription Before { get; init; }

    /// <summary>Gets the subscription after the step; the same one where the change is refused or the payment fails.</summary>
    public required Subscription After { get; init; }

    /// <summary>Gets the account's money credit before the step.</summary>
    public required MoneyCredit CreditBefore { get; init; }

    /// <summary>Gets the account's money credit after the step.</summary>
    public required MoneyCredit CreditAfter { get; init; }

    /// <summary>Gets the figures that differ from what the file says.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];
}
