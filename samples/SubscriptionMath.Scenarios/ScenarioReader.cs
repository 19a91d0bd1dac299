using System.Text.Json;
using SubscriptionMath.Json;

namespace SubscriptionMath.Scenarios;

/// <summary>Reads scenario files; docs/scenarios.md describes them.</summary>
public static class ScenarioReader
{
    private const string Root = "$";

    /// <summary>Reads a scenario file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ScenarioException">
    /// The file is missing, or not a scenario: the message names file, path and the expected value.
    /// </exception>
    public static Scenario ReadFile(string file)
    {
        try
        {
            return Read(File.ReadAllText(file), file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException(file, Root, "a file that can be read", wrong.Message, wrong);
        }
    }

    /// <summary>Reads a scenario.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="ScenarioException">The text is not a scenario: the message names file, path and the expected value.</exception>
    public static Scenario Read(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(file);
        if (JsonText.Fault(json, once: false) is var (sentence, path, inner))
        {
            throw new ScenarioException(file, inner is JsonException ? Root : path, "JSON", sentence, inner);
        }

        using var document = JsonDocument.Parse(json);
        return Whole(new JsonCursor(document.RootElement, Root, file));
    }

    private static Scenario Whole(JsonCursor cursor)
    {
        var fields = cursor.Fields();
        var id = fields.Required("scenario").Text();
        var title = fields.Required("title").Text();
        var runs = new List<ScenarioRun> { RunReader.Read(fields, fields, variant: null) };
        foreach (var variant in fields.Optional("variants")?.Elements() ?? [])
        {
            var own = variant.Fields();
            var name = own.Required("name");
            if (runs.Exists(run => run.Variant == name.Text()))
            {
                throw name.Wrong("a name of its own for each variant");
            }

            runs.Add(RunReader.Read(own, fields, name.Text()));
            own.Done();
        }

        fields.Done();
        return new Scenario(id, title, cursor.File, runs);
    }
}
