using System.Data.Common;
using System.Text.Json;
using BillingService.Endpoints;
using BillingService.Store;
using Dapper;

namespace BillingService.Settling;

/// <summary>An answer as it goes out, and as it goes out again to a retry.</summary>
internal sealed record StoredAnswer(int Status, string Body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Results.Text(Body, Status < 400 ? "application/json" : Problem.ContentType, statusCode: Status).ExecuteAsync(httpContext);
}

/// <summary>Keeps the first answer to each idempotency key.</summary>
internal sealed class Answers(Database database)
{
    private const string Insert =
        "insert into answers values (@subscriptionId, @Key, @Request, @Status, @Body) on conflict (subscription_id, key) do nothing";

    /// <summary>The first answer to a key; a problem if the key stood for another request.</summary>
    internal async Task<StoredAnswer?> FindAsync(string subscriptionId, Asked asked)
    {
        var row = await database.FindAsync<AnswerRow>(
            "select * from answers where subscription_id = @subscriptionId and key = @Key", new { subscriptionId, asked.Key });
        return row is null ? null
            : row.Request == asked.Request ? new StoredAnswer(row.Status, row.Body)
            : Of(Problem.Invalid(Headers.IdempotencyKey, $"The key '{asked.Key}' stands for another request: {row.Request}."));
    }

    /// <summary>Keeps an answer unless there is one, and gives the one that was first. A busy account is no answer to keep.</summary>
    internal async Task<StoredAnswer> FirstAsync(string subscriptionId, Asked asked, Settled settled)
    {
        var answer = Render(settled);
        if (settled is not Busy)
        {
            await database.ExecuteAsync(Insert, new { subscriptionId, asked.Key, asked.Request, answer.Status, answer.Body });
        }

        return await FindAsync(subscriptionId, asked) ?? answer;
    }

    /// <summary>Keeps an answer in the transaction of its booking; false if the key has an answer already.</summary>
    internal static async Task<bool> KeepAsync(DbTransaction transaction, string subscriptionId, Asked asked, Settled settled)
    {
        var answer = Render(settled);
        return await transaction.Connection!.ExecuteAsync(
            Insert, new { subscriptionId, asked.Key, asked.Request, answer.Status, answer.Body }, transaction) == 1;
    }

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Json.Options);

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json.Options)!;

    private static StoredAnswer Render(Settled settled) => settled switch
    {
        Booked booked => new StoredAnswer(200, Write(new BookedAnswer(
            booked.Outcome, booked.Quote.Id!, booked.Quote.Totals.DueNow, booked.Invoice?.Number, booked.Subscription, booked.Credit))),
        UnitsSpent units => new StoredAnswer(200, Write(new SpentAnswer(units.Spent.Uses, units.Spent.Owed, units.Spent.Subscription))),
        Declined declined => Of(Problem.Of(declined.Amount)),
        NotAllowed refused => Of(Problem.Of(refused.Refusal)),
        Overtaken overtaken => Of(Problem.Of(overtaken.Stale)),
        _ => Of(Problem.Busy),
    };

    private static StoredAnswer Of(Problem problem) => new(problem.Status, Write(problem));
}

/// <summary>A booked change: its outcome, the amount due and the resulting subscription.</summary>
internal sealed record BookedAnswer(
    Outcome Outcome, string QuoteId, Money Due, long? Invoice, Subscription Subscription, MoneyCredit Credit);

/// <summary>Spent usage credits, by grant.</summary>
internal sealed record SpentAnswer(Sequence<GrantUse> Uses, decimal Owed, Subscription Subscription);
