using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The form of a policy and its groups, read member by member, so that a member left out keeps its default.</summary>
/// <remarks>The accessors of these records are kept for reflection, so a member added to one needs nothing here.</remarks>
internal static class PolicyForm
{
    private static readonly FrozenDictionary<Type, Action<JsonTypeInfo>> Shapes = new Dictionary<Type, Action<JsonTypeInfo>>
    {
        [typeof(BillingPolicy)] = ShapeAs<BillingPolicy>,
        [typeof(RequestPolicy)] = ShapeAs<RequestPolicy>,
        [typeof(ProrationPolicy)] = ShapeAs<ProrationPolicy>,
        [typeof(InvoicePolicy)] = ShapeAs<InvoicePolicy>,
    }.ToFrozenDictionary();

    internal static bool Has(Type noun) => Shapes.ContainsKey(noun);

    internal static void Shape(JsonTypeInfo info) => Shapes[info.Type](info);

    private static void ShapeAs<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(JsonTypeInfo info)
        where T : class, new()
    {
        info.CreateObject = static () => new T();
        NounForm.SetAll(info, SetterOf<T>);
    }

    private static Action<object, object?>? SetterOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string name)
    {
        foreach (var member in typeof(T).GetProperties())
        {
            if (member.CanWrite && JsonNamingPolicy.CamelCase.ConvertName(member.Name) == name)
            {
                return (noun, value) => member.SetValue(noun, value, BindingFlags.DoNotWrapExceptions, null, null, null);
            }
        }

        return null;
    }
}
