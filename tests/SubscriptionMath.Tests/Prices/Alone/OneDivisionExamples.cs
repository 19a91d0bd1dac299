using NodaTime.Text;

namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>Days and seconds at the instants where a count changes: the short way and the general way, each beside the figure by hand.</summary>
public sealed class OneDivisionExamples
{
    private const string BeforeApril = "2026-03-31T23:59:59.999999999Z";
    private const string April1 = "2026-04-01T00:00:00Z";
    private const string April16 = "2026-04-16T00:00:00Z";
    private const string LastOfApril = "2026-04-30T23:59:59.999999999Z";
    private const string May1 = "2026-05-01T00:00:00Z";

    // April has 30 days. If the day of a change is of the old plan, nothing of it is unused; before the purchase begins there is no such day.
    [Theory]
    [InlineData(BeforeApril, ChangeDay.New, 30)]
    [InlineData(BeforeApril, ChangeDay.Old, 30)]
    [InlineData(April1, ChangeDay.New, 30)]
    [InlineData(April1, ChangeDay.Old, 29)]
    [InlineData("2026-04-01T00:00:00.000000001Z", ChangeDay.New, 30)]
    [InlineData("2026-04-15T23:59:59.999999999Z", ChangeDay.New, 16)]
    [InlineData(April16, ChangeDay.New, 15)]
    [InlineData(April16, ChangeDay.Old, 14)]
    [InlineData(April16, ChangeDay.Both, 14)]
    [InlineData("2026-04-30T00:00:00Z", ChangeDay.New, 1)]
    [InlineData("2026-04-30T00:00:00Z", ChangeDay.Old, 0)]
    [InlineData(LastOfApril, ChangeDay.New, 1)]
    [InlineData(LastOfApril, ChangeDay.Old, 0)]
    [InlineData(May1, ChangeDay.New, 0)]
    [InlineData(May1, ChangeDay.Old, 0)]
    [InlineData("2026-05-02T00:00:00Z", ChangeDay.New, 0)]
    [InlineData("2026-05-02T00:00:00Z", ChangeDay.Old, 0)]
    public void Days_of_April_that_are_unused(string at, ChangeDay changeDay, long left) =>
        BothWays(left, 30, at, (April1, May1), (April1, May1), Measure.Days with { ChangeDay = changeDay }, ends: true);

    // A purchase that is the first of its kind takes no day from another.
    [Theory]
    [InlineData(ChangeDay.New, false, 15)]
    [InlineData(ChangeDay.New, true, 15)]
    [InlineData(ChangeDay.Old, false, 14)]
    [InlineData(ChangeDay.Old, true, 15)]
    [InlineData(ChangeDay.Both, false, 15)]
    public void Days_of_April_that_are_bought_on_the_16th(ChangeDay changeDay, bool isFirst, long left) =>
        BothWays(left, 30, April16, (April1, May1), (April1, May1), Measure.Days with { ChangeDay = changeDay }, ends: false, isFirst);

    // Bought for the 20 days from the 11th on, at the price of April; or for two months, of 30 and 31 days, at the price of one.
    [Theory]
    [InlineData("2026-04-05T00:00:00Z", "2026-04-11T00:00:00Z", May1, ChangeDay.Old, 20)]
    [InlineData("2026-04-11T00:00:00Z", "2026-04-11T00:00:00Z", May1, ChangeDay.New, 20)]
    [InlineData("2026-04-11T00:00:00Z", "2026-04-11T00:00:00Z", May1, ChangeDay.Old, 19)]
    [InlineData(April1, April1, "2026-06-01T00:00:00Z", ChangeDay.New, 61)]
    [InlineData(April1, April1, "2026-06-01T00:00:00Z", ChangeDay.Old, 60)]
    [InlineData(May1, April1, "2026-06-01T00:00:00Z", ChangeDay.New, 31)]
    public void Days_of_another_stretch_at_the_price_of_April(string at, string start, string end, ChangeDay changeDay, long left) =>
        BothWays(left, 30, at, (start, end), (April1, May1), Measure.Days with { ChangeDay = changeDay }, ends: true);

    // At 00:01 of 7 November 2010 the clocks of St. John's went back to 23:01 of the 6th. The period begins half a minute before, on the 7th, and
    // has 30 days to 7 December. A purchase of a quarter of an hour later is on the 6th: it has 31 days to that end, and 30 within the period.
    [Fact]
    public void Days_are_never_more_than_the_period_where_a_date_comes_twice()
    {
        const string Ends = "2010-12-07T03:30:00Z";
        var (period, covers) = (("2010-11-07T02:30:30Z", Ends), ("2010-11-07T02:45:00Z", Ends));
        BothWays(30, 30, covers.Item1, covers, period, Measure.Days, ends: true, isFirst: false, "America/St_Johns");
        BothWays(31, 30, covers.Item1, (covers.Item1, "2010-12-07T03:30:00.000000001Z"), period, Measure.Days, ends: true, isFirst: false, "America/St_Johns");
    }

    // A minute and forty seconds. A second that has begun is used.
    [Theory]
    [InlineData("2026-03-01T00:00:00Z", ChangeDay.New, 100)]
    [InlineData("2026-03-01T00:00:00Z", ChangeDay.Old, 99)]
    [InlineData("2026-03-01T00:00:00.000000001Z", ChangeDay.New, 99)]
    [InlineData("2026-03-01T00:00:40Z", ChangeDay.New, 60)]
    [InlineData("2026-03-01T00:00:40.5Z", ChangeDay.New, 59)]
    [InlineData("2026-03-01T00:01:39Z", ChangeDay.New, 1)]
    [InlineData("2026-03-01T00:01:39Z", ChangeDay.Old, 0)]
    [InlineData("2026-03-01T00:01:39.999999999Z", ChangeDay.New, 0)]
    [InlineData("2026-03-01T00:01:39.999999999Z", ChangeDay.Old, 0)]
    [InlineData("2026-03-01T00:01:40Z", ChangeDay.New, 0)]
    public void Seconds_of_a_hundred(string at, ChangeDay changeDay, long left)
    {
        var hundred = ("2026-03-01T00:00:00Z", "2026-03-01T00:01:40Z");
        BothWays(left, 100, at, hundred, hundred, Measure.Seconds with { ChangeDay = changeDay }, ends: true);
    }

    // 29 March 2026 has 23 hours in Prague, from 23:00 to 22:00 UTC: 82,800 seconds, and 43,200 from noon, at 10:00 UTC, on.
    [Fact]
    public void Seconds_of_a_day_of_23_hours()
    {
        var day = ("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
        BothWays(43_200, 82_800, "2026-03-29T10:00:00Z", day, day, Measure.Seconds, ends: true, isFirst: false, "Europe/Prague");
        BothWays(1, 1, "2026-03-29T10:00:00Z", day, day, Measure.Days, ends: true, isFirst: false, "Europe/Prague");
    }

    // Half of 5 and 7 minor units is 2.5 and 3.5, and a third of 10 is 3.33. Three sixths of 2^63 - 1 are 4,611,686,018,427,387,903.5.
    [Theory]
    [InlineData(5, 1, 2, RoundingMode.HalfEven, 2)]
    [InlineData(7, 1, 2, RoundingMode.HalfEven, 4)]
    [InlineData(5, 1, 2, RoundingMode.HalfAwayFromZero, 3)]
    [InlineData(-5, 1, 2, RoundingMode.HalfAwayFromZero, -3)]
    [InlineData(-5, 1, 2, RoundingMode.HalfEven, -2)]
    [InlineData(-5, 1, 2, RoundingMode.Floor, -3)]
    [InlineData(-5, 1, 2, RoundingMode.Ceiling, -2)]
    [InlineData(5, 1, 2, RoundingMode.Floor, 2)]
    [InlineData(5, 1, 2, RoundingMode.Ceiling, 3)]
    [InlineData(10, 1, 3, RoundingMode.HalfAwayFromZero, 3)]
    [InlineData(10, 1, 3, RoundingMode.AwayFromZero, 4)]
    [InlineData(-10, 1, 3, RoundingMode.TowardZero, -3)]
    [InlineData(20, 1, 3, RoundingMode.HalfEven, 7)]
    [InlineData(9, 3, 3, RoundingMode.AwayFromZero, 9)]
    [InlineData(9, 0, 3, RoundingMode.AwayFromZero, 0)]
    [InlineData(long.MaxValue, 3, 6, RoundingMode.HalfEven, 4_611_686_018_427_387_904)]
    [InlineData(long.MaxValue, 3, 6, RoundingMode.Floor, 4_611_686_018_427_387_903)]
    [InlineData(-long.MaxValue, 3, 6, RoundingMode.Floor, -4_611_686_018_427_387_904)]
    [InlineData(-long.MaxValue, 3, 6, RoundingMode.TowardZero, -4_611_686_018_427_387_903)]
    public void Parts_of_minor_units(long minor, long left, long of, RoundingMode mode, long part)
    {
        var share = new Share(left, of, ProrationUnit.CalendarDays);
        Assert.True(OneDivision.Divides(share));
        Assert.Equal(part, OneDivision.Part(minor, share, mode));
        Assert.Equal(part, Proration.Part(Money.OfMinor(minor, "EUR"), share, mode).Minor);
        Assert.Equal(part, (long)(Fraction.Of(minor) * share.Fraction).Round(mode));
    }

    // 100 times -1/2, and 100 times 1/-2; nothing of no time is nothing.
    [Theory]
    [InlineData(-1, 2, -50)]
    [InlineData(1, -2, -50)]
    [InlineData(0, 0, 0)]
    public void Shares_beside_the_short_way(long left, long of, long part)
    {
        var share = new Share(left, of, ProrationUnit.CalendarDays);
        Assert.False(OneDivision.Divides(share));
        Assert.Equal(part, Proration.Part(Money.OfMinor(100, "EUR"), share, RoundingMode.HalfEven).Minor);
    }

    [Fact]
    public void Only_days_and_seconds_of_the_own_period_go_the_short_way()
    {
        Assert.True(OneDivision.Counts(Measure.Days));
        Assert.True(OneDivision.Counts(Measure.Seconds));
        Assert.False(OneDivision.Counts(Measure.MonthsNotStarted));
        Assert.False(OneDivision.Counts(Measure.Days with { Unit = ProrationUnit.Minutes }));
        Assert.False(OneDivision.Counts(Measure.Days with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) }));
        Assert.False(OneDivision.Counts(Measure.Seconds with { Denominator = Denominator.FromTheChange }));
        Assert.False(OneDivision.Counts(Measure.Days with { Said = new Share(1, 2, ProrationUnit.CalendarDays) }));
    }

    private static void BothWays(
        long left, long of, string at, (string Start, string End) covers, (string Start, string End) period, Measure measure, bool ends, bool isFirst = false, string zone = "UTC")
    {
        var counting = new Counting(measure, default, DateTimeZoneProviders.Tzdb[zone]);
        var stretch = new Stretch(Between(covers), Between(period), null) { IsFirst = isFirst };
        var share = new Share(left, of, measure.Unit);
        Assert.Equal(share, counting.Left(stretch, At(at), ends));
        Assert.Equal(share, counting.Counted(stretch, At(at), ends));
    }

    private static Term Between((string Start, string End) ends) => new(At(ends.Start), At(ends.End));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
