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
        var held = isPlan ? _draft.Plan : _draft.AddOns.Find(item => item.ProductId == (thing.Before?.ProductId ?? thing.After!.ProductId));
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
            }
        }

        if (!move.Replaces)
        {
            held!.Quantity = thing.After!.Quantity;
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
            : AddOnTerm.RuleFor(move.Treatment, wanted.Price, _draft.Plan!.SoldAt.Every);
        var term = AddOnTerm.Find(Before, _draft.Plan!.Term, wanted.Price.Every, rule, measure, At);
        var item = Sold(move.Thing, move.Treatment, null, term.Term, term.Anchor, wanted.Quantity);
        _draft.AddOns.Add(item);
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
        if (move.Thing.Before?.ProductId != wanted.ProductId)
        {
            _draft.SetUp(item, wanted, bill);
        }
        else
        {
            item.SetUp = move.Thing.Before.SetUp;
            wanted = wanted.Price.Charged == Charged.Once ? wanted with { PaidFor = move.Thing.Before.Quantity } : wanted;
        }

        if ((move.Treatment.NewPrice != NewPrice.NothingUntilRenewal || wanted.Price.Charged == Charged.Once) && !(isPlan && _draft.Trial is { } trial && trial.Contains(At)))
        {
            _draft.BeginPeriod(wanted.ProductId, isPlan, begins || (isPlan && Before.InTrial(At)), move.Thing.Before?.ProductId != wanted.ProductId);
            _draft.Buy(item, wanted, move.Staying, move.Entering, move.Treatment.NewPrice, move.Origin, segments, measure, anchor, bill);
        }

        var left = LeftOf(segments[0], wanted.Price.Every, measure, anchor);
        Grant(move, isPlan, begins, catalog, new GrantTerm(new Term(At, item.Term.End), left, measure, Before.QuotaAnchor ?? anchor, Before.Zone));
    }

    /// <summary>Allowances: what is granted with what enters, and what becomes of what the old plan had granted.</summary>
    /// <param name="move">What enters.</param>
    /// <param name="isPlan">Whether it is the plan.</param>
    /// <param name="begins">Whether a term begins with it.</param>
    /// <param name="catalog">What is sold.</param>
    /// <param name="rest">The term, with the part of it that is left.</param>
    private void Grant(Move move, bool isPlan, bool begins, Catalog catalog, in GrantTerm rest)
    {
        if (Before.Grants.IsEmpty && move.Thing.After!.Allowances.IsEmpty)
        {
            return;
        }

        // One that is the running one, begun again at its first instant, is no other.
        var (wanted, within) = (move.Thing.After!, !begins || rest.Covers == (move.Thing.Before?.Term ?? Before.Term));
        if (isPlan && move.Replaces && move.Thing.Before is not null)
        {
            var whole = rest with { Share = new Share(1, 1, rest.Share.Unit) };
            var (next, old) = move.Treatment.NewPrice == NewPrice.ForTheRest ? (rest, RestOf(move.Thing.Before, rest)) : (whole, whole);
            _draft.Grants.ChangePlan(wanted with { Quantity = move.Entering }, move.Thing.Direction, catalog, begins ? rest : whole, (next, old), begins, within);
        }
        else if ((move.Replaces ? move.Entering : move.Thing.Added) is > 0 and var units)
        {
            // An add-on that is paid for in full is bought anew; else what comes back within the term brings nothing that it has brought before.
            var again = within && (isPlan || move.Treatment.NewPrice != NewPrice.Full);
            _draft.Grants.Enter(wanted, units, isPlan ? GrantSource.Plan : GrantSource.AddOn, rest, begins && isPlan, again);
        }
    }

    /// <summary>The rest of the term, with the part of it that is left by the interval of what was held.</summary>
    private GrantTerm RestOf(Item held, in GrantTerm rest)
    {
        var (every, anchor) = (held.SoldAt.Every, held.Anchor ?? Before.Anchor);
        return rest with { Share = LeftOf(Segments.OfRest(held, held.Term, every, At, anchor, Before.Zone)[0], every, rest.Measure, anchor) };
    }

    private Share LeftOf(in Segment segment, BillingInterval every, Measure measure, Anchor anchor) =>
        Counting.Left(segment.Priced(segment.Period, every), At, measure, anchor, Before.Zone, ends: false);
}
