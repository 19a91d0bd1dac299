using System.Text.Json;
using SubscriptionMath.Scenarios;
using static SubscriptionMath.Tests.Serialization.JsonDocuments;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>Texts that are broken, ambiguous or no text, and quotes that contradict themselves: always an error with a path.</summary>
public sealed class JsonFaultExamples
{
    private static readonly Quote Upgrade = WhaleBooks.Quote(WhaleBooks.Buy("2026-01-01", Yearly("personal")), Yearly("company"), "2026-07-02");

    [Theory]
    [InlineData("{ \"id\": \"a\", \"plan\": { \"lots\": [ { \"billed\": ", "$.plan.lots[0].billed")]
    [InlineData("{ \"message\": \"No.\", \"kind\": ", "$.kind")]
    [InlineData("{ \"message\": nonsense, \"kind\": \"refused\" }", "$.message")]
    [InlineData("{ \"id\": \"a\", \"id\": \"b\" }", "$.id")]
    [InlineData("{ \"addOns\": [ 1, { \"id\": 1, \"id\": 2 } ] }", "$.addOns[1].id")]
    [InlineData("{ \"id\": \"\\ud800\" }", "$.id")]
    [InlineData("{ \"id\": [ \"a\", \"\\udc00 b\" ] }", "$.id[1]")]
    [InlineData("{ \"\\ud83d\": 1 }", "$")]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    public void A_broken_text_has_a_place(string json, string path)
    {
        foreach (var read in new Action[] { () => BillingJson.Read<Answer>(json), () => BillingJson.Read<Subscription>(json), () => BillingJson.Read<BillingPolicy>(json) })
        {
            var thrown = Assert.Throws<JsonException>(read);
            Assert.Equal(path, thrown.Path);
            Assert.Contains($"Path: {path}.", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ \"scenario\": \"\\ud800\" }", "$.scenario")]
    [InlineData("{ \"scenario\": [ \"a\", \"\\udc00 b\" ] }", "$.scenario[1]")]
    [InlineData("{ \"\\ud83d\": 1 }", "$")]
    [InlineData("{ \"scenario\": ", "$")]
    public void A_broken_scenario_is_the_error_of_its_reader(string json, string path) =>
        Assert.Equal(path, Assert.Throws<ScenarioException>(() => ScenarioReader.Read(json, "file")).Path);

    // A literal of an attribute is kept in UTF-8, which has no half of a pair.
    [Fact]
    public void A_raw_half_of_a_surrogate_pair_has_a_place()
    {
        Assert.Equal("$.id", Assert.Throws<JsonException>(() => BillingJson.Read<Subscription>("{ \"id\": \"\ud800\" }")).Path);
        Assert.Equal("$.scenario", Assert.Throws<ScenarioException>(() => ScenarioReader.Read("{ \"scenario\": \"\udc00\" }", "file")).Path);
    }

    [Fact]
    public void A_text_that_is_too_deep_has_a_place()
    {
        var json = "{ \"rules\": " + new string('[', 200);
        Assert.StartsWith("$.rules[0][0]", Assert.Throws<JsonException>(() => BillingJson.Read<BillingPolicy>(json)).Path, StringComparison.Ordinal);
        Assert.Throws<ScenarioException>(() => ScenarioReader.Read(json, "file"));
    }

    [Fact]
    public void A_member_that_stands_twice_is_refused()
    {
        var twice = HeldInPrague.Replace("\"quantity\": 1,\n    \"term\"", "\"quantity\": 1,\n    \"quantity\": 2,\n    \"term\"", StringComparison.Ordinal);
        Assert.NotEqual(HeldInPrague, twice);
        Assert.Equal("$.plan.quantity", Assert.Throws<JsonException>(() => BillingJson.Read<Subscription>(twice)).Path);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_not_written()
    {
        const string Half = "S\ud83d";
        Assert.Throws<JsonException>(() => BillingJson.Write(Subscription.NotStarted(Half, "EUR", DateTimeZone.Utc)));
        Assert.Throws<JsonException>(() => BillingJson.Write(new Refused { Code = RefusalCode.PaidToFree, Message = Half }));
        Assert.Throws<JsonException>(() => BillingJson.Write(Upgrade with { EndedAddOns = [Half] }));
        Assert.Equal("S🐳", BillingJson.Read<Subscription>(BillingJson.Write(Subscription.NotStarted("S🐳", "EUR", DateTimeZone.Utc))).Id);
    }

    [Fact]
    public void A_quote_that_contradicts_itself_is_refused()
    {
        var (entry, line) = (Upgrade.Entries[0], Upgrade.Lines[0]);
        Refused(Upgrade with { Entries = Upgrade.Entries.Plus(new Entry(Account.Payment, Money.Of(0.01m, "EUR"))) }, "$.entries");
        Refused(Upgrade with { Entries = [entry with { Line = 7 }, .. Upgrade.Entries.Skip(1)] }, "$.entries[0].line");
        Refused(Upgrade with { Entries = [entry with { Line = -2 }, .. Upgrade.Entries.Skip(1)] }, "$.entries[0].line");
        const string Entries = "\"entries\":[";
        Refused(BillingJson.Write(Upgrade).Replace(Entries, Entries + BillingJson.Write(new Entry(Account.Payment, Money.Of(0m, "USD"))) + ",", StringComparison.Ordinal), "$.entries[0].amount");
        Refused(Upgrade with { Lines = [line with { Amount = -line.Amount }, .. Upgrade.Lines.Skip(1)] }, "$.lines[0].amount");
        Refused(Upgrade with { Lines = [line with { Amount = line.Amount + line.Amount, Exact = line.Exact + line.Exact }, .. Upgrade.Lines.Skip(1)] }, "$.lines[0].amount");
        Refused(Upgrade with { Lines = [line with { Exact = line.Exact * Fraction.Of(2) }, .. Upgrade.Lines.Skip(1)] }, "$.lines[0].amount");
        Refused(Upgrade with { Lines = [line with { Share = new Share(1, 0, ProrationUnit.CalendarDays) }, .. Upgrade.Lines.Skip(1)] }, "$.lines[0].share");
        Refused(Upgrade with { Lines = [line with { Quantity = 0 }, .. Upgrade.Lines.Skip(1)] }, "$.lines[0].quantity");
        var bought = Upgrade.Lines.Select((one, place) => (one, place)).First(pair => pair.one.Kind == LineKind.NewPrice);
        Refused(Upgrade with { Lines = [.. Upgrade.Lines.Select((one, place) => place == bought.place ? one with { Price = one.Price * 3m } : one)] }, $"$.lines[{bought.place}].exact");
        Refused(Upgrade with { SubscriptionId = "S-2" }, "$.subscriptionAfter.id");
        Refused(Upgrade with { ForVersion = 41 }, "$.subscriptionAfter.version");
        Refused(Upgrade with { Read = Upgrade.Read with { Credit = MoneyCredit.Of(Money.Of(1m, "EUR")) } }, "$.creditAfter");
        Refused(Upgrade with { CreditAfter = MoneyCredit.Of(Money.Of(1m, "USD")) }, "$.creditAfter.lots[0].left");
        Refused(Upgrade with { SubscriptionAfter = Upgrade.SubscriptionAfter with { Status = Status.Expired } }, "$.subscriptionAfter.status");
        Assert.Equal(Upgrade, BillingJson.Read<Quote>(BillingJson.Write(Upgrade)));
    }

    private static void Refused(Quote quote, string path) => Refused(BillingJson.Write(quote), path);

    private static void Refused(string json, string path) => Assert.Equal(path, Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(json)).Path);
}
