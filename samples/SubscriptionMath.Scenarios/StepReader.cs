using System.Text.Json;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>Reads the steps of a scenario: the action, the facts then, and the expected results.</summary>
internal static class StepReader
{
    private static IEnumerable<string> Kinds => Enum.GetNames<StepKind>().Select(JsonCursor.Small);

    internal static IReadOnlyList<ScenarioStep> Read(JsonCursor cursor, ScenarioRun run)
    {
        var steps = new List<ScenarioStep>();
        foreach (var element in cursor.Elements())
        {
            steps.Add(Step(element, run, steps.Count == 0 ? null : steps[^1].On));
        }

        return steps.Count > 0 ? steps : throw cursor.Wrong("at least one step", "none");
    }

    private static ScenarioStep Step(JsonCursor cursor, ScenarioRun run, Instant? before)
    {
        var fields = cursor.Fields();
        var on = fields.Required("on");
        var subscription = fields.Optional("subscription")?.Text();
        var (kind, asked) = Asked(cursor, fields);
        var used = kind == StepKind.Use ? asked : fields.Optional("used");
        var step = new ScenarioStep
        {
            Path = cursor.Path,
            Subscription = subscription,
            On = Moment(on, run.Zone, before),
            Note = fields.Optional("note")?.Text(),
            Kind = kind,
            Wish = Wish(kind, asked, run),
            Members = fields.Optional("members")?.Count(0),
            AskedBy = fields.Optional("askedBy")?.Choice<Roles>(),
            OtherSubscriptions = fields.Optional("otherSubscriptions")?.Count(0),
            Used = [.. used?.Fields().All.Select(one => Used(one.Key, one.Value)) ?? []],
            PaymentFails = fields.Optional("payment") is { } payment && Fails(payment),
            Expected = fields.Optional("expect") is { } expect ? ExpectationReader.Read(expect, run) : [],
        };
        fields.Done();
        return step;
    }

    /// <summary>The one property that names the kind of the step.</summary>
    private static (StepKind Kind, JsonCursor Asked) Asked(JsonCursor cursor, ObjectCursor fields)
    {
        var found = Enum.GetValues<StepKind>()
            .Select(kind => (Kind: kind, Asked: fields.Optional(JsonCursor.Small(kind.ToString()))))
            .Where(one => one.Asked is not null)
            .ToArray();
        return found is [var (kind, asked)]
            ? (kind, asked!)
            : throw new ScenarioException(
                cursor.File,
                cursor.Path,
                $"exactly one of {JsonCursor.OneOf(Kinds)}",
                found is [] ? "none of them" : string.Join(" and ", found.Select(one => $"\"{JsonCursor.Small(one.Kind.ToString())}\"")),
                question: found is [] ? fields.All.Select(one => NearestNames.Question(one.Key, Kinds)).FirstOrDefault(asked => asked.Length > 0, "") : "");
    }

    private static Instant Moment(JsonCursor cursor, DateTimeZone zone, Instant? before)
    {
        var on = cursor.Moment().InZoneLeniently(zone).ToInstant();
        return before is { } earlier && on < earlier
            ? throw cursor.Wrong($"{LocalDateTimePattern.GeneralIso.Format(earlier.InZone(zone).LocalDateTime)}, when the step before it happens, or later")
            : on;
    }

    private static Wish Wish(StepKind kind, JsonCursor asked, ScenarioRun run)
    {
        if (kind == StepKind.Use)
        {
            return new Wish();
        }

        var fields = asked.Fields();
        if (kind == StepKind.Buy)
        {
            fields.WithAll("plan", "interval");
        }

        var wish = kind switch
        {
            StepKind.Buy or StepKind.Change => Cart(fields, run.Catalog) with { Timing = Timing(fields), Date = Date(fields, run) },
            StepKind.Cancel => new Wish { Timing = Timing(fields) },
            StepKind.Pause => new Wish { Timing = Timing(fields), Until = fields.Optional("until") is { } until ? Moment(until, run.Zone, null) : null },
            _ => new Wish(),
        };
        fields.Done();
        return wish;
    }

    private static Wish Cart(ObjectCursor fields, Catalog catalog) => new(
        fields.Optional("plan") is { } plan ? CatalogReader.PlanId(plan, catalog) : null,
        fields.Optional("interval")?.Interval(),
        fields.Optional("quantity")?.Count(1),
        fields.Optional("addOns") is { } addOns ? [.. addOns.Elements().Select(addOn => AddOn(addOn, catalog))] : null)
    {
        Discounts = fields.Optional("discounts") is { } discounts ? [.. discounts.Elements().Select(Discount)] : null,
    };

    private static Discount Discount(JsonCursor cursor)
    {
        try
        {
            return BillingJson.Read<Discount>(cursor.Element.GetRawText());
        }
        catch (JsonException wrong)
        {
            throw cursor.Wrong("a discount as the library writes it", wrong.Message, wrong);
        }
    }

    private static Instant? Date(ObjectCursor fields, ScenarioRun run) => fields.Optional("date") is { } date ? Moment(date, run.Zone, null) : null;

    private static RequestedTiming? Timing(ObjectCursor fields) => fields.Optional("timing")?.Choice<RequestedTiming>();

    private static CartAddOn AddOn(JsonCursor cursor, Catalog catalog)
    {
        if (cursor.IsText)
        {
            return new CartAddOn { Id = CatalogReader.AddOnId(cursor, catalog) };
        }

        var fields = cursor.Fields();
        var addOn = new CartAddOn
        {
            Id = CatalogReader.AddOnId(fields.Required("id"), catalog),
            Quantity = fields.Optional("quantity")?.Count(1) ?? 1,
            Interval = fields.Optional("interval")?.Interval(),
        };
        fields.Done();
        return addOn;
    }

    private static Usage Used(string kind, JsonCursor units) =>
        new(kind, units.NotNegative("a number of usage credits, zero or more"), units.Path);

    private static bool Fails(JsonCursor payment) => payment.Text() switch
    {
        "failed" => true,
        "succeeded" => false,
        _ => throw payment.Wrong("\"succeeded\" or \"failed\""),
    };
}
