using NodaTime;

namespace SubscriptionMath;

/// <content>From the bills to the quote.</content>
internal sealed partial class Draft
{
    /// <summary>Settlement and coverage, bill by bill; then all of it as a quote.</summary>
    internal Quote ToQuote(Occasion occasion, Change? change, Direction direction, Instant at, int? members = null, Roles? role = null)
    {
        var settlement = Settle(at, out var others);
        var grants = GrantsAfter();
        KeepAnchors();
        return new Quote
        {
            SubscriptionId = Before.Id,
            ForVersion = Before.Version,
            Occasion = occasion,
            At = at,
            Change = change,
            Direction = direction,
            Read = new FactsRead(settlement.ReadsCredit ? _facts.Credit : null, members, role, others, _taxesRead ? _facts.Taxes ?? TaxRates.None : null)
            {
                TimeLeft = _timeLeftRead ? _facts.TimeLeft : null,
            },
            Entries = settlement.Entries,
            Lines = settlement.Lines,
            Grants = grants.Effects,
            EndedAddOns = _endedAddOns?.ToSequence() ?? default,
            TermBefore = Before.Term,
            SubscriptionAfter = After(settlement, grants),
            CreditAfter = settlement.Credit,
            NotMade = NotMade,
        };
    }

    /// <summary>Settles the bills, the credit that is lost beside them included.</summary>
    private Settlement Settle(Instant at, out int? others)
    {
        var (currency, settlement) = (Before.Currency, Settlement.None(Before.Currency, _facts.Credit) with { Remainder = Before.Remainder ?? Fraction.Zero });
        var by = new SettlingTerms(Policy.Rounding, Policy.Tax, Policy.Balance, Uses, at, OldPrice, Plan);
        foreach (var bill in _bills)
        {
            bill.RoundTax(0, Policy.Tax, Policy.Rounding);
        }

        var collects = _billsWaiting ? 0 : TakesAlong(by);
        _billsWaiting = collects >= 0;
        for (var i = 0; i < _bills.Count; i++)
        {
            var (charges, deferred) = (_bills[i].ToCharges(), i == collects ? Deferred.Of(Before.NextInvoice, currency) : Deferred.None(currency));
            var net = Net.Of(charges, by, deferred, settlement.Remainder);
            if (BuyTime(_bills[i], net.Surplus) is { } left)
            {
                (charges, net) = (_bills[i].ToCharges(), net with { TimeLeft = left });
            }

            var settled = SettledBill.Of(charges, net, deferred, by, settlement);
            settlement = settlement.Plus(settled);
            HandOver(settled.Sold);
        }

        var lost = Policy.Balance.LostAt(_ended, _terminated);
        others = lost is { Paid: false, Promotion: false } ? null : _facts.OtherSubscriptions;
        return _expiresCredit ? settlement.Plus(CreditLost.Expired(settlement.Credit, currency, at))
            : others == 0 ? settlement.Plus(CreditLost.WithSubscription(settlement.Credit, currency, at, lost))
            : settlement;
    }

    /// <summary>
    /// The bill that takes along charges deferred to the next invoice: the first on which something is to be paid now; -1 where none is.
    /// </summary>
    private int TakesAlong(in SettlingTerms by)
    {
        if (Policy.DeferredCharges == DeferredCharges.WaitForRenewal || Before.NextInvoice.IsEmpty)
        {
            return -1;
        }

        for (var i = 0; i < _bills.Count; i++)
        {
            if (_bills[i].When is not (Due.NextInvoice or Due.Waived)
                && Net.Of(_bills[i].ToCharges(), by, Deferred.None(Before.Currency), Before.Remainder ?? Fraction.Zero).Due.IsPositive)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A surplus buys time on the plan: gives what is left of it, or null where it buys none.</summary>
    private Fraction? BuyTime(Bill bill, Fraction surplus)
    {
        if (bill.Surplus is not Surplus.Time || surplus.Sign <= 0 || Plan is not { } plan)
        {
            return null;
        }

        // No time can be bought where nothing is charged: all of it is left.
        if (plan.SoldAt.For(plan.Quantity).IsZero)
        {
            return surplus;
        }

        var (end, from, anchor, netted) = (plan.Term.End, plan.BilledUntil, Anchor, bill.Lines.Count);
        var on = new Covered(plan, PlanSold!.Name, TimeOrigin, TaxOn(plan.ProductId), Before.Zone) { Measure = Policy.Measure };
        var left = Coverage.Extend(bill, surplus, on, Policy.Rounding.Mode, ref anchor);
        if (bill.Lines.Count > netted)
        {
            GrantBought(plan, new Term(from, bill.Lines[^1].Covers.End), Anchor, TermIsBought);
        }

        (Anchor, NextAnchor) = (anchor, anchor == Anchor ? NextAnchor : null);
        bill.RoundTax(netted, Policy.Tax, Policy.Rounding);
        if (TermIsBought && plan.Term.End > end)
        {
            MoveEnds(end, plan.Term.End);
        }

        return left;
    }

    private static void HandOver(SoldLot[] sold)
    {
        foreach (var one in sold)
        {
            if (one.IsSetUp)
            {
                one.Item.SetUp = one.Lot;
            }
            else
            {
                one.Item.Lots.Add(one.Lot);
            }
        }
    }

    /// <summary>An add-on that goes on beside a plan whose anchor moves keeps the anchor that its months were sold by.</summary>
    private void KeepAnchors()
    {
        if (AddOns.Count == 0 || Anchor == Before.Anchor)
        {
            return;
        }

        var held = Index<Item>.Of(Before.AddOns, static item => item.ProductId);
        foreach (var addOn in AddOns)
        {
            if (addOn is { Anchor: null, Lots.Count: > 0 } && held.Find(addOn.ProductId) is { Anchor: null, Lots.IsEmpty: false } same
                && same.Term.Start == addOn.Term.Start && same.Lots[0].Period == addOn.Lots[0].Period)
            {
                addOn.Anchor = Before.Anchor;
            }
        }
    }

    /// <summary>The price of the plan held, with the tax that it would be sold with.</summary>
    private Money OldPrice => Before.Plan is { } plan
        ? Money.Round(GrossOf(plan), Before.Currency, Policy.Rounding.Mode)
        : Money.Zero(Before.Currency);

    private Fraction GrossOf(Item plan)
    {
        var price = plan.SoldAt.For(plan.Quantity);
        return _facts.Taxes?.For(plan.ProductId) is { } tax ? tax.GrossOf(price) : price;
    }

    private WaitingCharge Waiting(in Deferred deferred) => new()
    {
        Since = Moment,
        Amount = deferred.Amount,
        Credited = deferred.Credited.IsPositive ? deferred.Credited : null,
        Remainder = deferred.Remainder.IsZero ? null : deferred.Remainder,
    };

    /// <summary>A bill that collects what was owed ends a delay; what is owed still is one.</summary>
    private Status StatusAfter => Status == Status.PastDue && _billsWaiting ? Status.Active
        : Status == Status.Active && !_billsWaiting && Before.NextInvoice.Any(charge => charge.Owed) ? Status.PastDue
        : Status;

    private Sequence<Item> Held(ref Sequence<CreditLot> promotion)
    {
        var held = AddOns.Count == 0 ? [] : new Item[AddOns.Count];
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = AddOns[i].ToItem(Moment, _billsWaiting, ref promotion);
        }

        return Sequence.Of<Item>(held);
    }

    /// <summary>The subscription as it will be. Where nothing is different, it is the same one, at the same version.</summary>
    private Subscription After(in Settlement settlement, in GrantsAfter grants)
    {
        var waits = _billsWaiting ? default : Before.NextInvoice;
        var promotion = settlement.ForDeferred;
        var plan = _touched ? Plan?.ToItem(Moment, _billsWaiting, ref promotion) : Before.Plan;
        var next = Before with
        {
            Status = StatusAfter,
            Anchor = Anchor,
            NextAnchor = NextAnchor == Anchor ? null : NextAnchor,
            Plan = plan,
            AddOns = _touched ? Held(ref promotion) : Before.AddOns,
            Trial = Trial,
            Pending = Pending is { OnDate: false } pending && plan is not null && pending.EffectiveAt != plan.BilledUntil
                ? pending with { EffectiveAt = plan.BilledUntil }
                : Pending,
            Pause = Pause,
            Discounts = Discounts,
            NextInvoice = !settlement.Deferred.IsNone ? waits.Plus(Waiting(settlement.Deferred)) : waits,
            Remainder = settlement.Remainder.IsZero ? null : settlement.Remainder,
            Grants = grants.Grants,
            UsageDebts = grants.Debts,
        };
        return !_touched && next == Before ? Before : next with { Version = Before.Version + 1 };
    }
}
