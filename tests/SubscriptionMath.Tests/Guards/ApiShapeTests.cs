using System.Reflection;

namespace SubscriptionMath.Tests.Guards;

/// <summary>Rules that every public type of the library keeps, read by reflection.</summary>
public sealed class ApiShapeTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] PublicTypes = Assembly.Load("SubscriptionMath").GetExportedTypes();

    [Fact]
    public void No_public_member_mentions_binary_floating_point() =>
        Assert.Empty(PublicTypes.SelectMany(FloatingPointMembers));

    [Fact]
    public void Every_public_type_is_closed_to_inheritance_or_made_for_it() =>
        Assert.DoesNotContain(PublicTypes, IsOpenByAccident);

    [Fact]
    public void Every_public_struct_is_equatable_to_itself() =>
        Assert.DoesNotContain(PublicTypes, IsStructWithoutEquality);

    [Fact]
    public void No_record_has_itself_as_a_property_which_it_would_print_for_ever() =>
        Assert.DoesNotContain(PublicTypes, type => HasItself(type));

    [Fact]
    public void The_rules_find_what_breaks_them()
    {
        Assert.Equal(
            ["Rate", "Rates", "Scale"],
            FloatingPointMembers(typeof(Offender)).Select(m => m.Split(' ')[^1]).Order(StringComparer.Ordinal));
        Assert.True(IsOpenByAccident(typeof(Offender)));
        Assert.True(IsStructWithoutEquality(typeof(BareStruct)));
        Assert.True(HasItself(typeof(Mirror)));

        Assert.Empty(FloatingPointMembers(typeof(Citizen)));
        Assert.False(IsOpenByAccident(typeof(Citizen)));
        Assert.False(IsStructWithoutEquality(typeof(Citizen)));
    }

    // sealed covers static classes, structs, enums and delegates; abstract covers interfaces.
    private static bool IsOpenByAccident(Type type) => type is { IsSealed: false, IsAbstract: false };

    private static bool IsStructWithoutEquality(Type type) =>
        type is { IsValueType: true, IsEnum: false }
        && !type.GetInterfaces().Any(i =>
            i.IsGenericType
            && i.GetGenericTypeDefinition() == typeof(IEquatable<>)
            && i.GetGenericArguments()[0] == type);

    private static bool HasItself(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => property.PropertyType == type && property.GetIndexParameters().Length == 0);

    private static IEnumerable<string> FloatingPointMembers(Type type) =>
        from member in type.GetMembers(Declared)
        where TypesIn(member).SelectMany(Parts).Any(IsFloatingPoint)
        select $"{type} {member.Name}";

    private static IEnumerable<Type> TypesIn(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => ParameterTypes(constructor),
        // Accessors are read as their property.
        MethodInfo method when IsVisible(method) && !IsAccessor(method) => [method.ReturnType, .. ParameterTypes(method)],
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsVisible) =>
            [property.PropertyType, .. property.GetIndexParameters().Select(p => p.ParameterType)],
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => [field.FieldType],
        EventInfo { EventHandlerType: { } handler } => [handler],
        _ => [],
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static IEnumerable<Type> ParameterTypes(MethodBase method) => method.GetParameters().Select(p => p.ParameterType);

    // double hides in double?, double[], ref double and IReadOnlyList<double> as well.
    private static IEnumerable<Type> Parts(Type type) =>
    [
        type,
        .. type.HasElementType ? Parts(type.GetElementType()!) : [],
        .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [],
    ];

    private static bool IsFloatingPoint(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(Half);

    public class Offender
    {
        public double Rate { get; init; }

        public IReadOnlyList<float?> Rates(decimal exact) => [(float)exact, (float)Rate];

        public void Scale(ref double by) => by *= Rate;

        public int Harmless() => Hidden();

        private int Hidden() => (int)Rate;
    }

    private readonly struct BareStruct;

    private readonly record struct Mirror(int Side)
    {
        public Mirror Other => this with { Side = -Side };
    }

    private readonly record struct Citizen(decimal Rate, long Units);
}
