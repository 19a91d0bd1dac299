using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>A cancellation: all of it leaves, what waits is billed with it, a contract may be owed, and credit may be lost.</content>
internal sealed partial class Reckoning
{
    private BigInteger _waiting;
    private BigInteger _creditedOfWaiting;
    private Rational _beyondWaiting = Rational.Zero;
    private bool _ends;
    private bool _waitsStill = true;

    private void FindEnd()
    {
        var (held, catalog) = (_before.Plan!, _question.Situation.Catalog);
        var (then, waits) = Ruling.Of(_question, ChangeKinds.End, Direction.Down, held, null);
        _ends = !waits;
        then = waits ? then : then with { PaymentTiming = PaymentTiming.Now, Surplus = then.Surplus is Surplus.NextInvoice next ? (next.WithoutOne == RefundRest.ToBalance ? Surplus.ToBalance : Surplus.Forfeited) : then.Surplus };
        if (_ends)
        {
            CollectDeferred();
        }

        // What ends later may be given back now; what is charged in arrears goes on to be used.
        if (_ends || then is { Timing: Timing.PeriodEnd, Unused: not UnusedValue.Nothing })
        {
            foreach (var item in _before.AddOns.Prepend(held).Select(item => _ends ? item : item with { Lots = [.. item.Lots.Where(lot => lot.Price.BillingTiming != BillingTiming.InArrears)] }))
            {
                var addOn = item.ProductId == held.ProductId ? null : catalog.AddOn(item.ProductId);
                var name = addOn?.Name ?? catalog.Plan(item.ProductId).Name;
                var measure = addOn?.Measure ?? then.Measure ?? _question.Policy.Proration.Measure;
                _moves.Add(new Moving(item.ProductId, name, item, name, item.Quantity, null, 0, then, then.Unused, true, addOn is null, measure));
            }
        }

        if (then.EarlyTermination is EarlyTerminationCharge.PartOwed owed && held.Contract is { } contract && contract.Start <= At && At < contract.End && OwedUntil(held, contract.End) is var until && until > _billedUntil)
            BillOf(then).Lines.Add(Owed(held, until, owed, then.Measure ?? _question.Policy.Proration.Measure));

        if (then.EarlyTermination is EarlyTerminationCharge.FeeOwed fee && held.Contract is { } runs && runs.Start <= At && At < runs.End && _billedUntil < runs.End && _before.Pending is not { Cart: null })
            BillOf(then).Lines.AddRange(Fee(held, runs, fee));

        if (_ends)
            BillOf(then).Lines.AddRange(FreePlan());
    }

    /// <summary>All that waits for the next invoice is on the bill that is settled next.</summary>
    private void CollectDeferred()
    {
        _waiting = Sum(_before.NextInvoice.Select(charge => (BigInteger)charge.Amount.Minor));
        _beyondWaiting = StillWaiting();
        _creditedOfWaiting = Sum(_before.NextInvoice.Select(charge => (BigInteger)(charge.Credited?.Minor ?? 0)));
        _waitsStill = false;
    }

    /// <summary>What rounding left of all that waits for another bill.</summary>
    private Rational StillWaiting() => !_waitsStill ? Rational.Zero : _before.NextInvoice.Aggregate(
        Rational.Zero, (sum, charge) => charge.Remainder is { } beyond ? sum.Plus(new Rational((BigInteger)beyond.Numerator, (BigInteger)beyond.Denominator)) : sum);

    /// <summary>The free plan that is held afterwards, where the policy falls back to it.</summary>
    private List<OracleLine> FreePlan()
    {
        if (_question.Policy.Renewal.AfterEnd != AfterEnd.FreePlan || _before.Plan!.SoldAt.IsFree)
            return [];

        var free = _question.Situation.Catalog.Plans.SelectMany(plan => plan.Prices.Where(price => price.IsFree).Select(price => (Plan: plan, Price: price))).Take(1).ToList();
        return
        [
            .. free.Where(one => one.Price.BillingTiming != BillingTiming.InArrears).Select(one => new OracleLine(
                LineKind.NewPrice, one.Plan.Name, one.Plan.Seats.Least, Count.After(At, new Anchor(At.InZone(Zone).LocalDateTime), one.Price.Interval, 1, Zone), Rational.Zero, 0, false)),
        ];
    }

    /// <summary>The time beyond a replaced cancellation was charged with it.</summary>
    private Instant OwedUntil(Item held, Instant end)
    {
        var (anchor, until) = (held.Anchor ?? _before.Anchor, _billedUntil);
        while (_before.Pending is { Cart: null } older && until < older.EffectiveAt && until < end)
            (_, until, anchor) = NextTerm(until, anchor, held.SoldAt.Interval);

        return _before.Pending is { Cart: null } && until < end ? until : end;
    }

    /// <summary>The period of the term after an end. One that begins on no day of a moved schedule is the rest of a period of it.</summary>
    private (Instant From, Instant To, Anchor Schedule) NextTerm(Instant end, Anchor anchor, BillingInterval interval)
    {
        if (_before.NextAnchor is not { } moved)
            return (end, Count.After(end, anchor, interval, 1, Zone), Count.Schedule(end, anchor, interval, Zone));

        var day = moved.Origin.InZoneLeniently(Zone).ToInstant();
        var step = 0;
        while (At(step) > end)
            step--;

        while (At(step + 1) <= end)
            step++;

        return (At(step), At(step + 1), moved);

        Instant At(int times) => Count.After(day, moved, interval, times, Zone);
    }

    /// <summary>A part of what the terms to the end of the contract would have cost, term by term; the last may be cut, and is billed as a stub is.</summary>
    private OracleLine Owed(Item held, Instant until, EarlyTerminationCharge.PartOwed owed, Measure measure)
    {
        var (anchor, rest, interval) = (held.Anchor ?? _before.Anchor, Rational.Zero, held.SoldAt.Interval);
        for (var start = _billedUntil; start < until;)
        {
            var price = UnitByUnit.Price(InPhaseAt(held.SoldAt, held.PhasesFrom, start), held.Quantity);
            var (from, next, schedule) = NextTerm(start, anchor, interval);
            var (covers, period) = (new Term(start, Instant.Min(next, until)), new Term(from, next));
            var dividing = new Dividing(measure, interval, schedule, Zone) { Period = period, First = true };
            var full = _question.Policy.Renewal.ChargesLastTermInFull == true && held.SoldAt.Contract!.Then == AfterContract.Ends && until < next;
            rest = rest.Plus(covers == period || full ? price : dividing.Of(price, dividing.Left(start, covers, skips: false), dividing.Whole(start, covers, period)));
            (start, anchor) = (next, schedule);
        }

        var exact = rest.Times((BigInteger)owed.Part.Numerator, (BigInteger)owed.Part.Denominator).Negated();
        var name = _question.Situation.Catalog.Plan(held.ProductId).Name;
        return new OracleLine(LineKind.EarlyTermination, name, held.Quantity, until, exact, -exact.Negated().Rounded(Rounding.Mode), false) { Tax = Taxed(held.ProductId, exact) };
    }

    /// <summary>The fee for an early end, by the months of the contract that are over when the billed time is.</summary>
    private List<OracleLine> Fee(Item held, Term contract, EarlyTerminationCharge.FeeOwed fee)
    {
        var (start, end, months) = (contract.Start.InZone(Zone).LocalDateTime, _billedUntil.InZone(Zone).LocalDateTime, 0);
        while (start.PlusMonths(months + 1) <= end)
            months++;

        var each = Sum(fee.EachMonth.Where(amount => amount.Currency == _before.Currency).Select(amount => (BigInteger)amount.Minor));
        var owed = Sum(fee.Amounts.Where(amount => amount.Currency == _before.Currency).Select(amount => (BigInteger)amount.Minor)) + (each * months);
        owed *= fee.PerUnit == true ? held.Quantity : 1;
        if (owed <= 0)
            return [];

        var (exact, name) = (new Rational(-owed, 1), _question.Situation.Catalog.Plan(held.ProductId).Name);
        return [new OracleLine(LineKind.EarlyTermination, name, fee.PerUnit == true ? held.Quantity : 1, contract.End, exact, -owed, false) { Tax = Taxed(held.ProductId, exact) }];
    }

    /// <summary>The credit that the account loses with its last subscription, at the end or when that is asked for.</summary>
    private void LoseCredit()
    {
        if (_question.Change.Cart is not null || _question.Situation.Facts.OtherSubscriptions != 0)
            return;

        foreach (var (source, account, loss) in new[] { (CreditSource.Paid, Account.Balance, _question.Policy.Balance.PaidLost), (CreditSource.Promotion, Account.Promotion, _question.Policy.Balance.PromotionLost) })
        {
            if (loss != BalanceLoss.AtCancellation && !(_ends && loss != BalanceLoss.Never))
                continue;

            var lost = Sum(_credit.Where(lot => lot.Source == source && (lot.Expires is not { } expires || At < expires)).Select(lot => (BigInteger)lot.Left.Minor));
            Entries.Add((account, lost));
            Entries.Add((Account.Forfeited, -lost));
        }
    }
}
