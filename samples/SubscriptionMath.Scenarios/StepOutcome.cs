namespace SubscriptionMath.Scenarios;

/// <summary>The result of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Runs">The result of each run, in their order.</param>
public sealed record ScenarioOutcome(Scenario Scenario, IReadOnlyList<RunOutcome> Runs)
{
    /// <summary>Gets all figures that differ from the file's.</summary>
    public IEnumerable<Mismatch> Mismatches => Runs.SelectMany(run => run.Steps).SelectMany(step => step.Mismatches);
}

/// <summary>The result of one run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Steps">The result of each step, in their order.</param>
public sealed record RunOutcome(ScenarioRun Run, IReadOnlyList<StepOutcome> Steps)
{
    /// <summary>Gets all events and steps, in order.</summary>
    public IEnumerable<Happening> Life => Steps.SelectMany(step => step.Events.Append(step.Itself));
}

/// <summary>The result of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Events">The events by themselves since the step before, up to its moment.</param>
/// <param name="Itself">The result of the request.</param>
public sealed record StepOutcome(ScenarioStep Step, IReadOnlyList<Happening> Events, Happening Itself)
{
    /// <summary>Gets the figures that differ from the file's.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];
}
