namespace SubscriptionMath.Tests.MoneyAmounts;

public class RoundingExamples
{
    // Rule, then what becomes of 2.5, -2.5, 3.5, 2.1, -2.1, 2.9, -2.9, 2 and -2.
    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, 3, -3, 4, 2, -2, 3, -3)]
    [InlineData(RoundingMode.HalfEven, 2, -2, 4, 2, -2, 3, -3)]
    [InlineData(RoundingMode.HalfTowardZero, 2, -2, 3, 2, -2, 3, -3)]
    [InlineData(RoundingMode.TowardZero, 2, -2, 3, 2, -2, 2, -2)]
    [InlineData(RoundingMode.AwayFromZero, 3, -3, 4, 3, -3, 3, -3)]
    [InlineData(RoundingMode.Floor, 2, -3, 3, 2, -3, 2, -3)]
    [InlineData(RoundingMode.Ceiling, 3, -2, 4, 3, -2, 3, -2)]
    public void Every_rule_by_hand(RoundingMode mode, int half, int minusHalf, int oddHalf, int tenth, int minusTenth, int nine, int minusNine)
    {
        Assert.Equal(half, new Fraction(5, 2).Round(mode));
        Assert.Equal(minusHalf, new Fraction(-5, 2).Round(mode));
        Assert.Equal(oddHalf, new Fraction(7, 2).Round(mode));
        Assert.Equal(tenth, new Fraction(21, 10).Round(mode));
        Assert.Equal(minusTenth, new Fraction(-21, 10).Round(mode));
        Assert.Equal(nine, new Fraction(29, 10).Round(mode));
        Assert.Equal(minusNine, new Fraction(-29, 10).Round(mode));
        Assert.Equal(2, Fraction.Of(2).Round(mode));
        Assert.Equal(-2, Fraction.Of(-2).Round(mode));
        Assert.Equal(0, Fraction.Zero.Round(mode));
    }

    [Fact]
    public void A_day_of_499_in_a_month_of_thirty_is_sixteen_and_nineteen_thirtieths()
    {
        var day = new Fraction(499, 30);
        Assert.Equal(17, day.Round(RoundingMode.HalfEven));
        Assert.Equal(16, day.Round(RoundingMode.Floor));
        Assert.Equal(-17, (-day).Round(RoundingMode.HalfEven));
        Assert.Equal(-16, (-day).Round(RoundingMode.TowardZero));
        Assert.Equal(16, day.Floor());
        Assert.Equal(-17, (-day).Floor());
    }

    [Fact]
    public void Beside_zero_the_sign_is_not_lost()
    {
        Assert.Equal(-1, new Fraction(-1, 3).Round(RoundingMode.Floor));
        Assert.Equal(0, new Fraction(-1, 3).Round(RoundingMode.Ceiling));
        Assert.Equal(-1, new Fraction(-1, 2).Round(RoundingMode.HalfAwayFromZero));
        Assert.Equal(0, new Fraction(-1, 2).Round(RoundingMode.HalfEven));
    }

    [Fact]
    public void At_the_end_of_the_range_a_half_is_still_a_half()
    {
        // (2^127 - 1) / 2 is 2^126 - 1/2; the even neighbour is 2^126.
        var half = new Fraction(Int128.MaxValue, 2);
        Assert.Equal((Int128)1 << 126, half.Round(RoundingMode.HalfEven));
        Assert.Equal(((Int128)1 << 126) - 1, half.Round(RoundingMode.HalfTowardZero));
        Assert.Equal(0, new Fraction(1, Int128.MaxValue).Round(RoundingMode.HalfAwayFromZero));
        Assert.Equal(1, new Fraction(1, Int128.MaxValue).Round(RoundingMode.AwayFromZero));
    }

    [Fact]
    public void An_unnamed_rule_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(1, 2).Round((RoundingMode)7));
}
