using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>
/// A number that others published: what one engine, under its policy, answers to some inputs. A record is read by name and
/// type; what is not there, or null, is null.
/// </summary>
/// <param name="Source">The name of the file that holds it.</param>
/// <param name="Json">The record as it was written down.</param>
internal sealed record PublishedRecord(string Source, JsonElement Json)
{
    /// <summary>The inputs as they are written, for a shape that has no name here.</summary>
    public JsonElement Inputs => Json.GetProperty("inputs");

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The kind of question; a help article has worked examples.</summary>
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

    /// <summary>Holds an input to the values that an adapter's policy stands for, where the record has it: with another value the record is not answered.</summary>
    public PublishedRecord Assume(string name, params ReadOnlySpan<string> values)
    {
        if (Input(name) is { } value && !values.Contains(value.ToString()))
            throw new InvalidOperationException($"\"{name}\" is {value}, which the adapter does not read.");
        return this;
    }

    /// <summary>Holds what the record says beside its question to what the library says, where the record has it: where they differ, the record is not answered.</summary>
    public PublishedRecord Confirm(string name, object? said) => !Has(name) || Answers.Agrees(Inputs.GetProperty(name), said)
        ? this
        : throw new InvalidOperationException($"\"{name}\" is {Inputs.GetProperty(name)}, and {said} here.");

    /// <summary>Whether something is true of the record: not where a field that tells is missing, or of another type.</summary>
    public bool Fits(Func<PublishedRecord, bool> asked)
    {
#pragma warning disable CA1031 // Whatever is thrown, the record has another shape.
        try
        {
            return asked(this);
        }
        catch (Exception)
        {
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>A number, written as one or in quotes.</summary>
    public decimal Number(string name) => Input(name) is { } value ? Figure(value) : throw Lacks(name);

    /// <summary>An amount in minor units, as a price writes it.</summary>
    public decimal Major(string name) => Money.OfMinor((long)Number(name), "USD").Amount;

    /// <summary>A list of amounts in minor units, as prices write them; empty where there is none.</summary>
    public IReadOnlyList<decimal> Majors(string name) =>
        Input(name) is { } list ? [.. list.EnumerateArray().Select(value => Money.OfMinor((long)Figure(value), "USD").Amount)] : [];

    /// <summary>The parts of a list, each with its fields; none where there is no list.</summary>
    public IReadOnlyList<PublishedRecord> Each(string name) =>
        Input(name) is { } list ? [.. list.EnumerateArray().Select(row => Part(row))] : [];

    public LocalDate? Date(string name) => Text(name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    public LocalDate Day(string name) => Date(name) ?? throw Lacks(name);

    /// <summary>A moment as it is written, with its offset.</summary>
    public OffsetDateTime Written(string name) => OffsetDateTimePattern.ExtendedIso.Parse(Word(name)).Value;

    public Instant Moment(string name) => Written(name).ToInstant();

    /// <summary>A moment with its offset, or the first one of a date in UTC.</summary>
    public Instant Instant(string name) => Word(name).Contains('T', StringComparison.Ordinal) ? Moment(name) : Day(name).AtMidnight().InUtc().ToInstant();

    /// <summary>The rows of a bill: amounts alone, or with the dates between which they are for.</summary>
    public IEnumerable<(decimal Amount, Term? Period)> BilledRows(string name)
    {
        foreach (var row in Input(name)?.EnumerateArray().ToList() ?? [])
        {
            if (row.ValueKind != JsonValueKind.Object)
            {
                yield return (Figure(row), null);
                continue;
            }

            var part = Part(row);
            var days = part.Days("period").ToList();
            yield return (part.Number("amount"), Term.Of(days[0], days[1], DateTimeZone.Utc));
        }
    }

    /// <summary>The zone of a name; UTC where there is none, or none of that name: the engines fall back to it.</summary>
    public DateTimeZone Zone(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(Text(name) is { Length: > 0 } id ? id : "UTC") ?? DateTimeZone.Utc;

    public IEnumerable<LocalDate> Days(string name) =>
        Input(name) is { } days ? days.EnumerateArray().Select(day => LocalDatePattern.Iso.Parse(day.GetString()!).Value) : throw Lacks(name);

    public IEnumerable<Instant> Moments(string name) =>
        Input(name) is { } moments ? moments.EnumerateArray().Select(moment => OffsetDateTimePattern.ExtendedIso.Parse(moment.GetString()!).Value.ToInstant()) : throw Lacks(name);

    public IEnumerable<string> Texts(string name) =>
        Input(name) is { } texts ? texts.EnumerateArray().Select(text => text.GetString()!) : throw Lacks(name);

    /// <summary>The "type" of each part of a list; none where there is no list.</summary>
    public IEnumerable<string> Types(string name) =>
        Input(name) is { } parts ? parts.EnumerateArray().Select(part => part.GetProperty("type").GetString()!) : [];

    /// <summary>The texts of a list.</summary>
    public IEnumerable<string> Words(string name) => Input(name) is { } words ? words.EnumerateArray().Select(word => word.GetString()!) : throw Lacks(name);

    /// <summary>The whole numbers of a list.</summary>
    public IEnumerable<int> Wholes(string name) => Input(name) is { } numbers ? numbers.EnumerateArray().Select(number => number.GetInt32()) : throw Lacks(name);

    /// <summary>Each part of a list as a record of its own; where the list is that of another record, as in "same as stripe-002", those of the other.</summary>
    public IEnumerable<PublishedRecord> Steps(string name) => Input(name) switch
    {
        null => throw Lacks(name),
        { ValueKind: JsonValueKind.String } other => PublishedRecords.Everything.Single(record => other.GetString()!.EndsWith(record.Id, StringComparison.Ordinal)).Steps(name),
        { } steps => steps.EnumerateArray().Select(step => Part(step)),
    };

    /// <summary>A field within a field.</summary>
    public PublishedRecord Inner(string name) => Part(Input(name) ?? throw Lacks(name));

    /// <summary>The action in each step of a life.</summary>
    public IEnumerable<string> Operations =>
        Input("steps") is { ValueKind: JsonValueKind.Array } steps ? steps.EnumerateArray().Select(step => step.TryGetProperty("op", out var done) ? done.GetString()! : "") : [];

    public override string ToString() => Id;

    private PublishedRecord Part(JsonElement inputs) => this with { Json = JsonSerializer.SerializeToElement(new { id = Id, kind = Kind, engine = Engine, inputs }) };

    private static decimal Figure(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private string? Field(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private JsonElement? Input(string name) => Inputs.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private InvalidOperationException Lacks(string name) => new($"{Id} lacks the input \"{name}\".");
}
