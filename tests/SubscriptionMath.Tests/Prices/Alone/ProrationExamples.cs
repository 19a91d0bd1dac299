using NodaTime.Text;

namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>Proration on its own; every figure is worked by hand.</summary>
public class ProrationExamples
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;
    private static readonly DateTimeZone Prague = DateTimeZoneProviders.Tzdb["Europe/Prague"];
    private static readonly Term April = Dates("2026-04-01", "2026-05-01", Utc);
    private static readonly Money Price = Money.Of(75m, "EUR");

    [Theory]
    [InlineData(14, 30, 16)]
    [InlineData(30, 30, 0)]
    [InlineData(31, 30, 0)]
    [InlineData(0, 30, 30)]
    public void What_is_not_left_is_used(long left, long whole, long used) =>
        Assert.Equal(new Share(used, whole, ProrationUnit.CalendarDays), new Share(left, whole, ProrationUnit.CalendarDays).Used());

    [Fact]
    public void Half_of_April_is_half_of_the_price() =>
        Assert.Equal("EUR 37.50", Unused("EUR 75.00", April, "2026-04-16T00:00:00Z", Measure.Days));

    [Theory]
    [InlineData(ChangeDay.New, "EUR 37.50", "EUR 37.50")] // 15 days unused, 15 days bought
    [InlineData(ChangeDay.Old, "EUR 35.00", "EUR 35.00")] // 14 and 14
    [InlineData(ChangeDay.Both, "EUR 35.00", "EUR 37.50")] // 14 and 15
    public void The_day_of_the_change_belongs_to_the_new_item_the_old_or_both(ChangeDay day, string unused, string bought)
    {
        var (measure, at) = (Measure.Days with { ChangeDay = day }, At("2026-04-16T00:00:00Z"));
        Assert.Equal(unused, Proration.Unused(Price, April, at, measure, RoundingMode.HalfEven, Utc).ToString());
        Assert.Equal(bought, Proration.ForTheRest(Price, April, at, measure, RoundingMode.HalfEven, Utc).ToString());
    }

    [Theory]
    [InlineData("2026-03-31T23:59:59Z", ChangeDay.New, 30)]
    [InlineData("2026-03-31T23:59:59Z", ChangeDay.Old, 30)] // not yet begun: no day of it is used
    [InlineData("2026-04-01T00:00:00Z", ChangeDay.New, 30)]
    [InlineData("2026-04-01T00:00:00Z", ChangeDay.Old, 29)]
    [InlineData("2026-04-16T23:59:59Z", ChangeDay.New, 15)] // the time of day does not matter
    [InlineData("2026-04-30T23:59:59Z", ChangeDay.New, 1)]
    [InlineData("2026-04-30T23:59:59Z", ChangeDay.Old, 0)]
    [InlineData("2026-05-01T00:00:00Z", ChangeDay.New, 0)]
    [InlineData("2026-05-01T00:00:00Z", ChangeDay.Old, 0)] // not one less than nothing
    [InlineData("2026-08-01T00:00:00Z", ChangeDay.New, 0)]
    public void Days_left_of_April(string at, ChangeDay day, long left) => Assert.Equal(
        new Share(left, 30, ProrationUnit.CalendarDays), Proration.TimeLeft(April, At(at), Measure.Days with { ChangeDay = day }, Utc));

    [Theory]
    [InlineData("2026-04-16T12:00:00Z", 1_252_800, "EUR 36.25")] // 14.5 of 30 days
    [InlineData("2026-04-30T23:59:59Z", 1, "EUR 0.00")] // 7500 / 2592000 cents
    [InlineData("2026-04-01T00:00:00Z", 2_592_000, "EUR 75.00")]
    [InlineData("2026-05-01T00:00:00Z", 0, "EUR 0.00")]
    public void Seconds_left_of_April(string at, long left, string value)
    {
        Assert.Equal(new Share(left, 2_592_000, ProrationUnit.Seconds), Proration.TimeLeft(April, At(at), Measure.Seconds, Utc));
        Assert.Equal(value, Unused("EUR 75.00", April, at, Measure.Seconds));
    }

    [Theory]
    [InlineData("2026-01-10T00:00:00Z", 12)] // the month that begins on the day is not started
    [InlineData("2026-01-11T00:00:00Z", 11)]
    [InlineData("2026-06-01T00:00:00Z", 7)] // 10 May to 10 June is fully used
    [InlineData("2026-06-10T00:00:00Z", 7)]
    [InlineData("2026-06-10T18:00:00Z", 7)] // it is a matter of dates
    [InlineData("2026-06-11T00:00:00Z", 6)]
    [InlineData("2026-12-11T00:00:00Z", 0)]
    [InlineData("2027-01-10T00:00:00Z", 0)]
    public void Months_not_started_of_a_year_from_10_January(string at, long left) => Assert.Equal(
        new Share(left, 12, ProrationUnit.MonthsNotStarted),
        Proration.TimeLeft(Dates("2026-01-10", "2027-01-10", Utc), At(at), Measure.MonthsNotStarted, Utc));

    [Theory]
    [InlineData("2026-01-10T00:00:00Z", 12, 12)] // the quarter that begins on the day is not started
    [InlineData("2026-01-11T00:00:00Z", 9, 12)]
    [InlineData("2026-06-01T00:00:00Z", 6, 9)] // that of 10 April was started, and has not ended
    [InlineData("2026-07-10T00:00:00Z", 6, 6)] // the very day
    [InlineData("2026-07-11T00:00:00Z", 3, 6)]
    [InlineData("2026-10-11T00:00:00Z", 0, 3)]
    [InlineData("2027-01-10T00:00:00Z", 0, 0)]
    public void Quarters_of_a_year_from_10_January_count_as_their_months(string at, long notStarted, long notEnded)
    {
        var (year, quarters) = (Dates("2026-01-10", "2027-01-10", Utc), Measure.MonthsNotStarted with { Interval = BillingInterval.Months(3) });
        Assert.Equal(new Share(notStarted, 12, ProrationUnit.MonthsNotStarted), Proration.TimeLeft(year, At(at), quarters, Utc));
        Assert.Equal(
            new Share(notEnded, 12, ProrationUnit.MonthsNotEnded),
            Proration.TimeLeft(year, At(at), quarters with { Unit = ProrationUnit.MonthsNotEnded }, Utc));
    }

    [Fact]
    public void Whole_years_not_started_of_two_and_of_one()
    {
        // Of two years the second is left until it begins; of one year nothing is, once it has begun.
        var years = Measure.MonthsNotStarted with { Interval = BillingInterval.Year };
        Assert.Equal(12, Proration.TimeLeft(Dates("2026-01-10", "2028-01-10", Utc), At("2027-01-10T00:00:00Z"), years, Utc).Left);
        Assert.Equal(0, Proration.TimeLeft(Dates("2026-01-10", "2028-01-10", Utc), At("2027-01-11T00:00:00Z"), years, Utc).Left);
        Assert.Equal(0, Proration.TimeLeft(Dates("2026-01-10", "2027-01-10", Utc), At("2026-01-11T00:00:00Z"), years, Utc).Left);
        Assert.Throws<ArgumentOutOfRangeException>(() => years with { Interval = BillingInterval.Week });
    }

    [Theory]
    [InlineData("2026-04-01T00:00:00Z", 30, 30)]
    [InlineData("2026-04-01T00:00:01Z", 29, 30)] // the first day has begun
    [InlineData("2026-04-16T00:00:00Z", 15, 15)] // at the very instant none has
    [InlineData("2026-04-16T12:00:00Z", 14, 15)]
    [InlineData("2026-04-30T00:00:01Z", 0, 1)]
    [InlineData("2026-05-01T00:00:00Z", 0, 0)]
    public void Days_of_24_hours_that_have_begun_are_used_or_left(string at, long used, long left)
    {
        var days = Measure.Days with { Unit = ProrationUnit.DaysNotStarted };
        Assert.Equal(new Share(used, 30, ProrationUnit.DaysNotStarted), Proration.TimeLeft(April, At(at), days, Utc));
        Assert.Equal(
            new Share(left, 30, ProrationUnit.DaysNotEnded), Proration.TimeLeft(April, At(at), days with { Unit = ProrationUnit.DaysNotEnded }, Utc));
    }

    /// <summary>
    /// A month to 1 May ends earlier, on the 26th at noon: its days still begin at midnight, and the 26th, which had begun by then, belongs to it. So 4 days lie behind,
    /// and what is left before the 26th and behind it is what was left of the month.
    /// </summary>
    [Theory]
    [InlineData("2026-04-15T00:00:00Z", 12, 12)]
    [InlineData("2026-04-15T12:00:00Z", 11, 12)]
    [InlineData("2026-04-26T00:00:00Z", 1, 1)]
    [InlineData("2026-04-26T00:00:01Z", 0, 1)]
    [InlineData("2026-04-26T12:00:00Z", 0, 0)]
    public void Days_of_24_hours_begin_at_the_hour_of_the_periods_end(string at, long notStarted, long notEnded)
    {
        var days = Measure.Days with { Unit = ProrationUnit.DaysNotStarted };
        var short26 = new Term(April.Start, At("2026-04-26T12:00:00Z"));
        Assert.Equal(new Share(notStarted, 30, days.Unit), Left(days));
        Assert.Equal(new Share(notEnded, 30, ProrationUnit.DaysNotEnded), Left(days with { Unit = ProrationUnit.DaysNotEnded }));

        Share Left(Measure measure) => new Counting(measure, new Anchor(new LocalDateTime(2026, 4, 1, 0, 0)), Utc)
            .Left(new Stretch(short26, April, null), At(at), ends: true);
    }

    [Theory]
    [InlineData(ProrationUnit.DaysNotStarted, 30, 15)] // 743 hours are 30 whole days, and 371 are 15
    [InlineData(ProrationUnit.DaysNotEnded, 31, 16)]
    public void Days_of_24_hours_know_no_calendar(ProrationUnit unit, long of, long left)
    {
        // March 2026 in Prague, whose 29th has 23 hours; from noon of the 16th.
        var march = Dates("2026-03-01", "2026-04-01", Prague);
        Assert.Equal(new Share(left, of, unit), Proration.TimeLeft(march, At("2026-03-16T11:00:00Z"), Measure.Days with { Unit = unit }, Prague));
    }

    [Fact]
    public void Months_from_the_31st_start_on_the_last_day_of_a_shorter_month()
    {
        var half = Dates("2026-01-31", "2026-07-31", Utc);
        Assert.Equal(new Share(5, 6, ProrationUnit.MonthsNotStarted), Proration.TimeLeft(half, At("2026-02-28T00:00:00Z"), Measure.MonthsNotStarted, Utc));
        Assert.Equal(new Share(4, 6, ProrationUnit.MonthsNotStarted), Proration.TimeLeft(half, At("2026-03-01T00:00:00Z"), Measure.MonthsNotStarted, Utc));
        Assert.Equal(new Share(4, 6, ProrationUnit.MonthsNotStarted), Proration.TimeLeft(half, At("2026-03-31T00:00:00Z"), Measure.MonthsNotStarted, Utc));
    }

    [Theory]
    [InlineData("JPY 980", "JPY 790")] // 980 x 25/31 = 790.3
    [InlineData("JPY 1480", "JPY 1194")] // 1193.5
    [InlineData("KWD 1.000", "KWD 0.806")] // 0.80645
    [InlineData("EUR 10.00", "EUR 8.06")]
    [InlineData("EUR 0.01", "EUR 0.01")] // 0.8 cents
    public void Each_currency_in_its_own_minor_unit(string price, string value) =>
        Assert.Equal(value, Unused(price, Dates("2026-03-01", "2026-04-01", Utc), "2026-03-07T00:00:00Z", Measure.Days));

    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, "JPY 32")] // 1000 / 31 = 32.26
    [InlineData(RoundingMode.HalfEven, "JPY 32")]
    [InlineData(RoundingMode.Floor, "JPY 32")]
    [InlineData(RoundingMode.Ceiling, "JPY 33")]
    [InlineData(RoundingMode.AwayFromZero, "JPY 33")]
    public void A_31st_of_1000_is_rounded_as_named(RoundingMode mode, string value) => Assert.Equal(
        value, Proration.Part(Money.Of(1000m, "JPY"), new Share(1, 31, ProrationUnit.CalendarDays), mode).ToString());

    [Fact]
    public void A_year_by_days_and_a_leap_year()
    {
        Assert.Equal("EUR 50.14", Unused("EUR 100.00", Dates("2026-01-01", "2027-01-01", Utc), "2026-07-02T00:00:00Z", Measure.Days)); // 183/365
        Assert.Equal("EUR 120.33", Unused("EUR 240.00", Dates("2026-01-01", "2027-01-01", Utc), "2026-07-02T00:00:00Z", Measure.Days));
        Assert.Equal("EUR 50.00", Unused("EUR 100.00", Dates("2028-01-01", "2029-01-01", Utc), "2028-07-02T00:00:00Z", Measure.Days)); // 183/366
    }

    [Theory]
    [InlineData("2026-03-01", "2026-04-01", "2026-03-28T23:00:00Z", 3, 255_600, 2_674_800, "EUR 2.96")] // one hour less
    [InlineData("2026-10-01", "2026-11-01", "2026-10-24T22:00:00Z", 7, 608_400, 2_682_000, "EUR 7.03")] // one hour more
    public void A_month_with_a_change_of_the_clock_in_Prague(string start, string end, string at, long days, long seconds, long of, string bySeconds)
    {
        var (month, price) = (Dates(start, end, Prague), Money.Of(31m, "EUR"));
        Assert.Equal(new Share(days, 31, ProrationUnit.CalendarDays), Proration.TimeLeft(month, At(at), Measure.Days, Prague));
        Assert.Equal(new Share(seconds, of, ProrationUnit.Seconds), Proration.TimeLeft(month, At(at), Measure.Seconds, Prague));
        Assert.Equal(Money.Of(days, "EUR"), Proration.Unused(price, month, At(at), Measure.Days, RoundingMode.HalfEven, Prague));
        Assert.Equal(bySeconds, Proration.Unused(price, month, At(at), Measure.Seconds, RoundingMode.HalfEven, Prague).ToString());
    }

    [Theory]
    [InlineData("2026-04-16T11:59:59Z", 20_881)]
    [InlineData("2026-04-16T12:00:00Z", 20_880)]
    [InlineData("2026-04-16T12:00:59Z", 20_880)]
    [InlineData("2026-04-16T12:01:00Z", 20_879)]
    public void Minutes_are_those_of_the_clock(string at, long left)
    {
        var minutes = Measure.Seconds with { Unit = ProrationUnit.Minutes, Ratio = RatioRule.Rounded(5, RoundingMode.HalfAwayFromZero) };
        Assert.Equal(new Share(left, 43_200, ProrationUnit.Minutes), Proration.TimeLeft(April, At(at), minutes, Utc));
        Assert.Equal(new Fraction(48_333, 100_000), minutes.Ratio.PartOf(Fraction.One, new Share(20_880, 43_200, ProrationUnit.Minutes)));
    }

    [Theory]
    [InlineData("2026-04-16T12:00:00.0000001Z", ProrationUnit.Nanoseconds, 1_252_799_999_999_900)]
    [InlineData("2026-04-16T12:00:00.0009Z", ProrationUnit.Milliseconds, 1_252_800_000)]
    [InlineData("2026-04-16T12:00:00.0009Z", ProrationUnit.Seconds, 1_252_799)]
    public void Instants_as_they_are_or_cut(string at, ProrationUnit unit, long left) =>
        Assert.Equal(left, Proration.TimeLeft(April, InstantPattern.ExtendedIso.Parse(at).Value, Measure.Seconds with { Unit = unit }, Utc).Left);

    [Theory]
    [InlineData("2026-01-10T00:00:00Z", 12)]
    [InlineData("2026-02-09T00:00:00Z", 12)] // the month of 10 January is left, started as it is
    [InlineData("2026-02-10T00:00:00Z", 11)] // it ended
    [InlineData("2026-06-01T00:00:00Z", 8)]
    [InlineData("2027-01-09T23:00:00Z", 1)]
    [InlineData("2027-01-10T00:00:00Z", 0)]
    public void Months_not_ended_of_a_year_from_10_January(string at, long left) => Assert.Equal(
        new Share(left, 12, ProrationUnit.MonthsNotEnded),
        Proration.TimeLeft(Dates("2026-01-10", "2027-01-10", Utc), At(at), Measure.MonthsNotStarted with { Unit = ProrationUnit.MonthsNotEnded }, Utc));

    [Fact]
    public void A_month_of_thirty_days_whatever_the_calendar_says()
    {
        var thirty = Measure.Days with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) };
        var may = Dates("2026-05-01", "2026-06-01", Utc);
        Assert.Equal(new Share(21, 30, ProrationUnit.CalendarDays), Proration.TimeLeft(may, may, BillingInterval.Month, At("2026-05-11T00:00:00Z"), thirty, Utc));

        // 31 of 30 days would give back 62.00 of a month at 60.00: no more is unused than was sold.
        Assert.Equal(new Share(30, 30, ProrationUnit.CalendarDays), Proration.TimeLeft(may, may, BillingInterval.Month, may.Start, thirty, Utc));
        var quarter = Dates("2026-01-01", "2026-04-01", Utc);
        Assert.Equal(new Share(59, 90, ProrationUnit.CalendarDays), Proration.TimeLeft(quarter, quarter, BillingInterval.Months(3), At("2026-02-01T00:00:00Z"), thirty, Utc));
        var year = Measure.Days with { Denominator = Denominator.FixedDays(365, BillingInterval.Year) };
        Assert.Equal(new Fraction(21 * 12, 365), Proration.TimeLeft(may, may, BillingInterval.Month, At("2026-05-11T00:00:00Z"), year, Utc).Fraction);
    }

    [Theory]
    [InlineData("2021-02-27", "2021-03-01", 2, 4)] // the last day of February is the 30th
    [InlineData("2020-02-01", "2020-03-01", 29, 30)]
    [InlineData("2021-04-21", "2021-04-30", 9, 9)]
    [InlineData("2026-01-30", "2026-02-01", 2, 1)] // the 31st does not count
    public void Months_of_thirty_days_each(string start, string end, long actual, long strict)
    {
        var thirty = Measure.Days with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) };
        var stretch = Dates(start, end, Utc);
        Assert.Equal(new Share(actual, 30, ProrationUnit.CalendarDays), Proration.TimeLeft(stretch, stretch, BillingInterval.Month, stretch.Start, thirty, Utc));
        Assert.Equal(
            new Share(strict, 30, ProrationUnit.DaysOfEqualMonths),
            Proration.TimeLeft(stretch, stretch, BillingInterval.Month, stretch.Start, thirty with { Unit = ProrationUnit.DaysOfEqualMonths }, Utc));
    }

    [Fact]
    public void Whole_months_first_and_then_days()
    {
        var (quarter, january16) = (Dates("2018-01-01", "2018-04-01", Utc), At("2018-01-16T00:00:00Z"));
        var first = Measure.Days with { Unit = ProrationUnit.MonthsThenDays };
        Assert.Equal(new Share((2 * 31) + 16, 3 * 31, ProrationUnit.MonthsThenDays), Proration.TimeLeft(quarter, quarter, BillingInterval.Months(3), january16, first, Utc));
        var thirty = first with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) };
        var share = Proration.TimeLeft(quarter, quarter, BillingInterval.Months(3), january16, thirty, Utc);
        Assert.Equal(new Share(76, 90, ProrationUnit.MonthsThenDays), share);
        Assert.Equal("USD 253.33", Proration.Part(Money.Parse("USD 300.00"), share, RoundingMode.HalfAwayFromZero).ToString()); // 200 + 100 x 16/30
    }

    [Fact]
    public void Each_day_as_a_part_of_its_own_calendar_month()
    {
        var month = Dates("2026-01-16", "2026-02-15", Utc);
        var share = Proration.TimeLeft(month, month, BillingInterval.Month, month.Start, Measure.Days with { Unit = ProrationUnit.DaysOfOwnMonths }, Utc);
        Assert.Equal(new Fraction(16, 31) + new Fraction(14, 28), share.Fraction);
    }

    [Theory]
    [InlineData("2026-04-11", "2026-04-30", "2026-03-31", "2026-04-30", 19, 31, 30)] // the month up to 30 April began on 30 March
    [InlineData("2026-02-28", "2026-03-15", "2026-02-28", "2026-03-31", 15, 28, 28)] // the month from 28 February on ends on 28 March
    [InlineData("2026-05-05", "2026-05-10", "2026-05-01", "2026-06-01", 5, 30, 31)] // it touches no boundary: the month up to 10 May
    public void An_interval_at_the_boundary_or_from_the_change(string start, string end, string first, string last, long left, long upTo, long from)
    {
        var (stretch, period) = (Dates(start, end, Utc), Dates(first, last, Utc));
        Assert.Equal(new Share(left, upTo, ProrationUnit.CalendarDays), Left(Denominator.AtTheBoundary));
        Assert.Equal(new Share(left, from, ProrationUnit.CalendarDays), Left(Denominator.FromTheChange));
        var thrown = Assert.Throws<ArgumentException>(() => Proration.TimeLeft(stretch, stretch.Start, Measure.Days with { Denominator = Denominator.AtTheBoundary }, Utc));
        Assert.StartsWith("To divide 2026-", thrown.Message, StringComparison.Ordinal);

        Share Left(Denominator denominator) =>
            Proration.TimeLeft(stretch, period, BillingInterval.Month, stretch.Start, Measure.Days with { Denominator = denominator }, Utc);
    }

    [Theory]
    [InlineData("2026-01-17", "2026-01-01", "2026-02-01", 15, 28)] // 17 to 31 January are 15 days; February has 28
    [InlineData("2026-02-15", "2026-02-01", "2026-03-01", 14, 31)] // 15 to 28 February are 14; March has 31
    [InlineData("2026-02-01", "2026-02-01", "2026-03-01", 28, 28)] // all of February is its own
    [InlineData("2026-01-02", "2026-01-01", "2026-02-01", 28, 28)] // 30 days of January are no more than all of February
    [InlineData("2026-02-20", "2026-01-31", "2026-02-28", 8, 31)] // by the 31st: 20 to 27 February of the 31 days from 28 February to 31 March
    public void An_interval_that_begins_as_the_period_ends(string at, string first, string last, long left, long of)
    {
        var period = Dates(first, last, Utc);
        var share = Proration.TimeLeft(period, period, BillingInterval.Month, Dates(at, last, Utc).Start, Measure.Days with { Denominator = Denominator.NextPeriod }, Utc);
        Assert.Equal(new Share(left, of, ProrationUnit.CalendarDays), share);
    }

    [Theory]
    [InlineData("USD 10.00", "USD 5.00", "USD 4.95")] // a day costs 0.33 (mlytics)
    [InlineData("USD 99.00", "USD 49.50", "USD 49.50")]
    [InlineData("JPY 100", "JPY 50", "JPY 45")]
    public void The_price_of_a_day_is_rounded_before_it_is_multiplied(string price, string exact, string value)
    {
        Assert.Equal(exact, Unused(price, April, "2026-04-16T00:00:00Z", Measure.Days));
        Assert.Equal(value, Unused(price, April, "2026-04-16T00:00:00Z", Measure.Days with { Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) }));
    }

    [Fact]
    public void A_ratio_of_few_decimals_is_multiplied_as_it_is()
    {
        var share = new Share(8, 31, ProrationUnit.CalendarDays);
        var price = Money.Of(1_000_000.00m, "USD");
        Assert.Equal("USD 258064.52", Proration.Part(price, share, RatioRule.Rounded(9, RoundingMode.HalfAwayFromZero), RoundingMode.HalfAwayFromZero).ToString());
        Assert.Equal("USD 258060.00", Proration.Part(price, share, RatioRule.Rounded(5, RoundingMode.HalfAwayFromZero), RoundingMode.HalfAwayFromZero).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("decimals", () => RatioRule.Rounded(19, RoundingMode.Floor));
        Assert.Throws<ArgumentOutOfRangeException>("per", () => Denominator.FixedDays(30, BillingInterval.Week));
        Assert.Throws<ArgumentOutOfRangeException>("Days", () => Denominator.FixedDays(0, BillingInterval.Month));
    }

    [Fact]
    public void Days_are_those_of_the_billing_zone()
    {
        var march = Dates("2026-03-01", "2026-04-01", Utc);
        var at = At("2026-03-28T23:30:00Z"); // in Prague it is the 29th already
        Assert.Equal(new Share(4, 31, ProrationUnit.CalendarDays), Proration.TimeLeft(march, at, Measure.Days, Utc));
        Assert.Equal(new Share(3, 31, ProrationUnit.CalendarDays), Proration.TimeLeft(march, at, Measure.Days, Prague));
    }

    [Fact]
    public void A_negative_amount_is_the_positive_one_turned_round() => Assert.Equal(
        "EUR -3.34", Proration.Part(Money.Of(-10m, "EUR"), new Share(1, 3, ProrationUnit.CalendarDays), RoundingMode.AwayFromZero).ToString());

    [Fact]
    public void A_period_without_a_unit_cannot_be_divided()
    {
        var morning = new Term(At("2026-04-01T08:00:00Z"), At("2026-04-01T12:00:00Z"));
        var thrown = Assert.Throws<ArgumentException>(() => Proration.TimeLeft(morning, morning.Start, Measure.Days, Utc));
        Assert.Equal("period", thrown.ParamName);
        Assert.StartsWith(
            "The period 2026-04-01T08:00:00Z/2026-04-01T12:00:00Z has no unit of CalendarDays to divide by.", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(new Share(14_400, 14_400, ProrationUnit.Seconds), Proration.TimeLeft(morning, morning.Start, Measure.Seconds, Utc));
    }

    private static string Unused(string price, Term period, string at, Measure measure) =>
        Proration.Unused(Money.Parse(price), period, At(at), measure, RoundingMode.HalfAwayFromZero, Utc).ToString();

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;

    private static Term Dates(string start, string end, DateTimeZone zone) =>
        Term.Of(LocalDatePattern.Iso.Parse(start).Value, LocalDatePattern.Iso.Parse(end).Value, zone);
}
