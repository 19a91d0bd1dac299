using System.Text.Json;

namespace SubscriptionMath.Tests.Dates;

public sealed class IntervalExamples
{
    [Fact]
    public void Twelve_months_are_a_year_and_seven_days_a_week()
    {
        Assert.Equal(BillingInterval.Year, BillingInterval.Months(12));
        Assert.Equal(BillingInterval.Years(2), BillingInterval.Months(24));
        Assert.Equal(BillingInterval.Week, BillingInterval.Days(7));
        Assert.Equal(BillingInterval.Weeks(2).GetHashCode(), BillingInterval.Days(14).GetHashCode());
        Assert.NotEqual(BillingInterval.Year, BillingInterval.Days(365));
        Assert.NotEqual(BillingInterval.Month, BillingInterval.Days(30));
    }

    [Theory]
    [InlineData("day", 1, IntervalUnit.Day, 1, 0)]
    [InlineData("30 days", 30, IntervalUnit.Day, 30, 0)]
    [InlineData("2 weeks", 2, IntervalUnit.Week, 14, 0)]
    [InlineData("month", 1, IntervalUnit.Month, 0, 1)]
    [InlineData("18 months", 18, IntervalUnit.Month, 0, 18)]
    [InlineData("year", 1, IntervalUnit.Year, 0, 12)]
    [InlineData("2 years", 2, IntervalUnit.Year, 0, 24)]
    public void An_interval_reads_as_it_is_written(string text, int count, IntervalUnit unit, int days, int months)
    {
        var interval = BillingInterval.Parse(text);

        Assert.Equal(text, interval.ToString());
        Assert.Equal((count, unit, days, months), (interval.Count, interval.Unit, interval.TotalDays, interval.TotalMonths));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(interval));
        Assert.Equal(interval, JsonSerializer.Deserialize<BillingInterval>($"\"{text}\""));
    }

    [Theory]
    [InlineData("1 month", "month")]
    [InlineData("12 months", "year")]
    [InlineData("14 days", "2 weeks")]
    [InlineData("1 days", "day")]
    [InlineData("3 month", "3 months")]
    public void Other_ways_to_write_it_are_understood(string text, string written) =>
        Assert.Equal(written, BillingInterval.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Month")]
    [InlineData("months")]
    [InlineData("0 days")]
    [InlineData("-1 month")]
    [InlineData("+1 month")]
    [InlineData("1  month")]
    [InlineData("1 monthss")]
    [InlineData("1.5 months")]
    [InlineData("fortnight")]
    [InlineData("99999999999 days")]
    [InlineData("2147483647 years")]
    public void Other_text_is_no_interval(string text)
    {
        Assert.False(BillingInterval.TryParse(text, out _));
        var wrong = Assert.Throws<FormatException>(() => BillingInterval.Parse(text));
        Assert.Contains($"'{text}'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("3 months", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nominal_days_are_exact()
    {
        Assert.Equal(new Fraction(365, 12), BillingInterval.Month.NominalDays);
        Assert.Equal(new Fraction(365, 4), BillingInterval.Months(3).NominalDays);
        Assert.Equal(new Fraction(365, 1), BillingInterval.Year.NominalDays);
        Assert.Equal(new Fraction(7, 1), BillingInterval.Week.NominalDays);
        Assert.Equal(new Fraction(1, 1), BillingInterval.Day.NominalDays);
    }

    [Fact]
    public void The_longer_interval_has_more_nominal_days()
    {
        BillingInterval[] ascending =
        [
            BillingInterval.Day, BillingInterval.Week, BillingInterval.Days(30), BillingInterval.Month, BillingInterval.Days(31), BillingInterval.Weeks(5),
            BillingInterval.Months(3), BillingInterval.Weeks(52), BillingInterval.Year, BillingInterval.Days(366), BillingInterval.Years(178_956_970),
        ];

        Assert.Equal(ascending, Enumerable.Reverse(ascending).Order());
        Assert.All(ascending.Zip(ascending.Skip(1)), pair =>
        {
            Assert.True(pair.First < pair.Second && pair.Second > pair.First);
            Assert.True(pair.First <= pair.Second && pair.Second >= pair.First);
            Assert.True(pair.First.NominalDays < pair.Second.NominalDays);
        });
    }

    [Fact]
    public void Of_365_days_and_a_year_neither_is_longer_and_they_differ()
    {
        Assert.Equal(0, BillingInterval.Days(365).CompareTo(BillingInterval.Year));
        Assert.False(BillingInterval.Days(365) < BillingInterval.Year);
        Assert.True(BillingInterval.Days(365) <= BillingInterval.Year);
        Assert.True(BillingInterval.Days(365) != BillingInterval.Year);
    }

    [Fact]
    public void The_default_interval_is_a_day() => Assert.Equal(BillingInterval.Day, default);

    [Fact]
    public void A_count_below_one_or_beyond_32_bits_is_refused()
    {
        Assert.Equal(0, Assert.Throws<ArgumentOutOfRangeException>("count", () => BillingInterval.Days(0)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => BillingInterval.Months(-1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => BillingInterval.Weeks(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => BillingInterval.Years(178_956_971));
        Assert.Equal(int.MaxValue, BillingInterval.Days(int.MaxValue).TotalDays);
    }
}
