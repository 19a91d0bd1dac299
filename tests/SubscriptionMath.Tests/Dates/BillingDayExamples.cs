namespace SubscriptionMath.Tests.Dates;

/// <summary>Days on which something is billed that some months, or some years, do not have; and days that clocks make longer.</summary>
public sealed class BillingDayExamples
{
    [Fact]
    public void Billed_on_the_29th_through_two_leap_years() => Monthly(
        29, """
        2024 29 29 29 29 29 29 29 29 29 29 29 29
        2025 29 28 29 29 29 29 29 29 29 29 29 29
        2026 29 28 29 29 29 29 29 29 29 29 29 29
        2027 29 28 29 29 29 29 29 29 29 29 29 29
        2028 29 29 29 29 29 29 29 29 29 29 29 29
        """);

    [Fact]
    public void Billed_on_the_30th_through_two_leap_years() => Monthly(
        30, """
        2024 30 29 30 30 30 30 30 30 30 30 30 30
        2025 30 28 30 30 30 30 30 30 30 30 30 30
        2026 30 28 30 30 30 30 30 30 30 30 30 30
        2027 30 28 30 30 30 30 30 30 30 30 30 30
        2028 30 29 30 30 30 30 30 30 30 30 30 30
        """);

    [Fact]
    public void Billed_on_the_31st_through_two_leap_years() => Monthly(
        31, """
        2024 31 29 31 30 31 30 31 31 30 31 30 31
        2025 31 28 31 30 31 30 31 31 30 31 30 31
        2026 31 28 31 30 31 30 31 31 30 31 30 31
        2027 31 28 31 30 31 30 31 31 30 31 30 31
        2028 31 29 31 30 31 30 31 31 30 31 30 31
        """);

    [Fact]
    public void The_29th_of_February_billed_yearly_from_2024_to_2032() => Assert.Equal(
        [
            "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29",
        ],
        Enumerable.Range(0, 9).Select(n => new Anchor(Anchor.Parse("2024-02-29").Boundary(n, BillingInterval.Year)).ToString()));

    [Fact]
    public void The_2nd_of_March_billed_on_the_31st_lies_in_the_period_from_the_end_of_February()
    {
        Assert.Equal(
            "2026-02-28T00:00:00Z/2026-03-31T00:00:00Z",
            Anchor.OnDay(31).TermAt(Instant.FromUtc(2026, 3, 2, 0, 0), BillingInterval.Month, DateTimeZone.Utc).ToString());
        Assert.Equal(
            "2024-02-29T00:00:00Z/2024-03-31T00:00:00Z",
            Anchor.OnDay(31).TermAt(Instant.FromUtc(2024, 3, 2, 0, 0), BillingInterval.Month, DateTimeZone.Utc).ToString());
    }

    /// <summary>Thirty times 24 hours would end half an hour after midnight of 1 April, and the customer would be billed on the 1st ever after.</summary>
    [Fact]
    public void A_trial_of_30_days_across_the_clock_change_ends_on_the_31st_at_the_hour_at_which_it_began()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        var began = new LocalDateTime(2017, 3, 1, 23, 30).InZoneStrictly(zone);
        var trial = new Anchor(began.LocalDateTime).TermAt(began.ToInstant(), BillingInterval.Days(30), zone);
        var ends = trial.End.InZone(zone);

        Assert.Equal(new LocalDateTime(2017, 3, 31, 23, 30), ends.LocalDateTime);
        Assert.Equal(Duration.FromHours((30 * 24) - 1), trial.Duration);
        Assert.Equal(new LocalDate(2017, 4, 1), (began.ToInstant() + Duration.FromDays(30)).InZone(zone).Date);

        // From then on it is billed on the 31st, or the last of the month.
        var paid = Anchor.On(ends.Date);
        Assert.Equal([30, 31, 30], Enumerable.Range(1, 3).Select(n => paid.Boundary(n, BillingInterval.Month).Day));
    }

    [Fact]
    public void The_first_as_billing_day_is_the_calendar()
    {
        var calendar = Anchor.OnDay(1);
        var thursday = new LocalDateTime(2026, 8, 13, 14, 37);

        Assert.Equal("2026-08-10", Start(BillingInterval.Week));
        Assert.Equal("2026-08-01", Start(BillingInterval.Month));
        Assert.Equal("2026-07-01", Start(BillingInterval.Months(3)));
        Assert.Equal("2026-07-01", Start(BillingInterval.Months(6)));
        Assert.Equal("2026-01-01", Start(BillingInterval.Year));
        Assert.Equal(Anchor.On(new LocalDate(2024, 1, 1)), calendar);

        string Start(BillingInterval interval) => new Anchor(calendar.Boundary(calendar.IndexAt(thursday, interval), interval)).ToString();
    }

    [Theory]
    [InlineData("2026-02-28", 1)]
    [InlineData("2026-02-28T00:00:01", 2)]
    [InlineData("2026-03-02", 2)]
    [InlineData("2026-03-31", 2)]
    [InlineData("2026-01-30", 0)]
    [InlineData("2025-12-31", -1)]
    public void The_first_boundary_at_or_after_a_moment_from_31_January_2026(string moment, int index) =>
        Assert.Equal(index, Anchor.Parse("2026-01-31").IndexFrom(Anchor.Parse(moment).Origin, BillingInterval.Month));

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(-1)]
    public void What_is_no_day_of_a_month_is_no_billing_day(int day) =>
        Assert.Equal("dayOfMonth", Assert.Throws<ArgumentOutOfRangeException>(() => Anchor.OnDay(day)).ParamName);

    /// <summary>Each line is a year and the day on which each of its months is billed.</summary>
    private static void Monthly(int day, string years)
    {
        var anchor = Anchor.OnDay(day);
        foreach (var line in years.Split('\n').Select(year => year.Trim().Split(' ')))
        {
            var first = new LocalDate(int.Parse(line[0], null), 1, 1).AtMidnight();
            var index = anchor.IndexFrom(first, BillingInterval.Month);
            Assert.Equal(line[1..], Enumerable.Range(0, 12).Select(month => $"{anchor.Boundary(index + month, BillingInterval.Month).Day}"));
        }
    }
}
