namespace SubscriptionMath.Tests;

/// <summary>An exception to a law is only kept while it is needed.</summary>
public sealed class BreachTests
{
    private const int Chunk = 2_000;
    private const int MostChunks = 500;

    public static TheoryData<int> Breaches => [.. Enumerable.Range(0, Broken.All.Count)];

    [Theory]
    [MemberData(nameof(Breaches))]
    public void Every_breach_really_breaks_its_law(int place)
    {
        var breach = Broken.All[place];
        Assert.Contains(Questions(breach.Policy), question => breach.Law == Broken.ThereAndBack
            ? Trip.Of(question) is { } trip && Math.Abs(trip.Net) > trip.Slack && Broken.Applies(breach, Broken.ThereAndBack, question, trip)
            : Broken.Applies(breach, Broken.NeverTwice, question, null) && RoundTrip.Of(question with
            {
                Situation = question.Situation with { Subscription = CreditLaws.Spent(question, int.MaxValue) },
            }) is { GrantsTwice: true });
    }

    /// <summary>As many as it takes, of one vendor or of policies made up.</summary>
    private static IEnumerable<Question> Questions(string policy)
    {
        var own = policy == Broken.Engines
            ? EveryVendor.Engines.ToArray()
            : EveryVendor.ByVendor.SelectMany(named => named).Where(named => named.Policy.Name == policy).ToArray();
        var stories = Stories.Of(own.Length == 0 ? Policies.Any : Gen.Elements(own));
        return Enumerable.Range(0, MostChunks).SelectMany(_ => Gen.Sample(stories, Chunk, 50)).Select(story => story.Question());
    }
}
