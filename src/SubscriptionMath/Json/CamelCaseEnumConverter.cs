using System.Collections.Frozen;
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

    private static readonly FrozenDictionary<string, string> Names =
        Enum.GetNames<T>().ToFrozenDictionary(JsonNamingPolicy.CamelCase.ConvertName);

    private static readonly FrozenDictionary<T, string> Texts = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, Text);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a string, or not the name of a value.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString()!;
            string[] parts = Flags ? text.Split(Separator) : [text];
            if (parts.All(Names.ContainsKey))
            {
                return Enum.Parse<T>(string.Join(',', parts.Select(part => Names[part])));
            }
        }

        var names = Enum.GetNames<T>().Select(name => $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\"");
        throw new JsonException($"Expected {(Flags ? "some" : "one")} of {string.Join(Separator, names)}.");
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value has no name.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Texts.TryGetValue(value, out var text) ? text : Text(value));
    }

    private static string Text(T value)
    {
        var names = value.ToString();
        return char.IsLetter(names[0])
            ? string.Join(Separator, names.Split(Separator).Select(JsonNamingPolicy.CamelCase.ConvertName))
            : throw new JsonException($"{names} is no {typeof(T).Name}.");
    }
}
