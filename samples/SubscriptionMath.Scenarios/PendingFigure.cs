namespace SubscriptionMath.Scenarios;

/// <summary>The pending change as a figure: the parts that a file names are compared, and no others.</summary>
internal static class PendingFigure
{
    private const string Plan = "plan";
    private const string Interval = "interval";
    private const string Quantity = "quantity";
    private const string Add = "addOns";
    private const string Paused = "paused";

    /// <summary>All parts, in the order in which they are told.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["at", Plan, Interval, Quantity, Add, Paused];

    /// <summary>The parts that a file names, in the order in which they are told.</summary>
    internal static IReadOnlyList<string> Given(JsonCursor value) =>
        value.IsNull ? [] : [.. Names.Where(value.Fields().Has)];

    internal static string Read(JsonCursor value, ScenarioRun run)
    {
        if (value.IsNull)
        {
            return Spelling.None;
        }

        var fields = value.Fields();
        var parts = Names.Select(name => (Name: name, Value: fields.Optional(name))).Where(part => part.Value is not null).ToArray();
        fields.Done();
        return parts.Length > 0
            ? Spelling.List(parts.Select(part => $"{part.Name} {Written(part.Name, part.Value!, run)}"))
            : throw value.Wrong("a part of the pending change, or null", "an empty object");
    }

    internal static string Of(PendingChange? pending, IReadOnlyList<string> parts, ScenarioRun run) => pending is null
        ? Spelling.None
        : Spelling.List(parts.Select(name => $"{name} {Actual(pending, name, run)}"));

    private static string Written(string name, JsonCursor value, ScenarioRun run) => name switch
    {
        Plan => FigureReader.PlanOrNone(value, run),
        Interval => value.Interval().ToString(),
        Quantity => Spelling.Count(value.Count(1)),
        Add => FigureReader.AddOns(value, run),
        Paused => Spelling.Yes(value.Flag()),
        _ => Spelling.Local(value.Moment()),
    };

    private static string Actual(PendingChange pending, string name, ScenarioRun run) => name switch
    {
        Plan => pending.Cart?.PlanId ?? Spelling.None,
        Interval => pending.Cart?.Interval.ToString() ?? Spelling.None,
        Quantity => pending.Cart is { } cart ? Spelling.Count(cart.Quantity) : Spelling.None,
        Add => Spelling.Ids(pending.Cart?.AddOns.Select(addOn => addOn.Id) ?? []),
        Paused => Spelling.Yes(pending.Cart is { Paused: true }),
        _ => Spelling.Local(pending.EffectiveAt, run),
    };
}
