namespace SubscriptionMath.Scenarios;

/// <summary>The command line of the sample: plays scenario files and prints the results.</summary>
public static class ScenarioCommand
{
    /// <summary>The exit code if all figures are as expected.</summary>
    public const int AsExpected = 0;

    /// <summary>The exit code if a figure differs.</summary>
    public const int Differs = 1;

    /// <summary>The exit code if a file cannot be played, or the command is not understood.</summary>
    public const int Malformed = 2;

    private const string Json = "--json";
    private const string All = "--all";
    private const string Help = "--help";

    private const string Usage = """
        dotnet run samples/quote.cs -- [--all] [--json] [scenario ...]

          scenario   the id of a scenario of samples/scenarios, or a file; without any, a first story
          --all      plays all of samples/scenarios
          --json     prints the quotes as JSON, an array of steps
          --help     prints this

        Exit code: 0 all figures are as expected, 1 some differ, 2 a scenario cannot be played.

        """;

    /// <summary>Plays scenarios. All are played before anything is printed: an error is then the only output.</summary>
    /// <param name="arguments">The arguments of the command line.</param>
    /// <param name="samples">The folder of the samples: its first story is played by default, and its scenarios are known by their ids.</param>
    /// <param name="output">The writer of the quotes.</param>
    /// <param name="errors">The writer of the error.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, string samples, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (arguments.Contains(Help))
        {
            output.Write(Usage);
            return AsExpected;
        }

        if (arguments.FirstOrDefault(argument => argument.StartsWith('-') && argument is not (Json or All)) is { } unknown)
        {
            errors.Write($"There is no option {unknown}.\n\n{Usage}");
            return Malformed;
        }

        try
        {
            var known = new KnownScenarios(samples);
            string[] files = [.. arguments.Where(argument => argument is not (Json or All)).Select(known.File), .. arguments.Contains(All) ? known.Files : []];
            ScenarioOutcome[] outcomes = [.. (files is [] ? [known.First] : files).Select(ScenarioReader.ReadFile).Select(ScenarioRunner.Play)];
            Print(outcomes, arguments.Contains(Json), output);
            if (arguments.Count == 0)
            {
                known.Tell(output);
            }

            return outcomes.Any(outcome => outcome.Mismatches.Any()) ? Differs : AsExpected;
        }
        catch (ScenarioException wrong)
        {
            errors.Write($"{wrong.Message}\n");
            return Malformed;
        }
    }

    private static void Print(ScenarioOutcome[] outcomes, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            output.Write($"{ScenarioJson.Write(outcomes)}\n");
            return;
        }

        foreach (var outcome in outcomes)
        {
            ScenarioPrinter.Print(outcome, output);
        }
    }
}
