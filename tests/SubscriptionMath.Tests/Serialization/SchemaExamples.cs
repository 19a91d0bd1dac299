using System.Text.Json;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>A stored document has the number of its schema; members of a later one are refused, or ignored on demand.</summary>
public sealed class SchemaExamples
{
    private static readonly Subscription Held = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
    private static readonly Quote Bought = WhaleBooks.Quote(Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc), Yearly("personal"), "2026-01-01");

    public static TheoryData<string> Documents =>
    [
        BillingJson.Write(Held), BillingJson.Write(Kaspr.Catalog), BillingJson.Write(Kaspr.Policy), BillingJson.Write(Bought),
        BillingJson.Write(Timeline.Of(Held, Facts.None)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_document_has_its_schema_first(string document) => Assert.Matches("^{(\"kind\":\"quote\",)?\"schema\":1,", document);

    [Fact]
    public void A_document_without_a_number_is_of_the_first_schema() =>
        Assert.Equal(Held, BillingJson.Read<Subscription>(BillingJson.Write(Held).Replace("\"schema\":1,", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2", "The schema is 2, of a later version; this one reads up to 1.")]
    [InlineData("0", "The schema is 0; the first is 1.")]
    public void Another_schema_is_refused_with_its_path(string number, string sentence)
    {
        Refused(() => BillingJson.Read<Subscription>(Numbered(BillingJson.Write(Held))));
        Refused(() => BillingJson.Read<Catalog>(Numbered(BillingJson.Write(Kaspr.Catalog))));
        Refused(() => BillingJson.Read<BillingPolicy>(Numbered(BillingJson.Write(Kaspr.Policy))));
        Refused(() => BillingJson.Read<Answer>(Numbered(BillingJson.Write(Bought))));

        // Each but the outermost keeps its number.
        string Numbered(string json)
        {
            var place = json.IndexOf("\"schema\":1", StringComparison.Ordinal) + "\"schema\":".Length;
            return $"{json[..place]}{number}{json[(place + 1)..]}";
        }

        void Refused(Action read)
        {
            var wrong = Assert.Throws<JsonException>(read);
            Assert.StartsWith(sentence, wrong.Message, StringComparison.Ordinal);
            Assert.Equal("$.schema", wrong.Path);
        }
    }

    [Fact]
    public void A_member_of_a_later_version_is_ignored_on_demand_wherever_it_stands()
    {
        var later = BillingJson.Write(Bought)
            .Replace("\"schema\":1", "\"schema\":3,\"mood\":{\"of\":[1]}", StringComparison.Ordinal)
            .Replace("\"lots\":[{", "\"lots\":[{\"colour\":\"blue\",", StringComparison.Ordinal)
            .Replace("\"dueNow\"", "\"owed\":\"EUR 1.00\",\"dueNow\"", StringComparison.Ordinal)
            .Replace("\"kind\":\"perUnit\"", "\"kind\":\"perUnit\",\"tone\":1", StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(later));
        Assert.Equal(Bought, BillingJson.Read<Quote>(later, UnknownMembers.Ignored));

        var policy = BillingJson.Write(Kaspr.Policy)
            .Replace("\"proration\":{", "\"proration\":{\"phaseOfTheMoon\":\"full\",", StringComparison.Ordinal)
            .Replace("\"timing\":{\"kind\":\"now\"}", "\"timing\":{\"kind\":\"now\",\"sharp\":true}", StringComparison.Ordinal);
        Assert.Contains("sharp", policy, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => BillingJson.Read<BillingPolicy>(policy));
        Assert.Equal(Kaspr.Policy, BillingJson.Read<BillingPolicy>(policy, UnknownMembers.Ignored));
    }

    [Fact]
    public void Nothing_but_unknown_members_is_ignored()
    {
        Refused(BillingJson.Write(Held).Replace("\"version\":1,", "", StringComparison.Ordinal));
        Refused(BillingJson.Write(Held).Replace("\"status\":\"active\"", "\"status\":\"dormant\"", StringComparison.Ordinal));
        Refused(BillingJson.Write(Held).Replace("\"version\":1,", "\"version\":1,\"version\":1,", StringComparison.Ordinal));
        Refused(BillingJson.Write(Held).Replace("\"kind\":\"perUnit\"", "\"kind\":\"perMood\"", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => BillingJson.Read<Subscription>("{}", (UnknownMembers)7));

        static void Refused(string json)
        {
            Assert.NotEqual(BillingJson.Write(Held), json);
            Assert.Throws<JsonException>(() => BillingJson.Read<Subscription>(json, UnknownMembers.Ignored));
        }
    }
}
