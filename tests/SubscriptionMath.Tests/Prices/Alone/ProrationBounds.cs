using NodaTime.Text;

namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>A sum alone: never more than the whole for a part of it, and an interval that need not be told.</summary>
public sealed class ProrationBounds
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;
    private static readonly Measure Thirty = Measure.Days with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) };
    private static readonly Term January = Dates("2026-01-01", "2026-02-01");
    private static readonly Term March = Dates("2026-03-01", "2026-04-01");

    [Theory]
    [InlineData("2026-03-01", "EUR 60.00")] // 31 days at 2.00 would be 62.00
    [InlineData("2026-03-02", "EUR 60.00")]
    [InlineData("2026-03-03", "EUR 58.00")]
    [InlineData("2026-03-31", "EUR 2.00")]
    [InlineData("2026-04-01", "EUR 0.00")]
    public void A_month_of_thirty_days_never_costs_more_than_the_month(string day, string amount)
    {
        Assert.Equal(amount, Proration.ForTheRest(Money.Of(60m, "EUR"), March, At(day), Thirty, RoundingMode.HalfEven, Utc).ToString());
        Assert.Equal(amount, Proration.Unused(Money.Of(60m, "EUR"), March, BillingInterval.Month, At(day), Thirty, RoundingMode.HalfEven, Utc).ToString());
    }

    [Theory]
    [InlineData("2025-12-01", "EUR 100.00")]
    [InlineData("2026-01-01", "EUR 100.00")] // 59 of 31 days would be 190.32
    [InlineData("2026-01-29", "EUR 100.00")] // 31 days are left
    [InlineData("2026-02-15", "EUR 45.16")] // 14 of 31
    [InlineData("2026-03-01", "EUR 0.00")]
    public void The_price_of_January_for_a_longer_service_is_the_price_of_January(string day, string amount)
    {
        var service = Dates("2026-01-01", "2026-03-01");
        var left = Proration.TimeLeft(service, January, BillingInterval.Month, At(day), Measure.Days, Utc);
        Assert.Equal(amount, Proration.Part(Money.Of(100m, "EUR"), left, RoundingMode.HalfEven).ToString());
    }

    [Theory]
    [InlineData(ProrationUnit.DaysOfOwnMonths)]
    [InlineData(ProrationUnit.MonthsThenDays)]
    [InlineData(ProrationUnit.MonthsNotStarted)]
    [InlineData(ProrationUnit.MonthsNotEnded)]
    [InlineData(ProrationUnit.Nanoseconds)]
    public void By_no_unit_is_more_left_of_January_than_January(ProrationUnit unit)
    {
        var left = Proration.TimeLeft(Dates("2026-01-01", "2026-03-01"), January, BillingInterval.Month, January.Start, Measure.Days with { Unit = unit }, Utc);
        Assert.Equal(Fraction.One, left.Fraction);
    }

    [Theory]
    [InlineData("2026-02-28", "2026-03-31")] // the month from 28 February on ends on 28 March: 31 of 28 days
    [InlineData("2026-04-30", "2026-05-31")]
    public void A_period_by_the_31st_never_costs_more_than_the_period(string start, string end)
    {
        var period = Dates(start, end);
        foreach (var denominator in new[] { Denominator.FromTheChange, Denominator.AtTheBoundary, Denominator.NextPeriod })
        {
            var measure = Measure.Days with { Denominator = denominator };
            Assert.Equal("EUR 60.00", Proration.ForTheRest(Money.Of(60m, "EUR"), period, BillingInterval.Month, period.Start, measure, RoundingMode.HalfEven, Utc).ToString());
        }
    }

    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, "USD 20.00", "USD 10.05")] // 0.67 a day
    [InlineData(RoundingMode.Floor, "USD 19.80", "USD 9.90")] // 0.66 a day
    public void A_price_of_a_day_that_is_rounded_up_never_makes_more_than_the_price(RoundingMode mode, string whole, string half)
    {
        var (april, measure) = (Dates("2026-04-01", "2026-05-01"), Measure.Days with { Ratio = RatioRule.RateRounded(mode) });
        Assert.Equal(whole, Proration.ForTheRest(Money.Of(20m, "USD"), april, april.Start, measure, RoundingMode.HalfEven, Utc).ToString());
        Assert.Equal(half, Proration.ForTheRest(Money.Of(20m, "USD"), april, At("2026-04-16"), measure, RoundingMode.HalfEven, Utc).ToString());
        Assert.Equal("USD -20.00", Proration.Part(Money.Of(-20m, "USD"), new Share(30, 30, ProrationUnit.CalendarDays), RatioRule.RateRounded(RoundingMode.HalfAwayFromZero), RoundingMode.HalfEven).ToString());
    }

    [Fact]
    public void A_sum_alone_finds_the_months_of_its_period()
    {
        var own = Measure.Days with { Unit = ProrationUnit.DaysOfOwnMonths };
        Assert.Equal("EUR 21.00", Unused("EUR 31.00", January, "2026-01-11", own)); // 21/31
        Assert.Equal("EUR 40.00", Unused("EUR 60.00", March, "2026-03-12", Thirty)); // 20/30
        var quarter = Dates("2026-01-01", "2026-04-01");
        Assert.Equal("EUR 59.00", Unused("EUR 90.00", quarter, "2026-02-01", Thirty)); // 59 of 90 days
        var first = Measure.Days with { Unit = ProrationUnit.MonthsThenDays, Denominator = Thirty.Denominator };
        Assert.Equal("EUR 81.00", Unused("EUR 90.00", quarter, "2026-01-11", first)); // two months at 30.00, and 21 of 30 days
        Assert.Equal("EUR 30.00", Unused("EUR 30.00", Dates("2026-02-28", "2026-03-31"), "2026-02-28", Thirty)); // the month of a 31st
    }

    [Fact]
    public void A_sum_alone_says_what_it_lacks()
    {
        var part = Dates("2026-01-11", "2026-02-01");
        var thrown = Assert.Throws<ArgumentException>(() => Unused("EUR 31.00", part, "2026-01-12", Thirty));
        Assert.StartsWith("To divide 2026-01-11T00:00:00Z/2026-02-01T00:00:00Z by other than its period, the caller must give the interval of the price.", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("EUR 20.00", Proration.Unused(Money.Of(30m, "EUR"), part, BillingInterval.Month, At("2026-01-12"), Thirty, RoundingMode.HalfEven, Utc).ToString());
    }

    [Fact]
    public void A_twelfth_of_365_days_at_a_price_of_a_day_that_is_rounded()
    {
        // EUR 30.00 a month are 0.98630 a day of 365, so 0.99; ten days are 9.90. Rounded for each twelfth of a day it would be 9.60.
        var measure = Measure.Days with { Denominator = Denominator.FixedDays(365, BillingInterval.Year), Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) };
        Assert.Equal("EUR 9.90", Unused("EUR 30.00", March, "2026-03-22", measure));
    }

    private static string Unused(string price, Term period, string at, Measure measure) =>
        Proration.Unused(Money.Parse(price), period, At(at), measure, RoundingMode.HalfAwayFromZero, Utc).ToString();

    private static Instant At(string day) => LocalDatePattern.Iso.Parse(day).Value.AtStartOfDayInZone(Utc).ToInstant();

    private static Term Dates(string start, string end) => new(At(start), At(end));
}
