using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SubscriptionMath.Tests.Hostile;

/// <summary>Makes a hostile document of valid ones: by letters of the text, or by members and values of the tree.</summary>
/// <param name="random">The chance, with a fixed seed.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "A fuzzer keeps no secret; it has to be the same for a seed.")]
internal sealed class Mutator(Random random)
{
    /// <summary>The longest document, in letters.</summary>
    internal const int Longest = 64 * 1024;

    private const string Letters = "{}[]\":,.-+eE0123456789 \\utfn/\t\u00e9\ud800\u0000";

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1", "0.1", "1e-28", "1e28", "1e400", "-1e400", "79228162514264337593543950335", "-79228162514264337593543950335",
        "0.0000000000000000000000000001", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "1.0", "100", "12",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "now", "all", "none", "EUR", "EUR 0", "EUR -1.00", "EUR 0.001", "JPY 92233720368547758", "EUR 79228162514264337593543950335", "XXX 1",
        "month", "year", "0 months", "1 day", "1200 months", "2147483647 months", "2147483647 years", "99999999999 days",
        "1/0", "1/3", "-1/3", "170141183460469231731687303715884105727/3", "170141183460469231731687303715884105728",
        "-9998-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "0001-01-01T00:00:00Z", "2024-02-29T23:59:60Z", "2024-02-29T00:00:00Z",
        "-9998-01-01T00:00:00Z/9999-12-31T23:59:59.999999999Z", "2024-01-01T00:00:00Z/2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z/2023-01-01T00:00:00Z",
        "9999-12-31T00:00:00", "-9998-01-01T00:00:00", "2024-01-31", "9999-12-31", "-9998-01-01",
        "UTC", "Pacific/Apia", "Europe/Prague", "UTC+18", "\u00e9\ud83d\udc33", "\\u0000",
    ];

    /// <summary>A document of at most 64 KiB letters, one to four changes away from one of the valid ones.</summary>
    internal string Mutant(IReadOnlyList<string> valid)
    {
        var text = One(valid);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
            text = random.Next(3) == 0 ? Lettered(text, valid) : Reshaped(text, valid);

        return text.Length <= Longest ? text : text[..Longest];
    }

    private T One<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];

    private string Lettered(string text, IReadOnlyList<string> valid)
    {
        var at = random.Next(text.Length + 1);
        var (before, after) = (text[..at], text[at..]);
        return random.Next(8) switch
        {
            0 => before,
            1 => $"{before}{One(Letters.ToCharArray())}{after}",
            2 => $"{before}{(after.Length > 0 ? after[1..] : after)}",
            3 => $"{before}{(after.Length > 0 ? $"{One(Letters.ToCharArray())}{after[1..]}" : after)}",
            4 => $"{before}{Part(text)}{after}",
            5 => $"{before}{Part(One(valid))}{after}",
            6 => $"{before}{new string(One(Letters.ToCharArray()), random.Next(1, 4000))}{after}",
            _ => $"{before}{One(Numbers)}{after}",
        };
    }

    private string Part(string text)
    {
        var from = random.Next(text.Length + 1);
        return text[from..Math.Min(text.Length, from + random.Next(200))];
    }

    private string Reshaped(string text, IReadOnlyList<string> valid)
    {
        if (Tree(text) is not { } tree)
            return Lettered(text, valid);

        var places = new List<(JsonNode Around, string Name, int Index)>();
        Collect(tree, places);
        if (places.Count == 0)
            return Lettered(text, valid);

        var (around, name, index) = One(places);
        try
        {
            if (around is JsonObject noun)
                Change(noun, name, valid);
            else
                Change((JsonArray)around, index, valid);

            return Written(tree);
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair cannot be written from a tree.
            return Lettered(text, valid);
        }
    }

    private void Change(JsonObject noun, string name, IReadOnlyList<string> valid)
    {
        switch (random.Next(8))
        {
            case 0:
                noun.Remove(name);
                break;
            case 1:
                noun[name] = null;
                break;
            case 2:
                noun[random.Next(2) == 0 ? "kind" : name + "s"] = noun[name]?.DeepClone();
                break;
            case 3:
                noun[name] = Elsewhere(valid);
                break;
            default:
                noun[name] = Other(noun[name], valid);
                break;
        }
    }

    private void Change(JsonArray list, int index, IReadOnlyList<string> valid)
    {
        switch (random.Next(6))
        {
            case 0:
                list.RemoveAt(index);
                break;
            case 1:
                list.Insert(random.Next(list.Count + 1), list[index]?.DeepClone());
                break;
            case 2:
                var (each, room) = (Math.Max(8, Written(list[index]).Length + 1), random.Next(Longest / 2));
                for (var more = room / each; more > 0; more--)
                    list.Add(list[index]?.DeepClone());
                break;
            case 3:
                list[index] = Elsewhere(valid);
                break;
            default:
                list[index] = Other(list[index], valid);
                break;
        }
    }

    /// <summary>Another value of the same kind, at the bounds of what there is.</summary>
    private JsonNode? Other(JsonNode? value, IReadOnlyList<string> valid) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => Tree(random.Next(2) == 0 ? One(Numbers) : string.Create(CultureInfo.InvariantCulture, $"{random.Next(-3, 400)}")),
        JsonValueKind.String => random.Next(6) switch
        {
            0 => JsonValue.Create(new string('x', random.Next(1, 20_000))),
            1 => JsonValue.Create(Lettered(value.GetValue<string>(), ["2026", "EUR "])),
            2 or 3 => Leaf(valid),
            _ => JsonValue.Create(One(Texts)),
        },
        JsonValueKind.True or JsonValueKind.False => JsonValue.Create(value.GetValueKind() == JsonValueKind.False),
        JsonValueKind.Array => random.Next(2) == 0 ? new JsonArray() : Nested(value),
        _ => random.Next(2) == 0 ? new JsonObject() : Elsewhere(valid),
    };

    private JsonArray Nested(JsonNode inner)
    {
        var (depth, nested) = (random.Next(1, 70), new JsonArray(inner.DeepClone()));
        while (depth-- > 0)
            nested = [nested];

        return nested;
    }

    /// <summary>A text that another valid document has.</summary>
    private JsonValue? Leaf(IReadOnlyList<string> valid)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            if (Elsewhere(valid) is JsonValue leaf)
                return leaf;
        }

        return JsonValue.Create(One(Texts));
    }

    /// <summary>Any part of a valid document.</summary>
    private JsonNode? Elsewhere(IReadOnlyList<string> valid)
    {
        var places = new List<(JsonNode Around, string Name, int Index)>();
        Collect(Tree(One(valid))!, places);
        if (places.Count == 0)
            return null;

        var (around, name, index) = One(places);
        return (around is JsonObject noun ? noun[name] : around[index])?.DeepClone();
    }

    private static void Collect(JsonNode? node, List<(JsonNode Around, string Name, int Index)> places)
    {
        if (node is JsonObject noun)
        {
            foreach (var (name, value) in noun)
            {
                places.Add((noun, name, -1));
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                places.Add((list, "", i));
                Collect(list[i], places);
            }
        }
    }

    private static JsonNode? Tree(string text)
    {
        try
        {
            var tree = JsonNode.Parse(text);
            if (tree is not null)
                Collect(tree, []);

            return tree;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Written(JsonNode? node)
    {
        if (node is null)
            return "null";

        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>The text of a tree of any depth, with numbers as they were written.</summary>
    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject noun:
                text.Append('{');
                foreach (var (name, value) in noun)
                {
                    text.Append(text[^1] == '{' ? "" : ",").Append(JsonSerializer.Serialize(name)).Append(':');
                    Write(value, text);
                }

                text.Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                foreach (var value in list)
                {
                    text.Append(text[^1] == '[' ? "" : ",");
                    Write(value, text);
                }

                text.Append(']');
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }
}
