using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The JSON form of a value with one text: the string of its <c>ToString</c>, read by its <c>Parse</c>.</summary>
/// <remarks>
/// The types of this library name the converter themselves; callers need not register it. The type is public because the code of the JSON
/// source generator in other assemblies has to create it. Works for values and for property names.
/// </remarks>
/// <typeparam name="T">A type whose <c>ToString</c> text its own <c>Parse</c> understands.</typeparam>
/// <example>A <see cref="Money"/> is written as <c>"EUR 75.00"</c>; the number 75 is refused.</example>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a string, or not the text of a value.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString()!)
            : throw new JsonException($"Expected a JSON string for {typeof(T).Name}, found {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not the text of a value.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString()!);
    }

    private static T Parse(string text)
    {
        try
        {
            return T.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException)
        {
            throw new JsonException($"Expected the text of a {typeof(T).Name}. {wrong.Message}", wrong);
        }
    }
}
