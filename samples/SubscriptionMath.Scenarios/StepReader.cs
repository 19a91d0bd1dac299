using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>Reads the steps of a scenario: what is asked for, what is known then, and what should come of it.</summary>
internal static class StepReader
{
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
        var buy = fields.Optional("buy");
        var change = fields.Optional("change");
        var step = new ScenarioStep
        {
            Path = cursor.Path,
            On = Moment(on, run.Zone, before),
            Note = fields.Optional("note")?.Text(),
            IsPurchase = buy is not null,
            Wish = (buy, change) switch
            {
                ({ } wish, null) => Purchase(wish, run.Catalog),
                (null, { } wish) => Change(wish, run.Catalog),
                _ => throw cursor.Wrong("either \"buy\" or \"change\"", buy is null ? "neither" : "both"),
            },
            Members = fields.Optional("members")?.Count(0),
            AskedBy = fields.Optional("askedBy")?.Choice<Roles>(),
            Used = [.. fields.Optional("used")?.Fields().All.Select(used => Used(used.Key, used.Value)) ?? []],
            PaymentFails = fields.Optional("payment") is { } payment && Fails(payment),
            Expected = fields.Optional("expect") is { } expect ? Figures.Read(expect, run) : [],
        };
        fields.Done();
        return step;
    }

    private static Instant Moment(JsonCursor cursor, DateTimeZone zone, Instant? before)
    {
        var on = cursor.Moment().InZoneLeniently(zone).ToInstant();
        return before is { } earlier && on < earlier
            ? throw cursor.Wrong($"{LocalDateTimePattern.GeneralIso.Format(earlier.InZone(zone).LocalDateTime)}, when the step before it happens, or later")
            : on;
    }

    private static Wish Purchase(JsonCursor cursor, Catalog catalog)
    {
        var fields = cursor.Fields();
        fields.Required("plan");
        fields.Required("every");
        return Wish(fields, catalog);
    }

    private static Wish Change(JsonCursor cursor, Catalog catalog) => Wish(cursor.Fields(), catalog);

    private static Wish Wish(ObjectCursor fields, Catalog catalog)
    {
        var wish = new Wish(
            fields.Optional("plan") is { } plan ? CatalogReader.PlanId(plan, catalog) : null,
            fields.Optional("every")?.Interval(),
            fields.Optional("quantity")?.Count(1),
            fields.Optional("addOns") is { } addOns ? [.. addOns.Elements().Select(addOn => AddOn(addOn, catalog))] : null,
            fields.Optional("timing")?.Choice<RequestedTiming>());
        fields.Done();
        return wish;
    }

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
            Every = fields.Optional("every")?.Interval(),
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
