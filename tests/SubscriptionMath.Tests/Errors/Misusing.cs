namespace SubscriptionMath.Tests.Errors;

/// <summary>The parts of a framework exception: the parameter, and the value.</summary>
internal static class Misusing
{
    internal static Money Worth(Subscription subscription, Instant at) =>
        Billing.UnusedValue(subscription, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, at);

    internal static void Refuses<TException>(Func<object?> misuse, string parameter, string sentence)
        where TException : ArgumentException
    {
        var thrown = Assert.Throws<TException>(misuse);
        Assert.Equal(parameter, thrown.ParamName);
        Assert.Contains(sentence, thrown.Message, StringComparison.Ordinal);
    }
}
