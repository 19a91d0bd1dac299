using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>
/// The JSON form of an enumeration: the name in camel case, <c>"nextInvoice"</c>; of flags the names, <c>"owner, billing"</c>.
/// </summary>
/// <remarks>
/// The types of this library name the converter themselves; callers need not register it. The type is public because the code of the JSON
/// source generator in other assemblies has to create it. Numbers are refused.
/// </remarks>
/// <typeparam name="T">The enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CamelCaseEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private const string Separator = ", ";

    private static readonly bool Flags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);

    // Few names, in two lists of one order. A dictionary by value would be compiled anew for each enumeration.
    private static readonly Sequence<string> Names = new(Enum.GetNames<T>());

    private static readonly Sequence<string> Texts = [.. Names.Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a string, or not the name of a value.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString()!;
            if (PlaceOf(text, Texts) is >= 0 and var place)
            {
                return Enum.Parse<T>(Names[place]);
            }

            var parts = Flags ? text.Split(Separator) : [];
            if (Flags && Array.TrueForAll(parts, static part => PlaceOf(part, Texts) >= 0))
            {
                return Enum.Parse<T>(string.Join(',', parts.Select(static part => Names[PlaceOf(part, Texts)])));
            }
        }

        var names = Texts.Select(static text => $"\"{text}\"");
        throw new JsonException($"Expected {(Flags ? "some" : "one")} of {string.Join(Separator, names)}.");
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value has no name.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Enum.GetName(value) is { } name ? Texts[PlaceOf(name, Names)] : Text(value));
    }

    private static int PlaceOf(string name, Sequence<string> names)
    {
        for (var place = 0; place < names.Count; place++)
        {
            if (names[place] == name)
            {
                return place;
            }
        }

        return -1;
    }

    private static string Text(T value)
    {
        var names = value.ToString();
        return char.IsLetter(names[0])
            ? string.Join(Separator, names.Split(Separator).Select(JsonNamingPolicy.CamelCase.ConvertName))
            : throw new JsonException($"{names} is no {typeof(T).Name}.");
    }
}
