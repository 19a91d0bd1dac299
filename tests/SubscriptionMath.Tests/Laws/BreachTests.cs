namespace SubscriptionMath.Tests;

/// <summary>An exception to a law is only kept while it is needed.</summary>
public sealed class BreachTests
{
    private const int Samples = 40_000;

    [Fact]
    public void Every_breach_of_there_and_back_really_breaks_it()
    {
        var needed = Broken.All.ToHashSet();
        foreach (var question in Questions())
        {
            if (needed.Count == 0)
                break;

            if (Trip.Of(question) is { } trip && Math.Abs(trip.Net) > trip.Slack)
                needed.RemoveWhere(breach => Broken.Applies(breach, Broken.ThereAndBack, trip));
        }

        Assert.Empty(needed.Select(breach => $"{breach.Policy}: {breach.Rule}"));
    }

    private static IEnumerable<Question> Questions() => Gen.Sample(Stories.Of(Policies.Any), Samples, 50).Select(story => story.Question());
}
