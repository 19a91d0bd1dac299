using NodaTime;

namespace SubscriptionMath;

/// <summary>The count of the intervals of an allotment.</summary>
/// <param name="Measure">The measure of the parts of an interval.</param>
/// <param name="Own">The anchor of the term.</param>
/// <param name="Quotas">The anchor of quota periods, or null for the term's own.</param>
/// <param name="Zone">The billing zone.</param>
internal sealed record GrantCount(Measure Measure, Anchor Own, Anchor? Quotas, DateTimeZone Zone);

/// <summary>The time for which usage credits are granted: a term, from an instant on, and later terms bought ahead.</summary>
/// <param name="Term">The whole term.</param>
/// <param name="Interval">The interval of the price.</param>
/// <param name="Share">The paid part of an interval, for a term of one interval; null if counted.</param>
/// <param name="Count">The count of the intervals.</param>
internal sealed record GrantTerm(Term Term, BillingInterval Interval, Share? Share, GrantCount Count)
{
    /// <summary>The first instant of the grants; the term's start if a purchase begins with it.</summary>
    internal Instant From { get; init; } = Term.Start;

    /// <summary>The later terms that are paid already.</summary>
    internal Sequence<Term> Ahead { get; init; }

    /// <summary>The end of all paid time.</summary>
    internal Instant End => Ahead.IsEmpty ? Term.End : Ahead[^1].End;

    /// <summary>Gives the time as a surplus has bought it: from the open term's end to the new end.</summary>
    internal GrantTerm Until(Instant end) => this with { Term = new Term(Term.End, end), Share = new Share(1, 1, ProrationUnit.Terms) };

    /// <summary>Gives the intervals of an allotment in order, without those that end by the first instant.</summary>
    internal List<GrantPiece> PiecesOf(Allowance allowance)
    {
        var pieces = new List<GrantPiece>(1);
        Add(pieces, allowance, Term, From);
        foreach (var term in Ahead)
        {
            Add(pieces, allowance, term, term.Start);
        }

        return pieces;
    }

    private void Add(List<GrantPiece> pieces, Allowance allowance, Term term, Instant from)
    {
        if (allowance.Interval is { } interval)
        {
            AddQuotas(pieces, interval, term, from);
            return;
        }

        var grid = Count.Own.OrFrom(term.Start, Interval, Count.Zone);
        for (var start = term.Start; start < term.End;)
        {
            var period = new Term(start, grid.Next(start.LocalAt(Count.Zone), Interval).AtStart(Count.Zone));
            var covers = new Term(start, Instant.Min(period.End, term.End));
            if (covers.End > from)
            {
                var left = covers == term && term == Term && Share is { } paid ? paid : Left(covers, period, Interval, from);
                pieces.Add(new GrantPiece(covers, First(term, start, from), left));
            }

            start = period.End;
        }
    }

    /// <summary>Adds quota periods, which are counted apart from the term, so that the first and the last one may be cut.</summary>
    /// <remarks>
    /// A term that touches more periods than it has intervals brings no more: the first and the last one share an allotment.
    /// </remarks>
    private void AddQuotas(List<GrantPiece> pieces, BillingInterval interval, Term term, Instant from)
    {
        var (anchor, touched, before) = (Count.Quotas ?? Grid(term, interval), 0, pieces.Count);
        var last = term;
        for (var start = term.Start; start < term.End; touched++)
        {
            var period = anchor.TermAt(start, interval, Count.Zone);
            last = new Term(start, Instant.Min(period.End, term.End));
            if (last.End > from)
            {
                pieces.Add(new GrantPiece(last, First(term, start, from), Left(last, period, interval, from)));
            }

            start = last.End;
        }

        var (intervals, isWhole) = Intervals(term, interval);
        if (touched <= intervals || pieces.Count == before)
        {
            return;
        }

        var firstPeriod = anchor.TermAt(term.Start, interval, Count.Zone);
        var head = Left(new Term(term.Start, firstPeriod.End), firstPeriod, interval, term.Start);
        if (pieces[before].Interval.Start == term.Start)
        {
            pieces[before] = pieces[before] with { Shared = head, SharedIfPart = isWhole };
        }

        var left = isWhole ? Left(last, last, interval, from) : pieces[^1].Left;
        pieces[^1] = pieces[^1] with { Shared = head, SharedIfPart = isWhole, IsRest = true, Left = left };
    }

    /// <summary>Gives the anchor of the term; or the term's start, if bought time has moved the anchor off both ends.</summary>
    private Anchor Grid(Term term, BillingInterval interval) =>
        Count.Own.Begins(term.Start, interval, Count.Zone) || Count.Own.Begins(term.End, interval, Count.Zone)
            ? Count.Own
            : new Anchor(term.Start.LocalAt(Count.Zone));

    /// <summary>Counts the intervals of a term from its start, a cut one included, and tells whether the last one is whole.</summary>
    private (int Count, bool IsWhole) Intervals(Term term, BillingInterval interval)
    {
        var anchor = new Anchor(term.Start.LocalAt(Count.Zone));
        for (var count = 0; ; count++)
        {
            var boundary = anchor.Boundary(count, interval).AtStart(Count.Zone);
            if (boundary >= term.End)
            {
                return (count, boundary == term.End);
            }
        }
    }

    /// <summary>
    /// The first instant of an interval's grant. The term's first grant begins with the purchase, though the paid time begins on the next
    /// day.
    /// </summary>
    private static Instant First(Term term, Instant start, Instant from) => start == term.Start ? from : Instant.Max(start, from);

    private Share Left(Term covers, Term period, BillingInterval interval, Instant from) =>
        new Counting(Count.Measure, Count.Quotas ?? Count.Own, Count.Zone)
            .Left(new Stretch(covers, period, interval) { IsFirst = from <= covers.Start }, from, ends: false);
}
