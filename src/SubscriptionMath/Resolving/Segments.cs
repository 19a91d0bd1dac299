using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// A stretch of the new term, with the period of its price and the number of terms in that period; a free one is not charged.
/// </summary>
internal readonly record struct Segment(Term Covers, Term Period, int Terms = 1, bool Free = false)
{
    /// <summary>Whether nothing was held before the stretch, so that none of its days is the day of a change.</summary>
    internal bool IsFirst { get; init; }

    /// <summary>
    /// Gives the stretches as they are charged. A price that is charged once is charged for one of them: the first that is not free, or the
    /// first if all are.
    /// </summary>
    internal static Sequence<Segment> Charged(Sequence<Segment> stretches, BillingTiming charged) =>
        charged == BillingTiming.Once ? ChargedOnce(stretches) : stretches;

    private static Sequence<Segment> ChargedOnce(Sequence<Segment> stretches)
    {
        var first = 0;
        while (first < stretches.Count && stretches[first].Free)
        {
            first++;
        }

        first = first == stretches.Count ? 0 : first;
        return [.. stretches.Select((stretch, at) => stretch with { Terms = 1, Free = at != first })];
    }

    internal Stretch Priced(Term period, BillingInterval interval) =>
        Stretch.Of(Covers, period, interval, Terms) with { IsFirst = IsFirst };
}

/// <summary>The rest of a kept term, cut into the stretches that are priced one by one.</summary>
/// <param name="Term">The term.</param>
/// <param name="Interval">The interval of the price.</param>
/// <param name="At">The instant from which the rest begins.</param>
/// <param name="Anchor">The anchor of the term.</param>
/// <param name="Zone">The billing zone.</param>
internal readonly record struct RestOfTerm(Term Term, BillingInterval Interval, Instant At, Anchor Anchor, DateTimeZone Zone)
{
    /// <summary>
    /// Gives one segment for each stretch that held lots still cover, over the same period. For a new interval, or for lots kept from
    /// another interval, the period is that of the new interval that ends with the stretch.
    /// </summary>
    internal Sequence<Segment> Beside(Item? held)
    {
        var lots = held is not null && held.SoldAt.Interval == Interval ? held.Lots : default;
        var (segments, count) = (lots.IsEmpty ? [] : new Segment[lots.Count], 0);
        foreach (var lot in lots)
        {
            if (OfLot(lot) is { } segment && !Holds(segments.AsSpan(0, count), segment.Covers))
            {
                segments[count++] = segment;
            }
        }

        return count > 0 ? Sequence.First(segments, count) : Whole(FreeFrom(held));
    }

    /// <summary>The whole rest: the priced part, and the part that is free because the term was extended.</summary>
    private Sequence<Segment> Whole(Instant free)
    {
        var rest = new Term(Instant.Max(At, free), Term.End);
        if (At >= free && free < Term.End)
        {
            return [new Segment(rest, rest, Free: true)];
        }

        var priced = new Segment(new Term(At, free), Anchor.PeriodEnding(free, Interval, Zone));
        return free < Term.End ? [priced, new Segment(rest, rest, Free: true)] : [priced];
    }

    private Instant FreeFrom(Item? held)
    {
        var free = Term.End;
        foreach (var lot in held?.Lots ?? default)
        {
            free = lot.Source == LotSource.Extension && lot.Covers.End == Term.End ? Instant.Min(free, lot.Covers.Start) : free;
        }

        return free;
    }

    private Segment? OfLot(Lot lot)
    {
        if (lot.Covers.End <= At || lot.Covers.IsEmpty)
        {
            return null;
        }

        var (covers, free) = (new Term(lot.Covers.Start > At ? lot.Covers.Start : At, lot.Covers.End), lot.Source == LotSource.Extension);
        return lot.Price.Interval == Interval
            ? new Segment(covers, lot.Period, lot.Terms, free)
            : new Segment(covers, Anchor.PeriodEnding(covers.End, Interval, Zone), Free: free);
    }

    private static bool Holds(ReadOnlySpan<Segment> segments, Term covers)
    {
        foreach (var segment in segments)
        {
            if (segment.Covers == covers)
            {
                return true;
            }
        }

        return false;
    }
}
