namespace SubscriptionMath.Scenarios;

/// <summary>Reads one way to play a scenario: a property that a variant leaves out is as in the scenario itself.</summary>
internal static class RunReader
{
    internal static ScenarioRun Read(ObjectCursor own, ObjectCursor story, string? variant)
    {
        JsonCursor? Optional(string name) => own.Optional(name) ?? story.Optional(name);
        JsonCursor Required(string name) => own.Optional(name) ?? story.Required(name);

        var currency = CurrencyOf(Required("currency"));
        var (policy, label) = PolicyReader.Read(Required("policy"));
        var run = new ScenarioRun
        {
            Variant = variant,
            Note = own.Optional("note")?.Text(),
            Zone = Zone(Required("zone")),
            Currency = currency,
            Credit = Optional("credit") is { } credit ? MoneyCredit.Of(Positive(credit, currency)) : MoneyCredit.None,
            QuotaAnchor = Optional("quotaAnchor") is { } anchor ? new Anchor(anchor.Moment()) : null,
            Policy = policy,
            PolicyLabel = label,
            Catalog = CatalogReader.Read(Required("catalog"), currency),
            PaymentsFail = [],
            Steps = [],
        };
        run = run with { PaymentsFail = [.. Optional("paymentsFail")?.Elements().Select(stretch => Stretch(stretch, run.Zone)) ?? []] };
        return run with { Steps = StepReader.Read(Required("steps"), run) };
    }

    private static Term Stretch(JsonCursor cursor, DateTimeZone zone)
    {
        var fields = cursor.Fields();
        var (start, end) = (fields.Required("start").Moment().InZoneLeniently(zone).ToInstant(), fields.Required("end"));
        fields.Done();
        var until = end.Moment().InZoneLeniently(zone).ToInstant();
        return until > start ? new Term(start, until) : throw end.Wrong($"an end after the start, {cursor.Element.GetProperty("start").GetRawText()}");
    }

    private static Currency CurrencyOf(JsonCursor cursor) =>
        Currency.TryOf(cursor.Text(), out var currency) ? currency : throw cursor.Wrong("the ISO 4217 code of a currency such as \"EUR\"");

    private static DateTimeZone Zone(JsonCursor cursor) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(cursor.Text())
        ?? throw cursor.Wrong("the id of a time zone such as \"UTC\" or \"Europe/Prague\"");

    private static Money Positive(JsonCursor cursor, Currency currency) =>
        cursor.Amount(currency) is { IsPositive: true } amount ? amount : throw cursor.Wrong($"an amount in {currency} above zero");
}
