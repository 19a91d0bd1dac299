using NodaTime;

namespace SubscriptionMath;

/// <summary>One interval of an allotment, as far as a term covers it.</summary>
/// <param name="Interval">The interval, cut to the term.</param>
/// <param name="From">The first instant for which is granted; within the interval.</param>
/// <param name="Left">The part of a whole interval that is left then.</param>
internal readonly record struct GrantPiece(Term Interval, Instant From, Share Left)
{
    /// <summary>
    /// The part of one allotment that the term's first interval has, where the last one has the rest of it; null where each has its own.
    /// </summary>
    internal Share? Shared { get; init; }

    /// <summary>Whether they share it under <see cref="Allotment.ForTheRest"/> as well: the term is a whole number of intervals.</summary>
    internal bool SharedIfPart { get; init; }

    /// <summary>Whether it is the last interval, which has the rest of what is shared.</summary>
    internal bool IsRest { get; init; }

    internal Term Covers => new(From, Interval.End);

    /// <summary>The units that come with it, of so many for a whole interval.</summary>
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
