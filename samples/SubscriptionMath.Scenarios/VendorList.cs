using System.Reflection;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Scenarios;

/// <summary>
/// All vendors of the library by the name of their policy: every class in the namespace of vendors, without a list to maintain.
/// </summary>
internal static class VendorList
{
    internal static IReadOnlyDictionary<string, MethodInfo> All { get; } = new SortedDictionary<string, MethodInfo>(
        (from vendor in typeof(WhaleBooks).Assembly.GetExportedTypes()
         where vendor.Namespace == typeof(WhaleBooks).Namespace
         from method in vendor.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
         where method.ReturnType == typeof(BillingPolicy) && method.GetParameters().All(one => one.IsOptional)
         select method).ToDictionary(method => Made(method, []).Name),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The vendor's policy; a parameter left out has the vendor's own default.</summary>
    internal static BillingPolicy Made(MethodInfo vendor, Dictionary<string, object> arguments) => (BillingPolicy)vendor.Invoke(
        null, [.. vendor.GetParameters().Select(one => arguments.GetValueOrDefault(one.Name!, one.DefaultValue!))])!;
}
