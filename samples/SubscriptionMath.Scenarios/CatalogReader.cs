namespace SubscriptionMath.Scenarios;

/// <summary>Reads the products for sale, and their names for the rest of the file.</summary>
internal static class CatalogReader
{
    internal static Catalog Read(JsonCursor cursor, Currency currency)
    {
        var fields = cursor.Fields();
        var plans = fields.Required("plans");
        var addOns = fields.Optional("addOns");
        fields.Done();
        AddOn[] sold = addOns is null ? [] : [.. addOns.Elements().Select(addOn => AddOn(addOn, currency))];
        var offered = (addOns ?? cursor).Made("add-ons that can be told apart", () => new Catalog { Plans = [], AddOns = [.. sold] });
        Plan[] plansRead = [.. plans.Elements().Select(plan => Plan(plan, currency, offered))];
        return plans.Made("plans that can be told apart", () => offered with { Plans = [.. plansRead] });
    }

    internal static string PlanId(JsonCursor cursor, Catalog catalog) => Id(cursor, catalog.Plans.Select(plan => plan.Id));

    internal static string AddOnId(JsonCursor cursor, Catalog catalog) => Id(cursor, catalog.AddOns.Select(addOn => addOn.Id));

    private static Plan Plan(JsonCursor cursor, Currency currency, Catalog offered)
    {
        var fields = cursor.Fields().WithAll("id", "name", "rank", "prices");
        var plan = cursor.Made("a plan that can be sold", () => new Plan
        {
            Id = fields.Required("id").Text(),
            Name = fields.Required("name").Text(),
            Rank = fields.Required("rank").Count(int.MinValue),
            Prices = Prices(fields.Required("prices"), currency),
            Trial = fields.Optional("trial") is { } trial ? new TrialOffer(trial.Interval()) : null,
            Allowances = Allowances(fields.Optional("allowances")),
            AddOns = [.. fields.Optional("addOns")?.Elements().Select(one => AddOnId(one, offered)) ?? []],
            Seats = fields.Optional("seats") is { } seats ? Seats(seats) : SeatLimits.Any,
        });
        fields.Done();
        return plan;
    }

    private static AddOn AddOn(JsonCursor cursor, Currency currency)
    {
        var fields = cursor.Fields().WithAll("id", "name", "prices");
        var addOn = cursor.Made("an add-on that can be sold", () => new AddOn
        {
            Id = fields.Required("id").Text(),
            Name = fields.Required("name").Text(),
            Prices = Prices(fields.Required("prices"), currency),
            Allowances = Allowances(fields.Optional("allowances")),
            Measure = fields.Optional("measure")?.Choice<ProrationUnit>() is { } unit ? Measure.Days with { Unit = unit } : null,
        });
        fields.Done();
        return addOn;
    }

    private static Sequence<Price> Prices(JsonCursor cursor, Currency currency) =>
        [.. cursor.Elements().Select(price => Price(price, currency))];

    private static Price Price(JsonCursor cursor, Currency currency)
    {
        var fields = cursor.Fields().WithAll("amount", "interval");
        var amount = fields.Required("amount");
        var interval = fields.Required("interval").Interval();
        fields.Done();
        return amount.Made("a price", () => new Price { Model = new PriceModel.PerUnit(Amount(amount, currency)), Currency = currency, Interval = interval });
    }

    /// <summary>A price, which may be finer than the currency, and may name the currency if it is the scenario's.</summary>
    private static decimal Amount(JsonCursor cursor, Currency currency) =>
        cursor.IsText && Money.TryParse(cursor.Element.GetString(), out var money) && money.Currency == currency && !money.IsNegative
            ? money.Amount
            : cursor.NotNegative($"a price in {currency}, zero or more");

    private static Sequence<Allowance> Allowances(JsonCursor? cursor) =>
        [.. cursor?.Elements().Select(Allowance) ?? []];

    private static Allowance Allowance(JsonCursor cursor)
    {
        var fields = cursor.Fields().WithAll("kind", "units", "carriesOver");
        var allowance = new Allowance
        {
            Kind = fields.Required("kind").Text(),
            Units = fields.Required("units").NotNegative("a number of usage credits, zero or more"),
            Rollover = fields.Required("carriesOver").Flag() ? Rollover.Full : Rollover.None,
            Interval = fields.Optional("interval")?.Interval(),
        };
        fields.Done();
        return allowance;
    }

    private static SeatLimits Seats(JsonCursor cursor)
    {
        var fields = cursor.Fields();
        var limits = new SeatLimits { Least = fields.Optional("least")?.Count(1) ?? 1, Most = fields.Optional("most")?.Count(1) };
        fields.Done();
        return limits;
    }

    private static string Id(JsonCursor cursor, IEnumerable<string> known)
    {
        var id = cursor.Text();
        string[] names = [.. known];
        return names.Contains(id) ? id : throw cursor.Unknown(names);
    }
}
