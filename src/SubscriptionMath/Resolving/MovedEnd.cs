using NodaTime;

namespace SubscriptionMath;

/// <summary>The end of a term that is moved.</summary>
/// <param name="End">The end.</param>
/// <param name="To">Where it is moved to.</param>
/// <param name="Next">The anchor of the terms after it.</param>
/// <param name="Zone">The billing zone.</param>
/// <param name="Boundaries">Where the boundaries of what was bought ahead go.</param>
internal sealed record MovedEnd(Instant End, Instant To, Anchor Next, DateTimeZone Zone, IReadOnlyDictionary<Instant, Instant> Boundaries)
{
    /// <summary>The end, with the boundaries of what was bought ahead of it: the plan's come first.</summary>
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

    /// <summary>An item whose term ends then, without its lots: these are divided when they are charged.</summary>
    internal Item Of(Item item) => item with
    {
        Term = new Term(item.Term.Start, To),
        SetUp = item.SetUp is { } fee && fee.Covers.End == End
            ? fee with { Covers = new Term(Instant.Min(fee.Covers.Start, To), To) }
            : item.SetUp,
    };

    /// <summary>An instant at or after the end that was: where its boundary went, or as many days later or earlier as the end.</summary>
    internal Instant Of(Instant instant) => Boundaries.TryGetValue(instant, out var moved) ? moved
        : instant.DaysLater(TimeCount.DaysBetween(End, To, Zone), Zone);

    /// <summary>What was bought ahead of the end begins as much later; whole terms are counted from the new date.</summary>
    internal Lot Along(Lot lot)
    {
        var (covers, period) = Along(lot.Covers, lot.Period, lot.Price.Every, lot.Terms);
        return lot with { Covers = covers, Period = period };
    }

    /// <summary>The stretches for which units are added beside the move, as the lots of those held are moved.</summary>
    internal List<Segment> Of(List<Segment> segments, Price price)
    {
        var isPaidAhead = price is { Charged: Charged.InAdvance, IsFree: false };
        var moved = new List<Segment>(segments.Count + 1);
        foreach (var segment in segments.OrderBy(segment => segment.Covers.Start))
        {
            if (segment.Covers.Start >= End)
            {
                var (covers, period) = Along(segment.Covers, segment.Period, price.Every, segment.Terms);
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

        return moved;
    }

    private (Term Covers, Term Period) Along(Term covers, Term period, BillingInterval price, int terms)
    {
        var start = Of(covers.Start);
        if (covers != period)
        {
            return (new Term(start, Of(covers.End)), new Term(Of(period.Start), Of(period.End)));
        }

        var every = Stretch.Of(covers, period, price, terms).Interval;
        var whole = new Term(start, Next.OrFrom(start, price, Zone).Next(start.LocalAt(Zone), every).AtStart(Zone));
        return (whole, whole);
    }

    /// <summary>The time that is added to a lot, free of charge.</summary>
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
            Origin = Origin.Extension,
            AwaitsInvoice = false,
        };
    }
}
