using BillingService.Payments;

namespace BillingService.Settling;

/// <summary>
/// The one road of every quote, asked for or due: claim, accept, charge, book. Every step can be repeated, so that a crash between two of
/// them is cured by walking the road again.
/// </summary>
internal sealed class Settlement(Holdings holdings, Quotes quotes, Claims claims, Ledger ledger, IPaymentProvider bank)
{
    internal async Task<Settled> SettleAsync(Quote quote, Asked? asked)
    {
        var row = await quotes.OpenAsync(quote.Id!);
        var accountId = (await holdings.OpenAsync(quote.SubscriptionId)).Account.Id;
        if (await claims.TakeAsync(accountId, quote.Id!, asked) is not { } claimedAt)
        {
            return new Busy();
        }

        var holding = await holdings.OpenAsync(quote.SubscriptionId);
        var key = $"{quote.Id}/{row.Attempts}";
        if (holding.Accept(quote, claimedAt) is Stale stale)
        {
            // Money taken before a crash goes back. The charge of a quote that another request has booked stays.
            if (!await ledger.HasBookedAsync(quote))
            {
                await bank.VoidAsync(key);
            }

            await claims.ReleaseAsync(accountId, quote.Id!);
            return new Overtaken(stale);
        }

        var paid = await PayAsync(holding, quote, key);
        if (!paid && holding.Policy.Invoicing.FailedPayment == FailedPayment.NothingChanges)
        {
            await quotes.CountAttemptAsync(row);
            await claims.ReleaseAsync(accountId, quote.Id!);
            return new Declined(quote.Totals.DueNow);
        }

        var accepted = (paid ? holding.Accept(quote, claimedAt) : holding.AcceptUnpaid(quote)).OrThrow();
        return await ledger.BookAsync(holding, quote, accepted, paid ? Outcome.Accepted : Outcome.AcceptedAndOwed, asked)
            ?? Overtook(await holdings.OpenAsync(quote.SubscriptionId), quote, claimedAt);
    }

    private async Task<bool> PayAsync(Holding holding, Quote quote, string key)
    {
        var (account, totals) = (holding.Account, quote.Totals);
        if (totals.Refunded.IsPositive)
        {
            await bank.RefundAsync($"{key}/refund", account.Id, account.Card, totals.Refunded);
        }

        return !totals.DueNow.IsPositive || await bank.ChargeAsync(key, account.Id, account.Card, totals.DueNow);
    }

    /// <summary>Another request with the same quote was faster: the library says why this one comes too late.</summary>
    private static Settled Overtook(Holding now, Quote quote, Instant at) => now.Accept(quote, at) is Stale stale
        ? new Overtaken(stale)
        : new Booked(Outcome.Accepted, quote, now.Subscription, now.Account.Credit, null); // a quote that changes nothing
}
