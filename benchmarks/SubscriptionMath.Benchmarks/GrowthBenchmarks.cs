using System.Diagnostics;
using System.Globalization;

namespace SubscriptionMath.Benchmarks;

/// <summary>Prints the cost of ten times as much, as a table: the shortest time of some runs, and its ratio to a tenth of the number.</summary>
/// <remarks>
/// Garbage is collected between runs. The project gives the collector room enough for one run, since the time of a collection within it
/// depends on the machine; the bytes are held by a test.
/// </remarks>
internal static class GrowthBenchmarks
{
    private const int Runs = 25;

    private static readonly int[] Numbers = [10, 100, 1_000, 10_000];

    private static readonly (string What, Func<int, Action> Made)[] Of =
    [
        ("add-ons in a catalog, each found once", static n => Growth.Catalog(1, n).Finds),
        ("plans in a catalog, each found once", static n => Growth.Catalog(n, 0).Sells),
        ("add-ons bought at once", static n => Growth.Held(n).Buys),
        ("add-ons kept beside another plan", static n => Growth.Held(n).Upgrades),
        ("add-ons that leave with their plan", static n => Growth.Held(n).LeavesAll),
        ("add-ons renewed", static n => Growth.Held(n).Renews),
        ("add-ons dropped at the term's end", static n => Growth.Held(n).RenewsWithout),
        ("add-ons with tax and a discount, bought at once", static n => Growth.Taxed(n).Buys),
        ("the same, kept beside another plan", static n => Growth.Taxed(n).Upgrades),
        ("the same, renewed", static n => Growth.Taxed(n).Renews),
        ("add-ons with usage credits, bought at once", static n => Growth.Credits(n).Buys),
        ("the same, kept beside another plan", static n => Growth.Credits(n).Upgrades),
        ("the same, leaving with their plan", static n => Growth.Credits(n).LeavesAll),
        ("the same, renewed", static n => Growth.Credits(n).Renews),
        ("a seat added beside seats with a grant each", static n => Growth.SeatGrants(n).AddsSeat),
        ("grants of seats, carried to the next term", static n => Growth.SeatGrants(n).Renews),
        ("lots of an item, valued at an upgrade", static n => Growth.Lots(n).Upgrades),
        ("packs of usage credits, spent and renewed", static n => Growth.Grants(n).Counts),
        ("lots of money credit that pay", static n => Growth.Credit(n).Pays),
        ("lots of money credit that expire day by day", static n => Growth.Credit(n).Expires),
        ("pieces of a timeline", static n => Growth.Pieces(n).Plays),
    ];

    internal static void Print()
    {
        Console.WriteLine($"| n | {string.Join(" | ", Numbers.Select(n => n.ToString("N0", CultureInfo.InvariantCulture)))} |");
        Console.WriteLine($"|---|{string.Concat(Numbers.Select(_ => "---:|"))}");
        foreach (var (what, made) in Of)
        {
            double before = 0;
            var cells = new List<string>();
            foreach (var n in Numbers)
            {
                var time = Shortest(made(n));
                cells.Add(before > 0 ? $"{Text(time)} (×{(time / before).ToString("0.#", CultureInfo.InvariantCulture)})" : Text(time));
                before = time;
            }

            Console.WriteLine($"| {what} | {string.Join(" | ", cells)} |");
        }
    }

    /// <summary>The shortest time of a run in microseconds, the one that nothing else disturbed; short work is repeated within a run.</summary>
    private static double Shortest(Action action)
    {
        var (watch, warm) = (Stopwatch.StartNew(), 0);
        for (; warm < 3 || (warm < 2_000 && watch.ElapsedMilliseconds < 300); warm++)
        {
            action();
        }

        var repeats = (int)Math.Clamp(2 * warm / Math.Max(1, watch.ElapsedMilliseconds), 1, 10_000);
        var shortest = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            watch.Restart();
            for (var i = 0; i < repeats; i++)
            {
                action();
            }

            shortest = Math.Min(shortest, watch.Elapsed.TotalMicroseconds / repeats);
        }

        return shortest;
    }

    private static string Text(double microseconds) => microseconds < 1_000
        ? $"{microseconds.ToString(microseconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture)} µs"
        : $"{(microseconds / 1_000).ToString(microseconds < 10_000 ? "0.0" : "0", CultureInfo.InvariantCulture)} ms";
}
