using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The form of a policy and its groups, read member by member, so that a member left out keeps its default.</summary>
/// <remarks>The accessors of these records are kept for reflection, so a member added to one needs nothing here.</remarks>
internal static class PolicyForm
{
    internal static bool Has(Type noun) =>
        noun == typeof(BillingPolicy) || noun == typeof(RequestPolicy) || noun == typeof(ProrationPolicy) || noun == typeof(InvoicePolicy);

    internal static void Shape(JsonTypeInfo info)
    {
        if (info.Type == typeof(BillingPolicy))
        {
            ShapeAs<BillingPolicy>(info);
        }
        else if (info.Type == typeof(RequestPolicy))
        {
            ShapeAs<RequestPolicy>(info);
        }
        else if (info.Type == typeof(ProrationPolicy))
        {
            ShapeAs<ProrationPolicy>(info);
        }
        else
        {
            ShapeAs<InvoicePolicy>(info);
        }
    }

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
