using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath.Json;

/// <summary>Instants as ISO text in UTC: "2026-04-01T00:00:00Z".</summary>
internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(ref reader);

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(InstantText.Format(value));

    internal static Instant Parse(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && InstantText.TryParse(reader.GetString(), out var parsed)
            ? parsed
            : throw new JsonException("Expected an instant such as \"2026-04-01T00:00:00Z\".");
}

/// <summary>Instants that may be null.</summary>
internal sealed class NullableInstantConverter : JsonConverter<Instant?>
{
    public override Instant? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : InstantConverter.Parse(ref reader);

    public override void Write(Utf8JsonWriter writer, Instant? value, JsonSerializerOptions options)
    {
        if (value is { } instant)
        {
            writer.WriteStringValue(InstantText.Format(instant));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
