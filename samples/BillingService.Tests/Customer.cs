namespace BillingService.Tests;

/// <summary>A customer at the other end of the wire.</summary>
internal sealed record Customer(HttpClient Client, string AccountId, string Id)
{
    internal static object Cart(string plan, int seats = 1, string interval = "month", params string[] addOns) => new
    {
        kind = "to",
        cart = new { planId = plan, interval, quantity = seats, addOns = addOns.Select(id => new { id }) },
    };

    internal Task<Reply> ShowAsync() => Client.GetReplyAsync($"/subscriptions/{Id}");

    internal Task<Reply> PreviewAsync(object change) => Client.PostAsync($"/subscriptions/{Id}/preview", change);

    internal Task<Reply> AcceptAsync(string quoteId, string? key = null) => AskAsync("accept", new { quoteId }, key);

    /// <summary>Previews a change and accepts the quote.</summary>
    internal async Task<Reply> BuyAsync(object change) => await AcceptAsync((await PreviewAsync(change)).Text("quote.id"));

    internal Task<Reply> AskAsync(string command, object body, string? key = null) =>
        Client.PostAsync($"/subscriptions/{Id}/{command}", body, key ?? $"{Guid.NewGuid():N}");

    internal Task<Reply> TimelineAsync(int days = 365) => Client.GetReplyAsync($"/subscriptions/{Id}/timeline?days={days}");

    internal Task<Reply> InvoicesAsync() => Client.GetReplyAsync($"/subscriptions/{Id}/invoices");

    internal Task<Reply> PayWithAsync(string card) => Client.PutAsync($"/accounts/{AccountId}/card", new { card });
}
