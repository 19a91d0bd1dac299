using System.Text.Json;
using SubscriptionMath.Scenarios;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Hostile;

/// <summary>Documents that a reader once answered with too much, or with an exception of its own: found by the fuzzer, kept by name.</summary>
public sealed class FoundCases
{
    private const long MostBytes = 10_000_000;
    private const string Refusal = """{"kind":"refused","when":{},"reason":"paidToFree"}""";

    private static readonly string Policy = BillingJson.Write(WhaleBooks.Policy with { Balance = WhaleBooks.Policy.Balance with { Order = CreditOrder.By(CreditKey.Expiry) } });

    [Fact]
    public void A_key_that_an_order_repeats_five_thousand_times_is_named_once()
    {
        var message = RefusedWithin<BillingPolicy>(Policy.Replace("\"keys\":[\"expiry\"]", $"\"keys\":[{Repeated("\"expiry\"", 5_000)}]", StringComparison.Ordinal));
        Assert.Equal(1, Times("'order of use: Expiry' and 'order of use: Expiry'", message));
    }

    // Each of the hundred refusals has a rule before it that reaches the free plan; the first such rule says it all.
    [Fact]
    public void A_refusal_that_comes_too_late_is_named_once_whatever_rules_are_before_it()
    {
        var then = JsonSerializer.Deserialize<JsonElement>(Policy).GetProperty("rules").EnumerateArray().Last().GetProperty("then").GetRawText();
        var treated = $$"""{"kind":"treated","when":{},"then":{{then}}}""";
        var message = RefusedWithin<BillingPolicy>(Policy.Replace("\"rules\":[", $"\"rules\":[{Repeated(treated, 60)},{Repeated(Refusal, 100)},", StringComparison.Ordinal));

        // The policy itself refuses the free plan once more, in the fifth of its rules.
        Assert.Equal(101, Times("paid to free refused", message));
        Assert.Equal(101, Times("'rule 1' and", message));
    }

    [Fact]
    public void A_thousand_refusals_are_read_within_ten_megabytes()
    {
        var text = Policy.Replace("\"rules\":[", $"\"rules\":[{Repeated(Refusal, 1_000)},", StringComparison.Ordinal);
        _ = BillingJson.Read<BillingPolicy>(Policy);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1_000 + WhaleBooks.Policy.Rules.Count, BillingJson.Read<BillingPolicy>(text).Rules.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("subscriptionAfter")]
    [InlineData("creditAfter")]
    public void A_quote_without_a_part_is_refused_by_the_name_of_the_part(string part)
    {
        var quote = System.Text.Json.Nodes.JsonNode.Parse(BillingJson.Write(WhaleBooks.Quote(WhaleBooks.Buy("2026-01-01", Yearly("personal")), Yearly("company"), "2026-07-02")))!;
        quote[part] = null;
        var refused = Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(quote.ToJsonString()));
        Assert.Contains($"'{part}'", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("$", refused.Path, StringComparison.Ordinal);
    }

    // A backslash before it would turn the escape of the half into a backslash and six letters. A literal of an attribute has no half of a pair.
    [Fact]
    public void A_half_of_a_surrogate_pair_behind_a_backslash_has_a_place()
    {
        Assert.Equal("$.id", Assert.Throws<JsonException>(() => BillingJson.Read<Subscription>("{ \"id\": \"\\\ud800\" }")).Path);
        Assert.Equal("$.id", Assert.Throws<JsonException>(() => BillingJson.Read<Subscription>("{ \"id\": \"\\\\\ud800\" }")).Path);
        Assert.Equal("$", Assert.Throws<ScenarioException>(() => ScenarioReader.Read("{ \"scenario\": \"\\\ud800\" }", "file")).Path);
    }

    // The table of an edit distance to each name would take a second and megabytes.
    [Fact]
    public void A_name_of_sixty_thousand_letters_is_compared_with_no_short_one()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "samples", "scenarios", "0-A.json"));
        var named = System.Text.RegularExpressions.Regex.Replace(text, "\"policy\": \"[^\"]*\"", $"\"policy\": \"{new string('x', 60_000)}\"");
        Assert.NotEqual(text, named);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("$.policy", Assert.Throws<ScenarioException>(() => ScenarioReader.Read(named, "file")).Path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    private static string Repeated(string text, int times) => string.Join(',', Enumerable.Repeat(text, times));

    private static int Times(string part, string text) => text.Split(part).Length - 1;

    private static string RefusedWithin<T>(string text)
        where T : notnull
    {
        _ = BillingJson.Read<T>(Policy);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<JsonException>(() => BillingJson.Read<T>(text));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.StartsWith("$", refused.Path, StringComparison.Ordinal);
        return refused.Message;
    }
}
