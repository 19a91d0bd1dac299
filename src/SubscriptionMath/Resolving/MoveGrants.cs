using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the usage credits that come with entering units, and the fate of the old plan's usage credits.</summary>
internal static class MoveGrants
{
    /// <summary>Units that enter an item.</summary>
    /// <param name="Item">The item that will hold them.</param>
    /// <param name="Interval">The interval of the price.</param>
    /// <param name="Units">The units.</param>
    /// <param name="Begins">Whether a term begins with them.</param>
    /// <param name="IsPlan">Whether the item is the plan.</param>
    internal readonly record struct Entering(Item Item, BillingInterval Interval, EnteringUnits Units, bool Begins, bool IsPlan);

    internal static Sequence<GrantStep> Of(in MoveResolving on, Move move, in Entering enters)
    {
        var (before, at, units) = (on.On.Before, on.On.Moment, enters.Units);
        var count = new GrantCount(units.Measure, units.Anchor, before.QuotaAnchor, before.Zone);
        var isBought = !move.Replaces || move.KeepsLots || move.Treatment.NewPrice != NewPrice.NothingUntilRenewal
            || enters.Item.SoldAt.BillingTiming == BillingTiming.Once;
        var kept = move.KeepsLots ? move.Thing.Before : null;
        var whole = enters.Item.Term;
        var ahead = enters.Begins || !isBought ? default
            : enters.IsPlan && kept is not null && on.Decided is { MovesKept: true, Term: TermRule.ToDateAsked }
                ? AheadMoved(kept, DateMove.Beside(before, on.Plan.Plan!, whole.End))
                : Ahead(units.Segments, kept, at);
        var running = ahead.IsEmpty || ahead[0].Start >= whole.End ? whole : new Term(whole.Start, ahead[0].Start);
        var left = LeftOf(units.Segments[0], enters.Interval, count, units.Anchor, at);
        var term = new GrantTerm(running, enters.Interval, left, count) { From = at, Ahead = ahead };
        return Of(on, move, enters, term) is { } step ? [step] : default;
    }

    /// <summary>
    /// Gives the later time that is bought as well: a term renewed ahead, or time that a surplus bought. Such time has its own allotments.
    /// </summary>
    private static Sequence<Term> Ahead(Sequence<Segment> segments, Item? kept, Instant at)
    {
        var ahead = segments.Select(segment => segment.Covers);

        // Kept lots were bought for another interval, and continue all the same.
        ahead = kept is null ? ahead : ahead.Concat(kept.Lots.Select(lot => lot.Covers)).Distinct();
        return [.. ahead.Where(covers => covers.Start > at).OrderBy(covers => covers.Start)];
    }

    /// <summary>Gives the terms that were renewed ahead at the dates to which they move along with the end of the running term.</summary>
    private static Sequence<Term> AheadMoved(Item kept, MovedEnd moved) =>
    [
        .. kept.Lots.Where(lot => lot.Covers.Start >= moved.End).Select(lot => moved.Along(lot).Covers)
            .Distinct().OrderBy(covers => covers.Start),
    ];

    private static GrantStep? Of(in MoveResolving on, Move move, in Entering enters, GrantTerm term)
    {
        // A term that begins again at the running term's first instant, and ends with it, is the running term.
        var (before, at, wanted) = (on.On.Before, on.On.Moment, move.Thing.After!);
        var within = !enters.Begins || new Term(at, term.End) == (move.Thing.Before?.Term ?? before.Term);
        if (enters.IsPlan && move.Replaces && move.Thing.Before is { } held)
        {
            var stood = on.Catalog.Plans.Where(
                plan => before.Grants.Any(grant => grant.Source == GrantSource.Plan && grant.ProductId == plan.Id));
            return new GrantStep.PlanReplaced(
                wanted with { Quantity = move.Entering }, move.Thing.Direction, term, RestOf(held, term, on.On), [.. stood])
            {
                Begins = enters.Begins,
                Within = within,
                ByParts = move.Treatment.NewPrice == NewPrice.ForTheRest,
                TermEnd = enters.Item.Term.End,
            };
        }

        // An add-on that is paid for in full is bought anew. Otherwise units that come back within the term bring no allotment twice.
        return (move.Replaces ? move.Entering : move.Thing.Added) is > 0 and var units
            ? new GrantStep.Entered(wanted, units, enters.IsPlan ? GrantSource.Plan : GrantSource.AddOn, term)
            {
                Begins = enters.Begins && enters.IsPlan,
                Again = within && (enters.IsPlan || move.Treatment.NewPrice != NewPrice.Full),
            }
            : null;
    }

    /// <summary>Gives the rest of the held item's term, counted by its own interval.</summary>
    private static GrantTerm RestOf(Item held, GrantTerm term, Circumstances on)
    {
        var (interval, anchor) = (held.SoldAt.Interval, held.Anchor ?? on.Before.Anchor);
        var left = LeftOf(
            new RestOfTerm(held.Term, interval, on.Moment, anchor, on.Zone).Beside(held)[0], interval, term.Count, anchor, on.Moment);
        return new GrantTerm(held.Term, interval, left, term.Count with { Own = anchor }) { From = on.Moment };
    }

    private static Share LeftOf(in Segment segment, BillingInterval interval, GrantCount count, Anchor anchor, Instant at) =>
        new Counting(count.Measure, anchor, count.Zone).Left(segment.Priced(segment.Period, interval), at, ends: false);
}
