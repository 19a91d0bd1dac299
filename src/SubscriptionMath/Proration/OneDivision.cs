using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SubscriptionMath;

/// <summary>Days or seconds left of a period, and the part of an amount for them: one multiplication and one division.</summary>
/// <remarks>
/// <see cref="Counting"/> counts the same for every measure, and <see cref="Fraction"/> divides any numbers. Laws compare the two ways.
/// </remarks>
internal static class OneDivision
{
    /// <summary>Whether a measure counts days or seconds against the period itself, without an anchor or an interval.</summary>
    internal static bool Counts([NotNull] Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure is { Unit: ProrationUnit.CalendarDays or ProrationUnit.Seconds, Said: null, Denominator: Denominator.OwnPeriod };
    }

    /// <summary>Counts the part of a stretch left at an instant, as <see cref="Counting.Left"/> says.</summary>
    internal static Share Left(in Term covers, in Term period, Instant at, in Clock by)
    {
        var isBefore = at < covers.Start;
        var left = at >= covers.End ? 0 : by.Units(isBefore ? covers.Start : at, covers.End);
        left -= by.LosesDay && left > 0 && !isBefore ? 1 : 0;
        var of = by.Units(period.Start, period.End);
        return new Share(left > of && of > 0 && covers.End <= period.End && covers.Start >= period.Start ? of : left, of, by.Unit);
    }

    /// <summary>Whether a share is one of units that are not negative, of at least one.</summary>
    internal static bool Divides(in Share share) => share.Left >= 0 && share.Of > 0;

    /// <summary>Gives the part of an amount for a share that <see cref="Divides"/>, rounded once.</summary>
    internal static long Part(long amount, Share share, RoundingMode mode)
    {
        var (isNegative, of) = (amount < 0, (ulong)share.Of);
        var high = Math.BigMul(unchecked((ulong)(isNegative ? -amount : amount)), (ulong)share.Left, out var low);
        if (high != 0)
        {
            return Wide(new UInt128(high, low), of, mode, isNegative);
        }

        var (cut, rest) = Math.DivRem(low, of);
        cut += mode.GoesAway(rest != 0, rest.CompareTo(of - rest), (cut & 1) != 0, isNegative) ? 1UL : 0UL;
        return Signed(cut, isNegative);
    }

    private static long Wide(UInt128 product, UInt128 of, RoundingMode mode, bool isNegative)
    {
        var (cut, rest) = UInt128.DivRem(product, of);
        cut += mode.GoesAway(rest != 0, rest.CompareTo(of - rest), UInt128.IsOddInteger(cut), isNegative) ? UInt128.One : 0;
        return Signed(checked((ulong)cut), isNegative);
    }

    // The smallest number of 64 bits has no opposite.
    private static long Signed(ulong magnitude, bool isNegative) =>
        !isNegative ? checked((long)magnitude)
        : magnitude == 1UL << 63 ? long.MinValue
        : -checked((long)magnitude);

    /// <summary>The unit that is counted, and whether the day of a change is not left.</summary>
    internal readonly record struct Clock(ProrationUnit Unit, DateTimeZone Zone, bool LosesDay)
    {
        internal static Clock Of(Measure measure, DateTimeZone zone, bool ends, bool isFirst)
        {
            ArgumentNullException.ThrowIfNull(zone);
            return new(measure.Unit, zone, measure.LosesDay(ends, isFirst));
        }

        internal long Units(Instant from, Instant to) => Unit == ProrationUnit.Seconds
            ? TimeCount.SecondsBetween(from, to)
            : TimeCount.DaysBetween(from, to, Zone);
    }
}
