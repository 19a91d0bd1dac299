namespace BillingService.Tests.Api;

public sealed class AcceptanceTests : HouseTests
{
    [Fact]
    public async Task An_accepted_quote_is_booked_charged_and_invoiced()
    {
        var booked = await Ada.BuyAsync(Customer.Cart("team", seats: 2));

        Assert.Equal(200, booked.Status);
        Assert.Equal("accepted", booked.Text("outcome"));
        Assert.Equal("EUR 72.00", booked.Text("due"));
        Assert.Equal("active", (await Ada.ShowAsync()).Text("subscription.status"));
        var invoices = await Ada.InvoicesAsync();
        Assert.Equal("1", invoices.Text("0.number"));
        Assert.Equal("EUR 72.00", invoices.Text("0.total"));
        Assert.Equal("True", invoices.Text("0.paid"));
        Assert.Equal(["EUR 72.00"], await Service.ChargesAsync());
    }

    [Fact]
    public async Task Of_two_quotes_the_second_is_stale_and_says_why()
    {
        await Ada.BuyAsync(Customer.Cart("team"));
        var one = await Ada.PreviewAsync(Customer.Cart("business"));
        var other = await Ada.PreviewAsync(Customer.Cart("team", seats: 4));

        Assert.Equal(200, (await Ada.AcceptAsync(one.Text("quote.id"))).Status);
        var stale = await Ada.AcceptAsync(other.Text("quote.id"));

        Assert.Equal(409, stale.Status);
        Assert.Equal("version", stale.Text("code"));
        Assert.Equal("The quote was made for version 1 of the subscription, which is at 2 now.", stale.Text("detail"));
    }

    [Fact]
    public async Task Of_many_acceptances_of_one_quote_at_once_one_wins_and_one_charge_is_made()
    {
        var quote = (await Ada.PreviewAsync(Customer.Cart("team"))).Text("quote.id");

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Ada.AcceptAsync(quote)));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.All(replies.Where(reply => reply.Status != 200), reply => Assert.Equal(409, reply.Status));
        Assert.Equal(["EUR 36.00"], await Service.ChargesAsync());
        Assert.Equal(1, (await Ada.InvoicesAsync()).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_retry_with_the_same_key_gets_the_first_answer()
    {
        var quote = (await Ada.PreviewAsync(Customer.Cart("team"))).Text("quote.id");

        var first = await Ada.AcceptAsync(quote, "key-1");
        await Ada.BuyAsync(Customer.Cart("business"));
        var retries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Ada.AcceptAsync(quote, "key-1")));

        Assert.All(retries, retry => Assert.Equal(first.Body.ToString(), retry.Body.ToString()));
        Assert.Equal(2, (await Service.ChargesAsync()).Count);
    }

    [Fact]
    public async Task A_key_that_stands_for_another_request_is_refused()
    {
        await Ada.BuyAsync(Customer.Cart("team"));
        await Ada.AskAsync("cancel", new { }, "key-1");

        var reply = await Ada.AskAsync("resume", new { }, "key-1");

        Assert.Equal(400, reply.Status);
        Assert.Equal("Idempotency-Key", reply.Text("field"));
    }

    [Fact]
    public async Task A_request_without_a_key_is_refused()
    {
        var reply = await Ada.Client.PostAsync($"/subscriptions/{Ada.Id}/cancel", new { });

        Assert.Equal(400, reply.Status);
        Assert.Equal("Idempotency-Key", reply.Text("field"));
    }

    [Fact]
    public async Task A_quote_is_stale_after_the_renewal()
    {
        await Ada.BuyAsync(Customer.Cart("team"));
        var quote = (await Ada.PreviewAsync(Customer.Cart("business"))).Text("quote.id");

        await Service.TravelToAsync(Service.Start + Duration.FromDays(40));

        Assert.Equal(409, (await Ada.AcceptAsync(quote)).Status);
    }
}
