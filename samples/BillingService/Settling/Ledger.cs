using System.Data.Common;
using BillingService.Due;
using BillingService.Store;
using Dapper;

namespace BillingService.Settling;

/// <summary>Writes what happened: each booking is one transaction, and stands only for the version that its quote was made for.</summary>
internal sealed class Ledger(Database database, IClock clock)
{
    internal async Task<bool> HasBookedAsync(Quote quote) =>
        await database.FindAsync<long>("select count(*) from bookings where quote_id = @Id", new { quote.Id }) > 0;

    /// <summary>Books an accepted quote; null if another request has changed the subscription, or booked the quote, before.</summary>
    internal async Task<Booked?> BookAsync(Holding before, Quote quote, Accepted accepted, Outcome outcome, Asked? asked)
    {
        var now = clock.GetCurrentInstant();
        Booked? booked = null;
        var stands = await database.InOneAsync(async transaction =>
        {
            // The account comes first: its row is the lock of everything below.
            var claimed = await RunAsync(transaction,
                """
                update accounts set credit = @Credit, claim = null, claim_key = null, claim_request = null, claimed_at = null
                where id = @Id and claim = @quoteId
                """,
                new { before.Account.Id, accepted.Credit, quoteId = quote.Id });
            var schedule = Schedule.After(before, accepted, outcome, now);
            if (claimed == 0 || !await MoveAsync(transaction, before, accepted.Subscription, schedule))
            {
                return false;
            }

            var invoice = await IssueAsync(transaction, before.Account.Id, quote, outcome);
            booked = new Booked(outcome, quote, accepted.Subscription, accepted.Credit, invoice);
            await KeepBookingAsync(transaction, booked, now);
            if (asked is not null)
            {
                await Answers.KeepAsync(transaction, before.Row.Id, asked, booked);
            }

            return true;
        });
        return stands ? booked : null;
    }

    /// <summary>Books spent usage credits; false if the subscription has changed, or the account is claimed for a quote.</summary>
    internal Task<bool> SpendAsync(Holding before, Spent spent, Usage usage, Asked asked) => database.InOneAsync(async transaction =>
    {
        var free = await RunAsync(
            transaction, "update accounts set name = name where id = @Id and claim is null", new { before.Account.Id });
        var schedule = new Schedule(before.Row.NextDueAt, before.Row.Failures, before.Row.RetryAt);
        if (free == 0 || !await MoveAsync(transaction, before, spent.Subscription, schedule))
        {
            return false;
        }

        await RunAsync(transaction, "insert into usages values (@Id, @Version, @now, @Kind, @units)", new
        {
            before.Row.Id,
            spent.Subscription.Version,
            now = clock.GetCurrentInstant(),
            usage.Kind,
            units = FormattableString.Invariant($"{usage.Units}"),
        });
        return await Answers.KeepAsync(transaction, before.Row.Id, asked, new UnitsSpent(spent));
    });

    /// <summary>Moves only the schedule of a subscription, if nothing has changed it since.</summary>
    internal Task PutOffAsync(Holding holding, Schedule schedule) => database.ExecuteAsync(
        "update subscriptions set next_due_at = @NextDueAt, failures = @Failures, retry_at = @RetryAt where id = @Id and version = @Version",
        new { holding.Row.Id, holding.Row.Version, schedule.NextDueAt, schedule.Failures, schedule.RetryAt });

    private static async Task<bool> MoveAsync(DbTransaction transaction, Holding before, Subscription after, Schedule schedule) =>
        await RunAsync(transaction,
            """
            update subscriptions set version = @after, status = @status, document = @document,
                next_due_at = @NextDueAt, failures = @Failures, retry_at = @RetryAt
            where id = @Id and version = @before
            """,
            new
            {
                before.Row.Id,
                before = before.Row.Version,
                after = after.Version,
                status = BillingJson.Write(after.Status).Trim('"'),
                document = after,
                schedule.NextDueAt,
                schedule.Failures,
                schedule.RetryAt,
            }) == 1;

    private static Task<int> KeepBookingAsync(DbTransaction transaction, Booked booked, Instant now) => RunAsync(
        transaction,
        """
        insert into bookings
        select @SubscriptionId, coalesce(max(sequence), 0) + 1, @Id, @now, @outcome, @Subscription
        from bookings where subscription_id = @SubscriptionId
        on conflict (quote_id) do nothing
        """,
        new
        {
            booked.Quote.SubscriptionId,
            booked.Quote.Id,
            now,
            outcome = BillingJson.Write(booked.Outcome).Trim('"'),
            booked.Subscription,
        });

    private static async Task<Invoice?> IssueAsync(DbTransaction transaction, string accountId, Quote quote, Outcome outcome)
    {
        var paid = outcome == Outcome.Accepted;
        if (paid && quote.Collected.Any(charge => charge.Owed))
        {
            await RunAsync(
                transaction, "update invoices set paid = 1 where subscription_id = @SubscriptionId", new { quote.SubscriptionId });
        }

        if (Invoice.Of(quote) is not { } made)
        {
            return null;
        }

        var number = await transaction.Connection!.QuerySingleAsync<long>(
            "select coalesce(max(number), 0) + 1 from invoices where account_id = @accountId", new { accountId }, transaction);
        var invoice = made with { Number = number, Paid = paid };
        await RunAsync(transaction, "insert into invoices values (@accountId, @number, @SubscriptionId, @Id, @paid, @document)", new
        {
            accountId,
            number,
            quote.SubscriptionId,
            quote.Id,
            paid = paid ? 1L : 0L,
            document = Answers.Write(invoice),
        });
        return invoice;
    }

    private static Task<int> RunAsync(DbTransaction transaction, string sql, object values) =>
        transaction.Connection!.ExecuteAsync(sql, values, transaction);
}
