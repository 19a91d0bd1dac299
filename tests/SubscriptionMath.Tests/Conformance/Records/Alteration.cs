using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>Fields with one value in them altered, for each value in turn.</summary>
/// <param name="Path">The names that lead to the value, as in "steps.at".</param>
/// <param name="Fields">All the fields, of which one is another.</param>
internal sealed partial record Alteration(string Path, JsonElement Fields)
{
    /// <summary>Each figure of an expected answer is altered once.</summary>
    public static IEnumerable<Alteration> OfFigures(JsonElement expected) => Of(expected, value => [Another(value)]);

    /// <summary>Each input is altered as often as it can tell: a date by its day, its month and its year.</summary>
    public static IEnumerable<Alteration> OfInputs(JsonElement inputs) => Of(inputs, Others);

    private static IEnumerable<Alteration> Of(JsonElement fields, Func<JsonNode?, IEnumerable<JsonNode>> others)
    {
        for (var n = 0; ; n++)
        {
            if (Place(JsonNode.Parse(fields.GetRawText())!, "", n, new Counter()) is not { } found)
                yield break;

            foreach (var other in others(found.Value))
            {
                var place = Place(JsonNode.Parse(fields.GetRawText())!, "", n, new Counter())!;
                place.Set(other);
                yield return new Alteration(place.Path, JsonSerializer.SerializeToElement(place.Root));
            }
        }
    }

    /// <summary>The value of a number in the order in which they are written; null where there are fewer.</summary>
    private static Spot? Place(JsonNode node, string path, int number, Counter seen)
    {
        var places = node is JsonArray array
            ? Enumerable.Range(0, array.Count).Select(n => (Path: path, Value: array[n], Set: (Action<JsonNode>)(to => array[n] = to)))
            : node.AsObject().Where(field => !Answers.IsWords(field.Key))
                .Select(field => (Path: path.Length == 0 ? field.Key : $"{path}.{field.Key}", field.Value, Set: (Action<JsonNode>)(to => node[field.Key] = to)));
        foreach (var (inner, value, set) in places.ToList())
        {
            if (value is JsonObject or JsonArray)
            {
                if (Place(value, inner, number, seen) is { } found)
                    return found;
            }
            else if (seen.Next() == number)
            {
                return new Spot(node.Root, inner, value, set);
            }
        }

        return null;
    }

    private static JsonNode Another(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "2022-01-01T00:00:00Z",
        JsonValueKind.String => value.GetValue<string>() is var text && text.StartsWith('1') ? $"2{text[1..]}" : $"1{(text.Length > 0 ? text[1..] : "")}",
        JsonValueKind.Number => value.GetValue<decimal>() + 1,
        _ => !value.GetValue<bool>(),
    };

    private static IEnumerable<JsonNode> Others(JsonNode? value) => value?.GetValueKind() switch
    {
        null => [],
        JsonValueKind.Number => Others(value.GetValue<decimal>()).Select(other => (JsonNode)other),
        JsonValueKind.String => Others(value.GetValue<string>()),
        _ => [!value.GetValue<bool>()],
    };

    /// <summary>A little more and much more, less, and of a whole number none but a whole one: no alteration is found for its decimals alone.</summary>
    private static IEnumerable<decimal> Others(decimal figure) => [figure + 1, figure * 2, figure + 1000, figure == Math.Floor(figure) ? Math.Floor(figure / 2) : figure / 2];

    private static IEnumerable<JsonNode> Others(string text)
    {
        if (MonthAndDay().Match(text) is { Success: true } date)
        {
            var (month, day) = (date.Groups["month"], date.Groups["day"]);
            yield return With(day, day.Value == "15" ? "16" : "15");
            yield return With(month, month.Value == "03" ? "04" : "03");
            foreach (var years in date.Groups["year"].Success ? [-1, 1] : Array.Empty<int>())
                yield return With(date.Groups["year"], (int.Parse(date.Groups["year"].Value, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            foreach (var other in decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? Others(figure).Select(value => value.ToString(CultureInfo.InvariantCulture))
                : DateTimeZoneProviders.Tzdb.Ids.Contains(text) ? ["Pacific/Kiritimati", "Pacific/Pago_Pago"]
                : [$"other {text}", LastNumber().Replace(text, number => (decimal.Parse(number.Value, CultureInfo.InvariantCulture) + 1m).ToString(CultureInfo.InvariantCulture))])
            {
                yield return other;
            }
        }

        string With(Group part, string other) => text[..part.Index] + other + text[(part.Index + part.Length)..];
    }

    [GeneratedRegex(@"\d+(?=\D*$)")]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"(?<!\d)(?:(?<year>\d{4})-)?(?<month>\d\d)-(?<day>\d\d)(?!\d)")]
    private static partial Regex MonthAndDay();

    private sealed record Spot(JsonNode Root, string Path, JsonNode? Value, Action<JsonNode> Set);

    private sealed class Counter
    {
        private int _next;

        public int Next() => _next++;
    }
}
