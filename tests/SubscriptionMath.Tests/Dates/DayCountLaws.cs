using System.Numerics;

namespace SubscriptionMath.Tests.Dates;

[Properties(Arbitrary = [typeof(CalendarArbitraries)])]
public sealed class DayCountLaws
{
    [Law]
    public void Days_are_additive__a_to_c_is_a_to_b_plus_b_to_c(Instant a, Instant b, Instant c, DateTimeZone zone) =>
        Assert.Equal(
            TimeCount.DaysBetween(a, c, zone), TimeCount.DaysBetween(a, b, zone) + TimeCount.DaysBetween(b, c, zone));

    [Law]
    public void Counting_dates_one_by_one_gives_the_same_days(Instant from, Instant to, DateTimeZone zone) =>
        Assert.Equal(
            CalendarWalk.Days(from.InZone(zone).Date, to.InZone(zone).Date), TimeCount.DaysBetween(from, to, zone));

    [Law]
    public void Days_never_shrink_as_time_passes(Instant from, Instant to, PositiveInt minutes, DateTimeZone zone) =>
        Assert.True(
            TimeCount.DaysBetween(from, to, zone) <= TimeCount.DaysBetween(from, to + Duration.FromMinutes(minutes.Get), zone));

    [Law]
    public void A_term_of_n_days_has_n_days_whatever_the_clocks_do(Anchor anchor, PositiveInt n, DateTimeZone zone)
    {
        var start = anchor.Origin.Date;
        var term = Term.Of(start, start.PlusDays(n.Get), zone);

        // Only a day that was left out begins on another date.
        var leftOut = term.Start.DateAt(zone) != start || term.End.DateAt(zone) != start.PlusDays(n.Get);
        Assert.True(leftOut || TimeCount.DaysBetween(term.Start, term.End, zone) == n.Get);
    }

    [Law]
    public void Seconds_are_the_elapsed_nanoseconds_cut_towards_zero(Instant from, Instant to)
    {
        var exact = (to - from).ToBigIntegerNanoseconds();

        Assert.Equal(BigInteger.Divide(exact, 1_000_000_000), TimeCount.SecondsBetween(from, to));
        Assert.Equal(-TimeCount.SecondsBetween(from, to), TimeCount.SecondsBetween(to, from));
    }

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-08", 82_800)]
    [InlineData("America/Los_Angeles", "2026-11-01", 90_000)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 84_600)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 88_200)]
    [InlineData("America/Sao_Paulo", "2018-11-04", 82_800)]
    [InlineData("Asia/Kathmandu", "2026-03-08", 86_400)]
    public void A_day_is_one_day_however_many_seconds_it_has(string zone, string date, int seconds)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var day = Anchor.Parse(date).Origin.Date;
        var term = Term.Of(day, day.PlusDays(1), tz);

        Assert.Equal(1, TimeCount.DaysBetween(term.Start, term.End, tz));
        Assert.Equal(seconds, TimeCount.SecondsBetween(term.Start, term.End));
    }

    [Fact]
    public void A_day_that_was_left_out_counts_because_its_date_does()
    {
        var apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var term = Term.Of(new LocalDate(2011, 12, 29), new LocalDate(2011, 12, 31), apia);

        Assert.Equal(2, TimeCount.DaysBetween(term.Start, term.End, apia));
        Assert.Equal(86_400, TimeCount.SecondsBetween(term.Start, term.End));
    }

    [Fact]
    public void Two_minutes_across_midnight_are_a_day()
    {
        var before = Instant.FromUtc(2026, 2, 28, 23, 59);

        Assert.Equal(1, TimeCount.DaysBetween(before, before + Duration.FromMinutes(2), DateTimeZone.Utc));
        Assert.Equal(0, TimeCount.DaysBetween(before, before + Duration.FromSeconds(59), DateTimeZone.Utc));
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        var (from, to) = (Instant.FromUtc(2026, 3, 8, 12, 0), Instant.FromUtc(2026, 11, 1, 12, 0));
        Assert.Equal(238, TimeCount.DaysBetween(from, to, zone));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var counted = TimeCount.DaysBetween(from, to, zone) + TimeCount.SecondsBetween(from, to);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(238L * 86_401, counted);
    }
}
