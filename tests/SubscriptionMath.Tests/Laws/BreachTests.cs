namespace SubscriptionMath.Tests.Laws;

/// <summary>An exception to a law is only kept while it is needed: each has a story in which the law fails, and which no other exception covers.</summary>
public sealed class BreachTests
{
    public static TheoryData<string, string> Breaches => [.. Broken.All.Select(breach => (breach.Policy, breach.Rule))];

    [Fact]
    public void Every_story_tells_of_a_breach() =>
        Assert.Equal(Broken.All.Select(breach => (breach.Policy, breach.Rule)), BreachStories.All.Select(told => (told.Policy, told.Rule)));

    [Theory]
    [MemberData(nameof(Breaches))]
    public void Every_breach_really_breaks_its_law(string policy, string rule)
    {
        var breach = Broken.All.Single(one => one.Policy == policy && one.Rule == rule);
        var question = BreachStories.All.Single(one => one.Policy == policy && one.Rule == rule).Story.Question();
        var trip = Trip.Of(question);
        Assert.NotNull(trip);
        Assert.Equal([breach], Broken.All.Where(one => Broken.Applies(one, breach.Law, question, trip)));
        Assert.True(Math.Abs(trip.Net) > trip.Slack, $"{question}");
    }
}
