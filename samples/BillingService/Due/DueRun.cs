using BillingService.Settling;
using BillingService.Store;

namespace BillingService.Due;

/// <summary>Runs what is due, a batch at a time. Everything is in the tables, so that a run can stop and start at any point.</summary>
internal sealed class DueRun(
    Database database,
    Holdings holdings,
    Quotes quotes,
    Settlement settlement,
    Claims claims,
    Ledger ledger,
    IClock clock,
    ILogger<DueRun> log)
{
    private static readonly Duration Patience = Duration.FromMinutes(1);

    /// <summary>Runs up to so many due subscriptions, one event of each, and gives the number that moved on.</summary>
    internal async Task<int> RunBatchAsync(int size)
    {
        var now = clock.GetCurrentInstant();
        var due = await database.ListAsync<string>(
            "select id from subscriptions where next_due_at <= @now order by next_due_at limit @size", new { now, size });
        var moved = 0;
        foreach (var id in due)
        {
            moved += await TryAsync(id, now) ? 1 : 0;
        }

        return moved;
    }

    /// <summary>Carries on with quotes whose process died between the claim and the booking.</summary>
    internal async Task ResumeAsync(Duration? patience = null)
    {
        foreach (var account in await claims.AbandonedAsync(clock.GetCurrentInstant() - (patience ?? Patience)))
        {
            var quote = (await quotes.OpenAsync(account.Claim!)).Document;
            Log.Resuming(log, quote.SubscriptionId, quote.Id!);
            await settlement.SettleAsync(quote, account.ClaimKey is { } key ? new Asked(key, account.ClaimRequest!) : null);
        }
    }

    /// <summary>One subscription that cannot be run must not stop the others: it is put off and told.</summary>
    private async Task<bool> TryAsync(string id, Instant now)
    {
        var holding = await holdings.OpenAsync(id);
        if (!(holding.Row.NextDueAt <= now))
        {
            return false;
        }

        try
        {
            return await RunOneAsync(holding, now);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or OverflowException)
        {
            Log.PutOff(log, fault, id);
            await ledger.PutOffAsync(holding, new Schedule(now + Duration.FromHours(1), holding.Row.Failures, holding.Row.RetryAt));
            return false;
        }
    }

    private async Task<bool> RunOneAsync(Holding holding, Instant now)
    {
        if (Schedule.IsExhausted(holding.Row.Failures) && holding.Subscription.Status != Status.NonRenewing)
        {
            return await GiveUpAsync(holding, now);
        }

        var quote = holding.Owes && holding.Row.RetryAt <= now ? holding.Collect(now) : holding.PriceNext();
        if (quote is null || (quote.At > now && holding.Row.RetryAt is null))
        {
            // The account has changed since: what was due is no longer, or comes later.
            await ledger.PutOffAsync(holding, new Schedule(quote?.At, 0, null));
            return true;
        }

        await quotes.KeepAsync(quote);
        var settled = await settlement.SettleAsync(quote, asked: null);
        if (settled is Declined)
        {
            await ledger.PutOffAsync(holding, Schedule.AfterDecline(holding, now));
        }

        return settled is Booked or Declined;
    }

    /// <summary>After the last retry the service cancels: at once if the policy lets it, else at the policy's time.</summary>
    private async Task<bool> GiveUpAsync(Holding holding, Instant now)
    {
        var answer = holding.Price(Change.Cancel(RequestedTiming.Now), now);
        answer = answer is Refused ? holding.Price(Change.Cancel(), now) : answer;
        if (answer is Quote quote)
        {
            await quotes.KeepAsync(quote);
            return await settlement.SettleAsync(quote, asked: null) is Booked;
        }

        Log.LeftToPeople(log, holding.Row.Id, ((Refused)answer).Message);
        await ledger.PutOffAsync(holding, new Schedule(null, holding.Row.Failures, null));
        return true;
    }
}
