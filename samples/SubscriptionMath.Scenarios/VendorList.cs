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

    /// <summary>The names, of policies and of the functions that make them: "Stripe" and "Stripe.Classic" are the same.</summary>
    internal static string[] Names { get; } = [.. All.Keys, .. All.Values.Select(InSource).Except(All.Keys, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The name of the policy that has a name, or whose function has it; null if none has.</summary>
    internal static string? Find(string name) => All.Keys.FirstOrDefault(key => Same(key, name))
        ?? All.Keys.FirstOrDefault(key => Same(InSource(All[key]), name));

    /// <summary>The name in the source: "WhaleBooks", "Stripe.Classic".</summary>
    internal static string InSource(MethodInfo vendor) =>
        vendor.Name == "Policy" ? vendor.DeclaringType!.Name : $"{vendor.DeclaringType!.Name}.{vendor.Name}";

    /// <summary>The vendor's policy; a parameter left out has the vendor's own default.</summary>
    internal static BillingPolicy Made(MethodInfo vendor, Dictionary<string, object> arguments) => (BillingPolicy)vendor.Invoke(
        null, [.. vendor.GetParameters().Select(one => arguments.GetValueOrDefault(one.Name!, one.DefaultValue!))])!;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
