namespace SubscriptionMath.Scenarios;

/// <summary>The fact that a policy needs and a step did not state, as the property of the file that states it.</summary>
internal static class MissingFact
{
    /// <summary>Gives the property that a step lacks, or null if it lacks none.</summary>
    internal static string? In(ScenarioStep step, Timeline life, ScenarioRun run)
    {
        try
        {
            return StepCommand.Of(step, life.Subscription, run.Catalog, "") is Command.Ask ask
                && Billing.Compare(life.Subscription, ask.Change, life.Facts, run.Catalog, step.On, run.Policy)[0].Refusal is
                { Code: RefusalCode.FactNotKnown } refusal
                ? Property(refusal.Subject)
                : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            // Another error than a missing fact: it is told as it was thrown.
            return null;
        }
    }

    private static string? Property(string? fact) => fact switch
    {
        nameof(Facts.AskedBy) => "askedBy",
        nameof(Facts.MembersInUse) => "members",
        _ => null,
    };
}
