using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The nouns for a caller's own options: a value that a noun refuses is a <see cref="JsonException"/>.</summary>
/// <remarks>
/// The types are named one by one, so that nothing has to be made by reflection. A change and its cart are guarded by forms of their own.
/// </remarks>
/// <param name="shape">The options of this library that have the shape of the nouns.</param>
internal sealed class GuardedResolver(JsonSerializerOptions shape) : IJsonTypeInfoResolver
{
    private static readonly FrozenDictionary<Type, Func<JsonSerializerOptions, JsonSerializerOptions, JsonTypeInfo>> Guarded =
        new Dictionary<Type, Func<JsonSerializerOptions, JsonSerializerOptions, JsonTypeInfo>>
        {
            [typeof(BillingPolicy)] = Of<BillingPolicy>,
            [typeof(Rule)] = Of<Rule>,
            [typeof(Catalog)] = Of<Catalog>,
            [typeof(Plan)] = Of<Plan>,
            [typeof(AddOn)] = Of<AddOn>,
            [typeof(Price)] = Of<Price>,
            [typeof(Allowance)] = Of<Allowance>,
            [typeof(Subscription)] = Of<Subscription>,
            [typeof(Item)] = Of<Item>,
            [typeof(Lot)] = Of<Lot>,
            [typeof(Grant)] = Of<Grant>,
            [typeof(CreditPool)] = Of<CreditPool>,
            [typeof(MoneyCredit)] = Of<MoneyCredit>,
            [typeof(CreditLot)] = Of<CreditLot>,
            [typeof(Facts)] = Of<Facts>,
            [typeof(TaxRates)] = Of<TaxRates>,
            [typeof(TaxRate)] = Of<TaxRate>,
            [typeof(Discount)] = Of<Discount>,
            [typeof(Answer)] = Of<Answer>,
            [typeof(Quote)] = Of<Quote>,
            [typeof(Acceptance)] = Of<Acceptance>,
            [typeof(Spending)] = Of<Spending>,
            [typeof(Command)] = Of<Command>,
            [typeof(Script)] = Of<Script>,
            [typeof(Timeline)] = Of<Timeline>,
        }.ToFrozenDictionary();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        Guarded.TryGetValue(type, out var guarded) ? guarded(options, shape) : shape.TypeInfoResolver!.GetTypeInfo(type, options);

    private static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options, JsonSerializerOptions shape)
        where T : class
    {
        // The form behind the guard tells the cases of a hierarchy apart.
        var info = JsonMetadataServices.CreateValueInfo<T>(options, new Guard<T>(shape));
        info.PolymorphismOptions = null;
        return info;
    }

    /// <summary>Reads and writes a noun in the one shape that it has.</summary>
    /// <typeparam name="T">The noun.</typeparam>
    /// <param name="shape">The options that have the shape.</param>
    internal sealed class Guard<T>(JsonSerializerOptions shape) : JsonConverter<T>
        where T : class
    {
        private JsonTypeInfo Form => shape.GetTypeInfo(typeof(T));

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var isWhole = reader.CurrentDepth == 0;
            using var document = JsonDocument.ParseValue(ref reader);
            try
            {
                return (T?)Reading.Read(document.RootElement.GetRawText(), Form);
            }
            catch (JsonException wrong) when (!isWhole)
            {
                // The serializer says where the noun is, and the noun where the fault is within it.
                throw new JsonException(Misread.Within(wrong), wrong);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, Form);
    }
}
