namespace SubscriptionMath.Tests.Dates;

[Properties(Arbitrary = [typeof(CalendarArbitraries)])]
public sealed class AnchorLaws
{
    [Law]
    public void Schedules_do_not_drift__boundary_n_is_what_walking_from_the_anchor_finds(Anchor anchor, int n, BillingInterval interval) =>
        Assert.Equal(CalendarWalk.Boundary(anchor, n, interval), anchor.Boundary(n, interval));

    [Law]
    public void A_boundary_of_months_falls_on_the_anchors_day_or_on_the_last_of_a_shorter_month(Anchor anchor, int n)
    {
        var boundary = anchor.Boundary(n, BillingInterval.Month);
        var last = CalendarSystem.Iso.GetDaysInMonth(boundary.Year, boundary.Month);

        Assert.Equal(Math.Min(anchor.Origin.Day, last), boundary.Day);
        Assert.Equal(anchor.Origin.TimeOfDay, boundary.TimeOfDay);
    }

    [Law]
    public void Boundaries_increase_strictly(Anchor anchor, int n, BillingInterval interval) =>
        Assert.True(anchor.Boundary(n, interval) < anchor.Boundary(n + 1L, interval));

    [Law]
    public void As_instants_boundaries_increase_strictly_but_for_a_day_that_the_zone_left_out(
        Anchor anchor, PositiveInt n, BillingInterval interval, DateTimeZone zone)
    {
        var boundary = anchor.Boundary(n.Get, interval);
        var start = boundary.AtStart(zone);
        var end = anchor.Boundary(n.Get + 1L, interval).AtStart(zone);

        Assert.True(start <= end);
        Assert.True(start < end || (interval == BillingInterval.Day && start.DateAt(zone) > boundary.Date));
    }

    [Law]
    public void Intervals_compose__n_times_k_months_is_n_k_times_a_month(Anchor anchor, int n, PositiveInt k) =>
        Assert.Equal(anchor.Boundary((long)n * k.Get, BillingInterval.Month), anchor.Boundary(n, BillingInterval.Months(k.Get)));

    [Law]
    public void Next_of_boundary_n_is_boundary_n_plus_1(Anchor anchor, int n, BillingInterval interval) =>
        Assert.Equal(anchor.Boundary(n + 1L, interval), anchor.Next(anchor.Boundary(n, interval), interval));

    [Law]
    public void Previous_of_boundary_n_is_boundary_n_minus_1(Anchor anchor, int n, BillingInterval interval) =>
        Assert.Equal(anchor.Boundary(n - 1L, interval), anchor.Previous(anchor.Boundary(n, interval), interval));

    [Law]
    public void Previous_undoes_next_whatever_interval_led_to_the_boundary(Anchor anchor, int n, PositiveInt k, BillingInterval interval)
    {
        var boundary = anchor.Boundary(n, BillingInterval.Months(k.Get));

        Assert.Equal(boundary, anchor.Previous(anchor.Next(boundary, interval), interval));
        Assert.Equal(boundary, anchor.Next(anchor.Previous(boundary, interval), interval));
    }

    [Law]
    public void Next_is_after_and_previous_before_any_moment(Anchor anchor, LocalDateTime moment, BillingInterval interval)
    {
        Assert.True(anchor.Next(moment, interval) > moment);
        Assert.True(anchor.Previous(moment, interval) < moment);
    }

    [Law]
    public void Tiling__every_moment_lies_in_exactly_one_period_and_the_index_finds_it(
        Anchor anchor, LocalDateTime moment, BillingInterval interval)
    {
        var index = anchor.IndexAt(moment, interval);

        Assert.True(anchor.Boundary(index, interval) <= moment);
        Assert.True(moment < anchor.Boundary(index + 1, interval));
        Assert.Equal(CalendarWalk.IndexAt(anchor, moment, interval), index);
    }

    [Law]
    public void The_index_of_boundary_n_is_n(Anchor anchor, int n, BillingInterval interval)
    {
        Assert.Equal(n, anchor.IndexAt(anchor.Boundary(n, interval), interval));
        Assert.Equal(n - 1L, anchor.IndexAt(anchor.Boundary(n, interval).PlusNanoseconds(-1), interval));
    }

    [Law]
    public void The_first_boundary_from_a_moment_on_is_not_before_it_and_the_one_before_is(
        Anchor anchor, LocalDateTime moment, BillingInterval interval)
    {
        var index = anchor.IndexFrom(moment, interval);

        Assert.True(anchor.Boundary(index, interval) >= moment);
        Assert.True(anchor.Boundary(index - 1, interval) < moment);
        Assert.InRange(index - anchor.IndexAt(moment, interval), 0, 1);
    }

    [Law]
    public void The_first_boundary_from_boundary_n_on_is_n(Anchor anchor, int n, BillingInterval interval)
    {
        Assert.Equal(n, anchor.IndexFrom(anchor.Boundary(n, interval), interval));
        Assert.Equal(n + 1L, anchor.IndexFrom(anchor.Boundary(n, interval).PlusNanoseconds(1), interval));
    }

    [Law]
    public void A_billing_day_is_that_day_of_every_month_or_the_last_of_a_shorter_one(LocalDateTime moment, byte day)
    {
        var anchor = Anchor.OnDay((day % 31) + 1);
        var month = moment.Date.With(DateAdjusters.StartOfMonth);
        var boundary = anchor.Boundary(anchor.IndexFrom(month.AtMidnight(), BillingInterval.Month), BillingInterval.Month);

        Assert.Equal(month.PlusDays(Math.Min((day % 31) + 1, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)) - 1), boundary.Date);
        Assert.Equal(1, anchor.BoundariesBetween(month.AtMidnight(), month.PlusMonths(1).AtMidnight(), BillingInterval.Month));
    }

    [Law]
    public void Every_instant_lies_in_its_term_and_terms_tile_time(
        Anchor anchor, Instant instant, BillingInterval interval, DateTimeZone zone)
    {
        var term = anchor.TermAt(instant, interval, zone);

        Assert.True(term.Contains(instant));
        Assert.Equal(term, anchor.TermAt(term.Start, interval, zone));
        Assert.Equal(term, anchor.TermAt(term.End - Duration.Epsilon, interval, zone));
        Assert.Equal(term.End, anchor.TermAt(term.End, interval, zone).Start);
    }

    [Law]
    public void Every_term_starts_and_ends_at_boundaries(Anchor anchor, Instant instant, BillingInterval interval, DateTimeZone zone)
    {
        var term = anchor.TermAt(instant, interval, zone);

        // A clock change moves what the zone shows by hours, a day left out by a day; the boundary is at most one index away.
        var near = anchor.IndexAt(term.Start.LocalAt(zone), interval);
        Assert.Contains(term.Start, Starts(near));
        Assert.Contains(term.End, Starts(near + 1));

        IEnumerable<Instant> Starts(long index) =>
            new[] { index - 1, index, index + 1 }.Select(i => anchor.Boundary(i, interval).AtStart(zone));
    }

    [Law]
    public void Counting_boundaries_one_by_one_gives_the_same_number(
        Anchor anchor, LocalDateTime from, LocalDateTime to, BillingInterval interval) =>
        Assert.Equal(
            CalendarWalk.BoundariesBetween(anchor, from, to, interval), anchor.BoundariesBetween(from, to, interval));

    [Law]
    public void From_boundary_n_to_boundary_n_plus_k_there_are_k(Anchor anchor, int n, NonNegativeInt k, BillingInterval interval) =>
        Assert.Equal(
            k.Get, anchor.BoundariesBetween(anchor.Boundary(n, interval), anchor.Boundary((long)n + k.Get, interval), interval));

    [Law]
    public void An_anchor_comes_back_from_its_text(Anchor anchor) =>
        Assert.Equal(anchor, Anchor.Parse(anchor.ToString()));
}
