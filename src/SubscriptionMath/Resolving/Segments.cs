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
    internal static List<Segment> Charged(List<Segment> stretches, BillingTiming charged)
    {
        if (charged != BillingTiming.Once)
        {
            return stretches;
        }

        var first = Math.Max(0, stretches.FindIndex(static stretch => !stretch.Free));
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
    internal List<Segment> Beside(Item? held)
    {
        var segments = new List<Segment>(1);
        foreach (var lot in held is not null && held.SoldAt.Interval == Interval ? held.Lots : default)
        {
            if (OfLot(lot) is { } segment && !Holds(segments, segment.Covers))
            {
                segments.Add(segment);
            }
        }

        return segments.Count > 0 ? segments : Whole(FreeFrom(held));
    }

    /// <summary>The whole rest: the priced part, and the part that is free because the term was extended.</summary>
    private List<Segment> Whole(Instant free)
    {
        var segments = new List<Segment>(1);
        if (At < free || free == Term.End)
        {
            segments.Add(new Segment(new Term(At, free), Anchor.PeriodEnding(free, Interval, Zone)));
        }

        if (free < Term.End)
        {
            var rest = new Term(Instant.Max(At, free), Term.End);
            segments.Add(new Segment(rest, rest, Free: true));
        }

        return segments;
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

    private static bool Holds(List<Segment> segments, Term covers)
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
