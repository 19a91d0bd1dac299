using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>Rules that the JSON form of every noun keeps, read by reflection from the nouns.</summary>
public sealed class JsonShapeTests
{
    /// <summary>The one derived member that is written for readers, and compared when read.</summary>
    private const string Totals = nameof(Quote.Totals);

    private static readonly JsonSerializerOptions Options = BillingJson.Compact;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Every noun that can be reached from what is written.</summary>
    private static readonly IReadOnlyList<Type> Nouns = Reachable(
        typeof(BillingPolicy), typeof(Catalog), typeof(Subscription), typeof(Change), typeof(Facts), typeof(Answer), typeof(PolicyAnswer), typeof(Acceptance),
        typeof(Script), typeof(Timeline), typeof(DueEvent));

    [Fact]
    public void Every_noun_is_reached() =>
        Assert.Superset(
            new HashSet<Type> { typeof(Price), typeof(Rule.Treated), typeof(UnusedValue.Lots), typeof(Lot), typeof(Line), typeof(Share), typeof(Stale), typeof(Command.Renew), typeof(TimelineStep) },
            Nouns.ToHashSet());

    [Fact]
    public void Every_property_is_written_or_is_derived_and_ignored() =>
        Assert.Empty(
            from noun in Nouns
            where !IsWrittenByCase(noun)
            from property in Properties(noun)
            let written = Written(noun).Any(one => one.Name == JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            let derived = property.SetMethod is null && property.IsDefined(typeof(JsonIgnoreAttribute))
            where written == derived && property.Name != Totals
            select $"{noun.Name}.{property.Name}");

    [Fact]
    public void Properties_are_written_in_the_order_of_the_source() =>
        Assert.Empty(
            from noun in Nouns
            where (noun.BaseType == typeof(object) || noun.BaseType == typeof(ValueType)) && !IsWrittenByCase(noun)
            let names = Properties(noun).Where(property => property.SetMethod is not null).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            where !names.SequenceEqual(Written(noun).Select(property => property.Name).Where(name => name != KindOf(noun) && name != "schema"))
            select noun.Name);

    [Fact]
    public void What_cannot_be_null_has_to_be_stated_and_what_can_may_be_left_out() =>
        Assert.Empty(
            from noun in Nouns
            from property in Properties(noun)
            from written in Written(noun)
            where written.Name == JsonNamingPolicy.CamelCase.ConvertName(property.Name)
            let stated = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) || !MayBeMissing(property)
            where property.Name != Totals && stated != written.IsRequired && !(KindOf(noun) is not null && property.PropertyType == typeof(Cart))
            select $"{noun.Name}.{property.Name}");

    [Fact]
    public void Every_sequence_of_nouns_has_a_form() =>
        Assert.Empty(
            from noun in Nouns
            from property in Properties(noun)
            where IsSequence(property.PropertyType) && !property.IsDefined(typeof(JsonIgnoreAttribute)) && !new PartConverter().CanConvert(property.PropertyType)
            select $"{noun.Name}.{property.Name}");

    [Fact]
    public void Every_enumeration_is_written_in_camel_case() =>
        Assert.All(
            typeof(Money).Assembly.GetExportedTypes().Where(type => type.IsEnum),
            type => Assert.Equal(
                typeof(CamelCaseEnumConverter<>).MakeGenericType(type),
                type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType));

    [Fact]
    public void Every_closed_hierarchy_names_all_its_cases() =>
        Assert.Empty(
            from hierarchy in Nouns
            where hierarchy.IsAbstract
            from type in hierarchy.Assembly.GetTypes()
            where type.BaseType == hierarchy && !Cases(hierarchy).Contains(type)
            select type.Name);

    /// <summary>The code that the source generator makes in other assemblies uses every type that an attribute names.</summary>
    [Fact]
    public void No_attribute_of_a_public_type_names_an_internal_one() =>
        Assert.Empty(
            from type in typeof(Money).Assembly.GetExportedTypes()
            from member in type.GetMembers().Prepend(type)
            from attribute in member.GetCustomAttributesData()
            from argument in attribute.ConstructorArguments
            where argument.Value is Type { IsVisible: false } && attribute.AttributeType.Namespace == typeof(JsonConverterAttribute).Namespace
            select $"{type.Name}: {argument.Value}");

    /// <summary>A caller's options that do not know this library write and read an answer with its kind all the same.</summary>
    [Fact]
    public void An_answer_without_details_is_read_back_by_options_of_the_callers_own() =>
        Assert.All(
            Nouns.Where(IsWrittenByCase).SelectMany(hierarchy => hierarchy.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(one => one.PropertyType == hierarchy)),
            answer => Assert.Equal(
                answer.GetValue(null),
                JsonSerializer.Deserialize(JsonSerializer.Serialize(answer.GetValue(null), answer.PropertyType), answer.PropertyType)));

    [Fact]
    public void What_other_assemblies_need_is_public_and_out_of_the_way() =>
        Assert.All(
            typeof(Money).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(JsonConverter))),
            type => Assert.Equal(
                System.ComponentModel.EditorBrowsableState.Never,
                type.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>()?.State));

    [Fact]
    public void A_change_states_its_kind_and_a_cart_only_where_it_has_one() =>
        Assert.All(
            new[] { typeof(Change), typeof(PendingChange) },
            noun => Assert.Equal((true, false), (Written(noun).First().IsRequired, Written(noun).Single(property => property.Name == "cart").IsRequired)));

    // A change says of what kind it is: no property of the source holds that.
    private static string? KindOf(Type noun) => noun == typeof(Change) || noun == typeof(PendingChange) ? "kind" : null;

    // The default of the type is the default of these, and what a noun has that says nothing about them.
    private static bool MayBeMissing(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || IsSequence(property.PropertyType)
        || Nullability.Create(property).WriteState == NullabilityState.Nullable
        || HasDefault(property)
        || (property.Name != nameof(Subscription.Version) && property.PropertyType.IsPrimitive && property.DeclaringType!.GetConstructor([]) is not null
            && Equals(property.GetValue(Activator.CreateInstance(property.DeclaringType)), Activator.CreateInstance(property.PropertyType)))
        || ((property.PropertyType == typeof(bool) || property.PropertyType.IsEnum) && property.DeclaringType!.GetConstructor([]) is null && !IsParameter(property));

    // What no constructor takes is added to a noun that was made, and has the default of its type until then.
    private static bool IsParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().Any(made => made.GetParameters().Any(parameter => parameter.Name == property.Name));

    /// <summary>An answer that is neither required nor a parameter of the constructor has a documented default; how a price is charged is always stated.</summary>
    private static bool HasDefault(PropertyInfo property) =>
        (property.PropertyType.IsEnum || property.PropertyType == typeof(bool) || property.DeclaringType == typeof(BillingPolicy)
            || property.DeclaringType == typeof(RequestPolicy) || property.DeclaringType == typeof(ProrationPolicy) || property.DeclaringType == typeof(InvoicePolicy)
            || property.DeclaringType == typeof(Cart) || property.DeclaringType == typeof(CartAddOn))
        && property.PropertyType != typeof(BillingTiming)
        && !property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))
        && !Array.Exists(property.DeclaringType!.GetConstructors(), made => Array.Exists(made.GetParameters(), one => one.Name == property.Name));

    private static List<Type> Reachable(params IEnumerable<Type> roots)
    {
        var found = new List<Type>();
        var next = new Stack<Type>(roots);
        while (next.TryPop(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? (IsSequence(type) ? type.GetGenericArguments()[0] : type);
            if (type.Assembly == typeof(Money).Assembly && !type.IsEnum && !HasText(type) && !found.Contains(type))
            {
                found.Add(type);
                foreach (var one in Properties(type).Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute))).Select(property => property.PropertyType)
                    .Concat(Cases(type)))
                {
                    next.Push(one);
                }
            }
        }

        return found;
    }

    private static IEnumerable<Type> Cases(Type hierarchy) => Options.GetTypeInfo(hierarchy).PolymorphismOptions?.DerivedTypes.Select(one => one.DerivedType) ?? [];

    /// <summary>Whether nothing but the cases of a hierarchy has a form.</summary>
    private static bool IsWrittenByCase(Type noun) => noun.IsAbstract && !Options.GetTypeInfo(noun).Properties.Any();

    private static bool HasText(Type type) =>
        type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(TextConverter<>);

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sequence<>);

    private static IEnumerable<PropertyInfo> Properties(Type noun) =>
        noun.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    private static IEnumerable<JsonPropertyInfo> Written(Type noun) => Options.GetTypeInfo(noun).Properties.Where(property => property.Get is not null);
}
