using System.Text.Json;
using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>
/// A number that others published: what one engine, under its policy, answers to some inputs. A record is read by name and
/// type; what is not there, or null, is null.
/// </summary>
/// <param name="Source">The name of the file that holds it.</param>
/// <param name="Json">The record as it was written down.</param>
internal sealed record PublishedRecord(string Source, JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>What is asked; a help article has worked examples.</summary>
    public string Kind => Field("kind") ?? "worked example";

    /// <summary>The engine, or the system; the articles of many vendors count as one.</summary>
    public string Engine => Field("engine") ?? Field("system") ?? "help articles";

    /// <summary>The vendor whose help article it is, or "".</summary>
    public string Vendor => Field("vendor") ?? "";

    /// <summary>The engine's settings under which it answers so, where they are told apart from the inputs.</summary>
    public JsonElement? Policy => Json.TryGetProperty("policy", out var policy) ? policy : null;

    public JsonElement Expected => Json.GetProperty("expected");

    /// <summary>Whether it proves anything: a misprint, or a rule without a figure, has the oracle "false" and is not counted.</summary>
    public bool IsCounted => !Json.TryGetProperty("oracle", out var oracle) || oracle.ValueKind != JsonValueKind.False;

    /// <summary>The name of the engine's function that the record calls, or "" where it names none.</summary>
    public string Function => Text("op") ?? Text("fn") ?? "";

    public bool Has(string name) => Input(name) is not null;

    public string? Text(string name) => Input(name)?.GetString();

    /// <summary>The text of a field that the record must have.</summary>
    public string Word(string name) => Text(name) ?? throw Lacks(name);

    public int? Whole(string name) => Input(name)?.GetInt32();

    public bool Is(string name) => Input(name)?.GetBoolean() ?? false;

    public LocalDate? Date(string name) => Text(name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    public LocalDate Day(string name) => Date(name) ?? throw Lacks(name);

    /// <summary>A moment as it is written, with its offset.</summary>
    public OffsetDateTime Written(string name) => OffsetDateTimePattern.ExtendedIso.Parse(Word(name)).Value;

    public Instant Moment(string name) => Written(name).ToInstant();

    /// <summary>The zone of a name; UTC where there is none, or none of that name: the engines fall back to it.</summary>
    public DateTimeZone Zone(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(Text(name) is { Length: > 0 } id ? id : "UTC") ?? DateTimeZone.Utc;

    public IEnumerable<LocalDate> Days(string name) =>
        Input(name) is { } days ? days.EnumerateArray().Select(day => LocalDatePattern.Iso.Parse(day.GetString()!).Value) : throw Lacks(name);

    /// <summary>The "type" of each part of a list; none where there is no list.</summary>
    public IEnumerable<string> Types(string name) =>
        Input(name) is { } parts ? parts.EnumerateArray().Select(part => part.GetProperty("type").GetString()!) : [];

    /// <summary>A field within a field.</summary>
    public PublishedRecord Inner(string name) => this with { Json = JsonSerializer.SerializeToElement(new { id = Id, kind = Kind, engine = Engine, inputs = Input(name) ?? throw Lacks(name) }) };

    public override string ToString() => Id;

    private string? Field(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private JsonElement? Input(string name) =>
        Json.GetProperty("inputs").TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private InvalidOperationException Lacks(string name) => new($"{Id} lacks the input \"{name}\".");
}
