using NodaTime;

namespace SubscriptionMath;

/// <content>From the bills to the quote.</content>
internal sealed partial class Draft
{
    /// <summary>Settlement and coverage, bill by bill; then all of it as a quote.</summary>
    internal Quote ToQuote(Occasion occasion, Change? change, Direction direction, Instant at, int? members = null, Roles? role = null)
    {
        if (!Before.UsageDebts.IsEmpty)
        {
            Grants.RepayDebts();
        }

        var ledger = new Ledger(Policy.Rounding, Policy.Balance, Uses, at, _facts.Credit);
        var none = Money.Zero(Before.Currency);
        var (waiting, credited, beyond) = _billsWaiting ? WaitingCharge.Sum(Before.NextInvoice, Before.Currency) : (none, none, Fraction.Zero);
        var remainder = Fraction.Zero;
        foreach (var bill in _bills)
        {
            remainder += bill.Net(Policy.Rounding, Policy.Tax, waiting, beyond);
            var netted = bill.Lines.Count;
            Fraction? left = null;
            var anchor = Anchor;
            if (bill.Surplus is Surplus.Time time && bill.ExactSurplus.Sign > 0 && Plan is { } plan)
            {
                // No time can be bought where nothing is charged: all of it is left.
                var end = plan.Term.End;
                left = plan.SoldAt.For(plan.Quantity).IsZero
                    ? bill.ExactSurplus
                    : Coverage.Extend(bill, plan, PlanName!, time.Days, Policy.Rounding.Mode, TimeOrigin, TaxOn(plan.ProductId), Before.Zone, ref anchor);
                bill.RoundTax(netted, Policy.Tax, Policy.Rounding);
                if (TermIsBought && plan.Term.End > end)
                {
                    MoveEnd(end, plan.Term.End);
                }
            }

            Anchor = anchor;
            ledger.Settle(bill, waiting, credited, left, OldPrice, Plan);
            (waiting, credited, beyond) = (none, none, Fraction.Zero);
        }

        if (_expiresCredit)
        {
            ledger.ExpireCredit(Before.Currency);
        }

        var lost = Policy.Balance.LostAt(_ended, _terminated);
        var others = lost is { Paid: false, Promotion: false } ? (int?)null : _facts.OtherSubscriptions;
        if (others == 0)
        {
            ledger.LoseCredit(Before.Currency, lost.Paid, lost.Promotion);
        }

        return new Quote
        {
            SubscriptionId = Before.Id,
            ForVersion = Before.Version,
            Occasion = occasion,
            At = at,
            Change = change,
            Direction = direction,
            Read = new FactsRead(ledger.CreditRead ? _facts.Credit : null, members, role, others, _taxesRead ? _facts.Taxes ?? TaxRates.None : null)
            {
                TimeLeft = _timeLeftRead ? _facts.TimeLeft : null,
            },
            Entries = ledger.Entries.ToSequence(),
            Lines = ledger.Lines.ToSequence(),
            Grants = _grants?.Effects ?? default,
            EndedAddOns = _endedAddOns?.ToSequence() ?? default,
            TermBefore = Before.Term,
            SubscriptionAfter = After(ledger, remainder),
            CreditAfter = ledger.Credit,
        };
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

    private WaitingCharge Waiting(Ledger ledger, Fraction remainder) => new()
    {
        Since = Moment,
        Amount = ledger.Deferred ?? Money.Zero(Before.Currency),
        Credited = ledger.CreditedUnpaid > 0 ? Money.OfMinor(ledger.CreditedUnpaid, Before.Currency) : null,
        Remainder = remainder.IsZero ? null : remainder,
    };

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
    private Subscription After(Ledger ledger, Fraction remainder)
    {
        var waits = _billsWaiting ? default : Before.NextInvoice;
        var promotion = ledger.PromotionForWaiting;
        var plan = _touched ? Plan?.ToItem(Moment, _billsWaiting, ref promotion) : Before.Plan;
        var next = Before with
        {
            Status = _billsWaiting && Status == Status.PastDue ? Status.Active : Status,
            Anchor = Anchor,
            Plan = plan,
            AddOns = _touched ? Held(ref promotion) : Before.AddOns,
            Trial = Trial,
            Pending = Pending is { OnDate: false } pending && plan is not null && pending.EffectiveAt != plan.BilledUntil
                ? pending with { EffectiveAt = plan.BilledUntil }
                : Pending,
            Pause = Pause,
            Discounts = Discounts,
            NextInvoice = ledger.Deferred is { IsZero: false } || !remainder.IsZero || ledger.CreditedUnpaid > 0 ? waits.Plus(Waiting(ledger, remainder)) : waits,
            Grants = _grants?.Grants ?? Before.Grants,
            UsageDebts = _grants?.Debts ?? Before.UsageDebts,
        };
        return !_touched && next == Before ? Before : next with { Version = Before.Version + 1 };
    }
}
