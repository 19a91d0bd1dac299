using System.Globalization;

namespace SubscriptionMath.Scenarios;

/// <summary>Prints the result of a scenario for a reader who wants to know the payments and their reasons.</summary>
public static class ScenarioPrinter
{
    /// <summary>Prints a scenario with its variants, in lines of at most 110 characters; the same in every culture.</summary>
    /// <param name="outcome">The result of the scenario.</param>
    /// <param name="output">The writer.</param>
    public static void Print(ScenarioOutcome outcome, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(output);
        var page = new Page(output);
        foreach (var run in outcome.Runs)
        {
            page.Heading($"{outcome.Scenario.Id}  {outcome.Scenario.Title}", run.Run.PolicyLabel);
            page.Remark(run.Run.Variant is { } name ? $"Variant: {name}" : null);
            page.Remark(run.Run.Note);
            foreach (var step in run.Steps)
            {
                Step(step, page);
            }

            page.Empty();
        }
    }

    private static void Step(StepOutcome step, Page page)
    {
        // If time only passes to the moment of an event, the event prints the state.
        var told = step.Step.Kind == StepKind.Advance && step.Events is [.., var last] && last.At == step.Step.On;
        for (var i = 0; i < step.Events.Count; i++)
        {
            Print(step.Events[i], told && i == step.Events.Count - 1 ? step.Step : null, page);
        }

        if (!told)
        {
            Print(step.Itself, step.Step, page);
        }

        Figures(step, page);
    }

    private static void Print(Happening it, ScenarioStep? step, Page page)
    {
        page.Empty();
        page.Wrapped($"{Words.Day(it.At, it.Run.Zone)}  ".PadRight(Page.Margin.Length + Page.LabelWidth), Named(it) + Words.Of(it));
        page.Remark(step is null ? null : Known(step), Page.LabelWidth);
        page.Remark(step?.Note, Page.LabelWidth);
        page.Empty();
        HappeningPrinter.Print(it, page);
    }

    /// <summary>The name of the subscription, if there are several.</summary>
    private static string Named(Happening it) => it.Subscription is { } name ? $"{name}: " : "";

    /// <summary>The facts of the file at that moment.</summary>
    private static string? Known(ScenarioStep step)
    {
        var known = step.Kind == StepKind.Use ? [] : step.Used.Select(used => $"{Spelling.Units(used.Units)} {used.Kind} used by then").ToList();
        if (step.Members is { } members and > 0)
        {
            known.Add(members == 1 ? "1 member" : string.Create(CultureInfo.InvariantCulture, $"{members} members"));
        }

        if (step.AskedBy is { } role)
        {
            known.Add($"asked by {Spelling.Name(role)}");
        }

        if (step.OtherSubscriptions is { } others)
        {
            known.Add(string.Create(CultureInfo.InvariantCulture, $"{others} other subscription{(others == 1 ? "" : "s")} of the account"));
        }

        return known.Count == 0 ? null : string.Join(", ", known);
    }

    private static void Figures(StepOutcome step, Page page)
    {
        var expected = step.Step.Expected.Count;
        if (expected == 0)
        {
            return;
        }

        page.Empty();
        if (step.Mismatches.Count == 0)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{Page.Margin}✓ {expected} figure{(expected == 1 ? "" : "s")} as expected"));
        }

        foreach (var mismatch in step.Mismatches)
        {
            page.Wrapped($"{Page.Margin}✗ ", mismatch.ToString());
        }
    }
}
