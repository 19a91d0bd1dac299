using System.Globalization;

namespace SubscriptionMath.Tests.Laws;

/// <summary>The policy's check is complete: what it passes is priced, and every answer of it makes a difference or is named.</summary>
public sealed class PolicyLaws(ITestOutputHelper output)
{
    private const ulong Seed = 20260701;

    /// <summary>Answers that the check names under every policy, since the change does not ask for them.</summary>
    private static readonly string[] Asked =
    [
        "Start: Unused", "Start: Surplus", "End: Term", "End: NewPrice", "Pause: NewPrice", "Pause: Surplus", "Pause: Due",
    ];

    /// <summary>Two answers of any policy are given otherwise; where the check passes that, every life goes through.</summary>
    [Law]
    public void Every_policy_that_the_check_passes_prices_every_change(Life life, PositiveInt one, PositiveInt other)
    {
        ArgumentNullException.ThrowIfNull(life);
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var policy = Otherwise(Otherwise(life.Policy, one.Get), other.Get);
        if (PolicyCheck.Contradictions(policy, life.Story.Catalog).IsEmpty)
            _ = AnswerSearch.Play(life, policy);
    }

    /// <summary>
    /// The search: <c>POLICY_SEARCH=n</c> searches every answer of n policies and prints the figures; else it is a sample.
    /// </summary>
    [Fact]
    public void Every_answer_makes_a_difference_or_is_named()
    {
        var whole = int.TryParse(Environment.GetEnvironmentVariable("POLICY_SEARCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        var search = new AnswerSearch(Seed, whole ? 300 : 40, whole ? 30 : 2);
        var (pairs, at) = (new List<(string Answer, string Value, Found Found)>(), 0);
        foreach (var named in AnswerSearch.Policies(Seed, whole ? count : 3))
        {
            foreach (var (alternative, found) in search.Search(named.Policy, _ => whole || at++ % 20 == 0))
                pairs.Add((alternative.Answer, alternative.Value, found));
        }

        foreach (var answer in pairs.GroupBy(pair => pair.Answer).OrderBy(answer => answer.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{answer.Key}: {answer.Count()} pairs, {answer.Count(pair => pair.Found == Found.Differs)} differ, {answer.Count(pair => pair.Found == Found.Named)} named; "
                + $"nothing: {string.Join(", ", answer.Where(pair => pair.Found == Found.Nothing).GroupBy(pair => pair.Value).Select(value => $"{value.Key} x{value.Count()}"))}");
        }

        output.WriteLine($"{pairs.Count} pairs, {pairs.Count(pair => pair.Found == Found.Differs)} differ, {pairs.Count(pair => pair.Found == Found.Named)} named");
        Assert.DoesNotContain(pairs, pair => pair.Found == Found.Nothing && Asked.Contains(pair.Answer));
        Assert.Contains(pairs, pair => pair.Found == Found.Differs);
    }

    private static BillingPolicy Otherwise(BillingPolicy policy, int number)
    {
        var all = Alternatives.Of(policy).ToArray();
        return all[(int)(number * 7919L % all.Length)].Policy;
    }
}
