using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>
/// What the library answers, field by field. The type of a value says how the expected text is read: an instant in whatever offset it is
/// written or in words, a date, a whole number, a decimal or an amount of money, a word, true or false, null, a list, or fields within a field. They agree exactly or not at all.
/// </summary>
internal sealed class Answers : Dictionary<string, object?>
{
    /// <summary>Fields that hold the words of the engine or of whoever wrote the record down, and no figure.</summary>
    private static readonly string[] WordFields = ["note", "errMsg", "reported_wrong", "formula", "doc_rule"];

    /// <summary>Whether a field holds words, and no figure.</summary>
    public static bool IsWords(string field) => WordFields.Contains(field);

    /// <summary>Every expected field that is answered otherwise or not at all, with both values.</summary>
    public IEnumerable<string> Mismatches(JsonElement expected) =>
        from field in expected.EnumerateObject()
        where !IsWords(field.Name)
        where !TryGetValue(field.Name, out var value) || !Agrees(field.Value, value)
        select $"{field.Name}: expected {field.Value}, actual {(ContainsKey(field.Name) ? Show(this[field.Name]) : "no answer")}";

    /// <summary>The fields in which the library repeats the mistake that users reported.</summary>
    public IEnumerable<string> Mistakes(JsonElement expected) =>
        from field in expected.TryGetProperty("reported_wrong", out var wrong) ? wrong.EnumerateObject() : default
        where TryGetValue(field.Name, out var value) && Agrees(field.Value, value)
        select $"{field.Name}: {field.Value} was reported as wrong";

    /// <summary>Whether what a record says is what the library says.</summary>
    public static bool Agrees(JsonElement expected, object? actual) => (expected.ValueKind, actual) switch
    {
        (JsonValueKind.Null, null) => true,
        (JsonValueKind.String, null) => expected.GetString()!.Length == 0,
        (JsonValueKind.String or JsonValueKind.Number, Fraction part) => Ratio(expected) == part,
        (JsonValueKind.String, Instant instant) =>
            OffsetDateTimePattern.ExtendedIso.Parse(expected.GetString()!).TryGetValue(default, out var written) && written.ToInstant() == instant,
        (JsonValueKind.String, LocalDate date) => LocalDatePattern.Iso.Parse(expected.GetString()!).TryGetValue(default, out var day) && day == date,
        (JsonValueKind.String, Spoken spoken) => spoken.Instant is { } said && spoken.Words.Read(expected.GetString()!) == said,
        (JsonValueKind.String, string word) => expected.GetString() == word,
        (JsonValueKind.String, BinaryFigure figure) => figure.Is(expected.GetString()!),
        (JsonValueKind.String, DecimalFigure figure) => figure.Is(expected.GetString()!),
        (JsonValueKind.String or JsonValueKind.Number, Money money) => Figure(expected) == money.Amount,
        (JsonValueKind.String or JsonValueKind.Number, decimal number) => Figure(expected) == number,
        (JsonValueKind.Number, long number) => expected.TryGetInt64(out var whole) && whole == number,
        (JsonValueKind.Number, int number) => expected.TryGetInt64(out var whole) && whole == number,
        (JsonValueKind.True or JsonValueKind.False, bool flag) => expected.GetBoolean() == flag,
        (JsonValueKind.Object, Answers fields) => !fields.Mismatches(expected).Any(),
        (JsonValueKind.Array, IReadOnlyList<LocalDate> days) => Agrees(expected, days.Cast<object?>().ToList()),
        (JsonValueKind.Array, IReadOnlyList<object?> list) => expected.GetArrayLength() == list.Count
            && expected.EnumerateArray().Zip(list).All(pair => Agrees(pair.First, pair.Second)),
        _ => false,
    };

    /// <summary>A decimal figure, written as a number or in quotes; null where it is neither.</summary>
    private static decimal? Figure(JsonElement expected) =>
        decimal.TryParse(
            expected.ValueKind == JsonValueKind.Number ? expected.GetRawText() : expected.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
            ? figure
            : null;

    /// <summary>A part, written as a quotient, "15/31", or as a decimal figure; null where it is neither.</summary>
    private static Fraction? Ratio(JsonElement expected) =>
        Figure(expected) is { } figure ? Fraction.Of(figure)
        : expected.ValueKind == JsonValueKind.String && Fraction.TryParse(expected.GetString(), out var part) ? part
        : null;

    private static string Show(object? value) => value switch
    {
        null => "null",
        IReadOnlyList<LocalDate> days => Show(days.Cast<object?>().ToList()),
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
        Answers fields => $"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Show(field.Value)}"))}}}",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Spoken spoken => Show(spoken.Instant),
        BinaryFigure figure => figure.Exact.ToString(),
        DecimalFigure figure => figure.Exact.ToString(),
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
