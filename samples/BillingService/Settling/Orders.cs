using BillingService.Store;

namespace BillingService.Settling;

/// <summary>What a customer asks for, each request answered once: a retry with the same key gets the first answer.</summary>
internal sealed class Orders(
    Database database, Holdings holdings, Quotes quotes, Settlement settlement, Ledger ledger, Answers answers, IClock clock)
{
    private static Refused Nothing { get; } =
        new() { Code = RefusalCode.NothingToResume, Message = "There is nothing to pause or to resume." };

    /// <summary>Prices a change and keeps the quote, so that it can be accepted by its id.</summary>
    internal async Task<Answer> PreviewAsync(Holding holding, Change change)
    {
        var answer = holding.Price(change, clock.GetCurrentInstant());
        if (answer is Quote quote)
        {
            await quotes.KeepAsync(quote);
        }

        return answer;
    }

    internal Task<StoredAnswer> AcceptAsync(string subscriptionId, Quote quote, string key) =>
        OnceAsync(subscriptionId, new Asked(key, $"accept {quote.Id}"), asked => settlement.SettleAsync(quote, asked));

    /// <summary>Prices a change and accepts it in one step: a cancellation, a pause, a resumption.</summary>
    internal Task<StoredAnswer> ChangeAsync(string subscriptionId, Func<Subscription, Change?> change, Asked asked) =>
        OnceAsync(subscriptionId, asked, async _ =>
        {
            var holding = await holdings.OpenAsync(subscriptionId);
            return change(holding.Subscription) is not { } wanted ? new NotAllowed(Nothing) : await PreviewAsync(holding, wanted) switch
            {
                Quote quote => await settlement.SettleAsync(quote, asked),
                var refused => new NotAllowed((Refused)refused),
            };
        });

    internal Task<StoredAnswer> SpendAsync(string subscriptionId, Usage usage, string key)
    {
        var request = new Asked(key, FormattableString.Invariant($"spend {usage.Units} {usage.Kind}"));
        return OnceAsync(subscriptionId, request, async asked =>
        {
            for (var attempt = 0; attempt < 10 && await answers.FindAsync(subscriptionId, asked) is null; attempt++)
            {
                var holding = await holdings.OpenAsync(subscriptionId);
                var spending = Billing.Spend(
                    holding.Subscription, usage.Kind, usage.Units, holding.Policy, clock.GetCurrentInstant());
                if (spending is NotSpent not)
                {
                    return new NotAllowed(not.Refusal);
                }

                if (await ledger.SpendAsync(holding, (Spent)spending, usage, asked))
                {
                    return new UnitsSpent((Spent)spending);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(25));
            }

            return new Busy();
        });
    }

    private async Task<StoredAnswer> OnceAsync(string subscriptionId, Asked asked, Func<Asked, Task<Settled>> work)
    {
        if (await answers.FindAsync(subscriptionId, asked) is { } first)
        {
            return first;
        }

        var settled = await ResumeAsync(subscriptionId, asked) ?? await work(asked);
        return await answers.FirstAsync(subscriptionId, asked, settled);
    }

    /// <summary>If the first request with this key has died on its way, this one carries its quote to the end.</summary>
    private async Task<Settled?> ResumeAsync(string subscriptionId, Asked asked)
    {
        var quoteId = await database.FindAsync<string>(
            """
            select claim from accounts
            where id = (select account_id from subscriptions where id = @subscriptionId) and claim_key = @Key and claim_request = @Request
            """,
            new { subscriptionId, asked.Key, asked.Request });
        return quoteId is null ? null : await settlement.SettleAsync((await quotes.OpenAsync(quoteId)).Document, asked);
    }
}
