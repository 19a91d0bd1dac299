using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The JSON array of one type of sequence. The types are listed one by one, so that reflection makes nothing.</summary>
internal abstract class SequenceForm
{
    private static readonly FrozenDictionary<Type, SequenceForm> Forms = new Dictionary<Type, SequenceForm>
    {
        [typeof(Sequence<string>)] = new SequenceForm<string>(),
        [typeof(Sequence<Money>)] = new SequenceForm<Money>(),
        [typeof(Sequence<Price>)] = new SequenceForm<Price>(),
        [typeof(Sequence<PriceTier>)] = new SequenceForm<PriceTier>(),
        [typeof(Sequence<PricePhase>)] = new SequenceForm<PricePhase>(),
        [typeof(Sequence<Plan>)] = new SequenceForm<Plan>(),
        [typeof(Sequence<AddOn>)] = new SequenceForm<AddOn>(),
        [typeof(Sequence<Allowance>)] = new SequenceForm<Allowance>(),
        [typeof(Sequence<CartAddOn>)] = new SequenceForm<CartAddOn>(),
        [typeof(Sequence<Item>)] = new SequenceForm<Item>(),
        [typeof(Sequence<Lot>)] = new SequenceForm<Lot>(),
        [typeof(Sequence<Subscription>)] = new SequenceForm<Subscription>(),
        [typeof(Sequence<Grant>)] = new SequenceForm<Grant>(),
        [typeof(Sequence<GrantStand>)] = new SequenceForm<GrantStand>(),
        [typeof(Sequence<GrantKey>)] = new SequenceForm<GrantKey>(),
        [typeof(Sequence<GrantUse>)] = new SequenceForm<GrantUse>(),
        [typeof(Sequence<UsageDebt>)] = new SequenceForm<UsageDebt>(),
        [typeof(Sequence<DeferredCharge>)] = new SequenceForm<DeferredCharge>(),
        [typeof(Sequence<CreditLot>)] = new SequenceForm<CreditLot>(),
        [typeof(Sequence<Discount>)] = new SequenceForm<Discount>(),
        [typeof(Sequence<ProductTax>)] = new SequenceForm<ProductTax>(),
        [typeof(Sequence<CreditKey>)] = new SequenceForm<CreditKey>(),
        [typeof(Sequence<Rule>)] = new SequenceForm<Rule>(),
        [typeof(Sequence<Entry>)] = new SequenceForm<Entry>(),
        [typeof(Sequence<Line>)] = new SequenceForm<Line>(),
        [typeof(Sequence<GrantEffect>)] = new SequenceForm<GrantEffect>(),
        [typeof(Sequence<Command>)] = new SequenceForm<Command>(),
        [typeof(Sequence<Money>)] = new SequenceForm<Money>(),
        [typeof(Sequence<Term>)] = new SequenceForm<Term>(),
        [typeof(Sequence<TimelineStep>)] = new SequenceForm<TimelineStep>(),
    }.ToFrozenDictionary();

    /// <summary>Gets the type of the elements.</summary>
    internal abstract Type Element { get; }

    internal static SequenceForm? Find(Type type) => Forms.GetValueOrDefault(type);

    /// <summary>The array as the serializer itself reads it, with the path of a fault within.</summary>
    internal abstract JsonTypeInfo Info(JsonSerializerOptions options);

    /// <summary>The same for serializers that do not ask the resolver of this library.</summary>
    internal abstract JsonConverter Converter();
}

/// <summary>The JSON array of one type of sequence.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal sealed class SequenceForm<T> : SequenceForm
{
    internal override Type Element => typeof(T);

    internal override JsonTypeInfo Info(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateImmutableEnumerableInfo<Sequence<T>, T>(options, new(), Of);

    internal override JsonConverter Converter() => new ArrayConverter();

    private static Sequence<T> Of(IEnumerable<T> elements)
    {
        T[] copy = [.. elements];
        return Array.Exists(copy, element => element is null)
            ? throw new JsonException("Expected an element of the list, found null.")
            : new Sequence<T>(copy);
    }

    private sealed class ArrayConverter : JsonConverter<Sequence<T>>
    {
        public override Sequence<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("Expected an array.");
            }

            var elementType = ElementType(options);
            var elements = new List<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                elements.Add(JsonSerializer.Deserialize(ref reader, elementType)!);
            }

            return Of(elements);
        }

        public override void Write(Utf8JsonWriter writer, Sequence<T> value, JsonSerializerOptions options)
        {
            var elementType = ElementType(options);
            writer.WriteStartArray();
            foreach (var element in value)
            {
                JsonSerializer.Serialize(writer, element, elementType);
            }

            writer.WriteEndArray();
        }

        // A source generator elsewhere does not look behind a converter, so it does not list the elements.
        private static JsonTypeInfo<T> ElementType(JsonSerializerOptions options) =>
            (JsonTypeInfo<T>)(options.TryGetTypeInfo(typeof(T), out var known) ? known : BillingJson.Compact.GetTypeInfo(typeof(T)));
    }
}
