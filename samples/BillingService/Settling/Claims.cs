using BillingService.Store;

namespace BillingService.Settling;

/// <summary>
/// The right to settle a quote, one at a time for each account. It is taken before money moves, and outlives a crash: whoever comes later
/// with the same quote carries on where the first one stopped.
/// </summary>
internal sealed class Claims(Database database, IClock clock)
{
    private const int Tries = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Takes the claim for a quote, and gives the instant at which it was first taken; null if another quote keeps it.</summary>
    internal async Task<Instant?> TakeAsync(string accountId, string quoteId, Asked? asked)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var taken = await database.WriteInstantAsync(
                """
                update accounts set
                    claimed_at = case when claim is null then @now else claimed_at end,
                    claim_key = case when claim is null then @Key else claim_key end,
                    claim_request = case when claim is null then @Request else claim_request end,
                    claim = @quoteId
                where id = @accountId and (claim is null or claim = @quoteId)
                returning claimed_at
                """,
                new { accountId, quoteId, now = clock.GetCurrentInstant(), asked?.Key, asked?.Request });
            if (taken is not null)
            {
                return taken;
            }

            await Task.Delay(Pause);
        }

        return null;
    }

    internal Task ReleaseAsync(string accountId, string quoteId) => database.ExecuteAsync(
        """
        update accounts set claim = null, claim_key = null, claim_request = null, claimed_at = null
        where id = @accountId and claim = @quoteId
        """,
        new { accountId, quoteId });

    /// <summary>The claims that were taken before an instant and are still there: their process is gone.</summary>
    internal Task<IReadOnlyList<AccountRow>> AbandonedAsync(Instant before) =>
        database.ListAsync<AccountRow>("select * from accounts where claimed_at < @before order by claimed_at", new { before });
}
