using BenchmarkDotNet.Attributes;

namespace SubscriptionMath.Benchmarks;

/// <summary>One prorated amount, beside the same sum by hand: EUR 240.00 for 2026, changed on 2 July; 183 of 365 days.</summary>
[MemoryDiagnoser]
public class ProrationBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"];
    private static readonly Money FullPrice = Money.Of(240.00m, "EUR");
    private static readonly Term Year = Term.Of(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1), Zone);
    private static readonly Instant At = new LocalDate(2026, 7, 2).AtStartOfDayInZone(Zone).ToInstant();

    [Benchmark(Baseline = true)]
    public Money Days() => Proration.Unused(FullPrice, Year, At, Measure.Days, RoundingMode.HalfAwayFromZero, Zone);

    [Benchmark]
    public Money Seconds() => Proration.Unused(FullPrice, Year, At, Measure.Seconds, RoundingMode.HalfAwayFromZero, Zone);

    [Benchmark]
    public long DaysByHandInt128() => ByHand.Int128(FullPrice.Minor, Days(At, Year.End), Days(Year.Start, Year.End));

    [Benchmark]
    public decimal DaysByHandDecimal() => ByHand.Decimal(240.00m, Days(At, Year.End), Days(Year.Start, Year.End));

    [Benchmark]
    public long SecondsByHandInt128() => ByHand.Int128(FullPrice.Minor, Seconds(At, Year.End), Seconds(Year.Start, Year.End));

    [Benchmark]
    public decimal SecondsByHandDecimal() => ByHand.Decimal(240.00m, Seconds(At, Year.End), Seconds(Year.Start, Year.End));

    private static long Days(Instant from, Instant to) => Period.DaysBetween(from.InZone(Zone).Date, to.InZone(Zone).Date);

    private static long Seconds(Instant from, Instant to) => to.ToUnixTimeSeconds() - from.ToUnixTimeSeconds();
}
