using System.Text.Json.Nodes;
using SubscriptionMath.Vendors;
using static SubscriptionMath.Tests.Serialization.JsonDocuments;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>JSON as people read it and write it by hand.</summary>
public sealed class JsonExamples
{
    [Fact]
    public void A_policy_is_written_like_the_questionnaire() => Assert.Equal(Spaceless(WhaleBooksPolicy), BillingJson.Write(WhaleBooks.Policy()));

    [Fact]
    public void A_policy_is_read_as_it_was_written_by_hand() => Assert.Equal(WhaleBooks.Policy(), BillingJson.Read<BillingPolicy>(WhaleBooksPolicy));

    [Fact]
    public void For_people_there_is_a_line_for_each_property()
    {
        var written = BillingJson.Write<Answer>(new Refused { Code = RefusalCode.PaidToFree, Message = "Příliš." }, indented: true);
        Assert.Equal(
            ["{", "  \"kind\": \"refused\",", "  \"code\": \"paidToFree\",", "  \"message\": \"Příliš.\"", "}"],
            written.ReplaceLineEndings("\n").Split('\n'));
        Assert.Equal(Spaceless(WhaleBooksPolicy), Spaceless(BillingJson.Write(WhaleBooks.Policy(), indented: true)));
    }

    [Fact]
    public void A_catalog_leaves_out_what_there_is_none_of()
    {
        var catalog = BillingJson.Read<Catalog>(SmallCatalog);
        Assert.Equal(BillingInterval.Days(14), catalog.Plan("pro").Trial?.Length);
        Assert.Equal(Spaceless(SmallCatalog).Replace("14 days", "2 weeks", StringComparison.Ordinal), BillingJson.Write(catalog));
    }

    [Fact]
    public void A_plan_without_seat_limits_has_any_number_of_seats() =>
        Assert.Equal(SeatLimits.Any, BillingJson.Read<Plan>(
            """{ "id": "p", "name": "P", "rank": 0, "prices": [ { "model": { "kind": "perUnit", "amount": 1 }, "currency": "EUR", "interval": "month", "billingTiming": "inAdvance" } ] }""").Seats);

    [Fact]
    public void A_case_says_which_one_it_is_whatever_it_is_written_as()
    {
        var refused = new Refused { Code = RefusalCode.PaidToFree, Message = "No." };
        Assert.Equal(Spaceless(NotToFree), BillingJson.Write(refused));
        Assert.Equal(Spaceless(NotToFree), BillingJson.Write<Answer>(refused));
        Assert.Equal(refused, BillingJson.Read<Refused>(NotToFree));
        Assert.Equal(refused, BillingJson.Read<Answer>(NotToFree));
    }

    [Fact]
    public void A_kind_may_stand_last() =>
        Assert.IsType<Refused>(BillingJson.Read<Answer>("""{ "code": "paidToFree", "message": "No.", "kind": "refused" }"""));

    [Theory]
    [InlineData("\"owner, billing\"", Roles.Owner | Roles.Billing)]
    [InlineData("\"anyone\"", Roles.Anyone)]
    [InlineData("\"none\"", Roles.None)]
    public void Flags_are_a_list_of_names(string json, Roles roles)
    {
        Assert.Equal(roles, BillingJson.Read<Roles>(json));
        Assert.Equal(json, BillingJson.Write(roles));
    }

    [Fact]
    public void A_subscription_is_read_as_it_was_written_by_hand() =>
        Assert.Equal(Money.Of(75m, "EUR"), BillingJson.Read<Subscription>(HeldInPrague).Plan?.Lots[0].Billed);

    private static string Spaceless(string json) => JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
