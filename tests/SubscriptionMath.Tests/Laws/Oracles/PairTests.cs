using System.Diagnostics;
using System.Globalization;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>Each two answers of two axes meet in a case, and the independent reckoning judges it.</summary>
public sealed class PairTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261130;

    /// <summary>One covering array; <c>PAIRS=n</c> writes and judges n of them, each from its own seed.</summary>
    [Fact]
    public void Every_pair_of_answers_is_judged_by_the_independent_reckoning()
    {
        var arrays = int.TryParse(Environment.GetEnvironmentVariable("PAIRS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;
        for (var i = 0; i < arrays; i++)
            Judge(Seed + (ulong)i);
    }

    private void Judge(ulong seed)
    {
        var (clock, sizes) = (Stopwatch.StartNew(), PairAxes.All.Select(axis => axis.Answers.Length).ToArray());
        var pairs = new Pairs(sizes, [.. Enumerable.Range(0, sizes.Length).Skip(PairAxes.FirstOfPolicy)], row => new PairCase(row).Contradictions(), seed);
        var (cases, judged, contradictory, unjudged, faults) = (0, 0, new List<Pair>(), new List<Pair>(), new List<string>());
        foreach (var pair in Pairs.All(sizes))
        {
            for (var again = 0; again < 12 && pairs.Open.Contains(pair); again++)
            {
                if (pairs.Row(pair) is not { } row)
                {
                    contradictory.Add(pair);
                    break;
                }

                cases++;
                if (!IsJudged(new PairCase(row), faults))
                    continue;
                judged++;
                pairs.Cover(row);
            }

            if (pairs.Open.Remove(pair) && !contradictory.Contains(pair))
                unjudged.Add(pair);
        }

        var all = Pairs.All(sizes).Count();
        output.WriteLine($"seed {seed}: {all} pairs, {all - contradictory.Count - unjudged.Count} covered, {contradictory.Count} contradictory, {unjudged.Count} not judged; "
            + $"{cases} cases, {judged} judged, {clock.ElapsedMilliseconds} ms");
        foreach (var pair in unjudged)
            output.WriteLine($"  not judged: {Told(pair)}");
        foreach (var group in contradictory.GroupBy(pair => (pair.Axis, pair.OtherAxis)))
            output.WriteLine($"  contradictory: {PairAxes.All[group.Key.Axis].Name}, {PairAxes.All[group.Key.OtherAxis].Name}: {group.Count()}");
        Assert.Empty(unjudged);
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join("\n\n", faults.Take(5))}");
    }

    private static bool IsJudged(PairCase one, List<string> faults)
    {
        var isJudged = true;
        if (Record.Exception(() => isJudged = HasQuoteThatAgrees(one)) is { } thrown)
            faults.Add($"{one}\n{thrown.Message}\n{thrown.StackTrace?.Split('\n').FirstOrDefault()}");
        return isJudged;
    }

    /// <summary>Throws if the reckoning differs; false if there is no quote to judge.</summary>
    private static bool HasQuoteThatAgrees(PairCase one)
    {
        if (one.Question() is not { } question || question.Answer() is not Quote quote)
            return false;
        var reckoning = Reckoning.Of(question);
        OracleLaws.SameLines(reckoning, quote);
        OracleLaws.SameEntries(reckoning, quote);
        Assert.Equal(reckoning.End, quote.TermAfter!.Value.End);
        return true;
    }

    private static string Told(Pair pair) =>
        $"{PairAxes.All[pair.Axis].Name} {PairAxes.All[pair.Axis].Answers[pair.Value]}, {PairAxes.All[pair.OtherAxis].Name} {PairAxes.All[pair.OtherAxis].Answers[pair.OtherValue]}";
}
