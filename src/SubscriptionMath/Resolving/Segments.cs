using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// A stretch of the new term, with the period of its price and the number of terms in that period; a free one is not charged.
/// </summary>
internal readonly record struct Segment(Term Covers, Term Period, int Terms = 1, bool Free = false)
{
    /// <summary>Whether nothing was held before the stretch, so that none of its days is the day of a change.</summary>
    internal bool IsFirst { get; init; }

    /// <summary>Whether nothing is charged for it: a free stretch, unless it is the only one of what is charged once.</summary>
    internal bool IsUncharged(Charged charged, int stretches) => Free && (charged != Charged.Once || stretches > 1);

    internal Stretch Priced(Term period, BillingInterval every) => Stretch.Of(Covers, period, every, Terms) with { IsFirst = IsFirst };
}

/// <summary>Cuts the rest of a kept term into the stretches that are priced one by one.</summary>
internal static class Segments
{
    /// <summary>
    /// One segment for each stretch that the lots held still cover, over the same period. For a new interval, or lots bought for another
    /// interval and kept, the new interval's period that ends with the stretch.
    /// </summary>
    internal static List<Segment> OfRest(Item? held, Term term, BillingInterval every, Instant at, Anchor anchor, DateTimeZone zone)
    {
        var segments = new List<Segment>(1);
        if (held is not null && held.SoldAt.Every == every)
        {
            foreach (var lot in held.Lots)
            {
                Add(segments, lot, every, at, anchor, zone);
            }
        }

        if (segments.Count == 0)
        {
            AddRest(segments, FreeFrom(held, term), term, every, at, anchor, zone);
        }

        return segments;
    }

    /// <summary>Adds the whole rest: the priced part, and the part that is free because the term was extended.</summary>
    private static void AddRest(List<Segment> segments, Instant free, Term term, BillingInterval every, Instant at, Anchor anchor,
        DateTimeZone zone)
    {
        if (at < free || free == term.End)
        {
            segments.Add(new Segment(new Term(at, free), anchor.PeriodEnding(free, every, zone)));
        }

        if (free < term.End)
        {
            var rest = new Term(Instant.Max(at, free), term.End);
            segments.Add(new Segment(rest, rest, Free: true));
        }
    }

    private static Instant FreeFrom(Item? held, Term term)
    {
        var free = term.End;
        foreach (var lot in held?.Lots ?? default)
        {
            free = lot.Origin == Origin.Extension && lot.Covers.End == term.End ? Instant.Min(free, lot.Covers.Start) : free;
        }

        return free;
    }

    private static void Add(List<Segment> segments, Lot lot, BillingInterval every, Instant at, Anchor anchor, DateTimeZone zone)
    {
        if (lot.Covers.End <= at || lot.Covers.IsEmpty)
        {
            return;
        }

        var covers = new Term(lot.Covers.Start > at ? lot.Covers.Start : at, lot.Covers.End);
        foreach (var segment in segments)
        {
            if (segment.Covers == covers)
            {
                return;
            }
        }

        var free = lot.Origin == Origin.Extension;
        segments.Add(lot.Price.Every == every
            ? new Segment(covers, lot.Period, lot.Terms, free)
            : new Segment(covers, anchor.PeriodEnding(covers.End, every, zone), Free: free));
    }
}
