using System.Numerics;
using NodaTime.Text;
using SubscriptionMath.Tests.MoneyAmounts;

namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>An amount and a share of any size, also at the ends of 32, 63 and 64 bits.</summary>
public readonly record struct AnyPart(long Minor, long Left, long Of);

/// <summary>A period and an instant beside it, within it, or at its ends, to the nanosecond.</summary>
public sealed record AnyMoment(Term Period, Term Covers, Instant At, string Zone);

/// <summary>Days and seconds are counted and divided in a short way: the general way and unbounded integers give the same.</summary>
[Properties(Arbitrary = [typeof(MoneyArbitraries), typeof(OneDivisionArbitraries)])]
public sealed class OneDivisionLaws
{
    [Law]
    public bool Part__is_that_of_the_fractions_and_of_unbounded_integers(AnyPart part, RoundingMode mode)
    {
        var share = new Share(part.Left, part.Of, ProrationUnit.Seconds);
        var exact = Rounded((BigInteger)part.Minor * part.Left, part.Of, mode);
        if (exact < long.MinValue || exact > long.MaxValue)
        {
            Assert.Throws<OverflowException>(() => OneDivision.Part(part.Minor, share, mode));
            Assert.Throws<OverflowException>(() => ByFractions(part.Minor, share, mode));
            return true;
        }

        return OneDivision.Part(part.Minor, share, mode) == exact && ByFractions(part.Minor, share, mode) == exact;
    }

    [Law]
    public bool Part__of_a_share_that_is_negative_is_that_of_the_fractions(int minor, int left, short of, RoundingMode mode)
    {
        var share = new Share(left, of == 0 ? -1 : of, ProrationUnit.CalendarDays);
        return Proration.Part(Money.OfMinor(minor, "EUR"), share, mode).Minor == ByFractions(minor, share, mode);
    }

    [Law]
    public bool Time_left__is_that_of_the_general_way(AnyMoment moment, ChangeDay changeDay, bool ends, bool isFirst, bool byDays)
    {
        var (zone, unit) = (DateTimeZoneProviders.Tzdb[moment.Zone], byDays ? ProrationUnit.CalendarDays : ProrationUnit.Seconds);
        var counting = new Counting(Measure.Days with { Unit = unit, ChangeDay = changeDay }, default, zone);
        var stretch = new Stretch(moment.Covers, moment.Period, null) { IsFirst = isFirst };
        return counting.Left(stretch, moment.At, ends) == counting.Counted(stretch, moment.At, ends);
    }

    [Law]
    public bool Days__are_the_difference_of_the_dates(AnyMoment moment)
    {
        var zone = DateTimeZoneProviders.Tzdb[moment.Zone];
        return TimeCount.DaysBetween(moment.At, moment.Period.End, zone)
            == Period.DaysBetween(moment.At.InZone(zone).Date, moment.Period.End.InZone(zone).Date);
    }

    [Theory]
    [InlineData("-9998-01-02T00:00:00Z", "-9998-01-03T00:00:00Z", "America/New_York", 1)] // local dates 1 and 2 January
    [InlineData("-9998-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "UTC", 7_304_118)] // 3,652,425 of the years 0 to 9999, 3,651,694 before, less the last
    [InlineData("1969-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00Z", "UTC", 1)]
    [InlineData("1969-12-31T22:59:59.999999999Z", "1969-12-31T23:00:00Z", "Europe/Prague", 1)]
    public void Days_at_the_ends_of_the_calendar_and_beside_the_epoch(string from, string to, string zone, long days) =>
        Assert.Equal(days, TimeCount.DaysBetween(At(from), At(to), DateTimeZoneProviders.Tzdb[zone]));

    [Theory]
    [InlineData(long.MinValue, long.MaxValue, long.MaxValue, long.MinValue)] // all of it
    [InlineData(long.MinValue, 1, 2, -4_611_686_018_427_387_904)] // -2^62
    [InlineData(long.MaxValue, 1, 2, 4_611_686_018_427_387_904)] // a half more than 2^62 - 1: away from zero
    [InlineData(long.MaxValue, 2, 4, 4_611_686_018_427_387_904)] // the same, over 64 bits
    [InlineData(4_294_967_296, 4_294_967_296, 3, 6_148_914_691_236_517_205)] // 2^64 / 3, a third cut
    [InlineData(-4_294_967_296, 4_294_967_296, 2, long.MinValue)] // -2^64 / 2
    public void Parts_at_the_ends_of_64_bits(long minor, long left, long of, long part) =>
        Assert.Equal(part, OneDivision.Part(minor, new Share(left, of, ProrationUnit.Seconds), RoundingMode.HalfAwayFromZero));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private static long ByFractions(long minor, Share share, RoundingMode mode) =>
        checked((long)(Fraction.Of(minor) * share.Fraction).Round(mode));

    // Floor division first, then the place of what is left beside the half.
    private static BigInteger Rounded(BigInteger product, BigInteger of, RoundingMode mode)
    {
        var rest = ((product % of) + of) % of;
        var floor = (product - rest) / of;
        var up = mode switch
        {
            RoundingMode.Floor => false,
            RoundingMode.Ceiling => !rest.IsZero,
            RoundingMode.TowardZero => product.Sign < 0 && !rest.IsZero,
            RoundingMode.AwayFromZero => product.Sign > 0 && !rest.IsZero,
            _ when rest * 2 != of => rest * 2 > of,
            RoundingMode.HalfEven => !floor.IsEven,
            RoundingMode.HalfAwayFromZero => product.Sign > 0,
            _ => product.Sign < 0,
        };
        return floor + (up ? 1 : 0);
    }
}

/// <summary>Generators for one amount by days or seconds.</summary>
public static class OneDivisionArbitraries
{
    private static readonly string[] Zones =
        ["UTC", "Europe/Prague", "America/Los_Angeles", "America/Sao_Paulo", "Pacific/Apia", "America/Havana", "Asia/Kathmandu"];

    private static readonly Gen<long> Magnitudes = Gen.OneOf(
        Gen.Choose(0, 400).Select(n => (long)n),
        Gen.Choose(0, int.MaxValue).Select(n => (long)n),
        from power in Gen.Choose(0, 63)
        from more in Gen.Choose(-2, 2)
        select ((1L << power) + more) & long.MaxValue,
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select ((long)high << 32) ^ (uint)low);

    // From 1901 on, with the changes of clocks; most lengths are those of periods.
    private static readonly Gen<Instant> Instants =
        from day in Gen.Choose(-25_000, 60_000)
        from second in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 86_399))
        from nanosecond in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 999_999_999))
        select Instant.FromUnixTimeSeconds((day * 86_400L) + second) + Duration.FromNanoseconds(nanosecond);

    private static readonly Gen<Duration> Lengths =
        from days in Gen.Elements(0, 0, 1, 28, 30, 31, 365, 1000)
        from seconds in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 90_000))
        from nanosecond in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 999_999_999))
        select Duration.FromDays(days) + Duration.FromSeconds(seconds) + Duration.FromNanoseconds(nanosecond);

    public static Arbitrary<AnyPart> Parts() => Arb.From(
        from minor in Magnitudes
        from isNegative in Gen.Elements(false, true)
        from left in Magnitudes
        from of in Magnitudes
        select new AnyPart(isNegative ? -minor - (minor == long.MaxValue ? 1 : 0) : minor, left, Math.Max(1, of)));

    public static Arbitrary<AnyMoment> Moments() => Arb.From(
        from start in Instants
        from period in Lengths
        from before in Lengths
        from covers in Lengths
        from at in Lengths
        from isWhole in Gen.Elements(false, true)
        from place in Gen.Choose(0, 3)
        from zone in Gen.Elements(Zones)
        let whole = new Term(start, start + period)
        let part = isWhole ? whole : new Term(start + before, start + before + covers)
        select new AnyMoment(whole, part, place switch { 0 => part.Start, 1 => part.End, 2 => part.Start - at, _ => part.Start + at }, zone));

    public static Arbitrary<ChangeDay> Days() => Gen.Elements(Enum.GetValues<ChangeDay>()).ToArbitrary();
}
