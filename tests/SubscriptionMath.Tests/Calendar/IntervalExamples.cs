using System.Text.Json;

namespace SubscriptionMath.Tests;

public sealed class IntervalExamples
{
    [Fact]
    public void Twelve_months_are_a_year_and_seven_days_a_week()
    {
        Assert.Equal(Interval.Year, Interval.Months(12));
        Assert.Equal(Interval.Years(2), Interval.Months(24));
        Assert.Equal(Interval.Week, Interval.Days(7));
        Assert.Equal(Interval.Weeks(2).GetHashCode(), Interval.Days(14).GetHashCode());
        Assert.NotEqual(Interval.Year, Interval.Days(365));
        Assert.NotEqual(Interval.Month, Interval.Days(30));
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
        var every = Interval.Parse(text);

        Assert.Equal(text, every.ToString());
        Assert.Equal((count, unit, days, months), (every.Count, every.Unit, every.TotalDays, every.TotalMonths));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(every));
        Assert.Equal(every, JsonSerializer.Deserialize<Interval>($"\"{text}\""));
    }

    [Theory]
    [InlineData("1 month", "month")]
    [InlineData("12 months", "year")]
    [InlineData("14 days", "2 weeks")]
    [InlineData("1 days", "day")]
    [InlineData("3 month", "3 months")]
    public void Other_ways_to_write_it_are_understood(string text, string written) =>
        Assert.Equal(written, Interval.Parse(text).ToString());

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
        Assert.False(Interval.TryParse(text, out _));
        var wrong = Assert.Throws<FormatException>(() => Interval.Parse(text));
        Assert.Contains($"'{text}'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("3 months", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nominal_days_are_exact()
    {
        Assert.Equal(new Fraction(365, 12), Interval.Month.NominalDays);
        Assert.Equal(new Fraction(365, 4), Interval.Months(3).NominalDays);
        Assert.Equal(new Fraction(365, 1), Interval.Year.NominalDays);
        Assert.Equal(new Fraction(7, 1), Interval.Week.NominalDays);
        Assert.Equal(new Fraction(1, 1), Interval.Day.NominalDays);
    }

    [Fact]
    public void The_longer_interval_has_more_nominal_days()
    {
        Interval[] ascending =
        [
            Interval.Day, Interval.Week, Interval.Days(30), Interval.Month, Interval.Days(31), Interval.Weeks(5),
            Interval.Months(3), Interval.Weeks(52), Interval.Year, Interval.Days(366), Interval.Years(178_956_970),
        ];

        Assert.Equal(ascending, ascending.Reverse().Order());
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
        Assert.Equal(0, Interval.Days(365).CompareTo(Interval.Year));
        Assert.False(Interval.Days(365) < Interval.Year);
        Assert.True(Interval.Days(365) <= Interval.Year);
        Assert.True(Interval.Days(365) != Interval.Year);
    }

    [Fact]
    public void The_default_interval_is_a_day() => Assert.Equal(Interval.Day, default);

    [Fact]
    public void A_count_below_one_or_beyond_32_bits_is_refused()
    {
        Assert.Equal(0, Assert.Throws<ArgumentOutOfRangeException>("count", () => Interval.Days(0)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Interval.Months(-1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Interval.Weeks(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Interval.Years(178_956_971));
        Assert.Equal(int.MaxValue, Interval.Days(int.MaxValue).TotalDays);
    }
}
