using NodaTime;

namespace SubscriptionMath;

/// <summary>The next term of one item: bought now, bought ahead, or begun where it was bought ahead.</summary>
internal static class ItemTurn
{
    /// <summary>The next term of an item: the one that was bought ahead, or one that is bought now.</summary>
    internal static void GoOn(Draft draft, ItemDraft item, Wanted wanted, Instant? phasesFrom, GrantSource source, TermRule.ToBillingDay? aligned = null)
    {
        var ahead = item.BoughtAhead;
        var (next, stub) = ahead is null
            ? NextTerm(draft, item.Anchor, wanted.Price, aligned)
            : (new PlanTerm(ahead.Covers, (item.Anchor ?? draft.Anchor).OrFrom(ahead.Covers.Start, item.SoldAt.Every, draft.Before.Zone), null), NewPrice.Full);
        var contract = source != GrantSource.Plan ? null
            : wanted.Price.Every == item.SoldAt.Every ? ContractTerm.Renewed(wanted.Price, item.Contract, next.Term.Start, draft.Before.Zone)
            : ContractTerm.Sold(wanted.Price, item.Contract, anew: false, next.Term.Start, draft.Before.Zone);
        if (source == GrantSource.Plan)
        {
            draft.Grant(new GrantStep.PlanRenewed(wanted, next.Term.End));
        }
        else
        {
            draft.Grant(new GrantStep.AddOnLeft(item.ProductId));
        }

        if (ahead is null)
        {
            Begin(draft, wanted with { PaidFor = item.Quantity }, phasesFrom, source, next, stub, item.Anchor is null ? null : next.Anchor, contract, isNew: false);
            return;
        }

        draft.Touch();
        if (source == GrantSource.AddOn && item.RenewsWith is not null)
        {
            // As many units as were bought ahead: what waited for this renewal has come about.
            item.Quantity = item.Lots.Where(lot => lot.Covers.Start == next.Term.Start).Sum(lot => lot.Quantity);
            item.RenewsWith = item.RenewsWith == item.Quantity ? null : item.RenewsWith;
        }

        (item.Term, item.Contract) = (next.Term, contract);
        item.SoldAt = item.SoldAt.InPhase(item.PhasesFrom, next.Term.Start, draft.Before.Zone);
        item.Anchor = item.Anchor is null ? null : next.Anchor;
        draft.Anchor = source != GrantSource.Plan ? draft.Anchor
            : draft.NextAnchor is { } moved && moved.Begins(next.Term.End, item.SoldAt.Every, draft.Before.Zone) ? moved
            : next.Anchor;
    }

    /// <summary>
    /// A term begins after one that has ended: at that end, or at the moment where it ended long before, as after a pause. The first one
    /// that is paid for, after the trial, is aligned where a first purchase is, and that of another plan or interval where its rule says
    /// so. A stub before a billing day is charged as the first purchase is.
    /// </summary>
    internal static (PlanTerm Term, NewPrice Stub) NextTerm(Draft draft, Anchor? own, Price price, TermRule.ToBillingDay? aligned = null)
    {
        var before = draft.Before;
        aligned ??= draft.Resumes?.Term as TermRule.ToBillingDay;
        var afterTrial = own is null && before.Plan?.Term.End == draft.Moment && before.Trial?.Term.End == draft.Moment;
        var first = aligned is not null || afterTrial ? RuleBook.FirstPurchase(draft.Policy.Rules, price) : null;
        if ((aligned ?? first?.Term) is TermRule.ToBillingDay day)
        {
            draft.NextAnchor = null;
            return (PlanTerm.Aligned(day, before, draft.Moment, price.Every), first?.NewPrice ?? NewPrice.Full);
        }

        return before.Plan?.Term.End == draft.Moment && draft.NextAnchor is not null
            ? (After(draft, own, draft.Moment, price.Every), NewPrice.ForTheRest)
            : (PlanTerm.After(own ?? draft.Anchor, draft.Moment, price.Every, before.Zone), first?.NewPrice ?? NewPrice.Full);
    }

    /// <summary>The term after the one that ends at an instant: where the billing day was moved, up to the next one of those.</summary>
    private static PlanTerm After(Draft draft, Anchor? own, Instant end, BillingInterval every) => draft.NextAnchor is { } moved
        ? PlanTerm.Aligned(new TermRule.ToBillingDay(moved, null), draft.Before, end, every)
        : PlanTerm.After(own ?? draft.Anchor, end, every, draft.Before.Zone);

    /// <summary>An item that was not held before begins a term: it is set up, and bought for all of it.</summary>
    internal static void Start(Draft draft, Wanted wanted, Instant? phasesFrom, GrantSource source, PlanTerm next, NewPrice stub, Term? contract)
    {
        Begin(draft, wanted, phasesFrom, source, next, stub, anchor: null, contract, isNew: true);
    }

    /// <summary>An item begins a term and is bought for all of it.</summary>
    internal static void Begin(
        Draft draft, Wanted wanted, Instant? phasesFrom, GrantSource source, PlanTerm next, NewPrice stub, Anchor? anchor, Term? contract, bool isNew)
    {
        var item = new ItemDraft(wanted.ProductId, wanted.Price, wanted.Quantity, next.Term, anchor) { PhasesFrom = phasesFrom, Contract = contract };
        if (ContractTerm.Cut(next, item.EndsAt) is var cut && cut.Term != next.Term)
        {
            // A term that a contract cuts costs its part, as a stub does.
            (item.Term, next, stub) = (cut.Term, cut, next.Term == next.Period ? NewPrice.ForTheRest : stub);
        }

        if (source == GrantSource.Plan)
        {
            (draft.Plan, draft.Anchor) = (item, next.Anchor);
        }
        else
        {
            draft.Hold(item);
        }

        if (draft.Resumes is not { Due: Due.NextInvoice })
        {
            draft.BillWaiting(draft.Resumes ?? Treatment.Renewal);
        }

        if (isNew)
        {
            draft.SetUp(item, wanted, draft.BillFor(Treatment.Renewal));
        }

        Buy(draft, item, wanted, source, next, stub);
    }

    internal static Instant Ahead(Draft draft, ItemDraft item, Wanted wanted, GrantSource source)
    {
        var next = item.BilledUntil == draft.Plan!.BilledUntil
            ? After(draft, item.Anchor, item.BilledUntil, item.SoldAt.Every)
            : PlanTerm.After(item.Anchor ?? draft.Anchor, item.BilledUntil, item.SoldAt.Every, draft.Before.Zone);
        next = ContractTerm.Cut(next, item.EndsAt);
        Buy(draft, item, wanted with { PaidFor = item.Quantity }, source, next, NewPrice.ForTheRest);
        return next.Term.End;
    }

    private static void Buy(Draft draft, ItemDraft item, Wanted wanted, GrantSource source, PlanTerm next, NewPrice stub)
    {
        var whole = next.Period == next.Term;
        var price = draft.Resumes?.NewPrice is { } resumed ? (whole && resumed == NewPrice.ForTheRest ? NewPrice.Full : resumed) : whole ? NewPrice.Full : stub;
        if (price != NewPrice.NothingUntilRenewal || wanted.Price.Charged == Charged.Once)
        {
            draft.Buy(
                item, wanted, 0, wanted.Quantity, price, Origin.Purchase, [new Segment(next.Term, next.Period) { IsFirst = true }], wanted.Measure ?? draft.Policy.Measure, next.Anchor,
                draft.BillFor(draft.Resumes ?? Treatment.Renewal));
        }

        var measure = wanted.Measure ?? draft.Policy.Measure;
        var share = next.Period == next.Term
            ? new Share(1, 1, Grain.Terms)
            : Counting.Left(new Stretch(next.Term, next.Period, wanted.Price.Every) { IsFirst = true }, next.Term.Start, measure, next.Anchor, draft.Before.Zone, ends: false);
        var count = new GrantCount(measure, next.Anchor, draft.Before.QuotaAnchor, draft.Before.Zone);
        draft.Grant(new GrantStep.Entered(wanted, wanted.Quantity, source, new GrantTerm(next.Term, wanted.Price.Every, share, count)) { Begins = true });
    }

    /// <summary>
    /// Something that was not held before, or at another price, as it is sold at the moment, and from when its phases are counted.
    /// </summary>
    internal static (Wanted Wanted, Instant? PhasesFrom) InPhase(Draft draft, Wanted wanted, TrialFate fate)
    {
        var from = PhaseStart.Find(wanted.Price, draft.Before, null, fate, draft.Moment);
        return (wanted with { Price = wanted.Price.InPhase(from, draft.Moment, draft.Before.Zone) }, from);
    }

    internal static Price Sold(Price? price, string product, BillingInterval every) =>
        price ?? throw new ArgumentException($"The pending change asks for {product} per {every}, which the catalog does not sell any more.", nameof(price));
}
