namespace SubscriptionMath.Tests.Dates;

/// <summary>Dates, intervals and zones, most of them where calendars go wrong: month ends, leap days, clock changes.</summary>
public static class CalendarArbitraries
{
    private static readonly LocalDate Simplest = new(2024, 1, 1);

    // Clock changes of the zones below, and a day that one of them left out.
    private static readonly LocalDate[] OddDays =
    [
        new(2024, 2, 29), new(2028, 2, 29), new(2026, 3, 8), new(2026, 11, 1), new(2026, 4, 5), new(2026, 10, 4),
        new(2018, 2, 18), new(2018, 11, 4), new(2011, 12, 29), new(2011, 12, 30), new(2011, 12, 31),
    ];

    private static readonly LocalTime[] OddTimes =
    [
        new(0, 30), new(1, 30), new(2, 0), new(2, 30), new(10, 37), LocalTime.MaxValue,
    ];

    private static readonly Gen<LocalDate> SomeDates = Gen.Frequency(
        (3, from month in Gen.Choose(0, 120)
            from back in Gen.Choose(1, 3)
            select Simplest.PlusMonths(month).PlusDays(-back)),
        (2, Gen.Elements(OddDays)),
        (2, Gen.Choose(-5000, 3652).Select(Simplest.PlusDays)));

    private static readonly Gen<LocalTime> SomeTimes = Gen.Frequency(
        (3, Gen.Constant(LocalTime.Midnight)),
        (2, Gen.Elements(OddTimes)),
        (1, Gen.Choose(0, 1439).Select(LocalTime.FromMinutesSinceMidnight)));

    private static readonly Gen<LocalDateTime> SomeMoments =
        from date in SomeDates
        from time in SomeTimes
        select date + time;

    public static Arbitrary<LocalDateTime> Moments() => Arb.From(SomeMoments, Simpler);

    public static Arbitrary<Anchor> Anchors() => Arb.From(
        SomeMoments.Select(moment => new Anchor(moment)),
        anchor => Simpler(anchor.Origin).Select(moment => new Anchor(moment)));

    public static Arbitrary<BillingInterval> Intervals() => Arb.From(
        Gen.Frequency(
            (3, Gen.Elements(BillingInterval.Day, BillingInterval.Week, BillingInterval.Month, BillingInterval.Months(3), BillingInterval.Year)),
            (1, Gen.Choose(1, 400).Select(BillingInterval.Days)),
            (1, Gen.Choose(1, 40).Select(BillingInterval.Months))),
        Shorter);

    public static Arbitrary<DateTimeZone> Zones() => Gen.Elements(
        "UTC", "America/Los_Angeles", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu")
        .Select(id => DateTimeZoneProviders.Tzdb[id])
        .ToArbitrary();

    public static Arbitrary<Instant> Instants() => Arb.From(
        from moment in SomeMoments
        from minutes in Gen.Choose(-840, 840)
        from nanoseconds in Gen.Choose(-1, 1)
        select AsUtc(moment) + Duration.FromMinutes(minutes) + Duration.FromNanoseconds((long)nanoseconds),
        instant => Simpler(instant.InUtc().LocalDateTime).Select(AsUtc));

    public static Arbitrary<Term> Terms() => Instants().Generator.Two()
        .Select(pair => new Term(Instant.Min(pair.Item1, pair.Item2), Instant.Max(pair.Item1, pair.Item2)))
        .ToArbitrary();

    private static Instant AsUtc(LocalDateTime moment) => moment.InUtc().ToInstant();

    // Midnight is simpler than another time, and a date nearer to the simplest one.
    private static IEnumerable<LocalDateTime> Simpler(LocalDateTime moment)
    {
        if (moment.TimeOfDay != LocalTime.Midnight)
        {
            yield return moment.Date.AtMidnight();
        }

        var away = Period.DaysBetween(Simplest, moment.Date);
        if (away != 0)
        {
            yield return Simplest.PlusDays(away / 2) + moment.TimeOfDay;
            yield return Simplest.PlusDays(away - Math.Sign(away)) + moment.TimeOfDay;
        }
    }

    private static IEnumerable<BillingInterval> Shorter(BillingInterval interval)
    {
        if (interval.TotalMonths > 1)
        {
            yield return BillingInterval.Months(interval.TotalMonths / 2);
            yield return BillingInterval.Months(interval.TotalMonths - 1);
        }

        if (interval.TotalDays > 1)
        {
            yield return BillingInterval.Days(interval.TotalDays / 2);
            yield return BillingInterval.Days(interval.TotalDays - 1);
        }
    }
}
