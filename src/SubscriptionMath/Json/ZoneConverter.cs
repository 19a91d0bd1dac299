using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath.Json;

/// <summary>Time zones as their TZDB ids: "Europe/Prague".</summary>
internal sealed class ZoneConverter : JsonConverter<DateTimeZone>
{
    public override DateTimeZone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.GetString()!) is { } zone
            ? zone
            : throw new JsonException("Expected the id of a time zone such as \"Europe/Prague\".");

    public override void Write(Utf8JsonWriter writer, DateTimeZone value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DateTimeZoneProviders.Tzdb.GetZoneOrNull(value.Id) is not null
            ? value.Id
            : throw new JsonException($"The time zone '{value.Id}' is not in the TZDB; it could not be read back."));
}
