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
public sealed record RunOutcome(ScenarioRun Run, IReadOnlyList<StepOutcome> Steps)
{
    /// <summary>Gets all that happened, by itself or not, in order.</summary>
    public IEnumerable<Happening> Life => Steps.SelectMany(step => step.Events.Append(step.Itself));
}

/// <summary>What came of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Events">What happened by itself since the step before, up to its moment.</param>
/// <param name="Itself">What came of what was asked for.</param>
public sealed record StepOutcome(ScenarioStep Step, IReadOnlyList<Happening> Events, Happening Itself)
{
    /// <summary>Gets the figures that differ from what the file says.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];
}
