using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>The body of a request: a change says what it is, and what is wrong in it is an error with a path, whoever reads it.</summary>
public sealed class JsonBodyExamples
{
    private static readonly JsonSerializerOptions Own = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolverChain = { BillingJson.Resolver, new DefaultJsonTypeInfoResolver() },
    };

    private static readonly Cart Pro = Cart.Of("pro", BillingInterval.Month);

    [Fact]
    public void A_change_says_what_it_is()
    {
        Assert.Equal("""{"kind":"to","cart":{"planId":"pro","interval":"month","quantity":1}}""", BillingJson.Write(Change.To(Pro)));
        Assert.Equal("""{"kind":"cancel","timing":"now"}""", BillingJson.Write(Change.Cancel(RequestedTiming.Now)));
        Assert.Equal(Change.To(Pro), BillingJson.Read<Change>("""{"kind":"to","cart":{"planId":"pro","interval":"month"}}"""));
        Assert.Equal(Change.Cancel(), BillingJson.Read<Change>("""{"kind":"cancel"}"""));
        Assert.Equal(Change.Cancel(RequestedTiming.Now), BillingJson.Read<Change>("""{"timing":"now","kind":"cancel"}"""));
        Assert.Equal(Change.To(Pro), BillingJson.Read<Change>("""{"cart":{"interval":"month","planId":"pro"},"kind":"to"}"""));
    }

    [Theory]
    [InlineData("""{}""", "kind")]
    [InlineData("""{"cart":null}""", "Path: $.cart")]
    [InlineData("""{"timing":"now"}""", "kind")]
    [InlineData("""{"kind":null}""", "Path: $.kind")]
    [InlineData("""{"kind":"to"}""", "Expected a cart")]
    [InlineData("""{"kind":"to","cart":null}""", "Expected a cart, found null. Path: $.cart.")]
    [InlineData("""{"cart":null,"kind":"to"}""", "Expected a cart, found null. Path: $.cart.")]
    [InlineData("""{"kind":"terminate"}""", "Expected one of \"to\", \"cancel\". Path: $.kind.")]
    [InlineData("""{"kind":"cancel","cart":null}""", "Expected a cart, found null. Path: $.cart.")]
    [InlineData("""{"kind":"cancel","cart":{"planId":"pro","interval":"month"}}""", "has no cart. Path: $.cart.")]
    [InlineData("""{"cart":{"planId":"pro","interval":"month"},"kind":"cancel"}""", "has no cart. Path: $.kind.")]
    [InlineData("""{"cart":{"planId":"pro","interval":"month"}}""", "kind")]
    [InlineData("null", "found null")]
    public void Nothing_but_a_cancellation_cancels(string json, string refusal) =>
        Assert.Contains(refusal, Assert.Throws<JsonException>(() => BillingJson.Read<Change>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pending_change_says_what_it_is()
    {
        var pending = new PendingChange { RequestedAt = Instant.FromUtc(2026, 4, 1, 0, 0), EffectiveAt = Instant.FromUtc(2026, 5, 1, 0, 0), Cart = null };
        var held = Shops.WhaleBooks.Buy("2026-04-01", Shops.Yearly("personal"));
        var canceled = Shops.WhaleBooks.Cancel(held, "2026-04-01");
        var text = BillingJson.Write(canceled);

        Assert.Equal(canceled, BillingJson.Read<Subscription>(text));
        Assert.Contains("\"pending\":{\"kind\":\"cancel\",", text, StringComparison.Ordinal);
        Assert.Contains("Path: $.pending", Refused<Subscription>(text.Replace("\"kind\":\"cancel\",", "", StringComparison.Ordinal), null).Message, StringComparison.Ordinal);
        Assert.Contains("Path: $.pending", Refused<Subscription>(text.Replace("\"kind\":\"cancel\"", "\"kind\":\"to\"", StringComparison.Ordinal), null).Message, StringComparison.Ordinal);
        Assert.Null(pending.Cart);
    }

    [Theory]
    [InlineData("\"quantity\":0", "$.change.cart.quantity", "Quantity is 0")]
    [InlineData("\"quantity\":-1", "$.change.cart.quantity", "Quantity is -1")]
    [InlineData("\"quantity\":1,\"addOns\":[{\"id\":\"fax\",\"quantity\":0}]", "$.change.cart.addOns[0].quantity", "Quantity is 0")]
    [InlineData("\"quantity\":1,\"addOns\":[{\"id\":\" \"}]", "$.change.cart.addOns[0].id", "empty")]
    [InlineData("\"quantity\":1,\"addOns\":[null]", "$.change.cart.addOns", "null")]
    [InlineData("\"quantity\":\"two\"", "$.change.cart.quantity", "")]
    [InlineData("\"quantity\":99999999999", "$.change.cart.quantity", "")]
    [InlineData("\"seats\":2", "$.change.cart", "seats")]
    public void A_bad_value_in_a_body_is_an_error_with_its_path(string member, string path, string sentence)
    {
        var body = "{\"change\":{\"kind\":\"to\",\"cart\":{\"planId\":\"pro\",\"interval\":\"month\"," + member + "}},\"until\":1}";
        var wrong = Refused<Body>(body, Own);
        Assert.StartsWith(path, wrong.Path, StringComparison.Ordinal);
        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\":\"percentage\",\"id\":\"d\",\"percent\":-5,\"periods\":1")]
    [InlineData("\"kind\":\"percentage\",\"id\":\"d\",\"percent\":500,\"periods\":1")]
    [InlineData("\"kind\":\"percentage\",\"id\":\"\",\"percent\":5,\"periods\":1")]
    public void A_bad_discount_in_a_body_is_an_error_with_its_place(string discount)
    {
        var body = "{\"change\":{\"kind\":\"to\",\"cart\":{\"planId\":\"pro\",\"interval\":\"month\",\"discounts\":[{" + discount + "}]}},\"until\":1}";
        Assert.StartsWith("$.change.cart.discounts", Refused<Body>(body, Own).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"change":{"kind":"to","cart":null},"until":1}""", "$.change.cart")]
    [InlineData("""{"change":{"cart":null},"until":1}""", "$.change")]
    [InlineData("""{"change":{},"until":1}""", "$.change")]
    public void A_null_in_a_body_cancels_nobody(string body, string path) =>
        Assert.StartsWith(path, Refused<Body>(body, Own).Path, StringComparison.Ordinal);

    [Fact]
    public void A_bad_value_of_other_nouns_in_a_body_is_an_error_as_well()
    {
        var facts = BillingJson.Write(Facts.None with { MembersInUse = 3 }).Replace(":3", ":-3", StringComparison.Ordinal);
        Assert.Contains("MembersInUse is -3", Refused<Facts>(facts, Own).Message, StringComparison.Ordinal);
        var subscription = BillingJson.Write(Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc)).Replace("S-1", " ", StringComparison.Ordinal);
        Assert.Equal("$.id", Refused<Subscription>(subscription, Own).Path);
        Assert.Equal(Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc), JsonSerializer.Deserialize<Subscription>(BillingJson.Write(Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc)), Own));
    }

    [Fact]
    public void What_has_a_default_may_be_left_out_but_never_the_version()
    {
        var text = BillingJson.Write(Subscription.NotStarted("S-1", "EUR", DateTimeZone.Utc));
        Assert.Contains("\"version\":0,", text, StringComparison.Ordinal);
        Assert.Contains("'version'", Refused<Subscription>(text.Replace("\"version\":0,", "", StringComparison.Ordinal), null).Message, StringComparison.Ordinal);
        Assert.Equal(Pro with { AddOns = [new CartAddOn { Id = "fax" }] }, BillingJson.Read<Cart>("""{"planId":"pro","interval":"month","addOns":[{"id":"fax"}]}"""));
    }

    private static JsonException Refused<T>(string json, JsonSerializerOptions? options)
        where T : notnull => Assert.Throws<JsonException>(() => options is null ? BillingJson.Read<T>(json) : JsonSerializer.Deserialize<T>(json, options));

    private sealed record Body(Change Change, int Until);
}
