namespace SubscriptionMath.Tests.Dates;

/// <summary>The same schedule by walking: one day, or one page of the calendar, at a time.</summary>
internal static class CalendarWalk
{
    internal static LocalDateTime Boundary(Anchor anchor, int index, BillingInterval interval) =>
        Boundaries(anchor, interval, Math.Sign(index)).ElementAt(Math.Abs(index));

    internal static int IndexAt(Anchor anchor, LocalDateTime moment, BillingInterval interval) => anchor.Origin <= moment
        ? Boundaries(anchor, interval, 1).TakeWhile(boundary => boundary <= moment).Count() - 1
        : -Boundaries(anchor, interval, -1).TakeWhile(boundary => boundary > moment).Count();

    internal static int BoundariesBetween(Anchor anchor, LocalDateTime from, LocalDateTime to, BillingInterval interval) =>
        Boundaries(anchor, interval, -1).TakeWhile(boundary => boundary >= from).Skip(1)
            .Concat(Boundaries(anchor, interval, 1).TakeWhile(boundary => boundary < to))
            .Count(boundary => from <= boundary && boundary < to);

    internal static int Days(LocalDate from, LocalDate to)
    {
        var days = 0;
        for (var date = from; date < to; date = date.PlusDays(1))
        {
            days++;
        }

        for (var date = from; date > to; date = date.PlusDays(-1))
        {
            days--;
        }

        return days;
    }

    // Origin first, then onwards in one direction.
    private static IEnumerable<LocalDateTime> Boundaries(Anchor anchor, BillingInterval interval, int direction)
    {
        var page = anchor.Origin.Date.With(DateAdjusters.StartOfMonth);
        var day = anchor.Origin.Date;
        while (true)
        {
            yield return day + anchor.Origin.TimeOfDay;
            for (var i = 0; i < interval.TotalDays; i++)
            {
                day = day.PlusDays(direction);
            }

            for (var i = 0; i < interval.TotalMonths; i++)
            {
                page = direction > 0 ? NextPage(page) : page.PlusDays(-1).With(DateAdjusters.StartOfMonth);
                var last = NextPage(page).PlusDays(-1).Day;
                day = page.PlusDays(Math.Min(anchor.Origin.Day, last) - 1);
            }
        }
    }

    private static LocalDate NextPage(LocalDate page) => page.PlusDays(31).With(DateAdjusters.StartOfMonth);
}
