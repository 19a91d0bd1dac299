namespace SubscriptionMath.Tests;

/// <content>The time that a surplus buys.</content>
internal sealed partial class Reckoning
{
    // A term at a time while the money lasts, then a day at a time of the term after them.
    private Rational BuyTime(Rational money, RoundingMode rounding, List<OracleLine> lines)
    {
        var (id, net) = (_question.Change.Cart!.PlanId, UnitByUnit.Price(_planPrice, _planQuantity));
        var price = OracleTax.Gross(_question.Situation.Facts.Taxes?.For(id), net);
        var (purse, cost, terms) = (money.Top * price.Bottom, price.Top * money.Bottom, 0);
        for (; purse >= cost; purse -= cost)
            terms++;

        var from = _billedUntil;
        var (start, end) = (Count.After(from, _anchor, _planPrice.Every, terms, Zone), Count.After(from, _anchor, _planPrice.Every, terms + 1, Zone));
        var (daysOfNext, days) = (Count.Days(start, end, Zone), 0);
        for (purse *= daysOfNext; purse >= cost; purse -= cost)
            days++;

        days += rounding switch
        {
            RoundingMode.Ceiling => purse > 0 ? 1 : 0,
            RoundingMode.HalfAwayFromZero => purse * 2 >= cost ? 1 : 0,
            _ => 0,
        };
        var schedule = Count.Schedule(from, _anchor, _planPrice.Every, Zone);
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
}
