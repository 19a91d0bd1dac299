using System.Text.Json;

namespace SubscriptionMath.Scenarios;

/// <summary>The command line of the sample that prices one change under many policies.</summary>
public static class CompareCommand
{
    private const string Help = "--help";
    private const string All = "--all";

    /// <summary>The vendors whose rules differ most from each other, so that ten rows show the range of answers.</summary>
    private static readonly string[] First =
        ["Apple", "Chargebee", "GoogleTimeProration", "Kaspr", "Lago", "PhotoDeck", "Recurly", "smrtPhone", "StripeClassic", "WhaleBooks"];

    private const string Usage = """
        dotnet run samples/compare.cs -- [--all] [policy ...]

          policy   a vendor by its name, or a file with a policy as the library writes it; without any, ten vendors
          --all    compares all vendors
          --help   prints this

        Exit code: 0 they are compared, 2 a policy cannot be read.

        """;

    /// <summary>Prices an upgrade and a downgrade under many policies and prints a table of each.</summary>
    /// <param name="arguments">The arguments of the command line.</param>
    /// <param name="output">The writer of the tables.</param>
    /// <param name="errors">The writer of the error.</param>
    /// <returns>The exit code: <see cref="ScenarioCommand.AsExpected"/> or <see cref="ScenarioCommand.Malformed"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (arguments.Contains(Help))
        {
            output.Write(Usage);
            return ScenarioCommand.AsExpected;
        }

        if (arguments.FirstOrDefault(argument => argument.StartsWith('-') && argument != All) is { } unknown)
        {
            errors.Write($"There is no option {unknown}.\n\n{Usage}");
            return ScenarioCommand.Malformed;
        }

        try
        {
            var all = arguments.Contains(All) ? VendorList.All.Keys : VendorList.All.Keys.Intersect(First);
            BillingPolicy[] policies = [.. (arguments.Any(argument => argument != All) ? arguments.Where(argument => argument != All) : all).Select(Policy)];
            CompareTable.Print(policies, output);
            if (arguments.Count == 0)
            {
                output.Write($"\n{Spelling.Count(VendorList.All.Count - policies.Length)} more vendors: dotnet run samples/compare.cs -- {All}\n");
            }

            return ScenarioCommand.AsExpected;
        }
        catch (ScenarioException wrong)
        {
            errors.Write($"{wrong.Message}\n");
            return ScenarioCommand.Malformed;
        }
    }

    private static BillingPolicy Policy(string named)
    {
        if (VendorList.Find(named) is { } vendor)
        {
            return VendorList.Made(VendorList.All[vendor], []);
        }

        try
        {
            return BillingJson.Read<BillingPolicy>(File.ReadAllText(named));
        }
        catch (JsonException wrong)
        {
            throw new ScenarioException(named, wrong.Path ?? "$", "a policy as the library writes it", wrong.Message, wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException(
                named,
                "$",
                $"a file that can be read, or {NearestNames.Expected(named, VendorList.Names)}",
                wrong.Message,
                wrong,
                NearestNames.Question(named, VendorList.Names));
        }
    }
}
