namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>The end of a trial on its own.</summary>
public class TrialTerminationExamples
{
    private static readonly Term Trial = new(Instant.FromUtc(2026, 3, 1, 0, 0), Instant.FromUtc(2026, 3, 15, 0, 0));

    [Fact]
    public void An_ended_trial_ran_to_the_change()
    {
        var at = Instant.FromUtc(2026, 3, 8, 0, 0);
        Assert.Equal(new Term(Trial.Start, at), TrialTermination.After(Trial, at, TrialFate.Ended));
        Assert.Equal(Trial, TrialTermination.After(Trial, at, TrialFate.Kept));
    }

    [Fact]
    public void A_trial_ended_at_its_first_instant_is_empty() =>
        Assert.True(TrialTermination.After(Trial, Trial.Start, TrialFate.Ended).IsEmpty);

    [Fact]
    public void A_trial_cannot_end_outside_itself()
    {
        foreach (var at in new[] { Trial.Start - Duration.FromSeconds(1), Trial.End, Trial.End + Duration.FromDays(1) })
        {
            var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => TrialTermination.After(Trial, at, TrialFate.Ended));
            Assert.Equal(("at", at), (thrown.ParamName, (Instant)thrown.ActualValue!));
            Assert.StartsWith("The trial 2026-03-01T00:00:00Z/2026-03-15T00:00:00Z does not contain the instant.", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void There_is_no_fifth_fate() => Assert.Equal(
        "fate", Assert.Throws<ArgumentOutOfRangeException>(() => TrialTermination.After(Trial, Trial.Start, (TrialFate)4)).ParamName);

    [Theory]
    [InlineData("EUR 100.00", "EUR 240.00", PaymentTiming.NowAsOldPriceThenDifference, "[EUR 100.00, EUR 140.00]")] // WhaleBooks, S3.12
    [InlineData("EUR 100.00", "EUR 240.00", PaymentTiming.Now, "[EUR 240.00]")]
    [InlineData("EUR 100.00", "EUR 240.00", PaymentTiming.NextInvoice, "[EUR 240.00]")]
    [InlineData("EUR 100.00", "EUR 100.00", PaymentTiming.NowAsOldPriceThenDifference, "[EUR 100.00]")] // no difference
    [InlineData("EUR 100.00", "EUR 80.00", PaymentTiming.NowAsOldPriceThenDifference, "[EUR 80.00]")] // credit paid the rest
    [InlineData("EUR 0.00", "EUR 240.00", PaymentTiming.NowAsOldPriceThenDifference, "[EUR 240.00]")] // a free plan has no price to pay first
    [InlineData("JPY 980", "JPY 981", PaymentTiming.NowAsOldPriceThenDifference, "[JPY 980, JPY 1]")]
    public void Payments(string oldPrice, string amount, PaymentTiming due, string payments) =>
        Assert.Equal(payments, TrialTermination.Payments(Money.Parse(oldPrice), Money.Parse(amount), due).ToString());

    [Fact]
    public void Two_currencies_are_never_netted() => Assert.Throws<InvalidOperationException>(
        () => TrialTermination.Payments(Money.Of(100m, "USD"), Money.Of(240m, "EUR"), PaymentTiming.NowAsOldPriceThenDifference));
}
