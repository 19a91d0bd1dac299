using System.Text.Json;
using System.Text.Json.Nodes;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests;

/// <summary>JSON as people read it, and what is said to those who write it wrong.</summary>
public sealed class JsonExamples
{
    private const string Policy = """
        {
          "name": "WhaleBooks",
          "direction": { "plans": "rank", "items": "plan", "interval": "amongEquals", "longerInterval": "up", "tie": "lateral" },
          "eligibility": { "askedBy": "anyone", "membersFitSeats": false },
          "rules": [
            {
              "kind": "treated",
              "when": { "changes": "start" },
              "then": {
                "timing": { "kind": "now" },
                "trial": "kept",
                "term": { "kind": "restarted" },
                "unused": { "kind": "none" },
                "newPrice": "full",
                "due": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "changes": "end" },
              "then": {
                "timing": { "kind": "atPeriodEnd" },
                "trial": "kept",
                "term": { "kind": "endKept" },
                "unused": { "kind": "none" },
                "newPrice": "nothingUntilRenewal",
                "due": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "changes": "resume" },
              "then": {
                "timing": { "kind": "now" },
                "trial": "kept",
                "term": { "kind": "endKept" },
                "unused": { "kind": "none" },
                "newPrice": "nothingUntilRenewal",
                "due": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "refused",
              "when": { "status": "terminated" },
              "reason": "changeWhileTerminated"
            },
            {
              "kind": "refused",
              "when": { "from": "paid", "to": "free" },
              "reason": "paidToFree"
            },
            {
              "kind": "treated",
              "when": { "direction": "up", "inTrial": true },
              "then": {
                "timing": { "kind": "now" },
                "trial": "ended",
                "term": { "kind": "restarted" },
                "unused": { "kind": "none" },
                "newPrice": "full",
                "due": "nowAsOldPriceThenDifference",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "inTrial": true },
              "then": {
                "timing": { "kind": "now" },
                "trial": "kept",
                "term": { "kind": "endKept" },
                "unused": { "kind": "none" },
                "newPrice": "nothingUntilRenewal",
                "due": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "direction": "down" },
              "then": {
                "timing": { "kind": "now" },
                "trial": "ended",
                "term": { "kind": "endKept" },
                "unused": { "kind": "lots", "origins": "all", "basis": "billed" },
                "newPrice": "forTheRest",
                "due": "now",
                "surplus": { "kind": "toBalance" }
              }
            },
            {
              "kind": "treated",
              "when": {},
              "then": {
                "timing": { "kind": "now" },
                "trial": "ended",
                "term": { "kind": "endKept" },
                "unused": { "kind": "lots", "origins": "all", "basis": "billed" },
                "newPrice": "forTheRest",
                "due": "now",
                "surplus": { "kind": "toBalance" }
              }
            }
          ],
          "measure": { "grain": "calendarDays", "changeDay": "new", "denominator": { "kind": "period" }, "ratio": { "kind": "exact" } },
          "rounding": { "mode": "halfAwayFromZero", "stage": "net" },
          "tax": { "charged": { "base": "net", "mode": "halfAwayFromZero" }, "credited": { "base": "net", "mode": "halfAwayFromZero" }, "stage": "invoice" },
          "discounts": { "split": "largestRemainder", "reversal": "inProportion" },
          "addOns": { "whenPlanChanges": "keptWithTheTerm", "endedValue": { "kind": "none" } },
          "balance": { "pays": "all", "order": { "keys": [] }, "lost": "atExpiry", "promotionLost": "atExpiry", "promotion": "returned" },
          "allowances": {
            "onUpgrade": "replaced",
            "onDowngrade": "replaced",
            "onRenewal": "replaced",
            "rollover": "theOldPlan",
            "carried": "asBefore",
            "firstTerm": "full",
            "addedSeats": "full",
            "boughtAddOns": "full",
            "rounding": { "mode": "floor", "decimals": 0 },
            "use": {
              "order": { "keys": [ "expiry", "planFirst" ] },
              "overage": { "kind": "refused" },
              "atReset": "forgiven"
            }
          },
          "renewal": { "price": "asSold", "daysAhead": 0, "takesAddOnsAlong": false, "afterEnd": "freePlan" },
          "failedPayment": "nothingChanges",
          "pending": "newestReplaces"
        }
        """;

    private const string Catalog = """
        {
          "plans": [
            {
              "id": "free",
              "name": "Free",
              "rank": 0,
              "prices": [ { "model": { "kind": "perUnit", "amount": 0 }, "currency": "EUR", "every": "month", "charged": "inAdvance" } ],
              "seats": { "least": 1 }
            },
            {
              "id": "pro",
              "name": "Pro",
              "rank": 1,
              "prices": [ { "model": { "kind": "perUnit", "amount": 75.00 }, "currency": "EUR", "every": "month", "charged": "inAdvance" }, { "model": { "kind": "perUnit", "amount": 750.00 }, "currency": "EUR", "every": "year", "charged": "inAdvance" } ],
              "trial": { "length": "14 days" },
              "allowances": [ { "kind": "phone", "units": 12.5, "rollover": { "kind": "full" } } ],
              "addOns": [ "storage" ],
              "seats": { "least": 1, "most": 10 }
            }
          ],
          "addOns": [
            {
              "id": "storage",
              "name": "Storage",
              "prices": [ { "model": { "kind": "perUnit", "amount": 5.00 }, "currency": "EUR", "every": "month", "charged": "inAdvance" } ],
              "measure": { "grain": "monthsNotStarted", "changeDay": "new", "denominator": { "kind": "fixed", "days": 30, "per": "month" }, "ratio": { "kind": "rounded", "decimals": 9, "mode": "halfEven" } }
            }
          ]
        }
        """;

    private const string Refusal = """{ "kind": "refused", "code": "paidToFree", "sentence": "No." }""";

    private const string Held = """
        {
          "id": "S-1",
          "status": "active",
          "zone": "Europe/Prague",
          "currency": "EUR",
          "anchor": "2026-01-31T00:00:00",
          "plan": {
            "productId": "pro",
            "soldAt": { "model": { "kind": "perUnit", "amount": 75.00 }, "currency": "EUR", "every": "month", "charged": "inAdvance" },
            "quantity": 1,
            "term": "2026-01-30T23:00:00Z/2026-02-27T23:00:00Z",
            "lots": [
              {
                "covers": "2026-01-30T23:00:00Z/2026-02-27T23:00:00Z",
                "period": "2026-01-30T23:00:00Z/2026-02-27T23:00:00Z",
                "quantity": 1,
                "above": 0,
                "price": { "model": { "kind": "perUnit", "amount": 75.00 }, "currency": "EUR", "every": "month", "charged": "inAdvance" },
                "terms": 1,
                "billed": "EUR 75.00",
                "paid": "EUR 75.00",
                "carried": "EUR 0.00",
                "credited": "EUR 0.00",
                "origin": "purchase",
                "awaitsInvoice": false
              }
            ]
          }
        }
        """;

    [Fact]
    public void A_policy_is_written_like_the_questionnaire() => Assert.Equal(Spaceless(Policy), BillingJson.Write(WhaleBooks.Policy()));

    [Fact]
    public void A_policy_is_read_as_it_was_written_by_hand() => Assert.Equal(WhaleBooks.Policy(), BillingJson.Read<BillingPolicy>(Policy));

    [Fact]
    public void For_people_there_is_a_line_for_each_property()
    {
        var written = BillingJson.Write<Answer>(new Refused { Code = RefusalCode.PaidToFree, Sentence = "Příliš." }, indented: true);
        Assert.Equal(
            ["{", "  \"kind\": \"refused\",", "  \"code\": \"paidToFree\",", "  \"sentence\": \"Příliš.\"", "}"],
            written.ReplaceLineEndings("\n").Split('\n'));
        Assert.Equal(Spaceless(Policy), Spaceless(BillingJson.Write(WhaleBooks.Policy(), indented: true)));
    }

    [Fact]
    public void A_catalog_leaves_out_what_there_is_none_of()
    {
        var catalog = BillingJson.Read<Catalog>(Catalog);
        Assert.Equal(BillingInterval.Days(14), catalog.Plan("pro").Trial?.Length);
        Assert.Equal(Spaceless(Catalog).Replace("14 days", "2 weeks", StringComparison.Ordinal), BillingJson.Write(catalog));
    }

    [Fact]
    public void A_plan_without_seat_limits_has_any_number_of_seats() =>
        Assert.Equal(SeatLimits.Any, BillingJson.Read<Plan>(
            """{ "id": "p", "name": "P", "rank": 0, "prices": [ { "model": { "kind": "perUnit", "amount": 1 }, "currency": "EUR", "every": "month", "charged": "inAdvance" } ] }""").Seats);

    [Fact]
    public void A_case_says_which_one_it_is_whatever_it_is_written_as()
    {
        var refused = new Refused { Code = RefusalCode.PaidToFree, Sentence = "No." };
        Assert.Equal(Spaceless(Refusal), BillingJson.Write(refused));
        Assert.Equal(Spaceless(Refusal), BillingJson.Write<Answer>(refused));
        Assert.Equal(refused, BillingJson.Read<Refused>(Refusal));
        Assert.Equal(refused, BillingJson.Read<Answer>(Refusal));
    }

    [Fact]
    public void A_kind_may_stand_last() =>
        Assert.IsType<Refused>(BillingJson.Read<Answer>("""{ "code": "paidToFree", "sentence": "No.", "kind": "refused" }"""));

    [Theory]
    [InlineData("\"owner, billing\"", Roles.Owner | Roles.Billing)]
    [InlineData("\"anyone\"", Roles.Anyone)]
    [InlineData("\"none\"", Roles.None)]
    public void Flags_are_a_list_of_names(string json, Roles roles)
    {
        Assert.Equal(roles, BillingJson.Read<Roles>(json));
        Assert.Equal(json, BillingJson.Write(roles));
    }

    [Theory]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"sometimes\"", "Expected one of \"lines\", \"net\". Path: $.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"lines, net\"", "Expected one of \"lines\", \"net\". Path: $.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"Net\"", "Expected one of \"lines\", \"net\". Path: $.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": 1", "Expected one of \"lines\", \"net\". Path: $.rounding.stage.")]
    [InlineData("\"stage\": \"net\"", "\"stage\": \"net\", \"digits\": 2", "The JSON property 'digits' could not be mapped")]
    [InlineData(", \"stage\": \"net\"", "", "missing required properties including: 'stage'. Path: $.rounding.")]
    [InlineData("\"askedBy\": \"anyone\"", "\"askedBy\": \"boss\"", "Expected some of \"none\", \"owner\", \"billing\", \"member\", \"anyone\". Path: $.eligibility.askedBy.")]
    [InlineData("\"endedValue\": { \"kind\": \"none\" }", "\"endedValue\": null", "Path: $.addOns")]
    [InlineData("\"endedValue\": { \"kind\": \"none\" }", "\"endedValue\": { \"kind\": \"some\" }", "'some'. Path: $.addOns.endedValue")]
    [InlineData("\"endedValue\": { \"kind\": \"none\" }", "\"endedValue\": {}", "Expected a \"kind\" that says which case it is. Path: $.addOns.endedValue.")]
    [InlineData("\"name\": \"WhaleBooks\"", "\"name\": \" \"", "Path: $.name.")]
    [InlineData("\"name\": \"WhaleBooks\"", "\"name\": null", "Path: $.name.")]
    [InlineData("\"membersFitSeats\": false", "\"membersFitSeats\": \"no\"", "as a boolean. Path: $.eligibility.membersFitSeats.")]
    [InlineData("\"when\": {}", "\"when\": { \"inTrial\": false }", "The policy 'WhaleBooks' contradicts itself: 'rules' and 'no rule for everything else'")]
    public void A_wrong_policy_is_refused_with_what_was_expected_and_where(string right, string wrong, string refusal) =>
        Refused<BillingPolicy>(Policy, right, wrong, refusal);

    [Theory]
    [InlineData("750.00", "-750.00", "Amount is -750.00; it must not be negative. Path: $.plans[1].prices[1].model.amount.")]
    [InlineData("750.00", "\"750.00\"", "as a number. Path: $.plans[1].prices[1].model.amount.")]
    [InlineData("750.00", "1e99", "too large or too small for a Decimal. Path: $.plans[1].prices[1].model.amount.")]
    [InlineData("\"EUR\", \"every\": \"year\"", "\"EURO\", \"every\": \"year\"", "'EURO' is not an active ISO 4217 currency code. Path: $.plans[1].prices[1].currency.")]
    [InlineData("\"year\"", "\"P1Y\"", "'P1Y' is not an interval such as 'month', '3 months' or '30 days'. Path: $.plans[1].prices[1].every.")]
    [InlineData("\"year\"", "\"month\"", "There are two prices per month in EUR. Path: $.plans[1].prices.")]
    [InlineData("[ { \"model\": { \"kind\": \"perUnit\", \"amount\": 0 }, \"currency\": \"EUR\", \"every\": \"month\", \"charged\": \"inAdvance\" } ]", "[]", "At least one price is needed; a free plan has a price of zero. Path: $.plans[0].prices.")]
    [InlineData("[ { \"model\": { \"kind\": \"perUnit\", \"amount\": 0 }, \"currency\": \"EUR\", \"every\": \"month\", \"charged\": \"inAdvance\" } ]", "[ null ]", "Path: $.plans[0].prices")]
    [InlineData("\"id\": \"pro\"", "\"id\": \"\"", "Path: $.plans[1].id.")]
    [InlineData("\"id\": \"pro\"", "\"id\": \"free\"", "There are two plans with the id 'free'. Path: $.plans.")]
    [InlineData("12.5", "-1", "Path: $.plans[1].allowances[0].units.")]
    [InlineData("\"most\": 10", "\"most\": 0", "Path: $.plans[1].seats.most.")]
    public void A_wrong_catalog_is_refused_with_what_was_expected_and_where(string right, string wrong, string refusal) =>
        Refused<Catalog>(Catalog, right, wrong, refusal);

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
        Refused<Subscription>(Held, right, wrong, refusal);

    [Fact]
    public void A_subscription_is_read_as_it_was_written_by_hand() =>
        Assert.Equal(Money.Of(75m, "EUR"), BillingJson.Read<Subscription>(Held).Plan?.Lots[0].Billed);

    [Theory]
    [InlineData("null", "Expected the JSON of a Quote, found null. Path: $.")]
    [InlineData("[]", "Path: $")]
    [InlineData("{", "Path: $")]
    [InlineData("", "Path: $")]
    [InlineData("""{ "sentence": "No.", "sentence": "No.", "kind": "refused" }""", "Path: $")]
    [InlineData(Refusal, "Expected the JSON of a Quote, found Refused. Path: $.")]
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
        Assert.Throws<JsonException>(() => BillingJson.Write(RoundingStage.Net + 1));
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

    private static string Spaceless(string json) => JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private sealed class Nowhere() : DateTimeZone("Nowhere", isFixed: true, Offset.Zero, Offset.Zero)
    {
        public override NodaTime.TimeZones.ZoneInterval GetZoneInterval(Instant instant) => Utc.GetZoneInterval(instant);
    }
}
