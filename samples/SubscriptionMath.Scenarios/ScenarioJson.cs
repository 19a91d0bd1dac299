using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>Writes what came of scenarios as JSON: an array of steps, each with the library's own JSON of its answer.</summary>
public static class ScenarioJson
{
    /// <summary>Writes the steps.</summary>
    /// <param name="outcomes">What came of the scenarios.</param>
    /// <returns>The JSON text.</returns>
    public static string Write(IEnumerable<ScenarioOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        using var output = new MemoryStream();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        writer.WriteStartArray();
        foreach (var outcome in outcomes)
        {
            foreach (var step in outcome.Runs.SelectMany(run => run.Steps))
            {
                Write(writer, outcome.Scenario, step);
            }
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Scenario scenario, StepOutcome step)
    {
        writer.WriteStartObject();
        writer.WriteString("scenario", scenario.Id);
        if (step.Run.Variant is { } variant)
        {
            writer.WriteString("variant", variant);
        }

        writer.WriteString("step", step.Step.Path);
        writer.WriteString("on", InstantPattern.ExtendedIso.Format(step.Step.On));
        writer.WriteBoolean("accepted", step.Answer is Quote && !step.Step.PaymentFails);
        writer.WritePropertyName("answer");
        using (var answer = JsonDocument.Parse(BillingJson.Write(step.Answer)))
        {
            answer.WriteTo(writer);
        }

        writer.WriteStartArray("mismatches");
        foreach (var mismatch in step.Mismatches)
        {
            writer.WriteStringValue(mismatch.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
