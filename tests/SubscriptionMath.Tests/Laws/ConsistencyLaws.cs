namespace SubscriptionMath.Tests.Laws;

/// <summary>Every result of the library passes its own checks.</summary>
public sealed class ConsistencyLaws
{
    [Law]
    public void Every_subscription_and_quote_of_every_life_passes_the_check(Life life)
    {
        foreach (var step in life.Play().Steps)
        {
            Consistent(step.Subscription);
            if (step.Answer is Quote quote)
                Consistent(quote);
        }
    }

    [Law]
    public void Every_quote_and_the_subscription_that_it_shows_pass_the_check(Reckonable asked)
    {
        Consistent(asked.Question.Situation.Subscription);
        if (asked.Question.Answer() is Quote quote)
            Consistent(quote);
    }

    private static void Consistent(Subscription subscription)
    {
        var found = SubscriptionCheck.Inconsistencies(subscription);
        Assert.True(found.IsEmpty, $"{found}: {subscription}");
    }

    private static void Consistent(Quote quote)
    {
        Consistent(quote.SubscriptionAfter);
        Assert.Null(QuoteCheck.Find(quote));
    }
}
