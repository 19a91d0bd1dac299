namespace SubscriptionMath.Scenarios;

/// <summary>The command line of the sample that shows a subscription's life: as a table, and as a picture.</summary>
public static class TimelineCommand
{
    private const string Svg = "--svg";
    private const string Mermaid = "--mermaid";
    private const string Variant = "--variant";
    private const string Help = "--help";

    private const string Usage = """
        dotnet run samples/timeline.cs -- [--variant NAME] [--svg FILE] [--mermaid FILE] [file]

          file             the scenario to show; without any, samples/stories/two-years.json
          --variant NAME   shows a variant of it instead of the story itself
          --svg FILE       draws it into a file that a browser shows
          --mermaid FILE   draws it as a Mermaid diagram into a file
          --help           prints this

        Exit code: 0 all figures are as expected, 1 some differ, 2 the scenario cannot be played, or a file not be written.

        """;

    /// <summary>Shows a life. It is played before anything is printed: an error is then the only output.</summary>
    /// <param name="arguments">The arguments of the command line.</param>
    /// <param name="story">The scenario that is shown by default.</param>
    /// <param name="output">The writer of the table.</param>
    /// <param name="errors">The writer of the error.</param>
    /// <returns>The exit code, as that of <see cref="ScenarioCommand.Run"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, string story, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (arguments.Contains(Help))
        {
            output.Write(Usage);
            return ScenarioCommand.AsExpected;
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Read(arguments, options) is { } wrong)
        {
            errors.Write($"{wrong}\n\n{Usage}");
            return ScenarioCommand.Malformed;
        }

        try
        {
            var scenario = ScenarioReader.ReadFile(options.GetValueOrDefault("", story));
            var run = Chosen(ScenarioRunner.Play(scenario), options.GetValueOrDefault(Variant));
            if (run.Life.Select(it => it.Subscription).Distinct().Count() > 1)
            {
                throw new ScenarioException(scenario.File, "$.steps", "the steps of one subscription", "those of several");
            }

            Draw(options.GetValueOrDefault(Svg), () => TimelineSvg.Draw(scenario, run));
            Draw(options.GetValueOrDefault(Mermaid), () => TimelineMermaid.Draw(scenario, run));
            TimelineTable.Print(scenario, run, output);
            return Mismatches(run, output) ? ScenarioCommand.Differs : ScenarioCommand.AsExpected;
        }
        catch (ScenarioException malformed)
        {
            errors.Write($"{malformed.Message}\n");
            return ScenarioCommand.Malformed;
        }
    }

    /// <summary>Reads the options, the file under the empty name, or tells the error.</summary>
    private static string? Read(IReadOnlyList<string> arguments, Dictionary<string, string> options)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var isOption = arguments[i].StartsWith('-');
            if (isOption && arguments[i] is not (Svg or Mermaid or Variant))
            {
                return $"There is no option {arguments[i]}.";
            }

            if (isOption && i + 1 == arguments.Count)
            {
                return $"{arguments[i]} needs {(arguments[i] == Variant ? "a name" : "a file")}.";
            }

            var name = isOption ? arguments[i++] : "";
            if (!options.TryAdd(name, arguments[i]))
            {
                return isOption ? $"{name} was given twice." : $"One scenario is shown at a time: {options[name]} or {arguments[i]}.";
            }
        }

        return null;
    }

    private static RunOutcome Chosen(ScenarioOutcome outcome, string? variant) =>
        outcome.Runs.FirstOrDefault(run => variant is null || run.Run.Variant == variant)
        ?? throw new ScenarioException(
            outcome.Scenario.File,
            "$.variants",
            JsonCursor.OneOf(outcome.Runs.Select(run => run.Run.Variant).OfType<string>()),
            $"\"{variant}\"");

    private static void Draw(string? file, Func<string> draw)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(file, draw());
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ScenarioException(file, "$", "a file that can be written", wrong.Message, wrong);
        }
    }

    private static bool Mismatches(RunOutcome run, TextWriter output)
    {
        var page = new Page(output);
        var found = false;
        foreach (var mismatch in run.Steps.SelectMany(step => step.Mismatches))
        {
            page.Wrapped($"{Page.Margin}✗ ", mismatch.ToString());
            found = true;
        }

        return found;
    }
}
