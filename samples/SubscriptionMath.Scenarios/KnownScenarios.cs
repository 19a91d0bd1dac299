namespace SubscriptionMath.Scenarios;

/// <summary>The scenarios among the samples, by their ids.</summary>
internal sealed class KnownScenarios(string samples)
{
    private readonly string _folder = Path.Combine(samples, "scenarios");

    /// <summary>The story that is played if nothing is asked for.</summary>
    internal string First => Path.Combine(samples, "stories", "first.json");

    /// <summary>The files of all scenarios, in the order of their ids.</summary>
    internal string[] Files => Directory.Exists(_folder) && Directory.GetFiles(_folder, "*.json") is { Length: > 0 } files
        ? [.. files.Order(StringComparer.Ordinal)]
        : throw new ScenarioException(_folder, "$", "a folder with scenarios", "none");

    private IEnumerable<string> Ids => Files.Select(file => Path.GetFileNameWithoutExtension(file)!);

    /// <summary>The file of a scenario by its id, or a file of the caller's.</summary>
    internal string File(string named)
    {
        if (Directory.Exists(_folder) && Ids.FirstOrDefault(id => id.Equals(named, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return Path.Combine(_folder, $"{found}.json");
        }

        return System.IO.File.Exists(named) || !Directory.Exists(_folder) || NearestNames.Of(named, Ids) is []
            ? named
            : throw new ScenarioException(
                named, "$", "a file, or the id of a scenario", "neither", question: NearestNames.Question(named, Ids));
    }

    /// <summary>Tells what else can be played.</summary>
    internal void Tell(TextWriter output)
    {
        var page = new Page(output);
        page.Wrapped("Also: ", string.Join(' ', Ids));
        page.Wrapped("", "dotnet run samples/quote.cs -- 4-C      one of these; --all plays all, a file of your own: docs/scenarios.md");
        page.Wrapped("", "dotnet run samples/compare.cs           one upgrade under ten vendors, side by side");
        page.Wrapped("", "dotnet run samples/timeline.cs          two years of one subscription; samples/credits.cs: a year of usage credits");
    }
}
