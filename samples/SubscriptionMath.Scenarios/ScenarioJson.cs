using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>
/// Writes the results of scenarios as JSON: an array of steps, each with the library's JSON of its answer and of its events' answers.
/// </summary>
public static class ScenarioJson
{
    /// <summary>Writes the steps.</summary>
    /// <param name="outcomes">The results of the scenarios.</param>
    /// <returns>The JSON text.</returns>
    public static string Write(IEnumerable<ScenarioOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        using var output = new MemoryStream();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        writer.WriteStartArray();
        foreach (var outcome in outcomes)
        {
            foreach (var run in outcome.Runs)
            {
                foreach (var step in run.Steps)
                {
                    Write(writer, outcome.Scenario, run.Run, step);
                }
            }
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Scenario scenario, ScenarioRun run, StepOutcome step)
    {
        writer.WriteStartObject();
        writer.WriteString("scenario", scenario.Id);
        if (run.Variant is { } variant)
        {
            writer.WriteString("variant", variant);
        }

        if (step.Itself.Subscription is { } subscription)
        {
            writer.WriteString("subscription", subscription);
        }

        writer.WriteString("step", step.Step.Path);
        writer.WriteString("kind", Spelling.Name(step.Step.Kind));
        writer.WriteString("on", InstantPattern.ExtendedIso.Format(step.Step.On));
        writer.WriteStartArray("events");
        foreach (var one in step.Events)
        {
            writer.WriteStartObject();
            writer.WriteString("on", InstantPattern.ExtendedIso.Format(one.At));
            if (one.Subscription is { } of)
            {
                writer.WriteString("subscription", of);
            }

            Write(writer, one);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Write(writer, step.Itself);
        writer.WriteStartArray("mismatches");
        foreach (var mismatch in step.Mismatches)
        {
            writer.WriteStringValue(mismatch.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The outcome; nothing without a request.</summary>
    private static void Write(Utf8JsonWriter writer, Happening it)
    {
        if (it is not { Answer: { } answer, Outcome: { } outcome })
        {
            return;
        }

        writer.WriteBoolean("accepted", it.IsAccepted);
        writer.WriteString("outcome", Spelling.Name(outcome));
        writer.WritePropertyName("answer");
        using var json = JsonDocument.Parse(BillingJson.Write(answer));
        json.WriteTo(writer);
    }
}
