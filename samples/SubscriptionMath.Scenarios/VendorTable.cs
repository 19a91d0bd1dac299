using System.Reflection;

namespace SubscriptionMath.Scenarios;

/// <summary>The vendors as a table: the facts that their steps must state, and their parameters with values and defaults.</summary>
public static class VendorTable
{
    private const int LongestValue = 44;

    private static readonly Instant Bought = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant Changed = Instant.FromUtc(2026, 3, 2, 0, 0);

    private static readonly Catalog Sold = Catalog.Of(
        new Plan { Id = "low", Name = "Low", Rank = 1, Prices = [Price.Of(10m, "EUR", BillingInterval.Month), Price.Of(100m, "EUR", BillingInterval.Year)] },
        new Plan { Id = "middle", Name = "Middle", Rank = 2, Prices = [Price.Of(20m, "EUR", BillingInterval.Month), Price.Of(200m, "EUR", BillingInterval.Year)] },
        new Plan { Id = "high", Name = "High", Rank = 3, Prices = [Price.Of(30m, "EUR", BillingInterval.Month), Price.Of(300m, "EUR", BillingInterval.Year)] });

    /// <summary>Gives the rows of the table in Markdown, in the order of the names.</summary>
    public static IReadOnlyList<string> Rows { get; } = [.. VendorList.All.Select(one => Row(one.Key, one.Value))];

    private static string Row(string name, MethodInfo vendor)
    {
        var (stated, source) = (Stated(VendorList.Made(vendor, [])), VendorList.InSource(vendor));
        return $"| {Code(name)} | {(source == name ? "" : Code(source))} | {string.Join(", ", stated.Select(Code))} | {string.Join("; ", vendor.GetParameters().Select(Parameter))} |";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        string[] values = [.. Values(type)];
        var texts = values.Length == 0 ? $"a `{type.Name}`" : string.Join(", ", values);
        return $"{Code(parameter.Name!)}: {texts}{(parameter.DefaultValue is { } own ? $" (by default {Written(own, parameter.ParameterType)})" : "")}";
    }

    /// <summary>The values that can be named without details.</summary>
    private static IEnumerable<string> Values(Type type) => (type.IsEnum
            ? Enum.GetValues(type).Cast<object>()
            : type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(one => one.PropertyType == type).Select(one => one.GetValue(null)!))
        .Select(value => Written(value, type))
        .Where(text => text.Length <= LongestValue)
        .Distinct();

    private static string Written(object value, Type type)
    {
        if (type == typeof(bool) || type == typeof(int) || type == typeof(decimal))
        {
            return Code(JsonCursor.Small(FormattableString.Invariant($"{value}")));
        }

        var write = typeof(BillingJson).GetMethod(nameof(BillingJson.Write))!.MakeGenericMethod(Nullable.GetUnderlyingType(type) ?? type);
        return Code(((string)write.Invoke(null, [value, false, false])!).Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal));
    }

    /// <summary>Asks for a purchase and for changes of every kind, and supplies a fact or a time only when it is asked for.</summary>
    private static SortedSet<string> Stated(BillingPolicy policy)
    {
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        var nothing = Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc);
        var cart = Cart.Of("middle", BillingInterval.Month) with { Quantity = 3 };
        if (Answer(nothing, Change.To(cart), policy, Bought, asked) is not Quote bought)
        {
            return asked;
        }

        var held = Lifecycle.Advance(bought.SubscriptionAfter, AllKnown, Sold, policy, Changed).Subscription;
        foreach (var change in new[]
        {
            Change.To(cart with { PlanId = "high" }),
            Change.To(cart with { PlanId = "low" }),
            Change.To(cart with { Interval = BillingInterval.Year }),
            Change.To(cart with { Quantity = 4 }),
            Change.To(cart with { Quantity = 2 }),
            Change.Cancel(),
        })
        {
            Answer(held, change, policy, Changed, asked);
        }

        return asked;
    }

    private static Facts AllKnown => Facts.None with { AskedBy = Roles.Owner, MembersInUse = 1 };

    private static Answer Answer(Subscription held, Change change, BillingPolicy policy, Instant at, SortedSet<string> asked)
    {
        var facts = Facts.None;
        while (true)
        {
            var answer = Billing.Compare(held, change, facts, Sold, at, policy)[0].Answer;
            switch (answer)
            {
                case Refused { Code: RefusalCode.FactNotKnown, Subject: nameof(Facts.AskedBy) }:
                    asked.Add("askedBy");
                    facts = facts with { AskedBy = Roles.Owner };
                    break;
                case Refused { Code: RefusalCode.FactNotKnown, Subject: nameof(Facts.MembersInUse) }:
                    asked.Add("members");
                    facts = facts with { MembersInUse = 1 };
                    break;
                case Refused { Code: RefusalCode.TimingNotStated } when change is { Timing: null, Date: null }:
                    var now = Billing.Compare(held, change with { Timing = RequestedTiming.Now }, facts, Sold, at, policy)[0].Answer;
                    var onDate = now is Refused { Code: RefusalCode.TimingNotOffered or RefusalCode.TimingNotStated };
                    asked.Add(onDate ? "date" : "timing");
                    change = onDate ? change with { Date = at + Duration.FromDays(5) } : change with { Timing = RequestedTiming.Now };
                    break;
                default:
                    return answer;
            }
        }
    }

    private static string Code(string text) => $"`{text}`";
}
