using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// The way of a change: items, direction, rule, eligibility, timing; then trial, term, unused value, new price, settlement, coverage and
/// allowances; then the quote. Each step calls one room, and none looks back.
/// </summary>
internal sealed class Walk
{
    private readonly Draft _draft;
    private readonly Pairing _pairing;
    private readonly Decisions _decisions;
    private readonly Instant? _nextBilling;

    private Walk(Draft draft, Pairing pairing, Decisions decisions, Instant? nextBilling) =>
        (_draft, _pairing, _decisions, _nextBilling) = (draft, pairing, decisions, nextBilling);

    private Subscription Before => _draft.Before;

    private BillingPolicy Policy => _draft.Policy;

    private Instant At => _draft.Moment;

    internal static Answer Price(Subscription before, Change change, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        if (Pairing.Pair(before, change.Cart, catalog, policy.Direction, policy.AddOns.KeepsWhereOffered, out var pairing) is { } unsaleable)
        {
            return unsaleable;
        }

        pairing = change.NextBilling is null ? pairing : pairing.WithNextBilling();
        var wanted = change.Cart is { } cart ? catalog.Plan(cart.PlanId) : null;
        if (EligibilityCheck.Find(policy.Eligibility, wanted, change.Cart?.Quantity, facts, out var members, out var role) is { } refused)
        {
            return refused;
        }

        if (Standing.Refuse(pairing, before, policy.Pending) is { } stands)
        {
            return stands;
        }

        return Make(pairing, before, change.Cart, AskedTiming.Of(change), facts, catalog, policy, at, out var draft) is { } notAllowed
            ? notAllowed
            : draft.ToQuote(Occasion.Change, change, pairing.Direction, at, members, role);
    }

    /// <summary>The pending change whose date has come within the term: it was accepted then, and is made as if it were asked for now.</summary>
    internal static Quote PriceDue(Subscription before, Facts facts, Catalog catalog, BillingPolicy policy, DueEvent due, Instant at)
    {
        var cart = before.Pending!.Cart;
        var free = before with { Pending = null, Status = before.Status == Status.Terminated ? Status.Active : before.Status };
        Draft? draft = null;
        var refused = Pairing.Pair(free, cart, catalog, policy.Direction, policy.AddOns.KeepsWhereOffered, out var pairing)
            ?? Make(pairing, free, cart, AskedTiming.Due, facts, catalog, policy, due.At, out draft);
        if (refused is not null)
        {
            throw new ArgumentException($"The change that is due at {due.At} cannot be made any more. {refused.Sentence}", nameof(catalog));
        }

        draft!.Touch();
        return draft.ToQuote(due.Occasion, null, pairing.Direction, at);
    }

    private static Refused? Make(
        Pairing pairing, Subscription before, Cart? cart, in AskedTiming wish, Facts facts, Catalog catalog, BillingPolicy policy, Instant at, out Draft draft)
    {
        if ((pairing.Plan.Changes & Standing.Changes) != What.None)
        {
            return Standing.Make(pairing, before, cart, wish, facts, catalog, policy, at, out draft);
        }

        draft = new Draft(before, facts, policy, at, boundary: false) { Uses = BalanceUses.Changes };
        if (Decisions.Make(pairing, before, wish, policy.Rules, policy.AddOns, at, out var decisions) is { } notAllowed)
        {
            return notAllowed;
        }

        draft.Sold = catalog;
        var walk = new Walk(draft, pairing, decisions, wish.NextBilling);
        walk.NewPlan(catalog.Plan(cart!.PlanId));
        if (decisions.Moves.Count > 0 || !decisions.Waits)
        {
            walk.Discount(cart.Discounts);
        }

        foreach (var move in decisions.Moves)
        {
            walk.Carry(move, catalog);
        }

        if (decisions.NewPlan is { Term: TermRule.ToDateAsked, BeginsAnew: false })
        {
            draft.MoveEnd(before.Plan!.Term.End, wish.NextBilling!.Value);
        }

        draft.DeferNewDiscounts();
        walk.Pend(cart, decisions.OnDate ? wish.Date : null, catalog);
        return policy.Pending == PendingPolicy.Merged && draft.Pending is { Cart: { } merged } && merged != cart
            ? Unsaleable(merged, before, catalog, policy)
            : null;
    }

    /// <summary>Why a cart that was merged of two cannot be sold, each of which could be.</summary>
    private static Refused? Unsaleable(Cart merged, Subscription before, Catalog catalog, BillingPolicy policy)
    {
        var plan = catalog.Plan(merged.PlanId);
        return Pairing.Pair(before, merged, catalog, policy.Direction, policy.AddOns.KeepsWhereOffered, out _)
            ?? (plan.Seats.Allow(merged.Quantity) ? null : Refusals.SeatsNotOffered(plan.Name, merged.Quantity, plan.Seats));
    }

    /// <summary>Trial and term: the plan as it goes on, or as it begins.</summary>
    private void NewPlan(Plan sold)
    {
        var wanted = _pairing.Plan.After!;
        _draft.PlanName = wanted.Name;
        if (_decisions.NewPlan is not { } treatment)
        {
            return;
        }

        var then = (treatment.Term, treatment.Trial, treatment.Unused is UnusedValue.LotsKept);
        var next = PlanTerm.Find(Before, sold, wanted.Price.Every, then, Policy.Measure.ChangeDay, _nextBilling, At);
        _draft.Trial = next.Trial ?? Before.Trial;
        if (next.Trial is null && Before.InTrial(At))
        {
            _draft.Trial = Before.Trial! with { Term = TrialTermination.After(Before.Trial!.Term, At, treatment.Trial) };
        }

        _draft.Anchor = next.Anchor;
        (_draft.TimeOrigin, _draft.TermIsBought) = (Origin.Conversion, treatment.Term is TermRule.LengthBought);
        _draft.Plan = Sold(_pairing.Plan, treatment, _draft.Trial, next.Term, null, _decisions.PlanQuantity);
        _draft.Status = Before.Plan is null ? Status.Active : Before.Status;
    }

    /// <summary>What is sold, at the price of the phase that it is in; what was held before at the same price goes on in its own.</summary>
    private ItemDraft Sold(Thing thing, Treatment treatment, TrialUse? trial, Term term, Anchor? anchor, int quantity)
    {
        var wanted = thing.After!;
        var from = thing.Before is { } held && held.ProductId == wanted.ProductId && ReferenceEquals(held.SoldAt, wanted.Price) ? held.PhasesFrom
            : PhaseStart.Find(wanted.Price, Before, trial, treatment.Trial, At);
        return new ItemDraft(wanted.ProductId, wanted.Price.InPhase(from, At, Before.Zone), quantity, term, anchor) { PhasesFrom = from };
    }

    /// <summary>The discounts asked for, and what is sold together from now on: what waits stays as it is.</summary>
    private void Discount(Sequence<Discount> asked)
    {
        _draft.AskDiscounts(asked);
        if (asked.IsEmpty)
        {
            return;
        }

        _draft.Sells(_draft.Plan!.ProductId, _draft.Plan.SoldAt, _decisions.PlanQuantity);
        foreach (var addOn in _pairing.AddOns)
        {
            if (addOn.Changes != What.None && !_decisions.RenewsAddOns && !_decisions.Moves.Exists(move => ReferenceEquals(move.Thing, addOn)))
            {
                Sells(addOn.Before?.ProductId, addOn.Before?.SoldAt, addOn.Before?.Quantity);
            }
            else
            {
                var then = _decisions.Moves.Find(move => ReferenceEquals(move.Thing, addOn))?.Treatment;
                Sells(addOn.After?.ProductId, addOn.After is null || then is null ? addOn.After?.Price : Sold(addOn, then, null, _draft.Plan.Term, null, 1).SoldAt, addOn.After?.Quantity);
            }
        }
    }

    private void Sells(string? productId, Price? price, int? quantity)
    {
        if (productId is not null)
        {
            _draft.Sells(productId, price!, quantity!.Value);
        }
    }

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
                _draft.Leave(item, thing.NameBefore!, move.Leaving, move.Replaces ? null : held, move.Unused, measure, bill);
            }
            else if (thing.Changes == What.NextBilling)
            {
                // The same plan at the same price: only its end moves.
                held!.Lots.AddRange(item.Lots);
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

    private ItemDraft NewAddOn(Move move, Measure measure)
    {
        var wanted = move.Thing.After!;
        var rule = Before.Plan is null && !move.Treatment.BeginsAnew ? TermRule.Restarted : move.Treatment.Term;
        var term = AddOnTerm.Find(Before, _draft.Plan!.Term, wanted.Price.Every, rule, measure, At);
        var item = Sold(move.Thing, move.Treatment, null, term.Term, term.Anchor, wanted.Quantity);
        _draft.AddOns.Add(item);
        return item;
    }

    private void Enter(Move move, ItemDraft item, bool isPlan, Measure measure, Bill bill, Catalog catalog)
    {
        var begins = move.Replaces && item.Term.Start == At && (Before.Plan is null || move.Treatment.Term is not TermRule.KeptEnd);
        var (anchor, wanted) = (item.Anchor ?? _draft.Anchor, move.Thing.After!);
        wanted = ReferenceEquals(wanted.Price, item.SoldAt) ? wanted : wanted with { Price = item.SoldAt };
        var segments = begins
            ? [new Segment(item.Term, move.Treatment.Term.StubPeriod(Before, item.SoldAt.Every, At, _nextBilling) ?? item.Term)]
            : Segments.OfRest(isPlan || !move.Replaces ? move.Thing.Before : null, item.Term, item.SoldAt.Every, At, anchor, Before.Zone);
        if (move.Thing.Before?.ProductId != wanted.ProductId)
        {
            _draft.SetUp(wanted, bill);
        }
        else if (wanted.Price.Charged == Charged.Once)
        {
            wanted = wanted with { PaidFor = move.Thing.Before.Quantity };
        }

        if ((move.Treatment.NewPrice != NewPrice.NothingUntilRenewal || wanted.Price.Charged == Charged.Once) && !(isPlan && _draft.Trial is { } trial && trial.Contains(At)))
        {
            _draft.Buy(item, wanted, move.Staying, move.Entering, move.Treatment.NewPrice, move.Origin, segments, measure, anchor, bill);
        }

        var left = Counting.Left(Stretch.Of(segments[0].Covers, segments[0].Period, wanted.Price.Every, segments[0].Terms), At, measure, anchor, Before.Zone, ends: false);
        Grant(move, isPlan, begins, catalog, new GrantTerm(new Term(At, item.Term.End), left, measure, Before.QuotaAnchor ?? anchor, Before.Zone));
    }

    /// <summary>Allowances: what is granted with what enters, and what becomes of what the old plan had granted.</summary>
    private void Grant(Move move, bool isPlan, bool begins, Catalog catalog, in GrantTerm rest)
    {
        if (Before.Grants.IsEmpty && move.Thing.After!.Allowances.IsEmpty)
        {
            return;
        }

        var (wanted, whole) = (move.Thing.After!, rest with { Share = new Share(1, 1, rest.Share.Unit) });
        if (isPlan && move.Replaces && move.Thing.Before is not null)
        {
            _draft.Grants.ChangePlan(
                wanted with { Quantity = move.Entering }, move.Thing.Direction, catalog, begins ? rest : whole, move.Treatment.NewPrice == NewPrice.ForTheRest ? rest : whole, begins);
        }
        else if ((move.Replaces ? move.Entering : move.Thing.Added) is > 0 and var units)
        {
            // An add-on that is paid for in full is bought anew; else what comes back within the term brings nothing that it has brought before.
            var (source, again) = (isPlan ? GrantSource.Plan : GrantSource.AddOn, (!begins || rest.Covers == (move.Thing.Before?.Term ?? Before.Term)) && (isPlan || move.Treatment.NewPrice != NewPrice.Full));
            _draft.Grants.Enter(wanted, units, source, isPlan && move.Replaces && !begins ? whole : rest, begins: isPlan && move.Replaces, again);
        }
    }

    /// <summary>What is pending afterwards, and with it whether the subscription is terminated.</summary>
    private void Pend(Cart asked, Instant? date, Catalog catalog)
    {
        if (Before.Plan is null)
        {
            // A purchase at once takes the place of one that was to come.
            _draft.Pending = _decisions.Waits ? new PendingChange { RequestedAt = At, EffectiveAt = date!.Value, OnDate = true, Cart = asked } : null;
            return;
        }

        var until = _draft.Plan!.BilledUntil;
        var leaves = Policy.AddOns.KeepsWhereOffered && asked.PlanId != Before.Plan.ProductId;
        var withdraws = !_decisions.Waits && _decisions.Moves.Count == 0;
        _draft.Pending = Before.Pending is null && !_decisions.Waits ? null
            : _decisions.Waits ? PendingChanges.AfterWaiting(Before.Pending, Policy.Pending, Before.Cart(), asked, At, until, date)
            : withdraws ? null
            : PendingChanges.AfterImmediate(Before.Pending, Policy.Pending, Before.Cart(), asked, until, leaves ? catalog.Plan(asked.PlanId) : null);
        if (_draft.Status == Status.Terminated && _draft.Pending is not { Cart: null })
        {
            _draft.Status = Status.Active;
        }
    }
}
