using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>The place of an instant on the time axis of a picture, and the dates below the axis.</summary>
internal sealed class TimelineScale
{
    private const int MostTicks = 26;

    private static readonly int[] Steps = [1, 3, 6, 12];

    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("MMM");
    private static readonly LocalDatePattern Year = LocalDatePattern.CreateWithInvariantCulture("uuuu");
    private static readonly LocalDatePattern DayAndMonth = LocalDatePattern.CreateWithInvariantCulture("d MMM");

    private readonly DateTimeZone _zone;
    private readonly double _left;
    private readonly double _width;

    internal TimelineScale(Instant start, Instant end, DateTimeZone zone, double left, double width) =>
        (Start, End, _zone, _left, _width) = (start, end, zone, left, width);

    internal Instant Start { get; }

    internal Instant End { get; }

    /// <summary>
    /// The scale of a run: from its first moment to a little beyond its last one, or to the end of validity if that is nearer.
    /// </summary>
    internal static TimelineScale Of(RunOutcome run, IReadOnlyList<LifeBar> bars, double left, double width)
    {
        var (start, last) = (run.Steps[0].Step.On, run.Steps[^1].Step.On);
        var valid = bars.Select(bar => bar.End).DefaultIfEmpty(last).Max();
        var beyond = last + Duration.FromTicks(Math.Max((last - start).BclCompatibleTicks / 10, Duration.FromDays(7).BclCompatibleTicks));
        return new TimelineScale(start, Instant.Max(Instant.Min(valid, beyond), last + Duration.FromDays(1)), run.Run.Zone, left, width);
    }

    internal double X(Instant instant) => _left + (_width * ((Instant.Min(instant, End) - Start) / (End - Start)));

    /// <summary>The beginnings of months, every few of them where there are many; of weeks where there are few.</summary>
    internal IEnumerable<(Instant At, string Label, string Below)> Ticks()
    {
        var (first, last) = (Start.InZone(_zone).Date, End.InZone(_zone).Date);
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        return months <= 3 ? Weeks(first, last) : Months(first, last, Step(months));
    }

    private static int Step(int months) => Steps.FirstOrDefault(step => months / step <= MostTicks, Steps[^1]);

    private IEnumerable<(Instant At, string Label, string Below)> Months(LocalDate first, LocalDate last, int step)
    {
        var year = 0;
        for (var month = new LocalDate(first.Year, 1, 1); month <= last; month = month.PlusMonths(step))
        {
            if (month >= first)
            {
                yield return (month.AtStartOfDayInZone(_zone).ToInstant(), Month.Format(month), month.Year == year ? "" : Year.Format(month));
                year = month.Year;
            }
        }
    }

    private IEnumerable<(Instant At, string Label, string Below)> Weeks(LocalDate first, LocalDate last)
    {
        var year = 0;
        for (var day = first; day <= last; day = day.PlusDays(7))
        {
            yield return (day.AtStartOfDayInZone(_zone).ToInstant(), DayAndMonth.Format(day), day.Year == year ? "" : Year.Format(day));
            year = day.Year;
        }
    }
}
