using NodaTime;

namespace SubscriptionMath;

/// <content>What moves: what leaves is valued, what enters is priced, and usage credits follow.</content>
internal readonly partial struct Walk
{
    /// <summary>One move: what leaves is valued, what enters is priced.</summary>
    private void Carry(Move move, Catalog catalog)
    {
        var (thing, bill) = (move.Thing, _draft.BillFor(move.Treatment));
        var isPlan = ReferenceEquals(thing, _pairing.Plan);
        var measure = _draft.Counted(thing.OwnMeasure ?? move.Treatment.Measure ?? Policy.Measure);
        var held = isPlan ? _draft.Plan : _draft.AddOn(thing.Before?.ProductId ?? thing.After!.ProductId);
        if (thing.Before is { } item)
        {
            if (!move.KeepsLots)
            {
                Leave(move, item, held, measure, bill);
            }
            else if (thing.Changes == What.NextBilling)
            {
                // The same plan at the same price: only its end moves.
                held!.Lots.AddRange(item.Lots);
                held.SetUp = item.SetUp;
                return;
            }

            if (move.Replaces && !isPlan)
            {
                _draft.EndAddOn(held!);
            }
        }

        if (move.Entering > 0)
        {
            var entered = isPlan || !move.Replaces ? held! : NewAddOn(move, measure);
            Enter(move, entered, isPlan, measure, bill, catalog);
            if (move is { KeepsLots: true, Replaces: true, Thing.Before: { } kept })
            {
                entered.Lots.AddRange(kept.Lots);
                entered.KeepLots(move.Thing.After!.Quantity);
            }
        }

        if (!move.Replaces)
        {
            held!.Quantity = thing.After!.Quantity;
            if (thing.Removed > 0 && !move.KeepsLots)
            {
                _draft.Grant(new GrantStep.UnitsLeft(held.ProductId, isPlan ? GrantSource.Plan : GrantSource.AddOn, held.Quantity));
            }

            if (move is { KeepsLots: true, Leaving: > 0 })
            {
                held.KeepLots(held.Quantity);
            }
        }
    }

    private void Leave(Move move, Item item, ItemDraft? held, Measure measure, Bill bill)
    {
        if (move.Thing.After?.ProductId != item.ProductId)
        {
            _draft.LeaveWhole(item, move.Thing.NameBefore!, move.Unused, measure, bill);
        }
        else
        {
            _draft.Leave(item, move.Thing.NameBefore!, move.Leaving, move.Replaces ? null : held, move.Unused, measure, bill);
        }
    }

    private ItemDraft NewAddOn(Move move, Measure measure)
    {
        var wanted = move.Thing.After!;
        var rule = Before.Plan is null && !move.Treatment.BeginsAnew ? TermRule.Restarted
            : move.Treatment.TermOfAddOn(wanted.Price, _draft.Plan!.SoldAt.Every);
        var term = rule is TermRule.KeptEnd && move is { KeepsLots: true, Thing.Before: { } kept }
            ? new AddOnTerm(kept.Term, kept.Anchor)
            : AddOnTerm.Find(Before, _draft.Plan!.Term, wanted.Price.Every, rule, measure, At);
        var item = Sold(move.Thing, move.Treatment, null, term.Term, term.Anchor, wanted.Quantity);
        _draft.Hold(item);
        return item;
    }

    private void Enter(Move move, ItemDraft item, bool isPlan, Measure measure, Bill bill, Catalog catalog)
    {
        var begins = move.Replaces && item.Term.Start == At && (Before.Plan is null || item.Anchor is not null || move.Treatment.Term is not TermRule.KeptEnd);
        var (anchor, wanted) = (item.Anchor ?? _draft.Anchor, move.Thing.After!);
        wanted = ReferenceEquals(wanted.Price, item.SoldAt) ? wanted : wanted with { Price = item.SoldAt };
        var segments = begins
            ? [new Segment(item.Term, move.Treatment.Term.StubPeriod(Before, item.SoldAt.Every, At, _nextBilling) ?? item.Term) { IsFirst = Before.Plan is null }]
            : Segments.OfRest(isPlan || !move.Replaces ? move.Thing.Before : null, item.Term, item.SoldAt.Every, At, anchor, Before.Zone);
        if (!isPlan && !move.Replaces && _decisions.NewPlan is { MovesKept: true, Term: TermRule.ToDateAsked } && item.Term.End == Before.Plan!.Term.End)
        {
            segments = DateMove.Of(Before, _nextBilling!.Value, _draft.Plan!.SoldAt.Every).Of(segments, item.SoldAt);
        }

        if (move.Thing.Before?.ProductId != wanted.ProductId)
        {
            _draft.SetUp(item, wanted, bill);
        }
        else
        {
            // A fee of a term that has ended is of no other one.
            item.SetUp = begins && move.Thing.Before.SetUp?.Covers.Start < At ? null : move.Thing.Before.SetUp;
            wanted = wanted.Price.Charged == Charged.Once ? wanted with { PaidFor = move.Thing.Before.Quantity } : wanted;
        }

        var charges = move.Treatment.NewPrice != NewPrice.NothingUntilRenewal && !(isPlan && move.Treatment.Term is TermRule.StubToDate);
        if ((charges || wanted.Price.Charged == Charged.Once)
            && !(isPlan && _draft.Trial is { } trial && trial.Contains(At)))
        {
            _draft.BeginPeriod(wanted.ProductId, isPlan, begins || (isPlan && Before.InTrial(At)), move.Thing.Before?.ProductId != wanted.ProductId);
            _draft.Buy(item, wanted, move.Staying, move.Entering, move.Treatment.NewPrice, move.Origin, segments, measure, anchor, bill);
        }

        if (!Before.Grants.IsEmpty || !wanted.Allowances.IsEmpty)
        {
            var (every, count) = (wanted.Price.Every, new GrantCount(measure, anchor, Before.QuotaAnchor, Before.Zone));
            var isBought = !move.Replaces || move.KeepsLots || move.Treatment.NewPrice != NewPrice.NothingUntilRenewal;
            var ahead = begins || !isBought ? default : Ahead(segments, move.KeepsLots ? move.Thing.Before : null, At);
            var running = ahead.IsEmpty || ahead[0].Start >= item.Term.End ? item.Term : new Term(item.Term.Start, ahead[0].Start);
            var term = new GrantTerm(running, every, LeftOf(segments[0], every, measure, anchor), count) { From = At, Ahead = ahead };
            Grant(move, isPlan, begins, catalog, term);
        }
    }

    /// <summary>
    /// What is bought for time ahead as well: a term that was renewed ahead, time that a surplus bought. It brings allotments of its own.
    /// </summary>
    private static Sequence<Term> Ahead(List<Segment> segments, Item? kept, Instant at)
    {
        var ahead = segments.Select(segment => segment.Covers);

        // What is kept was bought by another interval, and goes on all the same.
        ahead = kept is null ? ahead : ahead.Concat(kept.Lots.Select(lot => lot.Covers)).Distinct();
        return [.. ahead.Where(covers => covers.Start > at).OrderBy(covers => covers.Start)];
    }

    /// <summary>Usage credits: what is granted with what enters, and what becomes of what the old plan had granted.</summary>
    private void Grant(Move move, bool isPlan, bool begins, Catalog catalog, GrantTerm term)
    {
        // One that is the running one, begun again at its first instant, is no other.
        var wanted = move.Thing.After!;
        var within = !begins || new Term(At, term.End) == (move.Thing.Before?.Term ?? Before.Term);
        if (isPlan && move.Replaces && move.Thing.Before is { } held)
        {
            var grants = Before.Grants;
            var stood = catalog.Plans.Where(plan => grants.Any(grant => grant.Source == GrantSource.Plan && grant.ProductId == plan.Id));
            var next = wanted with { Quantity = move.Entering };
            _draft.Grant(new GrantStep.PlanReplaced(next, move.Thing.Direction, term, RestOf(held, term), [.. stood])
            {
                Begins = begins,
                Within = within,
                ByParts = move.Treatment.NewPrice == NewPrice.ForTheRest,
            });
        }
        else if ((move.Replaces ? move.Entering : move.Thing.Added) is > 0 and var units)
        {
            // An add-on that is paid for in full is bought anew; else what comes back within the term brings nothing that it has brought
            // before.
            _draft.Grant(new GrantStep.Entered(wanted, units, isPlan ? GrantSource.Plan : GrantSource.AddOn, term)
            {
                Begins = begins && isPlan,
                Again = within && (isPlan || move.Treatment.NewPrice != NewPrice.Full),
            });
        }
    }

    /// <summary>The rest of the term of what was held, by its own interval.</summary>
    private GrantTerm RestOf(Item held, GrantTerm term)
    {
        var (every, anchor) = (held.SoldAt.Every, held.Anchor ?? Before.Anchor);
        var left = LeftOf(Segments.OfRest(held, held.Term, every, At, anchor, Before.Zone)[0], every, term.Count.Measure, anchor);
        return new GrantTerm(held.Term, every, left, term.Count with { Own = anchor }) { From = At };
    }

    private Share LeftOf(in Segment segment, BillingInterval every, Measure measure, Anchor anchor) =>
        Counting.Left(segment.Priced(segment.Period, every), At, measure, anchor, Before.Zone, ends: false);
}
