using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>What enters is priced.</content>
internal sealed partial class Reckoning
{
    private void Put(Moving move)
    {
        var (_, lines, gifts, paying) = BillOf(move.Then);
        if (move.Held is { } item && move.Leave > 0 && !move.Keeps)
        {
            Leave(move, item, lines, gifts, paying);

            // A set-up fee goes with the product, and back with all of the term alone.
            if (item.SetUp is { } fee && fee.Covers.End > At && (move.Enter == 0 || item.ProductId != move.ProductId) && move.Leave == item.Quantity && move.Unused is UnusedValue.WholeTerm { SetUp: true })
                Give(move, item, fee, 1, lines, gifts, paying);
        }

        if (move.Enter > 0 && move.Held?.ProductId != move.ProductId && move.Price!.SetUp is > 0m and var setUp)
        {
            var exact = Rational.OfPrice(setUp, _before.Currency.MinorDigits).Negated();
            lines.Add(new OracleLine(LineKind.SetUp, move.Name, 1, At, exact, -exact.Negated().Rounded(Rounding.Mode), false) { Tax = Taxed(move.ProductId, exact) });
        }

        if (move.Enter > 0 && ((move.Then.NewPrice != NewPrice.NothingUntilRenewal && !(move.IsPlan && move.Then.Term is TermRule.StubToDate)) || move.Price!.BillingTiming == BillingTiming.Once) && !(move.IsPlan && _trialGoesOn))
            Enter(move, lines);
    }

    private (Treatment Like, List<OracleLine> Lines, Gifts Gifts, Paying Paying) BillOf(Treatment then)
    {
        var place = _bills.FindIndex(bill => bill.Like.PaymentTiming == then.PaymentTiming && bill.Like.Surplus == then.Surplus);
        if (place >= 0)
            return _bills[place];

        _bills.Add((then, [], new Gifts(), new Paying()));
        return _bills[^1];
    }

    private void Enter(Moving move, List<OracleLine> lines)
    {
        // What is not prorated is for its own interval: beside a plan of another one an add-on has a term of its own.
        var apart = !move.IsPlan && move.Replaces && move.Then.NewPrice == NewPrice.Full && move.Price!.BillingTiming != BillingTiming.Once && move.Price.Interval != _planPrice.Interval
            && move.Then.Term is not TermRule.ToBillingDay;
        var kept = move.Then.Term is TermRule.KeptEnd && !apart;
        var (term, own) = move.IsPlan ? (_planTerm, _anchor)
            : !move.Replaces ? (move.Held!.Term, move.Held.Anchor ?? _anchor)
            : apart ? Begin(move.Then with { Term = TermRule.OwnTerm }, move.Price!.Interval)
            : kept || move.Then.Term is TermRule.DaysAppended or TermRule.LengthBought or TermRule.ToDateAsked ? (new Term(At, _planTerm.End), _anchor)
            : Begin(move.Then, move.Price!.Interval);
        var begun = apart ? term : move.Then.Term switch
        {
            TermRule.ToBillingDay day => Stub(day, move.Price!.Interval),
            TermRule.ToDateAsked => new Term(Count.After(term.End, _anchor, move.Price!.Interval, -1, Zone), term.End),
            _ => term,
        };
        var stretches = move.Replaces && !kept && term.Start == At ? [(term, begun, 1)] : Rest(move, term, own);
        _begins = move.Replaces && !kept && term.Start == At;
        _planIsNew |= move.IsPlan && move.Held?.ProductId != move.ProductId;
        _planBegins = move.IsPlan ? _begins || _before.InTrial(At) : _planBegins;
        _billedUntil = move.IsPlan ? stretches.Select(stretch => stretch.Item1.End).Append(_billedUntil).Max() : _billedUntil;
        foreach (var (covers, period, terms) in move.Price!.BillingTiming == BillingTiming.InArrears ? [] : stretches)
        {
            if (move.Price.BillingTiming == BillingTiming.Once)
            {
                Charge(move, covers, 1, lines);
                break;
            }

            var price = UnitByUnit.Beyond(move.Price!, move.Replaces ? 0 : move.Held!.Quantity - move.Leave, move.Enter).Times(terms);
            var (off, percent) = Off(move, price, covers, terms);
            var dividing = new Dividing(move.Measure, Times(move.Price!.Interval, terms), own, Zone) { Period = period };
            var left = dividing.Left(covers.Start, covers, move.Measure.ChangeDay == ChangeDay.Old && covers.Start == At);
            var exact = DiscountReckoning.Less(
                _question.Policy.Invoicing.Discounts.Stage, price, off, percent,
                part => move.Then.NewPrice == NewPrice.ForTheRest ? dividing.Of(part, left, dividing.Whole(covers.Start, covers, period)) : part, Rounding.Mode);
            lines.Add(new OracleLine(LineKind.NewPrice, move.Name, move.Enter, covers.End, exact.Negated(), -exact.Rounded(Rounding.Mode), false) { Tax = Taxed(move.ProductId, exact.Negated()) });
        }
    }

    /// <summary>A price charged once is charged in full, for the new units.</summary>
    private void Charge(Moving move, Term covers, int terms, List<OracleLine> lines)
    {
        var (above, had) = (move.Replaces ? 0 : move.Held!.Quantity - move.Leave, move.Held?.ProductId == move.ProductId ? move.Held.Quantity : 0);
        var paid = Math.Max(above, Math.Min(had, above + move.Enter));
        var units = above + move.Enter - paid;
        if (units == 0)
            return;

        var (alone, all) = (UnitByUnit.Beyond(move.Price!, paid, units).Times(terms), UnitByUnit.Beyond(move.Price!, above, move.Enter).Times(terms));
        var (off, percent) = all.Top == 0 ? (Rational.Zero, Rational.Zero) : Off(move, all, covers, terms);
        var exact = off.Top == 0 ? alone : DiscountReckoning.Less(
            _question.Policy.Invoicing.Discounts.Stage, all, off, percent, part => part.Times(alone.Top * all.Bottom, alone.Bottom * all.Top), Rounding.Mode);
        lines.Add(new OracleLine(LineKind.NewPrice, move.Name, units, covers.End, exact.Negated(), -exact.Rounded(Rounding.Mode), false) { Tax = Taxed(move.ProductId, exact.Negated()) });
    }

    /// <summary>The discounts; units on top of others bear the part that those do not.</summary>
    private (Rational All, Rational Percent) Off(Moving move, Rational price, Term covers, int terms)
    {
        var borne = Rational.Zero;
        foreach (var lot in move.Replaces || move.Leave > 0 ? [] : move.Held!.Lots.Where(lot => lot.Covers.End == covers.End))
            borne = lot.Discount is { } its ? borne.Plus(Ratio(its.Off)).Minus(Ratio(its.OfPrice)) : borne;

        var running = DiscountReckoning.Running(
            _question.Change.Cart!.Discounts, _before.Discounts, (_question.Change.Cart.PlanId, _planBegins, _planIsNew),
            (move.ProductId, _begins || (move.IsPlan && _before.InTrial(At)), move.Held?.ProductId != move.ProductId), covers.Start)
            .Where(discount => !IsOver(discount, move.ProductId, covers.Start)).ToList();
        return DiscountReckoning.Off(_together, move.ProductId, running, _question.Policy.Invoicing.Discounts.Split, price, terms, borne);

        static Rational Ratio(Fraction value) => new((BigInteger)value.Numerator, (BigInteger)value.Denominator);
    }

    /// <summary>A length of time is counted from the first thing bought that it is on.</summary>
    private bool IsOver(Discount discount, string id, Instant start)
    {
        if (discount is not { Lasts: { } length, Until: null } || (discount.ProductId ?? id) != id)
            return false;

        var from = _begun.TryGetValue(discount, out var first) ? first : _begun[discount] = start;
        return Count.After(from, new Anchor(from.InZone(Zone).LocalDateTime), length, 1, Zone) <= start;
    }

    // The stretches that are paid for already, each with its period, or the one of the new interval that ends with it; else all of the rest.
    private List<(Term Covers, Term Period, int Terms)> Rest(Moving move, Term term, Anchor anchor)
    {
        var (interval, held) = (move.Price!.Interval, move.IsPlan || !move.Replaces ? move.Held : null);
        var known = (held is null || held.SoldAt.Interval != interval ? [] : held.Lots.Where(lot => lot.Covers.End > At))
            .Select(lot => (Covers: new Term(At > lot.Covers.Start ? At : lot.Covers.Start, lot.Covers.End), Lot: lot))
            .DistinctBy(stretch => stretch.Covers)
            .Select(stretch => (stretch.Lot.Source, Priced: stretch.Lot.Price.Interval == interval ? (stretch.Covers, stretch.Lot.Period, stretch.Lot.Terms) : EndingWith(stretch.Covers))).ToList();

        // Beside a date that is moved, units are added as long as those held go on: to the new end, and for nothing beyond the old one.
        var goesOn = move.Price.BillingTiming == BillingTiming.InAdvance && !move.Price.IsFree;
        if (known.Count > 0 && !move.IsPlan && _question.Change.NextBilling is { } next && (next < _before.Plan!.Term.End || !goesOn) && next != _before.Plan!.Term.End && move.Held!.Term.End == _before.Plan.Term.End
            && _moves.Find(one => one.IsPlan)?.Then is { Term: TermRule.ToDateAsked, Unused: UnusedValue.LotsKept })
            known = [.. known.Where(stretch => stretch.Priced.Item1.Start < next)
                .Select(stretch => (stretch.Source, (new Term(stretch.Priced.Item1.Start, goesOn ? Instant.Min(stretch.Priced.Item1.End, next) : next), stretch.Priced.Item2, stretch.Priced.Item3)))];

        if (known.Count > 0)
        {
            // What is charged once is charged with the first stretch, a free one where all are.
            var once = move.Price.BillingTiming == BillingTiming.Once && known.TrueForAll(stretch => stretch.Source == LotSource.Extension);
            return [.. known.Where(stretch => once || stretch.Source != LotSource.Extension).Select(stretch => stretch.Priced)];
        }

        // Time that was added for nothing is free whatever takes its place.
        var free = (held?.Lots ?? []).Where(lot => lot.Source == LotSource.Extension && lot.Covers.End == term.End).Select(lot => lot.Covers.Start).Append(term.End).Min();
        return At < free || free == term.End ? [EndingWith(new Term(At, free))] : [];

        (Term Covers, Term Period, int Terms) EndingWith(Term covers) => (covers, new Term(Count.After(covers.End, anchor, interval, -1, Zone), covers.End), 1);
    }

    private OracleTax? Taxed(string productId, Rational amount) =>
        _question.Situation.Facts.Taxes?.For(productId) is { } rate ? new OracleTax(rate, OracleTax.On(rate, amount), 0) : null;

    private static BillingInterval Times(BillingInterval interval, int terms) =>
        interval.TotalMonths > 0 ? BillingInterval.Months(interval.TotalMonths * terms) : BillingInterval.Days(interval.TotalDays * terms);
}
