using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace SubscriptionMath.Json;

/// <summary>The shape of the nouns in JSON, whatever the caller's options.</summary>
/// <remarks>Names are in camel case, null values are left out, and unknown, missing or null members are refused.</remarks>
internal sealed class NounResolver : IJsonTypeInfoResolver
{
    internal static readonly NounResolver Instance = new();

    /// <summary>The members that may be left out although their types do not say so.</summary>
    internal static readonly FrozenSet<(Type, string)> Optional = new[]
    {
        (typeof(Plan), "trial"),
        (typeof(Plan), "seats"),
        (typeof(AddOn), "measure"),
        (typeof(AddOn), "units"),
        (typeof(BillingPolicy), "keepsPendingStart"),
        (typeof(Quote), "notMade"),
        (typeof(BillingPolicy), "refusesOutgrown"),
        (typeof(Treatment), "measure"),
        (typeof(Treatment), "earlyEnd"),
        (typeof(Pause), "isCharged"),
        (typeof(Price), "contract"),
        (typeof(AddOn), "runsOut"),
        (typeof(Grant), "refill"),
        (typeof(Grant), "rests"),
        (typeof(Subscription), "version"),
        (typeof(Subscription), "plan"),
        (typeof(Subscription), "trial"),
        (typeof(Subscription), "pending"),
        (typeof(Subscription), "pause"),
        (typeof(PendingChange), "cart"),
        (typeof(PendingChange), "onDate"),
        (typeof(WaitingCharge), "owed"),
        (typeof(BillingPolicy), "name"),
        (typeof(BillingPolicy), "direction"),
        (typeof(BillingPolicy), "eligibility"),
        (typeof(BillingPolicy), "measure"),
        (typeof(BillingPolicy), "rounding"),
        (typeof(BillingPolicy), "tax"),
        (typeof(BillingPolicy), "lotChoice"),
        (typeof(BillingPolicy), "discounts"),
        (typeof(BillingPolicy), "addOns"),
        (typeof(BillingPolicy), "balance"),
        (typeof(BillingPolicy), "allowances"),
        (typeof(BillingPolicy), "renewal"),
        (typeof(BillingPolicy), "deferredCharges"),
        (typeof(BillingPolicy), "failedPayment"),
        (typeof(BillingPolicy), "pending"),
        (typeof(Surplus.Refund), "of"),
        (typeof(Surplus.Time), "units"),
        (typeof(Surplus.NextInvoice), "withoutOne"),
        (typeof(Entry), "collects"),
        (typeof(Cart), "paused"),
        (typeof(Change), "cart"),
        (typeof(Facts), "otherSubscriptions"),
        (typeof(Facts), "taxes"),
        (typeof(TaxRate), "included"),
        (typeof(TaxRates), "otherwise"),
        (typeof(Item), "setUp"),
        (typeof(Lot), "kept"),
        (typeof(Lot), "tax"),
        (typeof(Lot), "discount"),
        (typeof(Line), "discount"),
        (typeof(Discount), "productId"),
        (typeof(Discount), "fromNextPeriod"),
        (typeof(Discount.Percentage), "fromNextPeriod"),
        (typeof(Discount.Amount), "fromNextPeriod"),
        (typeof(DiscountPolicy), "stage"),
        (typeof(LotDiscount), "stage"),
        (typeof(Discount.Percentage), "productId"),
        (typeof(Discount.Amount), "productId"),
        (typeof(Line), "tax"),
        (typeof(Quote), "change"),
        (typeof(TimelineStep), "command"),
        (typeof(FactsRead), "credit"),
        (typeof(UnusedValue), "retained"),
        (typeof(UnusedValue.Nothing), "retained"),
        (typeof(UnusedValue.Lots), "retained"),
        (typeof(UnusedValue.WholeTerm), "retained"),
        (typeof(UnusedValue.LotsKept), "retained"),
        (typeof(FactsRead), "taxes"),
    }.ToFrozenSet();

    private static readonly JsonSerializerOptions CamelCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = NounContext.Default,
    };

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (Part(type, options) is { } part)
        {
            return part;
        }

        IJsonTypeInfoResolver context = NounContext.Default;
        var info = context.GetTypeInfo(type, options);
        if (info is { Kind: JsonTypeInfoKind.Object })
        {
            if (type == typeof(BillingPolicy))
            {
                PolicyForm.Shape(info);
            }

            Shape(info, context.GetTypeInfo(type, CamelCase)!.Properties);
        }

        return info;
    }

    private static JsonTypeInfo? Part(Type type, JsonSerializerOptions options) =>
        type == typeof(string) ? JsonMetadataServices.CreateValueInfo<string>(options, new WellFormedText())
        : type == typeof(Instant) ? JsonMetadataServices.CreateValueInfo<Instant>(options, new InstantConverter())
        : type == typeof(Instant?) ? JsonMetadataServices.CreateValueInfo<Instant?>(options, new NullableInstantConverter())
        : type == typeof(DateTimeZone) ? JsonMetadataServices.CreateValueInfo<DateTimeZone>(options, new ZoneConverter())
        : SequenceForm.Find(type)?.Info(options);

    private static void Shape(JsonTypeInfo info, IList<JsonPropertyInfo> named)
    {
        info.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        info.NumberHandling = JsonNumberHandling.Strict;
        var needed = new List<JsonPropertyInfo>();
        for (var i = 0; i < info.Properties.Count; i++)
        {
            var property = info.Properties[i];
            property.Name = named[i].Name;
            if (property.Get is null)
            {
                // Derived from the others, and ignored.
                continue;
            }

            if (!MayBeLeftOut(info.Type, property))
            {
                property.IsRequired = true;
                if (!property.PropertyType.IsValueType)
                {
                    needed.Add(property);
                }
            }
            else if (property.PropertyType == typeof(bool))
            {
                property.ShouldSerialize = static (_, value) => value is true;
            }
            else if (property.PropertyType == typeof(DiscountStage))
            {
                property.ShouldSerialize = static (_, value) => value is not DiscountStage.Price;
            }
            else if (!property.IsRequired)
            {
                property.ShouldSerialize = static (_, value) => value is not (null or IReadOnlyCollection<object> { Count: 0 });
            }
        }

        info.OnDeserialized = noun => Check(noun, needed);
    }

    private static bool MayBeLeftOut(Type noun, JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || SequenceForm.Find(property.PropertyType) is not null
        || Optional.Contains((noun, property.Name));

    private static void Check(object noun, List<JsonPropertyInfo> needed)
    {
        foreach (var property in needed)
        {
            if (property.Get!(noun) is null)
            {
                throw new JsonException($"Expected a value of '{property.Name}', found null.");
            }
        }

        RefuseContradictions(noun);
    }

    private static void Refuse(Inconsistency? found)
    {
        if (found is not null)
        {
            throw new JsonException($"{found.Sentence} (At {found.Path}.)") { Data = { [typeof(Inconsistency)] = found } };
        }
    }

    /// <summary>Refuses contradictions that no single property can see.</summary>
    private static void RefuseContradictions(object noun)
    {
        try
        {
            switch (noun)
            {
                case BillingPolicy policy: _ = PolicyCheck.Checked(policy); break;
                case Subscription subscription: Refuse(SubscriptionCheck.First(subscription)); break;
                case CreditLot lot: Refuse(Consistency.Find(lot)); break;
                case Quote quote: Refuse(QuoteCheck.Find(quote)); break;
            }
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(Misread.Sentence(wrong), wrong);
        }
    }
}
