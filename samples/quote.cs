#!/usr/bin/env dotnet
#:project SubscriptionMath.Scenarios/SubscriptionMath.Scenarios.csproj

// Plays scenarios and prints their quotes; docs/scenarios.md says how to write one.
using System.Runtime.CompilerServices;
using SubscriptionMath.Scenarios;

var folder = Path.Combine(Path.GetDirectoryName(Here())!, "scenarios");
var asJson = args.Contains("--json");
string[] files = [.. args.Where(argument => argument is not ("--json" or "--help"))];
if (args.Contains("--help") || files.FirstOrDefault(file => file.StartsWith('-')) is not null)
{
    Console.WriteLine("""
        dotnet run samples/quote.cs -- [--json] [file ...]

          file     scenarios to play; without any, all of samples/scenarios
          --json   prints the quotes as JSON, an array of steps
          --help   prints this

        Exit code: 0 all figures are as expected, 1 some differ, 2 a scenario cannot be played.
        """);
    return args.Contains("--help") ? 0 : 2;
}

try
{
    var sorted = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal);
    ScenarioOutcome[] outcomes = [.. (files is [] ? sorted : files.AsEnumerable()).Select(ScenarioReader.ReadFile).Select(ScenarioRunner.Play)];
    if (asJson)
    {
        using var output = Console.OpenStandardOutput();
        ScenarioJson.Write(outcomes, output);
        output.WriteByte((byte)'\n');
    }
    else
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        Array.ForEach(outcomes, outcome => ScenarioPrinter.Print(outcome, Console.Out));
    }

    return outcomes.Any(outcome => outcome.Mismatches.Any()) ? 1 : 0;
}
catch (ScenarioException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

static string Here([CallerFilePath] string file = "") => file;
