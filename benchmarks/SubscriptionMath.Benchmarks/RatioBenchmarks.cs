using System.Diagnostics;
using System.Globalization;

namespace SubscriptionMath.Benchmarks;

/// <summary>Prints each piece of work beside its baseline, both measured in turn in one run: the shortest time of each, and their ratio.</summary>
internal static class RatioBenchmarks
{
    private const int Rounds = 400;

    private static readonly ProrationBenchmarks Amount = new();

    private static readonly QuoteBenchmarks Whole = new();

    private static readonly JsonBenchmarks Json = new();

    private static readonly SpendBenchmarks Credits = new();

    private static readonly Row[] Rows =
    [
        new("one amount by days", "`Int128` by hand", static n => Do(n, Amount.Days), static n => Do(n, Amount.DaysByHandInt128)),
        new("one amount by days", "`decimal` by hand", static n => Do(n, Amount.Days), static n => Do(n, Amount.DaysByHandDecimal)),
        new("one amount by seconds", "`Int128` by hand", static n => Do(n, Amount.Seconds), static n => Do(n, Amount.SecondsByHandInt128)),
        new("one amount by seconds", "`decimal` by hand", static n => Do(n, Amount.Seconds), static n => Do(n, Amount.SecondsByHandDecimal)),
        new("an upgrade quote", "its net by `decimal`", static n => Do(n, Whole.Upgrade), static n => Do(n, Whole.SumByHandDecimal)),
        new("an upgrade quote", "its records alone", static n => Do(n, Whole.Upgrade), static n => Do(n, Whole.RecordsOfUpgrade)),
        new("a renewal quote", "the upgrade quote", static n => Do(n, Whole.Renewal), static n => Do(n, Whole.Upgrade)),
        new("the words of the upgrade", "the upgrade quote", static n => Do(n, Whole.Words), static n => Do(n, Whole.Upgrade)),
        new("a subscription to JSON", "generated code for records", static n => Do(n, Json.Write), static n => Do(n, Json.WriteByHand)),
        new("a subscription from JSON", "generated code for records", static n => Do(n, Json.Read), static n => Do(n, Json.ReadByHand)),
        new("one unit of 1,000 grants", "a loop by hand", static n => Do(n, Credits.SpendOne), static n => Do(n, Credits.SpendOneByHand)),
    ];

    internal static void Print()
    {
        if (!JsonBenchmarks.AreOfTheSameText)
        {
            throw new InvalidOperationException("The records by hand do not have the text of the subscription any more.");
        }

        Console.WriteLine("| what | beside | ours | baseline | ratio |");
        Console.WriteLine("|---|---|---:|---:|---:|");
        foreach (var row in Rows)
        {
            var (ours, baseline) = Shortest(row.Ours, row.Baseline);
            Console.WriteLine($"| {row.What} | {row.Beside} | {Text(ours)} | {Text(baseline)} | {Number(ours / baseline)} |");
        }
    }

    // The two take turns, and either goes first as often: a busy moment of the machine falls on both.
    private static (double Ours, double Baseline) Shortest(Action<int> ours, Action<int> baseline)
    {
        var (oursTimes, baselineTimes) = (Times(ours), Times(baseline));
        var (first, second) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
            {
                first = Math.Min(first, Once(ours, oursTimes));
            }

            second = Math.Min(second, Once(baseline, baselineTimes));
            if (round % 2 == 1)
            {
                first = Math.Min(first, Once(ours, oursTimes));
            }
        }

        return (first, second);
    }

    /// <summary>Warms the work up, and gives how often it is done within about a fifth of a millisecond.</summary>
    private static int Times(Action<int> work)
    {
        for (var i = 0; i < 50; i++)
        {
            work(1_000);
            Thread.Sleep(4);
        }

        return (int)Math.Clamp(200_000 / Once(work, 1_000), 10, 100_000);
    }

    private static double Once(Action<int> work, int times)
    {
        var start = Stopwatch.GetTimestamp();
        work(times);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / times;
    }

    private static void Do<T>(int times, Func<T> work)
    {
        for (var i = 0; i < times; i++)
        {
            _ = work();
        }
    }

    private static string Text(double nanoseconds) =>
        nanoseconds < 1_000 ? $"{Number(nanoseconds)} ns" : $"{Number(nanoseconds / 1_000)} µs";

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private sealed record Row(string What, string Beside, Action<int> Ours, Action<int> Baseline);
}
