using BillingService.Store;

namespace BillingService.Settling;

/// <summary>The quotes that were made, by their ids: what was shown is what is booked.</summary>
internal sealed class Quotes(Database database)
{
    internal Task KeepAsync(Quote quote) => database.ExecuteAsync(
        "insert into quotes values (@Id, @SubscriptionId, 0, @quote) on conflict (id) do nothing",
        new { quote.Id, quote.SubscriptionId, quote });

    internal Task<QuoteRow?> FindAsync(string id) => database.FindAsync<QuoteRow>("select * from quotes where id = @id", new { id });

    internal async Task<QuoteRow> OpenAsync(string id) =>
        await FindAsync(id) ?? throw new InvalidOperationException($"There is no quote '{id}'.");

    /// <summary>Counts a declined payment once, however many requests saw it: the next attempt is another charge.</summary>
    internal Task CountAttemptAsync(QuoteRow row) => database.ExecuteAsync(
        "update quotes set attempts = attempts + 1 where id = @Id and attempts = @Attempts", new { row.Id, row.Attempts });
}
