using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace SubscriptionMath.Json;

/// <summary>The shape of the nouns in JSON, whatever the caller's options.</summary>
/// <remarks>
/// Names are in camel case, null values are left out, and missing or null members are refused; unknown ones as the reader chooses.
/// </remarks>
/// <param name="unknown">The fate of an unknown member.</param>
/// <param name="explained">Whether a quote is written with its explanations.</param>
internal sealed partial class NounResolver(UnknownMembers unknown, bool explained) : IJsonTypeInfoResolver
{
    private JsonUnmappedMemberHandling Unmapped =>
        unknown == UnknownMembers.Ignored ? JsonUnmappedMemberHandling.Skip : JsonUnmappedMemberHandling.Disallow;

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
            if (PolicyForm.Has(type))
            {
                PolicyForm.Shape(info);
            }
            else if (CartForm.Has(type))
            {
                CartForm.Shape(info);
            }
            else if (ChangeForm.Has(type))
            {
                ChangeForm.Shape(info);
            }

            Shape(info);
            Add(info);
        }

        return info;
    }

    /// <summary>Adds the members that no property of the noun holds.</summary>
    private void Add(JsonTypeInfo info)
    {
        if (ChangeForm.Has(info.Type))
        {
            ChangeForm.AddKind(info);
        }
        else if (info.Type == typeof(Quote))
        {
            QuoteForm.Add(info, unknown, explained);
        }

        if (SchemaForm.Has(info.Type))
        {
            SchemaForm.Add(info, unknown);
        }
    }

    private JsonTypeInfo? Part(Type type, JsonSerializerOptions options) =>
        type == typeof(string) ? JsonMetadataServices.CreateValueInfo<string>(options, new WellFormedText())
        : type == typeof(Instant) ? JsonMetadataServices.CreateValueInfo<Instant>(options, new InstantConverter())
        : type == typeof(Instant?) ? JsonMetadataServices.CreateValueInfo<Instant?>(options, new NullableInstantConverter())
        : type == typeof(DateTimeZone) ? JsonMetadataServices.CreateValueInfo<DateTimeZone>(options, new ZoneConverter())
        : SequenceForm.Find(type)?.Info(options) ?? CaseForm.Find(type)?.Info(options, Unmapped);

    private void Shape(JsonTypeInfo info)
    {
        info.UnmappedMemberHandling = Unmapped;
        info.NumberHandling = JsonNumberHandling.Strict;
        var needed = new List<JsonPropertyInfo>();
        foreach (var property in info.Properties)
        {
            property.Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
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
            else if (property.PropertyType == typeof(DiscountStage) || property.PropertyType == typeof(GrantFate))
            {
                // An answer that came later is written only where it is not the one before.
                property.ShouldSerialize = static (_, value) => value is not (DiscountStage.Price or GrantFate.Replaced);
            }
            else if (!property.IsRequired)
            {
                property.ShouldSerialize = static (_, value) =>
                    value is not (null or IReadOnlyCollection<object> { Count: 0 } or Sequence<Money> { IsEmpty: true });
            }
        }

        info.OnDeserialized = noun => Check(noun, needed);
    }

    private static bool MayBeLeftOut(Type noun, JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || SequenceForm.Find(property.PropertyType) is not null
        || PolicyForm.Has(noun)
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

    /// <summary>Refuses a contradiction, with its place in the noun that is read.</summary>
    internal static void Refuse(Inconsistency? found)
    {
        if (found is not null)
        {
            throw new JsonException($"{found.Message} (At {found.Path}.)") { Data = { [typeof(Inconsistency)] = found } };
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
                case Subscription subscription:
                    Refuse(SubscriptionCheck.First(subscription));
                    _ = subscription.Consistent();
                    break;
                case Change or PendingChange: ChangeForm.Check(noun); break;
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
