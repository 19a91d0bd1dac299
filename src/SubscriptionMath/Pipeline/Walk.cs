using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// The one way through: items, direction, rule, eligibility, timing; then trial, term, unused value, new price, settlement, coverage and
/// allowances; then the quote. Each step calls one room, and none looks back.
/// </summary>
internal sealed class Walk
{
    private readonly Subscription _before;
    private readonly BillingPolicy _policy;
    private readonly Pairing _pairing;
    private readonly Decisions _decisions;
    private readonly Instant _at;
    private readonly GrantLedger _grants;
    private readonly ItemDraft _plan;
    private readonly List<ItemDraft> _addOns = [];
    private readonly List<string> _endedAddOns = [];
    private readonly List<Bill> _bills = new(1);
    private Anchor _anchor;

    private Walk(Subscription before, Catalog catalog, BillingPolicy policy, Pairing pairing, Decisions decisions, Instant at)
    {
        (_before, _policy, _pairing, _decisions, _at) = (before, policy, pairing, decisions, at);
        _grants = new GrantLedger(before.Grants, policy.Allowances, at);
        (_plan, _anchor, Trial) = NewPlan(catalog);
        foreach (var addOn in pairing.AddOns)
        {
            if (addOn.Before is { } item && !decisions.RenewsAddOns)
            {
                _addOns.Add(ItemDraft.Of(item));
            }
        }
    }

    private TrialUse? Trial { get; }

    internal static Answer Price(Subscription before, Change change, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        if (Pairing.Pair(before, change.Cart, catalog, policy.Direction, out var pairing) is { } unsaleable)
        {
            return unsaleable;
        }

        var plan = catalog.Plan(change.Cart.PlanId);
        if (EligibilityCheck.Find(policy.Eligibility, plan, change.Cart.Quantity, facts, out var members, out var role) is { } refused)
        {
            return refused;
        }

        if (Decisions.Make(pairing, before, change, policy.Rules, policy.AddOns, at, out var decisions) is { } notAllowed)
        {
            return notAllowed;
        }

        var walk = new Walk(before, catalog, policy, pairing, decisions, at);
        foreach (var move in decisions.Moves)
        {
            walk.Carry(move);
        }

        return walk.Quote(change, facts, members, role);
    }

    /// <summary>Trial and term: the plan as it goes on, or as it begins.</summary>
    private (ItemDraft Plan, Anchor Anchor, TrialUse? Trial) NewPlan(Catalog catalog)
    {
        if (_decisions.NewPlan is not { } treatment)
        {
            return (ItemDraft.Of(_before.Plan!), _before.Anchor, _before.Trial);
        }

        var wanted = _pairing.Plan.After!;
        var next = PlanTerm.Find(_before, catalog.Plan(wanted.ProductId), wanted.Price.Every, treatment.Term, _at);
        var trial = next.Trial ?? _before.Trial;
        if (_before.InTrial(_at))
        {
            trial = _before.Trial! with { Term = TrialTermination.After(_before.Trial!.Term, _at, treatment.Trial) };
        }

        return (new ItemDraft(wanted.ProductId, wanted.Price, _decisions.PlanQuantity, next.Term, anchor: null), next.Anchor, trial);
    }

    /// <summary>One move: what leaves is valued, what enters is priced.</summary>
    private void Carry(Move move)
    {
        var (thing, bill) = (move.Thing, BillFor(move.Treatment));
        var isPlan = ReferenceEquals(thing, _pairing.Plan);
        var measure = thing.OwnMeasure ?? _policy.Measure;
        var kept = isPlan || move.Replaces ? null : _addOns.Find(item => item.ProductId == thing.Before!.ProductId);
        if (thing.Before is { } item)
        {
            var rest = move.Replaces ? null : isPlan ? _plan : kept;
            UnusedLots.Leave(item, thing.NameBefore!, move.Leaving, rest, move.Unused, bill.Lines, measure, _policy.Rounding.Mode, _before, _at);
            End(move, item, isPlan);
        }

        if (move.Entering > 0)
        {
            Enter(move, isPlan ? _plan : kept ?? NewAddOn(move, measure), isPlan, measure, bill);
        }

        if (!move.Replaces)
        {
            (isPlan ? _plan : kept!).Quantity = thing.After!.Quantity;
        }
    }

    private void End(Move move, Item item, bool isPlan)
    {
        if (isPlan && move.Replaces)
        {
            _grants.LeavePlan(item.ProductId, move.Thing.Direction, _plan.Term.End);
        }
        else if (move.Replaces)
        {
            _endedAddOns.Add(item.ProductId);
            _addOns.RemoveAll(other => other.ProductId == item.ProductId);
            _grants.LeaveAddOn(item.ProductId);
        }
    }

    private ItemDraft NewAddOn(Move move, Measure measure)
    {
        var wanted = move.Thing.After!;
        var rule = _before.Plan is null ? TermRule.Restarted : move.Treatment.Term;
        var term = AddOnTerm.Find(_before, _plan.Term, wanted.Price.Every, rule, measure, _at);
        var item = new ItemDraft(wanted.ProductId, wanted.Price, wanted.Quantity, term.Term, term.Anchor);
        _addOns.Add(item);
        return item;
    }

    private void Enter(Move move, ItemDraft item, bool isPlan, Measure measure, Bill bill)
    {
        var begins = move.Replaces && item.Term.Start == _at && (_before.Plan is null || move.Treatment.Term is not TermRule.KeptEnd);
        var anchor = item.Anchor ?? _anchor;
        var segments = begins
            ? [new Segment(item.Term, item.Term)]
            : Segments.OfRest(isPlan || !move.Replaces ? move.Thing.Before : null, item.Term, item.SoldAt.Every, _at, anchor, _before.Zone);
        if (move.Treatment.NewPrice != NewPrice.NothingUntilRenewal && !(isPlan && Trial is { } trial && trial.Contains(_at)))
        {
            var (wanted, how) = (move.Thing.After!, move.Treatment.NewPrice);
            var lots = new List<Lot>(1);
            Pricer.Price(
                wanted, move.Entering, how, move.Origin, segments, measure, _policy.Rounding.Mode, anchor, _before.Zone, _at, bill.Lines, lots);
            lots.ForEach(lot => bill.Bought.Add((item, lot)));
        }

        var left = Counting.Left(segments[0].Covers, segments[0].Period, _at, measure, anchor, _before.Zone, ends: false);
        var within = isPlan && move.Replaces ? left with { Left = left.Of } : left;
        _grants.Enter(move.Thing.After!, move.Entering, isPlan ? GrantSource.Plan : GrantSource.AddOn, item.Term, within);
    }

    private Bill BillFor(Treatment treatment)
    {
        foreach (var bill in _bills)
        {
            if (bill.SettlesLike(treatment.Due, treatment.Surplus))
            {
                return bill;
            }
        }

        var added = new Bill(treatment.Due, treatment.Surplus);
        _bills.Add(added);
        return added;
    }

    /// <summary>Settlement and coverage, bill by bill; then all of it as a quote.</summary>
    private Quote Quote(Change change, Facts facts, int? members, Roles? role)
    {
        var ledger = new Ledger(_policy.Rounding, _policy.Balance, _at, facts.Credit);
        foreach (var bill in _bills)
        {
            bill.Net(_policy.Rounding, _before.Currency);
            Fraction? left = null;
            if (bill.Surplus is Surplus.Time time && bill.ExactSurplus.Sign > 0)
            {
                // No time can be bought on a free plan: all of it is left.
                left = _plan.SoldAt.IsFree ? bill.ExactSurplus : Coverage.Extend(
                    bill, _plan, _pairing.Plan.After!.Name, time.Days, _policy.Rounding.Mode, TimeOrigin, _before.Zone, ref _anchor);
            }

            ledger.Settle(bill, left, OldPrice);
        }

        var after = After(change, ledger);
        return new Quote
        {
            SubscriptionId = _before.Id,
            ForVersion = _before.Version,
            At = _at,
            Change = change,
            Direction = DirectionOf(_pairing),
            Read = new FactsRead(ledger.CreditRead ? facts.Credit : null, members, role),
            Entries = Sequence.Of<Entry>([.. ledger.Entries]),
            Lines = Sequence.Of<Line>([.. ledger.Lines]),
            Grants = _grants.Effects,
            EndedAddOns = Sequence.Of<string>([.. _endedAddOns]),
            TermBefore = _before.Term,
            SubscriptionAfter = after,
            CreditAfter = ledger.Credit,
        };
    }

    private Origin TimeOrigin => _decisions.NewPlan is null ? Origin.AddOnTermination : Origin.Conversion;

    private Money OldPrice => _before.Plan is { } plan
        ? Money.Round(plan.SoldAt.Exact * Fraction.Of(plan.Quantity), _before.Currency, _policy.Rounding.Mode)
        : Money.Zero(_before.Currency);

    /// <summary>The subscription as it will be. Where nothing is different, it is the same one, at the same version.</summary>
    private Subscription After(Change change, Ledger ledger)
    {
        var moves = _decisions.Moves.Count > 0;
        var next = _before with
        {
            Status = _before.Plan is null ? Status.Active : _before.Status,
            Anchor = _anchor,
            Plan = moves ? _plan.ToItem(_at) : _before.Plan,
            AddOns = moves ? Sequence.Of<Item>([.. _addOns.Select(addOn => addOn.ToItem(_at))]) : _before.AddOns,
            Trial = Trial,
            Pending = _decisions.Waits
                ? new PendingChange { RequestedAt = _at, EffectiveAt = _plan.Term.End, Cart = change.Cart }
                : null,
            NextInvoice = ledger.Deferred is { IsZero: false } amount
                ? _before.NextInvoice.Plus(new WaitingCharge { Since = _at, Amount = amount })
                : _before.NextInvoice,
            Grants = _grants.Grants,
        };
        return !moves && next == _before ? _before : next with { Version = _before.Version + 1 };
    }

    private static Direction DirectionOf(Pairing pairing)
    {
        if (pairing.Plan.Changes != What.None)
        {
            return pairing.Plan.Direction;
        }

        var changed = Array.Find(pairing.AddOns, addOn => addOn.Changes != What.None);
        return changed?.Direction ?? Direction.Lateral;
    }
}
