using NodaTime;

namespace SubscriptionMath;

/// <summary>Counts the part of a period that a stretch from an instant on is.</summary>
internal static class Counting
{
    /// <summary>Counts what is left of a stretch from an instant on, against its period.</summary>
    /// <param name="covers">The stretch; from its start where the instant lies before it.</param>
    /// <param name="period">The period that is divided.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="measure">How to count.</param>
    /// <param name="anchor">The date from which the item's months are counted.</param>
    /// <param name="zone">The billing zone.</param>
    /// <param name="ends">Whether the item ends at the instant; else it begins.</param>
    internal static Share Left(
        Term covers, Term period, Instant at, Measure measure, Anchor anchor, DateTimeZone zone, bool ends)
    {
        var started = at >= covers.Start;
        var from = at > covers.Start ? at : covers.Start;
        if (from >= covers.End)
        {
            return new Share(0, Whole(period, measure.Grain, anchor, zone), measure.Grain);
        }

        var left = measure.Grain switch
        {
            Grain.CalendarDays => TimeCount.DaysBetween(from, covers.End, zone) - (started && Skips(measure.ChangeDay, ends) ? 1 : 0),
            Grain.Seconds => TimeCount.SecondsBetween(from, covers.End),
            _ => MonthsNotStarted(covers, from, anchor, zone),
        };
        return new Share(Math.Max(0, left), Whole(period, measure.Grain, anchor, zone), measure.Grain);
    }

    private static bool Skips(ChangeDay day, bool ends) => ends ? day != ChangeDay.New : day == ChangeDay.Old;

    private static long Whole(Term period, Grain grain, Anchor anchor, DateTimeZone zone) => grain switch
    {
        Grain.CalendarDays => TimeCount.DaysBetween(period.Start, period.End, zone),
        Grain.Seconds => TimeCount.SecondsBetween(period.Start, period.End),
        _ => MonthsNotStarted(period, period.Start, anchor, zone),
    };

    /// <summary>
    /// A month begins on its date, and no longer counts where a clock change has moved it to the end. The first month of a stretch may be
    /// shorter than the others; it begins with the stretch.
    /// </summary>
    private static long MonthsNotStarted(Term covers, Instant from, Anchor anchor, DateTimeZone zone)
    {
        var (start, day, end) = (covers.Start.DateAt(zone), from.DateAt(zone), covers.End.DateAt(zone));
        var onGrid = anchor.BoundariesBetween(day.AtMidnight(), end.PlusDays(1).AtMidnight(), BillingInterval.Month);
        var last = anchor.Boundary(anchor.IndexAt(end.At(LocalTime.MaxValue), BillingInterval.Month), BillingInterval.Month);
        onGrid -= onGrid > 0 && last.AtStart(zone) >= covers.End ? 1 : 0;
        var firstIsShort = anchor.BoundariesBetween(start.AtMidnight(), start.PlusDays(1).AtMidnight(), BillingInterval.Month) == 0;
        return onGrid + (firstIsShort && day == start ? 1 : 0);
    }
}
