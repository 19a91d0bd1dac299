using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>A quote in JSON has its totals, the caller's id, and its explanations where asked for.</summary>
public sealed class QuoteFormExamples
{
    private static readonly JsonSerializerOptions Shows = new() { TypeInfoResolverChain = { BillingJson.ResolverWith(explained: true), new DefaultJsonTypeInfoResolver() } };
    private static readonly JsonSerializerOptions Reads = new() { TypeInfoResolverChain = { BillingJson.ResolverWith(UnknownMembers.Ignored), new DefaultJsonTypeInfoResolver() } };
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));

    /// <summary>WhaleBooks 3-A: 183 of 365 days of 100.00 are 50.14, of 240.00 are 120.33; 70.19 is due.</summary>
    private static readonly Quote Upgrade = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02");

    [Fact]
    public void The_totals_are_written_in_full_and_explanations_only_where_asked_for()
    {
        var written = Parsed(BillingJson.Write(Upgrade));
        var totals = written["totals"]!.AsObject();
        Assert.Equal("EUR 70.19", (string?)totals["dueNow"]);
        Assert.Equal("EUR 50.14", (string?)totals["unusedValue"]);
        Assert.Equal("EUR 120.33", (string?)totals["newPrice"]);
        Assert.Equal("EUR 70.19", (string?)totals["net"]);
        Assert.Equal("EUR 0.00", (string?)totals["refunded"]);
        Assert.Equal(0, (int)totals["daysGranted"]!);
        Assert.False(written.ContainsKey("explanations"));
        Assert.False(written.ContainsKey("id"));

        var explained = Parsed(BillingJson.Write(Upgrade, explained: true))["explanations"]!.AsArray();
        Assert.Equal(Explanation.Of(Upgrade), explained.Select(one => (string)one!));
    }

    [Fact]
    public void Every_total_of_the_source_is_in_JSON()
    {
        var totals = Parsed(BillingJson.Write(Upgrade))["totals"]!.AsObject();
        Assert.Equal(
            typeof(QuoteTotals).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal),
            totals.Select(total => total.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_quote_with_everything_is_read_back_equal()
    {
        var named = Upgrade with { Id = "Q-17" };
        Assert.Equal(named, BillingJson.Read<Quote>(BillingJson.Write(named, indented: true, explained: true)));
        Assert.Equal("Q-17", (string?)Parsed(BillingJson.Write(named))["id"]);
        Assert.Equal(Upgrade, BillingJson.Read<Quote>(BillingJson.Write(Upgrade, explained: true)));
    }

    [Theory]
    [InlineData("\"dueNow\":\"EUR 70.19\"", "\"dueNow\":\"EUR 70.18\"", "The total 'dueNow' is EUR 70.18; the entries and lines of the quote make it EUR 70.19.")]
    [InlineData("\"daysGranted\":0", "\"daysGranted\":1", "The total 'daysGranted' is 1; the entries and lines of the quote make it 0.")]
    [InlineData("\"daysGranted\":0", "\"daysGranted\":0,\"profit\":\"EUR 1.00\"", "A quote has no total 'profit'.")]
    public void Totals_that_contradict_the_entries_are_refused(string right, string wrong, string sentence)
    {
        var refused = Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(Replaced(BillingJson.Write(Upgrade), right, wrong)));
        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Equal("$.totals", refused.Path);
    }

    [Fact]
    public void Totals_or_a_few_of_them_may_be_missing_and_null_is_none()
    {
        var text = BillingJson.Write(Upgrade);
        Assert.Equal(Upgrade, BillingJson.Read<Quote>(Replaced(text, "\"dueNow\":\"EUR 70.19\",", "")));
        var bare = Parsed(text);
        bare.Remove("totals");
        Assert.Equal(Upgrade, BillingJson.Read<Quote>(bare.ToJsonString()));
        bare["totals"] = null;
        Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(bare.ToJsonString()));
    }

    [Fact]
    public void A_derived_id_is_that_of_the_same_request_and_of_no_other()
    {
        var id = BillingJson.DerivedId(Upgrade);
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal(id, BillingJson.DerivedId(WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02")));
        Assert.Equal(id, BillingJson.DerivedId(BillingJson.Read<Quote>(BillingJson.Write(Upgrade))));
        Assert.Equal(id, BillingJson.DerivedId(Upgrade with { Id = id }));

        // Another day, another cart with the same entries (none), another version.
        Assert.NotEqual(id, BillingJson.DerivedId(WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-03")));
        Assert.NotEqual(id, BillingJson.DerivedId(Upgrade with { ForVersion = 7 }));
        Assert.NotEqual(
            BillingJson.DerivedId(Upgrade with { Entries = [], Change = Change.Cancel() }),
            BillingJson.DerivedId(Upgrade with { Entries = [], Change = Change.Cancel(RequestedTiming.Now) }));
    }

    /// <summary>The id is a key of payments that were made already: a later build must derive the same.</summary>
    /// <remarks>The figure is that of <c>sha256sum</c> over the lines.</remarks>
    [Fact]
    public void A_derived_id_is_the_same_for_good()
    {
        const string Lines = """
            "S-1"
            1
            "change"
            "2026-07-02T00:00:00Z"
            {"kind":"to","cart":{"planId":"company","interval":"year","quantity":1}}
            {"account":"service","amount":"EUR 50.14","line":0}
            {"account":"service","amount":"EUR -120.33","line":1}
            {"account":"payment","amount":"EUR 70.19","line":-1}

            """;
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Lines.ReplaceLineEndings("\n")));
        Assert.Equal(Convert.ToHexString(hash, 0, 16), BillingJson.DerivedId(Upgrade), ignoreCase: true);
        Assert.Equal("5744eb4b19fefbb85e0e7b68639ba7f4", BillingJson.DerivedId(Upgrade));
    }

    [Fact]
    public void An_empty_id_is_refused() => Assert.Throws<ArgumentException>(() => Upgrade with { Id = " " });

    [Fact]
    public void A_service_writes_explanations_and_reads_what_a_later_version_wrote_with_options_of_its_own()
    {
        Assert.True(JsonNode.DeepEquals(Parsed(BillingJson.Write(Upgrade, explained: true)), JsonSerializer.SerializeToNode<Answer>(Upgrade, Shows)));

        var later = Replaced(BillingJson.Write(Personal), "\"schema\":1", "\"schema\":2,\"mood\":\"fine\"");
        Assert.Equal(Personal, JsonSerializer.Deserialize<Subscription>(later, Reads));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Subscription>(later, Shows));
    }

    private static JsonObject Parsed(string json) => JsonNode.Parse(json)!.AsObject();

    private static string Replaced(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }
}
