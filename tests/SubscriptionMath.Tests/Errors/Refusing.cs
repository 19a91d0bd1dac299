namespace SubscriptionMath.Tests.Errors;

/// <summary>The code and the sentence of a refusal.</summary>
internal static class Refusing
{
    internal static Answer Last(Timeline life) => life.Steps[^1].Answer;

    internal static void Refuses(RefusalCode code, string sentence, Answer answer)
    {
        var refused = Assert.IsType<Refused>(answer);
        Assert.Equal((code, sentence), (refused.Code, refused.Message));
    }
}
