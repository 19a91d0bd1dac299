using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>What leaves is valued.</content>
internal sealed partial class Reckoning
{
    private void Leave(Moving move, Item item, List<OracleLine> lines, Gifts gifts, Paying paying)
    {
        var stay = item.Quantity - move.Leave;
        var leaving = new List<Lot>();
        foreach (var stretch in item.Lots.GroupBy(lot => lot.Covers.End))
        {
            var lots = stretch.ToList();
            var shares = _question.Policy.Proration.LotChoice == LotChoice.ProRata ? InProportion(lots, stay) : NewestFirst(lots, stay);
            for (var i = 0; i < lots.Count; i++)
            {
                if (shares[i] > 0)
                {
                    leaving.Add(lots[i]);
                    Give(move, item, lots[i], shares[i], lines, gifts, paying);
                }
            }
        }

        if (DaysLeft(move, item, leaving) is { } days)
            _daysLeft.TryAdd((move.Then.PaymentTiming, move.Then.Surplus), days);

        if (Basis(move) == ValueBasis.PriceHeld && item.SoldAt.BillingTiming == BillingTiming.InAdvance && !_before.InTrial(At) && item.Term.End > At)
        {
            // Of all units in a row the billed ones come first, and those that stay are the first ones.
            var billed = item.Lots.Where(lot => lot.Covers.End == item.Term.End).Sum(lot => lot.Quantity);
            ConcedeUnbilled(move, item, Enumerable.Range(0, item.Quantity).Count(unit => unit >= billed && unit >= stay), lines);
        }
    }

    // Every unit stands in a row, the oldest first; those that stay are the first ones.
    private static List<int> NewestFirst(List<Lot> lots, int stay)
    {
        var leaving = lots.SelectMany((lot, place) => Enumerable.Repeat(place, lot.Quantity)).Skip(stay).ToList();
        return [.. lots.Select((_, place) => leaving.Count(unit => unit == place))];
    }

    // One unit after the other goes where most of a unit is owed still; to the newest of those that are owed alike.
    private static List<int> InProportion(List<Lot> lots, int stay)
    {
        var all = lots.Sum(lot => lot.Quantity);
        var leave = Math.Max(0, all - stay);
        var shares = lots.ConvertAll(lot => leave * lot.Quantity / all);
        while (shares.Sum() < leave)
        {
            var next = Enumerable.Range(0, lots.Count).MaxBy(place => ((leave * lots[place].Quantity) - (shares[place] * all), place));
            shares[next]++;
        }

        return shares;
    }

    // A term that was made longer for nothing is still the one that was paid for.
    private static Instant WithFreeTime(Item item, Lot lot)
    {
        var end = lot.Covers.End;
        while (item.Lots.FirstOrDefault(other => other.Source == LotSource.Extension && other.Covers.Start == end && other.Covers.End > end) is { } free)
            end = free.Covers.End;

        return end;
    }

    /// <summary>Whether it was bought with the term of the plan, in place of nothing.</summary>
    private bool IsFirst(Lot lot) => lot.Source == LotSource.Purchase && lot.Covers.Start == _before.Plan!.Term.Start;

    private static ValueBasis? Basis(Moving move) => (move.Unused as UnusedValue.Lots)?.Basis;

    private void Give(Moving move, Item item, Lot lot, int quantity, List<OracleLine> lines, Gifts gifts, Paying paying)
    {
        paying.Leave(lot, amount => Half(Part(Rational.Of(amount), lot, quantity)));
        var from = At > lot.Covers.Start ? At : lot.Covers.Start;
        var dividing = new Dividing(move.Measure, Times(lot.Price.Interval, lot.Terms), item.Anchor ?? _before.Anchor, Zone) { Period = lot.Period };
        var left = dividing.Left(from, lot.Covers, move.Measure.ChangeDay != ChangeDay.New && At >= lot.Covers.Start);
        if (lot.Price.BillingTiming == BillingTiming.InArrears)
        {
            if (lot.Source != LotSource.Extension && (move.Unused is not UnusedValue.WholeTerm || lot.Covers.End <= At))
                Use(move, lot, quantity, dividing, left, lines);

            return;
        }

        paying.Left = lot.Remainder is { } some ? paying.Left.Plus(new Rational((BigInteger)some.Numerator, (BigInteger)some.Denominator)) : paying.Left;
        var credits = Credits(move, lot);
        var (exact, beyond) = left.Top == 0 || lot.Price.BillingTiming == BillingTiming.Once || lot.Source == LotSource.Extension ? default((Rational, Rational?)) : Value(move, item, lot, quantity, dividing, left, credits);
        exact = exact.Bottom == 0 ? Rational.Zero : exact;
        var amount = exact.Rounded(Rounding.Mode);
        var tax = exact.Top == 0 ? null : TaxReckoning.Sold(lot, all => Part(all, lot, quantity), exact, amount, !credits);
        if (beyond is { } more && more.Top != 0)
        {
            var plus = more.Top > 0 ? more : more.Negated();
            lines.Add(new OracleLine(
                more.Top > 0 ? LineKind.Goodwill : LineKind.Unused, move.HeldName, quantity, lot.Covers.End, plus, exact.Plus(plus).Rounded(Rounding.Mode) - amount, more.Top < 0));
        }

        var given = credits ? amount : BigInteger.Zero;
        var (worth, back) = (exact, tax?.Exact ?? Rational.Zero);
        if (move.Unused is UnusedValue.WholeTerm && WithFreeTime(item, lot) > At && (lot.Covers.Start <= At || lot.Price.BillingTiming == BillingTiming.Once) && Open(lot, quantity) is var all && all > amount)
        {
            // Used and unused part bear all of the tax together, each in whole minor units.
            var part = lot.Tax is { } sold ? TaxReckoning.Leaving(sold.Billed.Minor, value => Part(value, lot, quantity)) : 0;
            tax = tax is null ? null : tax with { Exact = Rational.Of(tax.Exact.Rounded(Rounding.Mode)) };
            var used = tax is null ? Rational.Of(part) : Rational.Of(part).Minus(tax.Exact);
            lines.Add(new OracleLine(LineKind.Goodwill, move.HeldName, quantity, At < lot.Covers.End ? At : lot.Covers.End, Rational.Of(all).Minus(exact), all - amount, false)
            {
                Tax = lot.Tax is null ? null : new OracleTax(lot.Tax.Rate, used, 0),
            });

            // All that was billed goes back, in whole minor units, and the vendor keeps a part of just that.
            (given, worth, back) = (all, Rational.Of(all), Rational.Of(lot.Tax is null ? 0 : part));
        }

        if (exact.Top != 0)
            lines.Add(new OracleLine(LineKind.Unused, move.HeldName, quantity, lot.Covers.End, exact, amount, !credits) { Tax = tax });

        var kept = credits && move.Unused.Withheld is { } retention
            ? Retain(move, item, lot, quantity, worth, back, retention, left, lines)
            : BigInteger.Zero;
        var billed = quantity == lot.Quantity ? lot.Billed.Minor - lot.Credited.Minor : lot.Billed.Minor - Half(Rational.Of(lot.Billed.Minor).Minus(Part(Rational.Of(lot.Billed.Minor), lot, quantity)));
        paying.Room += BigInteger.Max(0, billed - given + kept);
        if (credits)
            gifts.Leave(lot, quantity, given - kept, Basis(move) == ValueBasis.PaidInMoney);
    }

    /// <summary>An end that is brought forward gives back what would be unused then of whatever was bought for longer; what is ahead of the old end moves along.</summary>
    private void CutOff()
    {
        var end = _before.Plan!.Term.End;
        if (_question.Change.NextBilling is not { } next || next >= end || _moves.Find(move => move.IsPlan)?.Then is not { Term: TermRule.ToDateAsked, Unused: UnusedValue.LotsKept } then)
            return;

        _asOf = next;
        foreach (var item in _before.AddOns.Where(addOn => addOn.Term.End == end).Select(Stays).OfType<Item>().Prepend(_before.Plan!))
        {
            var addOn = _question.Situation.Catalog.AddOns.FirstOrDefault(one => one.Id == item.ProductId);
            var (name, measure) = (addOn?.Name ?? _question.Situation.Catalog.Plan(item.ProductId).Name, addOn?.Measure ?? then.Measure ?? _question.Policy.Proration.Measure);
            var (_, lines, gifts, paying) = BillOf(then);
            var unit = measure.Unit == ProrationUnit.MonthsNotEnded ? ProrationUnit.MonthsNotStarted // the month, or day, of the new end stays
                : measure.Unit == ProrationUnit.DaysNotEnded ? ProrationUnit.DaysNotStarted
                : measure.Unit;
            var move = new Moving(
                item.ProductId, name, item, name, item.Quantity, null, 0, then, UnusedValue.OfAllLots, true, addOn is null, measure with { ChangeDay = ChangeDay.New, Unit = unit });
            foreach (var lot in item.Lots.Where(lot => lot.Covers.Start < end && lot.Covers.End > next && lot.Price is { BillingTiming: BillingTiming.InAdvance, IsFree: false }))
            {
                var (room, count) = (paying.Room, lines.Count);
                Give(move, item, lot, lot.Quantity, lines, gifts, paying);
                if (lot.Covers.Start < next)
                    paying.Room = room + (lines.Count > count ? lines[^1].Exact.Rounded(RoundingMode.Ceiling) - lines[^1].Amount : 0); // the rest of the lot was billed as well
            }
        }

        _asOf = null;
    }

    /// <summary>An add-on with the units that go on as they are; null where it leaves, or all of it is sold anew.</summary>
    private Item? Stays(Item addOn)
    {
        if (_moves.Find(move => move.ProductId == addOn.ProductId) is not { } move || move is { Replaces: false, Leave: 0 } or { Replaces: false, Enter: 0, Keeps: true })
            return addOn;

        if (move.Replaces || move.Leave == addOn.Quantity)
            return null;

        var (lots, stay) = (new List<Lot>(), addOn.Quantity - move.Leave);
        foreach (var stretch in addOn.Lots.GroupBy(lot => lot.Covers.End).Select(ofEnd => ofEnd.ToList()))
        {
            var shares = _question.Policy.Proration.LotChoice == LotChoice.ProRata ? InProportion(stretch, stay) : NewestFirst(stretch, stay);
            lots.AddRange(stretch.Select((lot, place) => (Lot: lot, Leave: shares[place])).Where(one => one.Leave < one.Lot.Quantity).Select(one => one.Leave == 0 ? one.Lot : Without(one.Lot, one.Leave)));
        }

        return addOn with { Quantity = stay, Lots = [.. lots] };
    }

    /// <summary>A lot without its newest units, which took their part of every amount along.</summary>
    private static Lot Without(Lot lot, int units)
    {
        return lot with
        {
            Quantity = lot.Quantity - units,
            Billed = Of(lot.Billed),
            Paid = Of(lot.Paid),
            Carried = Of(lot.Carried),
            Credited = Of(lot.Credited),
            Remainder = null,
            Discount = lot.Discount is { } off ? DiscountReckoning.Without(lot, off, Newest(lot, units), Newest(lot, lot.Quantity)) : null,
            Tax = lot.Tax is { } tax ? tax with { Billed = Of(tax.Billed) } : null,
        };

        Money Of(Money amount) => Money.OfMinor((long)Half(Rational.Of(amount.Minor).Minus(Part(Rational.Of(amount.Minor), lot, units))), amount.Currency);
    }

    private static bool Credits(Moving move, Lot lot) => move.Unused is UnusedValue.WholeTerm || (move.Unused is UnusedValue.Lots lots
        && lots.Sources.HasFlag(lot.Source switch
        {
            LotSource.Purchase => LotSources.Purchase,
            LotSource.Conversion => LotSources.Conversion,
            _ => LotSources.AddOnTermination,
        })
        && (lots.Basis != ValueBasis.NotInvoiced || lot.AwaitsInvoice));

    /// <summary>The unused value by the policy's basis, and the worth of the current price beyond it.</summary>
    private (Rational Exact, Rational? Beyond) Value(Moving move, Item item, Lot lot, int quantity, Dividing dividing, Rational left, bool credits)
    {
        var from = At > lot.Covers.Start ? At : lot.Covers.Start;
        var (open, itself) = (lot.Billed.Minor - lot.Credited.Minor, (dividing with { First = IsFirst(lot) }).Left(lot.Covers.Start, lot.Covers, skips: false));
        var whole = dividing.Whole(from, lot.Covers, lot.Period);

        // A part of the stretch itself is not limited by the period to come.
        var byItself = dividing.Measure.Denominator != Denominator.NextPeriod ? dividing
            : dividing with { Measure = dividing.Measure with { Denominator = Denominator.Period } };
        var allOfItself = (byItself with { First = IsFirst(lot) }).Left(lot.Covers.Start, lot.Covers, skips: false);
        var ofItself = byItself == dividing ? left : byItself.Left(from, lot.Covers, skips: At >= lot.Covers.Start && dividing.Measure.ChangeDay != ChangeDay.New);

        // Where more is left than a period, since the end was moved, each unit gives back its own part at most.
        var cap = whole.IsAtLeast(left) ? open : Half(Part(Rational.Of(open), lot, quantity));
        switch (credits ? Basis(move) : null)
        {
            case ValueBasis.PaidInMoney:
                var money = Math.Max(0, lot.Paid.Minor - lot.Carried.Minor - lot.Credited.Minor);
                var (paid, unused) = (Part(Rational.Of(money), lot, quantity), dividing.Of(Part(Rational.Of(money), lot, quantity), ofItself, allOfItself));
                return (unused.IsAtLeast(paid) ? paid : unused, null);
            case ValueBasis.BilledByTime:
                return (Capped(dividing.Of(Part(Rational.Of(lot.Billed.Minor), lot, quantity), ofItself, allOfItself), open), null);
            case ValueBasis.BilledLessUsed:
                var billed = Worth(itself, dividing.Whole(lot.Covers.Start, lot.Covers, lot.Period));
                var used = billed.Minus(Worth(left, whole));
                return (Capped(Rational.Of(billed.Rounded(Rounding.Mode) - used.Rounded(Rounding.Mode)), cap), null);
            case ValueBasis.PriceHeld:
                // A term bought ahead may begin in a later phase of the price.
                var price = lot.Covers.Start < item.Term.End ? item.SoldAt : InPhaseAt(item.SoldAt, item.PhasesFrom, lot.Covers.Start);
                var (asBilled, held) = (Capped(Worth(left, whole), cap), AtPriceHeld(lot, price, quantity, part => dividing.Of(part, left, whole)));
                return (asBilled.IsAtLeast(held) ? held : asBilled, held.Minus(asBilled));
            default:
                return (Capped(Worth(left, whole), cap), null);
        }

        Rational Worth(Rational some, Rational of) =>
            DiscountReckoning.Less(lot, Newest(lot, quantity), Newest(lot, lot.Quantity), Newest(lot, lot.Quantity), part => dividing.Of(part, some, of), Rounding.Mode);
    }

    private Rational Capped(Rational exact, BigInteger cap) => exact.Rounded(Rounding.Mode) > cap ? Rational.Of(BigInteger.Max(0, cap)) : exact;

    private Rational AtPriceHeld(Lot lot, Price held, int quantity, Func<Rational, Rational> part)
    {
        var (leaving, all) = (Of(quantity), Of(lot.Quantity));
        return DiscountReckoning.Less(lot, leaving, all, Newest(lot, lot.Quantity), part, Rounding.Mode);

        Rational Of(int units) => UnitByUnit.Beyond(held, lot.Above + lot.Quantity - units, units).Times(lot.Terms);
    }

    private void ConcedeUnbilled(Moving move, Item item, int units, List<OracleLine> lines)
    {
        if (units <= 0)
            return;

        var anchor = item.Anchor ?? _before.Anchor;
        var covers = new Term(At, item.Term.End);
        var period = new Term(Count.After(item.Term.End, anchor, item.SoldAt.Interval, -1, Zone), item.Term.End);
        var dividing = new Dividing(move.Measure, item.SoldAt.Interval, anchor, Zone) { Period = period };
        var exact = dividing.Of(
            UnitByUnit.Beyond(item.SoldAt, item.Quantity - units, units), dividing.Left(At, covers, move.Measure.ChangeDay != ChangeDay.New), dividing.Whole(At, covers, period));
        lines.Add(new OracleLine(LineKind.Goodwill, move.HeldName, units, covers.End, exact, exact.Rounded(Rounding.Mode), false));
    }

    /// <summary>The part of the credit, and of its tax, that the vendor keeps.</summary>
    private BigInteger Retain(Moving move, Item item, Lot lot, int quantity, Rational worth, Rational back, WithheldValue retention, Rational left, List<OracleLine> lines)
    {
        var kept = retention switch
        {
            WithheldValue.PartKept part => worth.Times((BigInteger)part.Kept.Numerator, (BigInteger)part.Kept.Denominator),
            WithheldValue.DiscountKept discount => Dearer(move, item, lot, quantity, discount.Interval, left) is var dearer && dearer.IsAtLeast(worth) ? worth : dearer,
            WithheldValue.UsageKept usage => BeyondUsage(lot, quantity, worth, usage.Credit),
            _ => throw new NotSupportedException($"{retention} has no second computation."),
        };
        var amount = kept.Rounded(Rounding.Mode);
        if (kept.Top != 0)
        {
            lines.Add(new OracleLine(LineKind.Withheld, move.HeldName, quantity, lot.Covers.End, kept.Negated(), -amount, false)
            {
                Tax = lot.Tax is null || back.Top == 0 ? null : new OracleTax(lot.Tax.Rate, back.Times(kept.Top * worth.Bottom, kept.Bottom * worth.Top).Negated(), 0),
            });
        }

        return amount;
    }

    /// <summary>The extra cost of the used part at the price of a shorter interval.</summary>
    private Rational Dearer(Moving move, Item item, Lot lot, int quantity, BillingInterval interval, Rational left)
    {
        var catalog = _question.Situation.Catalog;
        var prices = move.IsPlan ? catalog.Plan(item.ProductId).Prices : catalog.AddOn(item.ProductId).Prices;
        if (prices.FirstOrDefault(price => price.Interval == interval) is not { } shorter)
            return Rational.Zero;

        var more = UnitByUnit.Price(shorter, quantity).Times(lot.Price.Interval.TotalMonths, interval.TotalMonths).Minus(Newest(lot, quantity));
        var dividing = new Dividing(move.Measure, Times(lot.Price.Interval, lot.Terms), item.Anchor ?? _before.Anchor, Zone) { Period = lot.Period };
        var from = At > lot.Covers.Start ? At : lot.Covers.Start;
        var (all, whole, now) = (dividing.Left(lot.Covers.Start, lot.Covers, skips: false), dividing.Whole(lot.Covers.Start, lot.Covers, lot.Period), dividing.Whole(from, lot.Covers, lot.Period));
        var used = Over(all, whole).Minus(Over(left, now));
        return more.Top <= 0 ? Rational.Zero : more.Times(used.Top, used.Bottom);

        static Rational Over(Rational some, Rational of) => some.Top == 0 ? Rational.Zero : some.Times(of.Bottom, of.Top);
    }

    /// <summary>The worth of time without usage credits left.</summary>
    private Rational BeyondUsage(Lot lot, int quantity, Rational worth, string credit)
    {
        var running = _before.Grants.Where(grant => grant.Kind == credit && At >= grant.Effective && (grant.Expires is not { } end || At < end)).ToList();
        var (granted, left) = (running.Sum(grant => grant.Granted), running.Sum(grant => grant.LeftAt(At)));
        if (granted == 0m)
            return Rational.Zero;

        var (top, bottom) = (Rational.OfPrice(left, 0), Rational.OfPrice(granted, 0));
        var used = DiscountReckoning.Worth(lot, Newest(lot, quantity), Newest(lot, lot.Quantity)).Times(top.Top * bottom.Bottom, top.Bottom * bottom.Top);
        return used.IsAtLeast(worth) ? Rational.Zero : worth.Minus(used);
    }

    /// <summary>The used part of an item in arrears: the stretch less its rest.</summary>
    private void Use(Moving move, Lot lot, int quantity, Dividing dividing, Rational left, List<OracleLine> lines)
    {
        // What began with a change whose day was the old plan's began the day after.
        var dayIsNotItsOwn = lot.Covers != lot.Period && !IsFirst(lot) && dividing.Measure.ChangeDay == ChangeDay.Old;
        var whole = dividing.Whole(lot.Covers.Start, lot.Covers, lot.Period);

        // A whole period has as many days as the price is divided by, though it be a month of 31 and a price of 30; and where nothing is left, all of it was used.
        var isWhole = lot.Covers == lot.Period && (left.Top == 0 || dividing.Measure.Denominator is Denominator.Fixed);
        var all = isWhole ? whole : (dividing with { First = IsFirst(lot) }).Left(lot.Covers.Start, lot.Covers, dayIsNotItsOwn);

        // What is left is a part of the period that divides it, which may be longer than the one that divides the whole: 29 days less 15 of 31 are 1 - 15/31.
        var now = left.Top == 0 ? whole : dividing.Whole(Instant.Max(At, lot.Covers.Start), lot.Covers, lot.Period);
        var isAlike = now.IsAtLeast(whole) && whole.IsAtLeast(now);
        var used = isAlike ? all.Minus(left) : all.Times(now.Top, now.Bottom).Minus(left.Times(whole.Top, whole.Bottom));
        whole = isAlike ? whole : whole.Times(now.Top, now.Bottom);
        if (used.Top <= 0)
            return;

        var (leaving, sold) = (Newest(lot, quantity), Newest(lot, lot.Quantity));
        var exact = DiscountReckoning.Less(lot, leaving, sold, sold, part => dividing.Of(part, used, whole), Rounding.Mode);
        lines.Add(new OracleLine(LineKind.Used, move.HeldName, quantity, At < lot.Covers.End ? At : lot.Covers.End, exact.Negated(), -exact.Rounded(Rounding.Mode), false)
        {
            Tax = Taxed(move.Held!.ProductId, exact.Negated()),
        });
    }

    private static BigInteger Open(Lot lot, int quantity) => Half(Part(Rational.Of(Math.Max(0, lot.Billed.Minor - lot.Credited.Minor)), lot, quantity));

    private static BigInteger Half(Rational exact) => exact.Rounded(RoundingMode.HalfAwayFromZero);

    private static Rational Newest(Lot lot, int quantity) => UnitByUnit.Beyond(lot.Price, lot.Above + lot.Quantity - quantity, quantity).Times(lot.Terms);

    // By what the units were sold for, and by their number where that is nothing.
    internal static Rational Part(Rational amount, Lot lot, int quantity)
    {
        var (leaving, staying) = (Newest(lot, quantity), UnitByUnit.Beyond(lot.Price, lot.Above, lot.Quantity - quantity).Times(lot.Terms));
        if (quantity == lot.Quantity)
            return amount;

        if (lot.Discount is { Reversal: not DiscountReversal.InProportion })
        {
            var price = leaving.Plus(staying);
            (leaving, staying) = (DiscountReckoning.Worth(lot, leaving, price), DiscountReckoning.Staying(lot, leaving, price));
        }

        var all = leaving.Plus(staying);
        return all.Top == 0 ? amount.Times(quantity, lot.Quantity) : amount.Times(leaving.Top * all.Bottom, leaving.Bottom * all.Top);
    }
}
