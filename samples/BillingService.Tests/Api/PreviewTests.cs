namespace BillingService.Tests.Api;

public sealed class PreviewTests : HouseTests
{
    [Fact]
    public async Task A_preview_has_the_entries_the_reasons_and_the_invoice_and_changes_nothing()
    {
        var preview = await Ada.PreviewAsync(Customer.Cart("team", seats: 2, addOns: "handbook"));

        // 2 x 30.00 and 5.00; VAT of 20 % on 60.00 and of 10 % on 5.00: 65.00 + 12.00 + 0.50.
        Assert.Equal(200, preview.Status);
        Assert.Equal("EUR 77.50", preview.Text("quote.totals.dueNow"));
        Assert.Contains(
            "Team, 1 Jan to 1 Feb 2026: 2 x EUR 30.00 = EUR 60.00",
            preview.At("quote.explanations").EnumerateArray().Select(text => text.ToString()));
        Assert.Equal(["EUR 60.00", "EUR 5.00"], preview.Texts("invoice.lines", "amount"));
        Assert.Equal(["VAT 20 %", "VAT 10 %"], preview.Texts("invoice.taxes", "rate"));
        Assert.Equal(["EUR 12.00", "EUR 0.50"], preview.Texts("invoice.taxes", "tax"));
        Assert.Equal("notStarted", (await Ada.ShowAsync()).Text("subscription.status"));
    }

    [Fact]
    public async Task A_refused_change_names_the_field_and_the_values_that_can_be_had()
    {
        var refused = await Ada.PreviewAsync(Customer.Cart("solo", seats: 3));

        Assert.Equal(422, refused.Status);
        Assert.Equal("seatsNotOffered", refused.Text("code"));
        Assert.Equal("cart.quantity", refused.Text("field"));
        Assert.Equal("3", refused.Text("asked"));
        Assert.Equal(["1", "1"], refused.At("available").EnumerateArray().Select(one => one.ToString()));
    }

    [Theory]
    [InlineData(/*lang=json,strict*/ """{"kind":"to","cart":{"planId":"team","interval":"month","quantity":0}}""", "cart.quantity")]
    [InlineData(/*lang=json,strict*/ """{"kind":"to","cart":{"planId":"team","interval":"fortnight"}}""", "cart.interval")]
    [InlineData(/*lang=json,strict*/ """{"kind":"to","cart":{"planId":"team","interval":"month","seats":2}}""", "cart.seats")]
    [InlineData(/*lang=json,strict*/ """{"kind":"upgrade"}""", "kind")]
    public async Task A_body_that_cannot_be_read_names_the_field(string body, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await Ada.Client.PostAsync(
            new Uri($"/subscriptions/{Ada.Id}/preview", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var reply = await Reply.OfAsync(response);

        Assert.Equal(400, reply.Status);
        Assert.Equal(field, reply.Text("field"));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_comparison_has_a_row_for_each_policy()
    {
        await Ada.BuyAsync(Customer.Cart("team"));

        var rows = await Ada.Client.PostAsync($"/subscriptions/{Ada.Id}/compare", Customer.Cart("business"));

        // The whole month is left: 60.00 less 30.00, with 20 % of VAT.
        Assert.Equal(
            ["House", "Kaspr", "Obi", "PhotoDeck", "smrtPhone", "StripeFlexible", "WhaleBooks"],
            rows.Body.EnumerateArray().Select(row => row.GetProperty("policy").ToString()));
        Assert.Equal("EUR 36.00", rows.Text("0.dueNow"));
    }

    [Fact]
    public async Task An_unknown_subscription_is_a_404()
    {
        using var client = Service.CreateClient();

        Assert.Equal(404, (await client.GetReplyAsync("/subscriptions/nobody")).Status);
    }

    [Fact]
    public async Task The_service_describes_itself()
    {
        using var client = Service.CreateClient();

        var description = await client.GetReplyAsync("/openapi/v1.json");

        Assert.Contains("/subscriptions/{id}/accept", description.At("paths").EnumerateObject().Select(path => path.Name));
    }
}
