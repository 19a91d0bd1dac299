using NodaTime;

namespace SubscriptionMath;

/// <summary>Counts whole months, and the days before and after them as parts of their own month.</summary>
internal static class PartialMonths
{
    /// <summary>
    /// Counts the rest against the months of the price. A day is a part of its month, or of the measure's fixed number for each. Both
    /// numbers are scaled to the same days.
    /// </summary>
    internal static Share Of(Term rest, Stretch stretch, in Counting by)
    {
        var (measure, zone) = (by.Measure, by.Zone);
        var (from, to) = (rest.Start.DateAt(zone), rest.End.DateAt(zone));
        var grid = measure.Unit == ProrationUnit.DaysOfOwnMonths
            ? Anchor.OnDay(1)
            : Anchor.On(by.Anchor.Origin.Date);
        var months = stretch.Interval.TotalMonths > 0
            ? stretch.Interval.TotalMonths
            : throw new ArgumentException($"A price per {stretch.Interval} has no months to divide it by.", nameof(stretch));
        var (first, last) = (grid.IndexFrom(from.AtMidnight(), BillingInterval.Month),
            grid.IndexAt(to.AtMidnight(), BillingInterval.Month));
        var days = (measure.Denominator as Denominator.Fixed)?.DaysPerMonth;
        if (first > last)
        {
            var own = days ?? DaysIn(grid, last);
            return new Share(Period.DaysBetween(from, to), (long)months * own, measure.Unit);
        }

        var (before, after) = (Period.DaysBetween(from, Boundary(grid, first)), Period.DaysBetween(Boundary(grid, last), to));
        long beforeOf = before == 0 ? 1 : days ?? DaysIn(grid, first - 1);
        long afterOf = after == 0 ? 1 : days ?? DaysIn(grid, last);
        var left = ((last - first) * beforeOf * afterOf) + (before * afterOf) + (after * beforeOf);
        return new Share(left, months * beforeOf * afterOf, measure.Unit);
    }

    private static LocalDate Boundary(Anchor grid, long index) => grid.Boundary(index, BillingInterval.Month).Date;

    private static int DaysIn(Anchor grid, long index) => Period.DaysBetween(Boundary(grid, index), Boundary(grid, index + 1));
}
