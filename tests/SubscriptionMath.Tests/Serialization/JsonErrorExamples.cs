using System.Text.Json;
using static SubscriptionMath.Tests.Serialization.JsonDocuments;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>The errors for wrong JSON: the expected value, and its place.</summary>
public sealed class JsonErrorExamples
{
    [Theory]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"sometimes\"", "Expected one of \"lines\", \"net\", \"invoice\". Path: $.proration.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"lines, net\"", "Expected one of \"lines\", \"net\", \"invoice\". Path: $.proration.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"Net\"", "Expected one of \"lines\", \"net\", \"invoice\". Path: $.proration.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": 1", "Expected one of \"lines\", \"net\", \"invoice\". Path: $.proration.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"net\", \"digits\": 2", "The JSON property 'digits' could not be mapped")]
    [InlineData(", \"stage\": \"net\"", "", "missing required properties including: 'stage'. Path: $.proration.rounding.")]
    [InlineData("\"askedBy\": \"anyone\"", "\"askedBy\": \"boss\"", "Expected some of \"none\", \"owner\", \"billing\", \"member\", \"anyone\". Path: $.requests.eligibility.askedBy.")]
    [InlineData("\"endedValue\": { \"kind\": \"none\" }", "\"endedValue\": null", "Path: $.addOns")]
    [InlineData("\"endedValue\": { \"kind\": \"none\" }", "\"endedValue\": { \"kind\": \"some\" }", "'some'. Path: $.addOns.endedValue")]
    [InlineData("\"endedValue\": { \"kind\": \"none\" }", "\"endedValue\": {}", "Expected a \"kind\" that names the case. Path: $.addOns.endedValue.")]
    [InlineData("\"name\": \"WhaleBooks\"", "\"name\": \" \"", "Path: $.name.")]
    [InlineData("\"name\": \"WhaleBooks\"", "\"name\": null", "Path: $.name.")]
    [InlineData("\"membersFitSeats\": false", "\"membersFitSeats\": \"no\"", "as a boolean. Path: $.requests.eligibility.membersFitSeats.")]
    [InlineData("\"when\": {}", "\"when\": { \"inTrial\": false }", "The policy 'WhaleBooks' contradicts itself: 'rules' and 'no rule for everything else'")]
    public void A_wrong_policy_is_refused_with_what_was_expected_and_where(string right, string wrong, string refusal) =>
        Refused<BillingPolicy>(WhaleBooksPolicy, right, wrong, refusal);

    [Theory]
    [InlineData("750.00", "-750.00", "Amount is -750.00; it must not be negative. Path: $.plans[1].prices[1].model.amount.")]
    [InlineData("750.00", "\"750.00\"", "as a number. Path: $.plans[1].prices[1].model.amount.")]
    [InlineData("750.00", "1e99", "too large or too small for a Decimal. Path: $.plans[1].prices[1].model.amount.")]
    [InlineData("\"EUR\", \"interval\": \"year\"", "\"EURO\", \"interval\": \"year\"", "'EURO' is not an active ISO 4217 currency code. Path: $.plans[1].prices[1].currency.")]
    [InlineData("\"year\"", "\"P1Y\"", "'P1Y' is not an interval such as 'month', '3 months' or '30 days'. Path: $.plans[1].prices[1].interval.")]
    [InlineData("\"year\"", "\"month\"", "There are two prices per month in EUR. Path: $.plans[1].prices.")]
    [InlineData("[ { \"model\": { \"kind\": \"perUnit\", \"amount\": 0 }, \"currency\": \"EUR\", \"interval\": \"month\", \"billingTiming\": \"inAdvance\" } ]", "[]", "At least one price is needed; a free plan has a price of zero. Path: $.plans[0].prices.")]
    [InlineData("[ { \"model\": { \"kind\": \"perUnit\", \"amount\": 0 }, \"currency\": \"EUR\", \"interval\": \"month\", \"billingTiming\": \"inAdvance\" } ]", "[ null ]", "Path: $.plans[0].prices")]
    [InlineData("\"id\": \"pro\"", "\"id\": \"\"", "Path: $.plans[1].id.")]
    [InlineData("\"id\": \"pro\"", "\"id\": \"free\"", "There are two plans with the id 'free'. Path: $.plans.")]
    [InlineData("12.5", "-1", "Path: $.plans[1].allowances[0].units.")]
    [InlineData("\"most\": 10", "\"most\": 0", "Path: $.plans[1].seats.most.")]
    public void A_wrong_catalog_is_refused_with_what_was_expected_and_where(string right, string wrong, string refusal) =>
        Refused<Catalog>(SmallCatalog, right, wrong, refusal);

    [Theory]
    [InlineData("\"Europe/Prague\"", "\"Bohemia\"", "Expected the id of a time zone such as \"Europe/Prague\". Path: $.zone.")]
    [InlineData("\"currency\": \"EUR\",\n  \"anchor\"", "\"currency\": \"CZK\",\n  \"anchor\"", "The subscription 'S-1' is billed in CZK, and 'pro' is sold at EUR 75.00 per month.")]
    [InlineData("\"active\"", "\"expired\"", "The subscription 'S-1' is Expired and holds the plan 'pro'.")]
    [InlineData("\"billed\": \"EUR 75.00\"", "\"billed\": 75.00", "Expected a JSON string for Money, found Number. Path: $.plan.lots[0].billed.")]
    [InlineData("\"billed\": \"EUR 75.00\"", "\"billed\": \"EUR -75.00\"", "Billed is EUR -75.00; it must not be negative. Path: $.plan.lots[0].billed.")]
    [InlineData("\"billed\": \"EUR 75.00\"", "\"billed\": \"CZK 75.00\"", "a lot of 'pro' holds CZK 75.00.")]
    [InlineData("\"period\": \"2026-01-30T23:00:00Z", "\"period\": \"2026-03-30T23:00:00Z", "Path: $.plan.lots[0].period.")]
    [InlineData("\"period\": \"2026-01-30T23:00:00Z", "\"period\": \"2026-02-27T23:00:00Z", "of a lot is empty. Path: $.plan.lots[0].period.")]
    [InlineData("\"anchor\": \"2026-01-31T00:00:00\"", "\"anchor\": \"31 January\"", "Path: $.anchor.")]
    public void A_wrong_subscription_is_refused_with_what_was_expected_and_where(string right, string wrong, string refusal) =>
        Refused<Subscription>(HeldInPrague, right, wrong, refusal);

    [Theory]
    [InlineData("null", "Expected the JSON of a Quote, found null. Path: $.")]
    [InlineData("[]", "Path: $")]
    [InlineData("{", "Path: $")]
    [InlineData("", "Path: $")]
    [InlineData("""{ "message": "No.", "message": "No.", "kind": "refused" }""", "Path: $")]
    [InlineData(NotToFree, "Expected the JSON of a Quote, found Refused. Path: $.")]
    public void What_is_no_quote_is_refused(string json, string refusal) =>
        Assert.Contains(refusal, Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_type_without_a_form_is_refused()
    {
        Assert.Throws<ArgumentException>(() => BillingJson.Write(new Uri("about:blank")));
        Assert.Throws<ArgumentException>(() => BillingJson.Read<Uri>("{}"));
        Assert.Throws<ArgumentNullException>(() => BillingJson.Read<Answer>(null!));
        Assert.Throws<ArgumentNullException>(() => BillingJson.Write<Answer>(null!));
    }

    [Fact]
    public void What_could_not_be_read_back_is_not_written()
    {
        Assert.Throws<JsonException>(() => BillingJson.Write(Subscription.NotStarted("S-1", "EUR", new Nowhere())));
        Assert.Throws<JsonException>(() => BillingJson.Write(Roles.Anyone + 1));
        Assert.Throws<JsonException>(() => BillingJson.Write(RoundingStage.Invoice + 1));
    }

    private static void Refused<T>(string json, string right, string wrong, string refusal)
        where T : notnull
    {
        Assert.Contains(right, json, StringComparison.Ordinal);
        _ = BillingJson.Read<T>(json);
        var thrown = Assert.Throws<JsonException>(() => BillingJson.Read<T>(json.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(refusal, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Path: $", thrown.Message, StringComparison.Ordinal);
        Assert.NotNull(thrown.Path);
    }

    private sealed class Nowhere() : DateTimeZone("Nowhere", isFixed: true, Offset.Zero, Offset.Zero)
    {
        public override NodaTime.TimeZones.ZoneInterval GetZoneInterval(Instant instant) => Utc.GetZoneInterval(instant);
    }
}
