namespace SubscriptionMath.Tests.Generators;

/// <summary>A stretch of a period, an instant, and any way to measure what is left of it.</summary>
public sealed record MeasureCase(Measure Measure, BillingInterval Interval, LocalDateTime Start, int FirstHour, int Hours, int At, long Price, string ZoneId)
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];

    public Anchor Anchor => new(Period.Start.InZone(Zone).LocalDateTime);

    public Term Period => new(Start.InZoneLeniently(Zone).ToInstant(), new Anchor(Start).Boundary(1, Interval).InZoneLeniently(Zone).ToInstant());

    public Term Covers => new(Period.Start + Duration.FromHours(FirstHour), Period.Start + Duration.FromHours(FirstHour + Hours));

    public Instant Instant => Period.Start + Duration.FromHours(At) + Duration.FromSeconds(At % 97) + Duration.FromNanoseconds(At);

    public static Arbitrary<MeasureCase> Arbitrary() => Arb.From(
        from measure in Measures
        from skips in Gen.Elements(false, false, true)
        from interval in Gen.Elements([BillingInterval.Month, BillingInterval.Months(3), BillingInterval.Year, .. skips && !ByMonths(measure) ? Short : []])
        from start in skips ? Gen.Elements(Skipped.Select(date => date.PlusDays(-36).AtMidnight())) : Gen.Elements(new LocalDateTime(2024, 1, 31, 0, 0), new LocalDateTime(2023, 11, 30, 0, 0), new LocalDateTime(2026, 2, 28, 10, 37), new LocalDateTime(2026, 3, 1, 2, 30))
        from days in Gen.Choose(0, 40)
        from hours in Gen.Choose(0, 24 * 70)
        from length in Gen.Elements(LengthOf(interval), hours)
        from at in Gen.Choose(-48, 24 * 400)
        from inside in Gen.Choose(0, Math.Max(1, length))
        from instant in Gen.Elements(at, inside, inside)
        from price in Gen.Choose(1, 5_000_000)
        from zone in skips ? Gen.Constant(start.Year == 2011 ? "Pacific/Apia" : "Pacific/Kwajalein") : Gen.Elements("UTC", "Europe/Berlin", "America/Los_Angeles")
        let one = new MeasureCase(measure, interval, start.PlusDays(days), length == hours ? days * 7 : 0, length, instant, price, zone)
        where !one.Period.IsEmpty
        select one);

    /// <summary>Days that a zone left out: Samoa the 30 December 2011, Kwajalein the 21 August 1993.</summary>
    private static LocalDate[] Skipped => [new(2011, 12, 30), new(1993, 8, 21)];

    private static BillingInterval[] Short => [BillingInterval.Day, BillingInterval.Days(2), BillingInterval.Week];

    private static bool ByMonths(Measure measure) => measure.Unit is ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded or ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths or ProrationUnit.DaysOfEqualMonths;

    private static int LengthOf(BillingInterval interval) => ((interval.TotalMonths * 30) + interval.TotalDays) * 24;

    private static Gen<Measure> Measures { get; } =
        (from unit in Gen.Elements(Enum.GetValues<ProrationUnit>())
         from day in Gen.Elements(Enum.GetValues<ChangeDay>())
         from denominator in Gen.Elements(
             Denominator.Period, Denominator.FromTheChange, Denominator.AtTheBoundary, Denominator.NextPeriod, Denominator.FixedDays(30, BillingInterval.Month),
             Denominator.FixedDays(28, BillingInterval.Month), Denominator.FixedDays(365, BillingInterval.Year), Denominator.FixedDays(360, BillingInterval.Year))
         from decimals in Gen.Choose(0, 18)
         from mode in Gen.Elements(Enum.GetValues<RoundingMode>())
         from ratio in Gen.Elements(RatioRule.Exact, RatioRule.Rounded(decimals, mode), RatioRule.RateRounded(mode))
         from whole in Gen.Elements<BillingInterval?>(null, null, BillingInterval.Months(3), BillingInterval.Year)
         select new Measure { Unit = unit, ChangeDay = day, Denominator = denominator, Ratio = ratio, Interval = unit is ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded ? whole : null })
        .Where(measure => PolicyCheck.Contradictions(Lives.Club.Policy.WithMeasure(measure)).All(found => found.IsWarning));
}
