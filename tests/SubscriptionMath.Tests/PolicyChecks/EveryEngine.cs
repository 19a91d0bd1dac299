using System.Reflection;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>Whatever stands among the vendors is sound as it comes, and has a name of its own.</summary>
public sealed class EveryEngine
{
    public static IReadOnlyList<BillingPolicy> Defaults { get; } =
    [
        .. from vendor in typeof(Vendors.WhaleBooks).Assembly.GetExportedTypes()
           where vendor.Namespace == typeof(Vendors.WhaleBooks).Namespace
           from make in vendor.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where make.ReturnType == typeof(BillingPolicy) && make.GetParameters().All(one => one.HasDefaultValue)
           select (BillingPolicy)make.Invoke(null, [.. make.GetParameters().Select(one => one.DefaultValue)])!,
    ];

    [Fact]
    public void No_vendor_contradicts_itself() =>
        Assert.All(Defaults, policy => Assert.True(PolicyCheck.Contradictions(policy).IsEmpty, $"{policy.Name}: {string.Join("; ", PolicyCheck.Contradictions(policy))}"));

    [Fact]
    public void Every_vendor_comes_back_from_JSON() => Assert.All(Defaults, policy => Assert.Equal(policy, BillingJson.Read<BillingPolicy>(BillingJson.Write(policy))));

    [Fact]
    public void No_two_vendors_have_the_same_name() => Assert.Equal(Defaults.Select(policy => policy.Name).Distinct(), Defaults.Select(policy => policy.Name));
}
