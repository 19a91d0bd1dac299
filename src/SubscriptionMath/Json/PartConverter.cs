using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SubscriptionMath.Json;

namespace SubscriptionMath;

/// <summary>The JSON forms of parts that are not nouns of this library or have no text.</summary>
/// <remarks>
/// Instants are in UTC (<c>"2026-04-01T00:00:00Z"</c>), time zones are ids (<c>"Europe/Prague"</c>), sequences are arrays, and an
/// answer of a closed hierarchy names its kind. The types of this library name the converter themselves; callers need not register it. The
/// type is public because the code of the JSON source generator in other assemblies has to create it.
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
        : SequenceForm.Find(type)?.Converter() ?? CaseForm.Find(type)?.Converter();
}
