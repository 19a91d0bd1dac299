using System.Text.Json;

namespace SubscriptionMath.Tests.Dates;

public sealed class AnchorExamples
{
    private static readonly Anchor JanuaryTheLast = Anchor.On(new LocalDate(2026, 1, 31));
    private static readonly Anchor LeapDay = Anchor.On(new LocalDate(2024, 2, 29));

    [Fact]
    public void An_anchor_on_the_29th_across_two_leap_years() =>
        FebruariesAndMarches(29, [29, 28, 28, 28, 29], [29, 29, 29, 29, 29]);

    [Fact]
    public void An_anchor_on_the_30th_across_two_leap_years() =>
        FebruariesAndMarches(30, [29, 28, 28, 28, 29], [30, 30, 30, 30, 30]);

    [Fact]
    public void An_anchor_on_the_31st_across_two_leap_years() =>
        FebruariesAndMarches(31, [29, 28, 28, 28, 29], [31, 31, 31, 31, 31]);

    [Fact]
    public void A_leap_day_becomes_the_28th_and_the_29th_again() =>
        Assert.Equal(
            ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
            Enumerable.Range(0, 5).Select(n => Iso(LeapDay.Boundary(n, BillingInterval.Year))));

    [Fact]
    public void Backwards_the_month_ends_are_the_same() =>
        Assert.Equal(
            ["2025-12-31", "2025-11-30", "2025-10-31"],
            Enumerable.Range(1, 3).Select(n => Iso(JanuaryTheLast.Boundary(-n, BillingInterval.Month))));

    [Theory]
    [InlineData("2026-01-31", "2026-02-28", "month", "2026-03-31")]
    [InlineData("2026-01-31", "2026-03-31", "year", "2027-03-31")]
    [InlineData("2026-01-31", "2026-02-28", "year", "2027-02-28")]
    [InlineData("2026-01-31", "2027-02-28", "year", "2028-02-29")]
    [InlineData("2024-02-29", "2027-02-28", "year", "2028-02-29")]
    [InlineData("2024-02-29", "2025-02-28", "month", "2025-03-29")]
    [InlineData("2026-01-31", "2026-02-28", "30 days", "2026-03-30")]
    [InlineData("2026-01-31T10:37:00", "2026-02-28T10:37:00", "week", "2026-03-07T10:37:00")]
    public void After_a_boundary_comes_anchor_plus_what_passed_plus_the_interval(
        string anchor, string boundary, string step, string next)
    {
        var schedule = Anchor.Parse(anchor);
        var (from, to, interval) = (Moment(boundary), Moment(next), BillingInterval.Parse(step));

        Assert.Equal(to, schedule.Next(from, interval));
        Assert.Equal(from, schedule.Previous(to, interval));
    }

    [Theory]
    [InlineData("2026-03-02", "month", "2026-03-31")]
    [InlineData("2026-02-27", "month", "2026-02-28")]
    [InlineData("2026-03-02T03:00:00", "day", "2026-03-03")]
    public void A_moment_off_the_grid_counts_as_the_last_month_or_day_before_it(string moment, string interval, string next) =>
        Assert.Equal(Moment(next), JanuaryTheLast.Next(Moment(moment), BillingInterval.Parse(interval)));

    [Fact]
    public void The_2nd_of_March_lies_in_the_period_from_the_28th_of_February_when_the_anchor_is_the_31st()
    {
        Assert.Equal(1, JanuaryTheLast.IndexAt(Moment("2026-03-02"), BillingInterval.Month));
        Assert.Equal(
            Term.Parse("2026-02-28T00:00:00Z/2026-03-31T00:00:00Z"),
            JanuaryTheLast.TermAt(Instant.FromUtc(2026, 3, 2, 12, 0), BillingInterval.Month, DateTimeZone.Utc));
    }

    [Theory]
    [InlineData("2026-02-28", "2026-04-30", 2)]
    [InlineData("2026-02-28T00:00:01", "2026-04-30", 1)]
    [InlineData("2026-02-28", "2026-04-30T00:00:01", 3)]
    [InlineData("2026-03-01", "2026-03-31", 0)]
    [InlineData("2026-04-30", "2026-02-28", 0)]
    public void A_month_that_starts_at_from_counts_and_one_that_starts_at_to_does_not(string from, string to, int months) =>
        Assert.Equal(months, JanuaryTheLast.BoundariesBetween(Moment(from), Moment(to), BillingInterval.Month));

    [Fact]
    public void A_skipped_boundary_moves_forward_and_the_next_one_is_at_the_anchors_time_again()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        var anchor = Anchor.Parse("2026-02-08T02:30:00");
        var term = anchor.TermAt(Instant.FromUtc(2026, 3, 8, 10, 30), BillingInterval.Month, zone);

        Assert.Equal("2026-03-08T10:30:00Z/2026-04-08T09:30:00Z", term.ToString());
        Assert.Equal(Moment("2026-04-08T02:30:00"), anchor.Next(term.Start.LocalAt(zone), BillingInterval.Month));
        Assert.Equal(Moment("2026-03-09T02:30:00"), anchor.Next(term.Start.LocalAt(zone), BillingInterval.Day));
        Assert.Equal(term.Start, anchor.TermAt(term.Start - Duration.Epsilon, BillingInterval.Month, zone).End);
    }

    [Fact]
    public void A_repeated_boundary_is_the_earlier_and_the_second_pass_lies_after_it()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        var anchor = Anchor.Parse("2026-10-01T01:30:00");

        // 01:10, for the second time that night.
        var term = anchor.TermAt(Instant.FromUtc(2026, 11, 1, 9, 10), BillingInterval.Month, zone);

        Assert.Equal("2026-11-01T08:30:00Z/2026-12-01T09:30:00Z", term.ToString());
    }

    [Fact]
    public void Where_a_day_was_left_out_two_daily_boundaries_are_one_instant()
    {
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var anchor = Anchor.On(new LocalDate(2011, 12, 29));
        var starts = Enumerable.Range(0, 4).Select(n => anchor.Boundary(n, BillingInterval.Day).AtStart(zone)).ToArray();

        Assert.Equal(starts[1], starts[2]);
        Assert.Equal(new Term(starts[0], starts[1]), anchor.TermAt(starts[0], BillingInterval.Day, zone));
        Assert.Equal(new Term(starts[2], starts[3]), anchor.TermAt(starts[1], BillingInterval.Day, zone));
    }

    [Fact]
    public void Beyond_the_calendar_is_an_error_and_never_a_wrong_date()
    {
        Assert.Throws<OverflowException>(() => JanuaryTheLast.Boundary(8000, BillingInterval.Year));
        Assert.Throws<OverflowException>(() => JanuaryTheLast.Boundary(-13_000, BillingInterval.Year));
        Assert.Throws<OverflowException>(() => JanuaryTheLast.Boundary(10_000_000, BillingInterval.Day));
        Assert.Throws<OverflowException>(() => JanuaryTheLast.Boundary(long.MaxValue, BillingInterval.Week));
        Assert.Throws<OverflowException>(() => JanuaryTheLast.Boundary(long.MaxValue / 2, BillingInterval.Day));
        Assert.Throws<OverflowException>(() => JanuaryTheLast.Next(JanuaryTheLast.Origin, BillingInterval.Months(int.MaxValue)));
    }

    [Fact]
    public void Another_calendar_is_refused()
    {
        var julian = new LocalDate(2026, 1, 31, CalendarSystem.Julian).AtMidnight();

        Assert.Throws<ArgumentException>(() => new Anchor(julian));
        Assert.Throws<ArgumentException>(() => JanuaryTheLast with { Origin = julian });
        Assert.Throws<ArgumentException>(() => JanuaryTheLast.IndexAt(julian, BillingInterval.Month));
        Assert.Throws<ArgumentException>(() => JanuaryTheLast.Next(julian, BillingInterval.Day));
    }

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2024-02-29")]
    [InlineData("2026-01-31T10:37:00")]
    [InlineData("2026-01-31T23:59:59.999999999")]
    public void An_anchor_reads_as_it_is_written(string text)
    {
        Assert.Equal(text, Anchor.Parse(text).ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(Anchor.Parse(text)));
        Assert.Equal(Anchor.Parse(text), JsonSerializer.Deserialize<Anchor>($"\"{text}\""));
    }

    [Fact]
    public void Midnight_is_not_written() =>
        Assert.Equal("2026-01-31", Anchor.Parse("2026-01-31T00:00:00").ToString());

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("31.01.2026")]
    [InlineData("2026-01-31T00:00:00Z")]
    [InlineData("")]
    public void Other_text_is_no_anchor(string text)
    {
        Assert.False(Anchor.TryParse(text, out _));
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Anchor.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_anchor_is_a_date_like_any_other()
    {
        Assert.Equal("0001-01-01", default(Anchor).ToString());
        Assert.Equal(default, Anchor.Parse("0001-01-01"));
        Assert.False(Anchor.TryParse(null, out _));
    }

    private static void FebruariesAndMarches(int day, int[] februaries, int[] marches)
    {
        var anchor = Anchor.On(new LocalDate(2023, 12, day));
        var years = Enumerable.Range(0, 5);

        Assert.Equal(februaries, years.Select(year => anchor.Boundary((12 * year) + 2, BillingInterval.Month).Day));
        Assert.Equal(marches, years.Select(year => anchor.Boundary((12 * year) + 3, BillingInterval.Month).Day));
    }

    private static LocalDateTime Moment(string text) => Anchor.Parse(text).Origin;

    private static string Iso(LocalDateTime moment) => new Anchor(moment).ToString();
}
