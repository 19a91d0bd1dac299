using SubscriptionMath.Scenarios;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>Scenarios that are wrong in one place: each error names the file, the path, what was expected and what was found.</summary>
public sealed class ScenarioReaderTests
{
    private const string Sound = """
        {
          "scenario": "sound", "title": "A sound scenario", "zone": "UTC", "currency": "EUR", "policy": "WhaleBooks",
          "catalog": {
            "plans": [
              { "id": "personal", "name": "Personal", "rank": 1, "prices": [{ "interval": "year", "amount": "100.00" }], "addOns": ["space"] },
              { "id": "company", "name": "Company", "rank": 2, "prices": [{ "interval": "year", "amount": 240.00 }] }
            ],
            "addOns": [
              { "id": "space", "name": "Space", "prices": [{ "interval": "year", "amount": "12.00" }],
                "allowances": [{ "kind": "gigabytes", "units": 5, "carriesOver": false }] }
            ]
          },
          "steps": [
            { "on": "2026-01-01", "buy": { "plan": "personal", "interval": "year", "quantity": 1, "addOns": ["space"] } },
            { "on": "2026-07-02", "change": { "plan": "company", "addOns": [] },
              "expect": { "dueNow": "64.18", "term": { "start": "2026-01-01", "end": "2027-01-01" } } }
          ],
          "variants": [{ "name": "again" }]
        }
        """;

    // (240.00 - 100.00 - 12.00) x 183/365 = 64.18: the space is dropped with the change.
    [Fact]
    public void The_scenario_that_the_others_are_made_from_is_sound() =>
        Assert.Empty(ScenarioRunner.Play(ScenarioReader.Read(Sound, "sound.json")).Mismatches);

    [Theory]
    [InlineData("zone", "\"UTC\"", "\"Mars/Olympus\"", "$.zone", "the id of a time zone", "\"Mars/Olympus\"")]
    [InlineData("currency", "\"EUR\"", "\"EUX\"", "$.currency", "the ISO 4217 code of a currency", "\"EUX\"")]
    [InlineData("vendor", "\"WhaleBooks\"", "\"WhaleBook\"", "$.policy", "\"WhaleBooks\"", "\"WhaleBook\"")]
    [InlineData("vendor in an object", "\"WhaleBooks\"", "{ \"vendor\": \"Acme\" }", "$.policy.vendor", " names, such as \"", "\"Acme\"")]
    [InlineData("plan", "\"plan\": \"company\"", "\"plan\": \"compny\"", "$.steps[1].change.plan", "\"personal\" or \"company\"", "\"compny\"")]
    [InlineData("add-on", "\"addOns\": [] }", "\"addOns\": [\"spcae\"] }", "$.steps[1].change.addOns[0]", "\"space\"", "\"spcae\"")]
    [InlineData("add-on of a plan", "[\"space\"] },", "[\"spcae\"] },", "$.catalog.plans[0].addOns[0]", "\"space\"", "\"spcae\"")]
    public void An_unknown_name_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("in a price", "\"100.00\"", "\"USD 100.00\"", "$.catalog.plans[0].prices[0].amount", "a price in EUR", "\"USD 100.00\"")]
    [InlineData("in a figure", "\"64.18\"", "\"USD 64.18\"", "$.steps[1].expect.dueNow", "an amount in EUR", "\"USD 64.18\"")]
    public void Mixed_currencies_are_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("end before start", "\"2027-01-01\"", "\"2025-01-01\"", "$.steps[1].expect.term.end", "on or after the start", "\"2025-01-01\"")]
    [InlineData("before the subscription", "\"2026-07-02\"", "\"2025-07-02\"", "$.steps[1].on", "2026-01-01T00:00:00, when the step before", "\"2025-07-02\"")]
    [InlineData("no such day", "\"2026-07-02\"", "\"2026-02-30\"", "$.steps[1].on", "a date such as", "\"2026-02-30\"")]
    [InlineData("a stretch without length", "\"policy\"", "\"paymentsFail\": [{ \"start\": \"2026-05-01\", \"end\": \"2026-05-01\" }], \"policy\"", "$.paymentsFail[0].end", "an end after the start", "\"2026-05-01\"")]
    [InlineData("not a date", "\"2026-07-02\"", "\"2 July\"", "$.steps[1].on", "a date such as", "\"2 July\"")]
    public void A_moment_out_of_order_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("price", "\"100.00\"", "-100", "$.catalog.plans[0].prices[0].amount", "zero or more", "-100")]
    [InlineData("price as text", "\"100.00\"", "\"EUR -100.00\"", "$.catalog.plans[0].prices[0].amount", "zero or more", "\"EUR -100.00\"")]
    [InlineData("quantity", "\"quantity\": 1", "\"quantity\": -1", "$.steps[0].buy.quantity", "a whole number, 1 or more", "-1")]
    [InlineData("units", "\"units\": 5", "\"units\": -5", "$.catalog.addOns[0].allowances[0].units", "zero or more", "-5")]
    public void A_negative_number_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("finer than the currency", "\"64.18\"", "\"64.185\"", "$.steps[1].expect.dueNow", "not finer", "\"64.185\"")]
    [InlineData("larger than any amount", "\"64.18\"", "\"700000000000000000000\"", "$.steps[1].expect.dueNow", "not larger", "\"7000")]
    [InlineData("more digits than a decimal has", "\"100.00\"", "100.00000000000000000000000000001", "$.catalog.plans[0].prices[0].amount", "a price", "100.0000")]
    [InlineData("a price too fine", "\"100.00\"", "\"0.0000000000001\"", "$.catalog.plans[0].prices[0].amount", "a price", "12 decimals")]
    [InlineData("an exponent", "\"100.00\"", "1e2", "$.catalog.plans[0].prices[0].amount", "a price in EUR", "1e2")]
    [InlineData("a fraction of a seat", "\"quantity\": 1", "\"quantity\": 1.5", "$.steps[0].buy.quantity", "a whole number", "1.5")]
    public void A_number_that_would_be_rounded_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("missing", "\"rank\": 1, ", "", "$.catalog.plans[0]", "a property \"rank\"", "\"id\", \"name\", \"prices\", \"addOns\"")]
    [InlineData("missing at the top", "\"zone\": \"UTC\", ", "", "$", "a property \"zone\"", "\"scenario\"")]
    [InlineData("misspelt", "\"change\"", "\"chagne\"", "$.steps[1]", "exactly one of \"buy\" or \"change\" or \"cancel\"", "none of them")]
    [InlineData("misspelt figure", "\"dueNow\"", "\"duenow\"", "$.steps[1].expect.duenow", "one of the properties \"refused\"", "\"duenow\"")]
    [InlineData("a key that is none", "\"change\": {", "\"advance\": { \"to\": 1 }, \"_\": {", "$.steps[1].advance.to", "one of the properties none", "\"to\"")]
    [InlineData("misspelt parameter", "\"WhaleBooks\"", "{ \"vendor\": \"Kaspr\", \"seatsAdded\": \"full\" }", "$.policy.seatsAdded", "\"seatAdded\"", "\"seatsAdded\"")]
    [InlineData("twice", "\"interval\": \"year\", \"quantity\": 1", "\"interval\": \"year\", \"interval\": \"month\"", "$.steps[0].buy.interval", "once", "it twice")]
    [InlineData("both", "\"change\": {", "\"buy\": {}, \"change\": {", "$.steps[1]", "exactly one of", "\"buy\" and \"change\"")]
    [InlineData("more than time", "\"change\": {", "\"advance\": {}, \"change\": {", "$.steps[1]", "exactly one of", "\"change\" and \"advance\"")]
    [InlineData("a plan to resume to", "\"change\": {", "\"resume\": {", "$.steps[1].resume.plan", "one of the properties none", "\"plan\"")]
    [InlineData("used beside use", "\"change\": { \"plan\": \"company\", \"addOns\": [] }", "\"use\": {}, \"used\": {}", "$.steps[1].used", "one of the properties \"on\"", "\"used\"")]
    [InlineData("an event without a day", "\"dueNow\": \"64.18\"", "\"events\": [{ \"billingReason\": \"renewal\" }]", "$.steps[1].expect.events[0]", "a property \"on\"", "\"billingReason\"")]
    [InlineData("a misspelt figure of an event", "\"dueNow\": \"64.18\"", "\"events\": [{ \"on\": \"2026-07-01\", \"billingReason\": \"renewal\", \"paymentTiming\": 1 }]", "$.steps[1].expect.events[0].paymentTiming", "one of the properties \"on\"", "\"paymentTiming\"")]
    [InlineData("a pending change without a part", "\"dueNow\": \"64.18\"", "\"pending\": {}", "$.steps[1].expect.pending", "a part of the pending change", "an empty object")]
    [InlineData("a plan with nothing but its id", "\"name\": \"Company\", \"rank\": 2, \"prices\": [{ \"interval\": \"year\", \"amount\": 240.00 }]", "\"seats\": {}", "$.catalog.plans[1]", "the properties \"name\", \"rank\", \"prices\"", "\"id\", \"seats\"")]
    [InlineData("variants of one name", "{ \"name\": \"again\" }", "{ \"name\": \"a\" }, { \"name\": \"a\" }", "$.variants[1].name", "a name of its own", "\"a\"")]
    [InlineData("no steps", "{ \"name\": \"again\" }", "{ \"name\": \"none\", \"steps\": [] }", "$.variants[0].steps", "at least one step", "none")]
    public void A_property_missing_or_too_many_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("text for a list", "[] },", "\"space\" },", "$.steps[1].change.addOns", "an array", "\"space\"")]
    [InlineData("list for an object", "{ \"plan\": \"company\", \"addOns\": [] }", "[]", "$.steps[1].change", "an object", "an array")]
    [InlineData("number for a text", "\"title\": \"A sound scenario\"", "\"title\": 7", "$.title", "a text", "7")]
    [InlineData("text for a truth", "\"carriesOver\": false", "\"carriesOver\": \"no\"", "$.catalog.addOns[0].allowances[0].carriesOver", "true or false", "\"no\"")]
    [InlineData("null", "\"currency\": \"EUR\"", "\"currency\": null", "$.currency", "a text", "null")]
    [InlineData("interval", "\"interval\": \"year\", \"quantity\"", "\"interval\": \"yearly\", \"quantity\"", "$.steps[0].buy.interval", "an interval", "\"yearly\"")]
    [InlineData("answer", "\"WhaleBooks\"", "{ \"vendor\": \"Kaspr\", \"seatAdded\": \"half\" }", "$.policy.seatAdded", "a NewPrice", "half")]
    public void A_value_of_the_wrong_kind_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("cut off", "\"variants\": [{ \"name\": \"again\" }]\n}", "", "$", "JSON", "")]
    [InlineData("a comma too many", "[{ \"name\": \"again\" }]", "[],", "$", "JSON", "trailing comma")]
    public void What_is_not_JSON_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("by a parameter", "{ \"vendor\": \"smrtPhone\", \"unit\": \"terms\" }", "$.policy", "unit Terms")]
    [InlineData("by an answer put over it", "{ \"vendor\": \"WhaleBooks\", \"with\": { \"proration\": { \"measure\": { \"unit\": \"seconds\", \"changeDay\": \"old\" } } } }", "$.policy.with", "change day Old")]
    [InlineData("an answer that is not known", "{ \"vendor\": \"WhaleBooks\", \"with\": { \"proration\": { \"rounding\": { \"stage\": \"twice\" } } } }", "$.policy.with.proration.rounding.stage", "\"lines\", \"net\"")]
    [InlineData("a question that is not known", "{ \"vendor\": \"WhaleBooks\", \"with\": { \"mesure\": {} } }", "$.policy.with.mesure", "mesure")]
    [InlineData("a policy without rules", "{ \"name\": \"Mine\", \"rules\": [] }", "$.policy", "rules")]
    public void A_policy_that_cannot_be_used_is_refused(string _, string wrong, string path, string found) =>
        Refuses("\"WhaleBooks\"", wrong, path, "a policy", found);

    [Theory]
    [InlineData("too large for any amount", "\"100.00\"", "\"99999999999999999999999999\"", "$.steps[0]", "a step that can be priced", "")]
    [InlineData("a role that the policy asks for", "\"WhaleBooks\"", "\"smrtPhone\"", "$.steps[0].askedBy", "\"askedBy\", in this step or in one before", "none")]
    [InlineData("the members that the policy asks for", "\"WhaleBooks\"", "{ \"vendor\": \"WhaleBooks\", \"with\": { \"requests\": { \"eligibility\": { \"membersFitSeats\": true } } } }", "$.steps[0].members", "\"members\", in this step or in one before", "none")]
    [InlineData("nothing to cancel", "\"buy\": { \"plan\": \"personal\", \"interval\": \"year\", \"quantity\": 1, \"addOns\": [\"space\"] }", "\"cancel\": {}", "$.steps[0].cancel", "\"buy\", since nothing is held", "\"cancel\"")]
    [InlineData("nothing to change", "\"buy\": { \"plan\": \"personal\", \"interval\": \"year\", \"quantity\": 1,", "\"change\": {", "$.steps[0].change", "\"buy\", since nothing is held", "\"change\"")]
    [InlineData("bought twice", "\"change\": {", "\"buy\": { \"interval\": \"year\",", "$.steps[1].buy", "\"change\", since a plan is held", "\"buy\"")]
    [InlineData("used more than there is", "\"change\": {", "\"used\": { \"gigabytes\": 6 }, \"change\": {", "$.steps[1].used.gigabytes", "at most the 5 that are left", "6")]
    public void A_step_that_cannot_be_played_is_refused(string _, string sound, string wrong, string path, string expected, string found) =>
        Refuses(sound, wrong, path, expected, found);

    [Theory]
    [InlineData("\"WhaleBooks\"", "\"whalbeooks\"", "did you mean \"WhaleBooks\"?")]
    [InlineData("\"WhaleBooks\"", "\"Stripe.Clasic\"", "did you mean \"Stripe.Classic\" or \"StripeClassic\"?")]
    [InlineData("\"WhaleBooks\"", "\"Acme\"", null)]
    [InlineData("\"plan\": \"company\"", "\"plan\": \"comapny\"", "did you mean \"company\"?")]
    [InlineData("\"plan\": \"company\"", "\"plan\": \"enterprise\"", null)]
    [InlineData("\"dueNow\"", "\"dueNwo\"", "did you mean \"dueNow\"?")]
    [InlineData("\"change\"", "\"chagne\"", "did you mean \"change\"?")]
    [InlineData("\"WhaleBooks\"", "{ \"vendor\": \"Kaspr\", \"seatsAdded\": \"full\" }", "did you mean \"seatAdded\"?")]
    public void A_misspelt_name_gets_the_nearest_ones(string sound, string wrong, string? question)
    {
        var text = Sound.Replace(sound, wrong, StringComparison.Ordinal);
        var error = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "malformed.json"));
        if (question is null)
            Assert.DoesNotContain("did you mean", error.Message, StringComparison.Ordinal);
        else
            Assert.EndsWith($"; {question}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vendor_has_its_name_in_C_sharp_too()
    {
        var named = ScenarioReader.Read(Sound.Replace("\"WhaleBooks\"", "\"Obi.DayProration\"", StringComparison.Ordinal), "sound.json");
        Assert.Equal(Vendors.Obi.DayProration(), named.Runs[0].Policy);
    }

    /// <summary>Reading and playing give nothing but the error, so there is no partial quote to print.</summary>
    private static void Refuses(string sound, string wrong, string path, string expected, string found)
    {
        var text = Sound.ReplaceLineEndings("\n");
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var place = text.IndexOf(sound, StringComparison.Ordinal);
        var malformed = string.Concat(text.AsSpan(0, place), wrong, text.AsSpan(place + sound.Length));

        var error = Assert.Throws<ScenarioException>(() => ScenarioRunner.Play(ScenarioReader.Read(malformed, "malformed.json")));

        Assert.Equal("malformed.json", error.File);
        Assert.Equal(path, error.Path);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.StartsWith($"malformed.json, {path}: expected ", error.Message, StringComparison.Ordinal);
    }
}
