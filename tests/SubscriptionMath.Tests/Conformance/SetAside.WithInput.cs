using System.Text.Json;
using SubscriptionMath.Tests.Conformance.OpenMeterRecords;

namespace SubscriptionMath.Tests.Conformance;

/// <content>Records that the library answers with input from the caller, in words, or without a figure.</content>
internal sealed partial record SetAside
{
    private static IReadOnlyList<SetAside> WithInput =>
    [
        new(
            Outcome.Apart,
            "The caller states the part of the period left (`Facts.TimeLeft`), which is not counted; all else follows as usual.",
            record => record.Engine == "help articles" && (record.Vendor == "Stripe" || IsPart(record, "remaining") || IsPart(record, "fraction") || IsPart(record, "used_fraction")
                || IsPart(record, "time_left"))),
        new(
            Outcome.Apart,
            "The expected result is a sentence, compared word for word.",
            record => record.Engine == "help articles" && record.Vendor is "JustFit" or "Ssemble"),
        new(
            Outcome.Apart,
            "A discount split over nothing: no figure is compared.",
            record => record is { Engine: "polar", Kind: "allocation" } && record.Majors("amounts").Count == 0),
        new(
            Outcome.Apart,
            "The caller states the part of the period, such as a half or ten of thirty days. The test asks about a period of as many days.",
            record => record.Source == "billing-engines.json"
                && (record.Has("fraction_remaining") || record.Has("ratio") || (record.Has("history") && record.Has("unit")))),
        new(
            Outcome.Apart,
            "\"Half-way\": the caller states the part of the period left (`Facts.TimeLeft`).",
            record => record.Engine == "Stripe Billing" && record.Text("action") is { } action && action.Contains("half-way", StringComparison.Ordinal)),
        new(
            Outcome.Apart,
            "The caller states the amounts of the lines; the library nets them.",
            record => record.Engine.StartsWith("Maxio", StringComparison.Ordinal) && record.Has("lines")),
        new(
            Outcome.Apart,
            "The expected result is a sentence; the test puts the library's figures into the same one.",
            record => record.Engine == "Recurly" && record.Expected.TryGetProperty("result", out _)),
        new(
            Outcome.Apart,
            "The whole fee is due, since it is not prorated or a period has no length: the amount is the record's own.",
            OpenMeterFees.AsksForAll),
        new(
            Outcome.Apart,
            "The fate of a line is a sentence; the test puts the library's figure into the same one.",
            record => record.Engine == "OpenMeter" && (record.Expected.TryGetProperty("issued_line", out _) || record.Expected.TryGetProperty("old_line", out _))),
        new(
            Outcome.Apart,
            "The expected result is nothing, so no figure is compared.",
            record => record.Expected.EnumerateObject().All(said => Answers.IsWords(said.Name) || said.Value.ValueKind == JsonValueKind.Null)),
    ];

    /// <summary>Whether a field is a part of something, as "remaining": 0.5.</summary>
    private static bool IsPart(PublishedRecord record, string name) =>
        record.Json.GetProperty("inputs").TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.GetDecimal() < 1m;
}
