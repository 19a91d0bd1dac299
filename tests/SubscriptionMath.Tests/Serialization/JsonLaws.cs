using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Tests.Serialization;

[Properties(Arbitrary = [typeof(JsonArbitraries)])]
public class JsonLaws
{
    private static readonly JsonSerializerOptions SomebodysOptions = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
        TypeInfoResolverChain = { BillingJson.Resolver, new DefaultJsonTypeInfoResolver() },
    };

    [Law]
    public void What_is_serialized_comes_back_equal__policies(BillingPolicy policy) => ComesBackEqual(policy);

    [Law]
    public void What_is_serialized_comes_back_equal__catalogs(Catalog catalog) => ComesBackEqual(catalog);

    [Law]
    public void What_is_serialized_comes_back_equal__subscriptions(Subscription subscription) => ComesBackEqual(subscription);

    [Law]
    public void What_is_serialized_comes_back_equal__changes(Change change) => ComesBackEqual(change);

    [Law]
    public void What_is_serialized_comes_back_equal__facts(Facts facts) => ComesBackEqual(facts);

    [Law]
    public void What_is_serialized_comes_back_equal__answers(Answer answer) => ComesBackEqual(answer);

    [Law]
    public void What_is_serialized_comes_back_equal__acceptances(Acceptance acceptance) => ComesBackEqual(acceptance);

    [Fact]
    public void What_is_serialized_comes_back_equal__every_vendor_with_every_value_of_every_parameter()
    {
        foreach (var policy in VendorParameters.EveryPolicy)
        {
            var json = BillingJson.Write(policy);
            var found = PolicyCheck.Contradictions(policy).Where(one => !one.IsWarning).ToList();
            if (found.Count == 0)
            {
                Assert.Equal(policy, BillingJson.Read<BillingPolicy>(json));
            }
            else
            {
                var refusal = Assert.Throws<JsonException>(() => BillingJson.Read<BillingPolicy>(json));
                Assert.All(found, one => Assert.Contains($"'{one.One}' and '{one.Other}'", refusal.Message, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>A policy stands in its own file, so it is written and read as text, whatever vendor has joined.</summary>
    [Fact]
    public void What_is_serialized_comes_back_equal__everything_in_the_namespace_of_vendors()
    {
        var made = (from vendor in typeof(Vendors.WhaleBooks).Assembly.GetExportedTypes()
                    where vendor.Namespace == typeof(Vendors.WhaleBooks).Namespace
                    from method in vendor.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    where method.ReturnType == typeof(BillingPolicy) && method.GetParameters().All(one => one.IsOptional)
                    select (BillingPolicy)method.Invoke(null, [.. method.GetParameters().Select(one => one.DefaultValue)])!).ToList();

        Assert.Superset(EveryVendor.Defaults.Select(vendor => vendor.Policy.Name).ToHashSet(), made.Select(policy => policy.Name).ToHashSet());
        Assert.All(made, policy => Assert.Empty(PolicyCheck.Contradictions(policy).AsEnumerable()));
        Assert.All(made, ComesBackEqual);
    }

    [Law]
    public void The_order_of_names_does_not_matter(Answer answer) =>
        Assert.Equal(answer, BillingJson.Read<Answer>(Sorted(JsonNode.Parse(BillingJson.Write(answer)))!.ToJsonString()));

    [Law]
    public void Somebody_s_options_write_and_read_the_same(Subscription subscription, Answer answer)
    {
        Assert.Equal(BillingJson.Write(subscription), BillingJson.Write(Back(subscription)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(BillingJson.Write(answer)), JsonSerializer.SerializeToNode(answer, SomebodysOptions)));
        Assert.Equal(answer, Back(answer));
    }

    private static T Back<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, SomebodysOptions), SomebodysOptions)!;

    private static void ComesBackEqual<T>(T value)
        where T : notnull
    {
        Assert.Equal(value, BillingJson.Read<T>(BillingJson.Write(value)));
        Assert.Equal(value, BillingJson.Read<T>(BillingJson.Write(value, indented: true)));
    }

    /// <summary>As a database would keep it: the shortest name first.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject noun => new JsonObject(noun.OrderBy(property => property.Key.Length).ThenBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, Sorted(property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };
}
