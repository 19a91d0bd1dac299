using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>The time that a surplus buys.</content>
internal sealed partial class Reckoning
{
    // A term at a time while the money lasts, then a day at a time of the term after them.
    private Rational BuyTime(Rational money, Surplus.Time answer, Rational? daysLeft, List<OracleLine> lines)
    {
        var (id, net) = (_planId, UnitByUnit.Price(_planPrice, _planQuantity));
        var price = OracleTax.Gross(_question.Situation.Facts.Taxes?.For(id), net);
        if (answer.Units == TimeUnits.Days && daysLeft is { } left)
            return BuyDays(money, price, net, left, answer.Days, lines);

        // A month costs as large a part of a term's price as it is of the term's months.
        var months = answer.Units == TimeUnits.Months ? Math.Max(1, _planPrice.Interval.TotalMonths) : 1;
        var interval = months > 1 ? BillingInterval.Month : _planPrice.Interval;
        (net, price) = (net.Times(1, months), price.Times(1, months));
        var (purse, cost, terms) = (money.Top * price.Bottom, price.Top * money.Bottom, 0);
        for (; purse >= cost; purse -= cost)
            terms++;

        var from = _billedUntil;
        var (start, end) = (Count.After(from, _anchor, interval, terms, Zone), Count.After(from, _anchor, interval, terms + 1, Zone));
        var (daysOfNext, days) = (Count.Days(start, end, Zone), 0);
        for (purse *= daysOfNext; purse >= cost; purse -= cost)
            days++;

        days += Raised(answer.Days, purse, cost);
        var schedule = Count.Schedule(from, _anchor, interval, Zone);
        var last = (start.InZone(Zone).LocalDateTime.PlusDays(days)).InZoneLeniently(Zone).ToInstant();
        _anchor = days > 0 ? new Anchor(last.InZone(Zone).LocalDateTime) : terms > 0 ? schedule : _anchor;

        // Beyond a term that was renewed ahead it lies ahead as well.
        _billedUntil = days > 0 ? last : start;
        _planTerm = from == _planTerm.End ? new Term(_planTerm.Start, _billedUntil) : _planTerm;
        var (whole, part) = (net.Times(terms), net.Times(days, daysOfNext));
        var name = _question.Situation.Catalog.Plan(id).Name;
        if (terms > 0)
            lines.Add(new OracleLine(LineKind.TimeBought, name, _planQuantity, start, whole.Negated(), -whole.Rounded(Rounding.Mode), false) { Tax = Taxed(id, whole.Negated()) });

        if (days > 0)
            lines.Add(new OracleLine(LineKind.TimeBought, name, _planQuantity, last, part.Negated(), -part.Rounded(Rounding.Mode), false) { Tax = Taxed(id, part.Negated()) });

        return money.Minus(price.Times(terms)).Minus(price.Times(days, daysOfNext));
    }

    private static int Raised(RoundingMode rounding, BigInteger rest, BigInteger cost) => rounding switch
    {
        RoundingMode.Ceiling => rest > 0 ? 1 : 0,
        RoundingMode.HalfAwayFromZero => rest * 2 >= cost ? 1 : 0,
        _ => 0,
    };

    // A day costs what it would in the period that is left, and the days are counted off one by one.
    private Rational BuyDays(Rational money, Rational price, Rational net, Rational left, RoundingMode rounding, List<OracleLine> lines)
    {
        // A year has 365 days, a month a twelfth of them.
        var term = _planPrice.Interval.TotalMonths > 0 ? left.Times(365 * _planPrice.Interval.TotalMonths, 12) : left.Times(_planPrice.Interval.TotalDays);
        var day = price.Times(term.Bottom, term.Top);
        var (purse, cost, days) = (money.Top * day.Bottom, day.Top * money.Bottom, 0);
        for (; purse >= cost; purse -= cost)
            days++;

        days += Raised(rounding, purse, cost);
        var from = _billedUntil;
        _billedUntil = from.InZone(Zone).LocalDateTime.PlusDays(days).InZoneLeniently(Zone).ToInstant();
        _anchor = days > 0 ? new Anchor(_billedUntil.InZone(Zone).LocalDateTime) : _anchor;
        _planTerm = from == _planTerm.End ? new Term(_planTerm.Start, _billedUntil) : _planTerm;
        var (id, part) = (_planId, net.Times(term.Bottom * days, term.Top));
        if (days > 0)
        {
            lines.Add(new OracleLine(LineKind.TimeBought, _question.Situation.Catalog.Plan(id).Name, _planQuantity, _billedUntil, part.Negated(), -part.Rounded(Rounding.Mode), false)
            {
                Tax = Taxed(id, part.Negated()),
            });
        }

        return money.Minus(day.Times(days));
    }

    /// <summary>The days of the period that ends first of those that units leave, for each day that it has by name.</summary>
    private Rational? DaysLeft(Moving move, Item item, IEnumerable<Lot> leaving)
    {
        if (leaving.Where(lot => lot.Covers.End > At && lot.Price.BillingTiming == BillingTiming.InAdvance && lot.Source != LotSource.Extension).MinBy(lot => lot.Covers.End) is not { } first)
            return null;

        var interval = Times(first.Price.Interval, first.Terms);
        var fixedDays = move.Measure.Denominator is Denominator.Fixed;
        var from = At > first.Covers.Start ? At : first.Covers.Start;
        var days = fixedDays || move.Measure.Unit == ProrationUnit.CalendarDays
            ? new Dividing(move.Measure, interval, item.Anchor ?? _before.Anchor, Zone) { Period = first.Period }.Whole(from, first.Covers, first.Period)
            : Rational.Of(Count.Days(first.Period.Start, first.Period.End, Zone));
        return interval.TotalMonths > 0 ? days.Times(12, 365 * interval.TotalMonths) : days.Times(1, interval.TotalDays);
    }
}
