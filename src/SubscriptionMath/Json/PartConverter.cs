using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SubscriptionMath.Json;

namespace SubscriptionMath;

/// <summary>
/// The JSON forms of the parts that are not nouns of this library or have no text: instants in UTC
/// (<c>"2026-04-01T00:00:00Z"</c>), time zones by id (<c>"Europe/Prague"</c>), sequences as arrays.
/// </summary>
/// <remarks>
/// The types of this library name it themselves; there is no need to register it. It is public because code that
/// the JSON source generator writes in other assemblies has to create it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PartConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => Find(typeToConvert) is not null;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The type is none of these parts.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Find(typeToConvert) ?? throw new NotSupportedException($"{typeToConvert} is no part of this library's types.");

    private static JsonConverter? Find(Type type) =>
        type == typeof(Instant) ? new InstantConverter()
        : type == typeof(Instant?) ? new NullableInstantConverter()
        : type == typeof(DateTimeZone) ? new ZoneConverter()
        : SequenceForm.Find(type)?.Converter();
}
