using System.Diagnostics;
using System.Globalization;

namespace SubscriptionMath.Benchmarks;

/// <summary>Prints what ten times as much costs, as a table: the shortest of some runs, and its ratio to a tenth of the number.</summary>
internal static class GrowthBenchmarks
{
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
        ("lots of an item, valued at an upgrade", static n => Growth.Lots(n).Upgrades),
        ("packs of usage credits, spent and renewed", static n => Growth.Grants(n).Counts),
        ("lots of money credit that pay", static n => Growth.Credit(n).Pays),
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
        var watch = Stopwatch.StartNew();
        var warm = 0;
        for (; warm < 3 || (warm < 2_000 && watch.ElapsedMilliseconds < 200); warm++)
        {
            action();
        }

        var repeats = (int)Math.Clamp(4 * warm / Math.Max(1, watch.ElapsedMilliseconds), 1, 10_000);
        var times = new double[25];
        for (var run = 0; run < times.Length; run++)
        {
            watch.Restart();
            for (var i = 0; i < repeats; i++)
            {
                action();
            }

            times[run] = watch.Elapsed.TotalMicroseconds / repeats;
        }

        return times.Min();
    }

    private static string Text(double microseconds) => microseconds < 1_000
        ? $"{microseconds.ToString(microseconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture)} µs"
        : $"{(microseconds / 1_000).ToString(microseconds < 10_000 ? "0.0" : "0", CultureInfo.InvariantCulture)} ms";
}
