using System.Text.Json;
using System.Text.Json.Serialization;

namespace SubscriptionMath.Json;

/// <summary>Strings that are text: half of a surrogate pair is refused, since it could not be read back.</summary>
internal sealed class WellFormedText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? reader.GetString()
            : throw new JsonException($"Expected a JSON string, found {reader.TokenType}.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (JsonText.LoneSurrogate(value) is var place and >= 0)
        {
            throw new JsonException(
                $"The text holds half of a surrogate pair (U+{(int)value[place]:X4}) at place {place}; it could not be read back.");
        }

        writer.WriteStringValue(value);
    }
}
