namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>The end of an add-on on its own: its unused value as money, or as time on the plan.</summary>
public class AddOnTerminationExamples
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;
    private static readonly Instant NewYear = Instant.FromUtc(2027, 1, 1, 0, 0);
    private static readonly Anchor January = Anchor.On(new LocalDate(2026, 1, 1));

    [Theory]
    [InlineData(5, 31, "EUR 70.00")]
    [InlineData(6, 1, "EUR 70.00")] // 7 of 12 months: 10 May to 10 June is started
    [InlineData(6, 10, "EUR 70.00")] // it begins today and is not started
    [InlineData(6, 11, "EUR 60.00")]
    [InlineData(1, 10, "EUR 120.00")]
    public void Microjobs_by_months_not_started(int month, int day, string value) => Assert.Equal(
        value,
        AddOnTermination.Value(
            Money.Of(120m, "EUR"), Dates(2026, 1, 10, 2027, 1, 10), Instant.FromUtc(2026, month, day, 0, 0), Measure.MonthsNotStarted, RoundingMode.HalfAwayFromZero, Utc)
            .ToString());

    [Fact]
    public void Microjobs_by_days_would_be_worth_more() => Assert.Equal(
        "EUR 73.32", // 223 of 365 days
        AddOnTermination.Value(
            Money.Of(120m, "EUR"), Dates(2026, 1, 10, 2027, 1, 10), Instant.FromUtc(2026, 6, 1, 0, 0), Measure.Days, RoundingMode.HalfAwayFromZero, Utc)
            .ToString());

    [Fact]
    public void Storage_by_days() => Assert.Equal(
        "EUR 35.18", // 214 of 365 days
        AddOnTermination.Value(
            Money.Of(60m, "EUR"), Dates(2026, 1, 1, 2027, 1, 1), Instant.FromUtc(2026, 6, 1, 0, 0), Measure.Days, RoundingMode.HalfAwayFromZero, Utc)
            .ToString());

    [Theory]
    [InlineData("EUR 70.00", RoundingMode.Floor, 0, 106, 365, "2027-04-17T00:00:00Z")] // 70 x 365/240 = 106.46
    [InlineData("EUR 70.00", RoundingMode.Ceiling, 0, 107, 365, "2027-04-18T00:00:00Z")]
    [InlineData("EUR 310.00", RoundingMode.Floor, 1, 106, 366, "2028-04-16T00:00:00Z")] // 70 x 366/240 = 106.75 of a leap year
    [InlineData("EUR 310.00", RoundingMode.HalfAwayFromZero, 1, 107, 366, "2028-04-17T00:00:00Z")]
    [InlineData("EUR 240.00", RoundingMode.Floor, 1, 0, 366, "2028-01-01T00:00:00Z")]
    [InlineData("EUR 0.65", RoundingMode.Floor, 0, 0, 365, "2027-01-01T00:00:00Z")] // a day costs 240/365 = 0.6575
    [InlineData("EUR 0.66", RoundingMode.Floor, 0, 1, 365, "2027-01-02T00:00:00Z")]
    [InlineData("EUR 0.00", RoundingMode.Floor, 0, 0, 365, "2027-01-01T00:00:00Z")]
    public void Money_as_time_on_a_plan_of_240_a_year(string value, RoundingMode days, int terms, int count, int of, string end)
    {
        var time = AddOnTermination.AsTime(Money.Parse(value), Money.Of(240m, "EUR"), BillingInterval.Year, NewYear, January, Utc, days);
        Assert.Equal((terms, count, of), (time.WholeTerms, time.Days, time.DaysOfNextTerm));
        Assert.Equal(end, time.End.ToString());
        Assert.Equal((NewYear, time.Rest.Start), (time.Terms.Start, time.Terms.End));
    }

    [Fact]
    public void The_time_is_worth_at_most_the_money_where_days_are_floored()
    {
        var time = AddOnTermination.AsTime(Money.Of(70m, "EUR"), Money.Of(240m, "EUR"), BillingInterval.Year, NewYear, January, Utc, RoundingMode.Floor);
        Assert.Equal(new Fraction(24_000 * 106, 365), time.Value);
        Assert.Equal("EUR 69.70", Money.Round(time.Value, Currency.Of("EUR"), RoundingMode.HalfAwayFromZero).ToString());
    }

    [Fact]
    public void Months_bought_from_the_31st_end_where_the_anchor_says()
    {
        // From 28 February 2027 on: two months of the 31st lead to 30 April, and one day of 30 April to 31 May (31 days).
        var anchor = Anchor.On(new LocalDate(2026, 1, 31));
        var time = AddOnTermination.AsTime(
            Money.Of(63m, "EUR"), Money.Of(31m, "EUR"), BillingInterval.Month, Instant.FromUtc(2027, 2, 28, 0, 0), anchor, Utc, RoundingMode.Floor);
        Assert.Equal((2, 1, 31), (time.WholeTerms, time.Days, time.DaysOfNextTerm));
        Assert.Equal("2027-05-01T00:00:00Z", time.End.ToString());
    }

    [Fact]
    public void What_cannot_buy_time()
    {
        var (value, price) = (Money.Of(70m, "EUR"), Money.Of(240m, "EUR"));
        Assert.Equal("price", Assert.Throws<ArgumentException>(() => AsTime(value, Money.Of(240m, "USD"))).ParamName);
        Assert.Equal("price", Assert.Throws<ArgumentOutOfRangeException>(() => AsTime(value, Money.Zero(value.Currency))).ParamName);
        Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => AsTime(-value, price)).ParamName);
        Assert.Throws<OverflowException>(() => AsTime(Money.OfMinor(long.MaxValue, "EUR"), Money.OfMinor(1, "EUR")));

        static TimeBought AsTime(Money value, Money price) =>
            AddOnTermination.AsTime(value, price, BillingInterval.Year, NewYear, January, Utc, RoundingMode.Floor);
    }

    private static Term Dates(int year, int month, int day, int endYear, int endMonth, int endDay) =>
        Term.Of(new LocalDate(year, month, day), new LocalDate(endYear, endMonth, endDay), Utc);
}
