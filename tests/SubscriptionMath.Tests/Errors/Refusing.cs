namespace SubscriptionMath.Tests.Errors;

/// <summary>What a refusal says, and to whom.</summary>
internal static class Refusing
{
    internal static Answer Last(Timeline life) => life.Steps[^1].Answer;

    internal static void Refuses(RefusalCode code, string sentence, Answer answer)
    {
        var refused = Assert.IsType<Refused>(answer);
        Assert.Equal((code, sentence), (refused.Code, refused.Sentence));
    }
}
