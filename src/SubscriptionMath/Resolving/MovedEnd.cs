using NodaTime;

namespace SubscriptionMath;

/// <summary>The move of a term's end to another instant.</summary>
/// <param name="End">The old end.</param>
/// <param name="To">The new end.</param>
/// <param name="Next">The anchor of later terms.</param>
/// <param name="Zone">The billing zone.</param>
/// <param name="Boundaries">The new boundaries of the terms bought ahead, by the old ones; the end itself included.</param>
internal sealed record MovedEnd(Instant End, Instant To, Anchor Next, DateTimeZone Zone, IReadOnlyDictionary<Instant, Instant> Boundaries)
{
    /// <summary>Gives the move, with the new boundaries of terms bought ahead; the plan's boundaries come first.</summary>
    internal static MovedEnd Of(Instant end, Instant to, Anchor next, DateTimeZone zone, Item[] moving)
    {
        var boundaries = new Dictionary<Instant, Instant> { [end] = to };
        var moved = new MovedEnd(end, to, next, zone, boundaries);
        foreach (var lot in moving.SelectMany(
            item => item.Lots.Where(lot => lot.Covers.Start >= end && lot.Covers == lot.Period).OrderBy(lot => lot.Covers.Start)))
        {
            _ = boundaries.TryAdd(lot.Covers.End, moved.Along(lot).Covers.End);
        }

        return moved;
    }

    /// <summary>
    /// Gives an item with the new end of its term. The lots stay; charging divides them. A set-up fee goes no further than the end, also if
    /// time was bought behind its term.
    /// </summary>
    internal Item Of(Item item) => item with
    {
        Term = new Term(item.Term.Start, To),
        SetUp = item.SetUp is { } fee && (fee.Covers.End == End || fee.Covers.End > To)
            ? fee with { Covers = new Term(Instant.Min(fee.Covers.Start, To), To) }
            : item.SetUp,
    };

    /// <summary>Moves an instant at or after the old end: with its boundary, or by as many days as the end.</summary>
    internal Instant Of(Instant instant) => Boundaries.TryGetValue(instant, out var moved) ? moved
        : instant.DaysLater(TimeCount.DaysBetween(End, To, Zone), Zone);

    /// <summary>Moves a lot that was bought ahead along with the end. A whole term is counted anew from its new start.</summary>
    internal Lot Along(Lot lot)
    {
        var (covers, period) = Along(lot.Covers, lot.Period, lot.Price.Interval, lot.Terms);
        return lot with { Covers = covers, Period = period };
    }

    /// <summary>Moves the stretches of units that are added in the same change, as the lots of the held units are moved.</summary>
    internal Sequence<Segment> Of(Sequence<Segment> segments, Price price)
    {
        var isPaidAhead = price is { BillingTiming: BillingTiming.InAdvance, IsFree: false };
        var moved = new List<Segment>(segments.Count + 1);
        foreach (var segment in segments.OrderBy(segment => segment.Covers.Start))
        {
            if (segment.Covers.Start >= End)
            {
                var (covers, period) = Along(segment.Covers, segment.Period, price.Interval, segment.Terms);
                moved.Add(segment with { Covers = covers, Period = period });
                continue;
            }

            var end = segment.Covers.End == End && !isPaidAhead ? To : Instant.Min(segment.Covers.End, To);
            if (segment.Covers.Start < end)
            {
                moved.Add(segment with { Covers = new Term(segment.Covers.Start, end) });
            }

            if (segment.Covers.End == End && To > End && isPaidAhead)
            {
                moved.Add(new Segment(new Term(End, To), new Term(End, To), Free: true));
            }
        }

        return moved.ToSequence();
    }

    private (Term Covers, Term Period) Along(Term covers, Term period, BillingInterval price, int terms)
    {
        var start = Of(covers.Start);
        if (covers != period)
        {
            return (new Term(start, Of(covers.End)), new Term(Of(period.Start), Of(period.End)));
        }

        var interval = Stretch.Of(covers, period, price, terms).Interval;
        var whole = new Term(start, Next.OrFrom(start, price, Zone).Next(start.LocalAt(Zone), interval).AtStart(Zone));
        return (whole, whole);
    }

    /// <summary>Gives the free lot for the time that is added after a lot.</summary>
    internal Lot Extension(Lot lot)
    {
        var (time, nothing) = (new Term(End, To), Money.Zero(lot.Billed.Currency));
        return lot with
        {
            Covers = time,
            Period = time,
            Terms = 1,
            Billed = nothing,
            Paid = nothing,
            Carried = nothing,
            Credited = nothing,
            Promotion = default,
            Tax = null,
            Discount = null,
            Remainder = null,
            Source = LotSource.Extension,
            AwaitsInvoice = false,
        };
    }
}
