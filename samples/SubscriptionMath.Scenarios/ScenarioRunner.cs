namespace SubscriptionMath.Scenarios;

/// <summary>Plays scenarios: the due events, then the request of each step, with a comparison of the figures.</summary>
public static class ScenarioRunner
{
    /// <summary>Plays a scenario with its variants.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="ScenarioException">A step cannot be priced at all; a refusal by the policy is no such error.</exception>
    public static ScenarioOutcome Play(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new ScenarioOutcome(scenario, [.. scenario.Runs.Select(run => Play(scenario, run))]);
    }

    private static RunOutcome Play(Scenario scenario, ScenarioRun run)
    {
        var player = new RunPlayer(scenario, run);
        return new RunOutcome(run, [.. run.Steps.Select(player.Play)]);
    }
}
