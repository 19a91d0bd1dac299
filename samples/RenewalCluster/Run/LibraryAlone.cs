using System.Diagnostics;

namespace RenewalCluster;

/// <summary>The same night without a cluster: one loop in one thread. It is the measure of what is right, and of what is fast.</summary>
/// <param name="Books">The books of the loop.</param>
/// <param name="Making">The time for making the accounts from the seed.</param>
/// <param name="Renewing">The time for pricing, accepting and hashing the renewals.</param>
/// <param name="ProcessorTime">The time of the processor of these renewals: what the library takes, whatever else the machine does.</param>
internal sealed record LibraryAlone(Books Books, TimeSpan Making, TimeSpan Renewing, TimeSpan ProcessorTime)
{
    /// <summary>Renews every subscription in a loop.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="progress">The progress shown.</param>
    public static LibraryAlone Run(Options options, Progress progress)
    {
        var (books, accounts) = (new Books(options.Subscriptions), new SeededAccounts(options.Seed));
        var (making, renewing, processor) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        foreach (var shard in Shard.Of(options.Subscriptions))
        {
            var start = Stopwatch.GetTimestamp();
            var sold = Enumerable.Range(shard.First, shard.Count).Select(number => (number, accounts.Of(number))).ToArray();
            var (made, usedBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var bookings = sold.Select(one => Renewal.Due(one.number, one.Item2, Shop.NightEnd)!.Value.Booking).ToArray();
            processor += Environment.CpuUsage.TotalTime - usedBefore;
            making += Stopwatch.GetElapsedTime(start, made);
            renewing += Stopwatch.GetElapsedTime(made);
            books.Take(bookings);
            progress.Show(books.Booked);
        }

        return new(books, making, renewing, processor);
    }
}
