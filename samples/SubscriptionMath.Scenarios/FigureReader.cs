namespace SubscriptionMath.Scenarios;

/// <summary>Figures as a file writes them.</summary>
internal static class FigureReader
{
    private const string UnitsExpected = "a number of usage credits, zero or more";

    internal static string Amount(JsonCursor value, ScenarioRun run) => value.Amount(run.Currency).ToString();

    internal static string Entries(JsonCursor value, ScenarioRun run)
    {
        var fields = value.Fields();
        var accounts = new List<(Account, IEnumerable<Money>)>();
        foreach (var account in Enum.GetValues<Account>())
        {
            if (fields.Optional(Spelling.Name(account)) is { } amounts)
            {
                accounts.Add((account, [.. amounts.Elements().Select(one => one.Amount(run.Currency))]));
            }
        }

        fields.Done();
        return Spelling.Entries(accounts);
    }

    internal static string PlanOrNone(JsonCursor value, ScenarioRun run) =>
        value.IsNull ? Spelling.None : CatalogReader.PlanId(value, run.Catalog);

    internal static string AddOns(JsonCursor value, ScenarioRun run) =>
        Spelling.Ids(value.Elements().Select(one => CatalogReader.AddOnId(one, run.Catalog)));

    internal static string Stretch(JsonCursor value, ScenarioRun run)
    {
        if (value.IsNull)
        {
            return Spelling.None;
        }

        var fields = value.Fields();
        var (start, end) = (fields.Required("start").Moment(), fields.Required("end"));
        fields.Done();
        return end.Moment() >= start
            ? $"{Spelling.Local(start)} to {Spelling.Local(end.Moment())}"
            : throw end.Wrong($"an end on or after the start, {Spelling.Local(start)}");
    }

    /// <summary>Usage credits by kind.</summary>
    internal static string Usage(JsonCursor value, ScenarioRun run) => Spelling.List(UnitsByKind(value).Select(one => $"{one.Kind} {Spelling.Units(one.Units)}"));

    /// <summary>Usage credits by kind; a kind with none may be left out.</summary>
    internal static string UsageMoved(JsonCursor value, ScenarioRun run) => Spelling.List(
        UnitsByKind(value).Where(one => one.Units > 0m).Select(one => $"{one.Kind} {Spelling.Units(one.Units)}"));

    /// <summary>Usage credits by the plan or add-on that brought them, then by kind.</summary>
    internal static string UsageOfProducts(JsonCursor value, ScenarioRun run) => Spelling.List(value.Fields().All
        .OrderBy(product => product.Key, StringComparer.Ordinal)
        .SelectMany(product => UnitsByKind(product.Value).Select(one => $"{product.Key} {one.Kind} {Spelling.Units(one.Units)}")));

    internal static string Next(JsonCursor value, ScenarioRun run)
    {
        if (value.IsNull)
        {
            return Spelling.None;
        }

        var fields = value.Fields();
        var text = Spelling.Event(Spelling.Local(fields.Required("on").Moment()), fields.Required("billingReason").Choice<BillingReason>());
        fields.Done();
        return text;
    }

    private static IEnumerable<(string Kind, decimal Units)> UnitsByKind(JsonCursor value) => value.Fields().All
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => (one.Key, one.Value.NotNegative(UnitsExpected)));
}
