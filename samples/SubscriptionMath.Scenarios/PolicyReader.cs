using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SubscriptionMath.Scenarios;

/// <summary>
/// Reads a policy: a vendor by name; a vendor with its parameters by name and with answers of its own; or all of it, as the library
/// writes policies.
/// </summary>
internal static class PolicyReader
{
    private const string VendorProperty = "vendor";
    private const string WithProperty = "with";

    /// <summary>Reads a policy that does not contradict itself, with a label for people.</summary>
    internal static (BillingPolicy Policy, string Label) Read(JsonCursor cursor)
    {
        var read = cursor.IsText ? ByName(cursor) : cursor.Fields().Has(VendorProperty) ? ByVendor(cursor) : Whole(cursor);
        return PolicyCheck.Contradictions(read.Policy).FirstOrDefault(one => !one.IsWarning) is { } found
            ? throw cursor.Wrong("a policy that does not contradict itself", $"'{found.One}' and '{found.Other}': {found.Message}")
            : read;
    }

    private static (BillingPolicy Policy, string Label) ByName(JsonCursor cursor)
    {
        var name = Vendor(cursor);
        return (VendorList.Made(VendorList.All[name], []), name);
    }

    private static (BillingPolicy Policy, string Label) Whole(JsonCursor cursor)
    {
        var policy = Parsed(cursor, cursor.Element.GetRawText());
        return (policy, policy.Name);
    }

    private static (BillingPolicy Policy, string Label) ByVendor(JsonCursor cursor)
    {
        var fields = cursor.Fields();
        var name = Vendor(fields.Required(VendorProperty));
        var label = new List<string> { name };
        var arguments = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var parameter in VendorList.All[name].GetParameters())
        {
            if (fields.Optional(parameter.Name!) is { } value)
            {
                arguments.Add(parameter.Name!, Argument(value, parameter.ParameterType));
                label.Add($"{parameter.Name} {Shown(value)}");
            }
        }

        var policy = VendorList.Made(VendorList.All[name], arguments);
        if (fields.Optional(WithProperty) is { } with)
        {
            foreach (var (group, answers) in with.Fields().All)
            {
                label.Add($"{group} {Shown(answers)}");
            }

            policy = With(policy, with);
        }

        fields.Done();
        return (policy, string.Join(", ", label));
    }

    private static string Vendor(JsonCursor cursor)
    {
        var name = cursor.Text();
        return VendorList.Find(name) ?? throw cursor.Unknown(VendorList.Names);
    }

    private static object Argument(JsonCursor value, Type type)
    {
        try
        {
            return typeof(BillingJson).GetMethod(nameof(BillingJson.Read))!.MakeGenericMethod(type)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value.Element.GetRawText(), UnknownMembers.Refused], null)!;
        }
        catch (JsonException wrong)
        {
            throw value.Wrong($"a {type.Name}", $"{Shown(value)}. {wrong.Message}", wrong);
        }
    }

    /// <summary>Puts the answers given in place of the vendor's, property by property; a list is replaced as a whole.</summary>
    private static BillingPolicy With(BillingPolicy policy, JsonCursor answers)
    {
        var merged = JsonNode.Parse(BillingJson.Write(policy))!;
        Merge(merged.AsObject(), answers.Element);
        return Parsed(answers, merged.ToJsonString());
    }

    private static void Merge(JsonObject into, JsonElement answers)
    {
        foreach (var answer in answers.EnumerateObject())
        {
            if (answer.Value.ValueKind == JsonValueKind.Object && into[answer.Name] is JsonObject group)
            {
                Merge(group, answer.Value);
            }
            else
            {
                into[answer.Name] = JsonNode.Parse(answer.Value.GetRawText());
            }
        }
    }

    private static BillingPolicy Parsed(JsonCursor cursor, string json)
    {
        try
        {
            return BillingJson.Read<BillingPolicy>(json);
        }
        catch (JsonException wrong)
        {
            var path = cursor.Path + (wrong.Path is { Length: > 1 } inside ? inside[1..] : "");
            throw new ScenarioException(cursor.File, path, "a policy as the library writes it", wrong.Message, wrong);
        }
    }

    private static string Shown(JsonCursor value) => value.Element.GetRawText()
        .Replace("\"", "", StringComparison.Ordinal)
        .ReplaceLineEndings(" ")
        .Trim('{', '}', ' ')
        .Replace("kind: ", "", StringComparison.Ordinal);
}
