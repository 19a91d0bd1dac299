using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>Sequences as JSON arrays. The closed types are named one by one, so that nothing has to be made by reflection.</summary>
internal sealed class SequenceConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => Find(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Find(typeToConvert) ?? throw new NotSupportedException($"{typeToConvert} is no sequence of this library.");

    private static JsonConverter? Find(Type type) =>
        type == typeof(Sequence<Price>) ? new SequenceConverter<Price>()
        : type == typeof(Sequence<Plan>) ? new SequenceConverter<Plan>()
        : type == typeof(Sequence<AddOn>) ? new SequenceConverter<AddOn>()
        : type == typeof(Sequence<Allowance>) ? new SequenceConverter<Allowance>()
        : type == typeof(Sequence<string>) ? new SequenceConverter<string>()
        : type == typeof(Sequence<Item>) ? new SequenceConverter<Item>()
        : type == typeof(Sequence<Lot>) ? new SequenceConverter<Lot>()
        : type == typeof(Sequence<Grant>) ? new SequenceConverter<Grant>()
        : type == typeof(Sequence<WaitingCharge>) ? new SequenceConverter<WaitingCharge>()
        : type == typeof(Sequence<CreditLot>) ? new SequenceConverter<CreditLot>()
        : type == typeof(Sequence<CartAddOn>) ? new SequenceConverter<CartAddOn>()
        : type == typeof(Sequence<Rule>) ? new SequenceConverter<Rule>()
        : type == typeof(Sequence<Entry>) ? new SequenceConverter<Entry>()
        : type == typeof(Sequence<Line>) ? new SequenceConverter<Line>()
        : type == typeof(Sequence<GrantEffect>) ? new SequenceConverter<GrantEffect>()
        : null;
}

/// <summary>One kind of sequence as a JSON array.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal sealed class SequenceConverter<T> : JsonConverter<Sequence<T>>
{
    public override Sequence<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected an array.");
        }

        var elementType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var elements = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(JsonSerializer.Deserialize(ref reader, elementType)
                ?? throw new JsonException("Expected an element, not null."));
        }

        return Sequence.Of<T>([.. elements]);
    }

    public override void Write(Utf8JsonWriter writer, Sequence<T> value, JsonSerializerOptions options)
    {
        var elementType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (var element in value)
        {
            JsonSerializer.Serialize(writer, element, elementType);
        }

        writer.WriteEndArray();
    }
}
