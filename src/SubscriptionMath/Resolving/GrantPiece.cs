using NodaTime;

namespace SubscriptionMath;

/// <summary>The part of an interval of an allotment that a term covers.</summary>
/// <param name="Interval">The interval, cut to the term.</param>
/// <param name="From">The first instant of the grant; within the interval.</param>
/// <param name="Left">The part of a whole interval that is left from that instant on.</param>
internal readonly record struct GrantPiece(Term Interval, Instant From, Share Left)
{
    /// <summary>
    /// The first interval's part of an allotment, if first and last interval share one; null if each has its own allotment.
    /// </summary>
    internal Share? Shared { get; init; }

    /// <summary>
    /// Whether first and last interval also share under <see cref="Allotment.ForTheRest"/>: the term is a whole number of intervals.
    /// </summary>
    internal bool SharedIfPart { get; init; }

    /// <summary>Whether this is the last interval, which has the rest of a shared allotment.</summary>
    internal bool IsRest { get; init; }

    internal Term Covers => new(From, Interval.End);

    /// <summary>The units of the piece, given those of a whole interval.</summary>
    internal decimal Of(decimal units, Allotment allotment, AllotmentRounding rounding)
    {
        var whole = Shared is { } head && (SharedIfPart || allotment == Allotment.Full)
            ? IsRest ? units - Part(units, head, rounding) : Part(units, head, rounding)
            : units;
        return allotment == Allotment.Full ? whole
            : IsRest && SharedIfPart ? Part(whole, Left, rounding)
            : Part(units, Left, rounding);
    }

    private static decimal Part(decimal units, Share share, AllotmentRounding rounding) =>
        share.Left < share.Of ? rounding.Part(units, share) : units;
}
