using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>
/// A subscription walked through the calendar day by day, with integers and lists: no pipeline, no rules, no instants. It knows one family of
/// vendors: plans of one interval by rank; up and more seats at once for the days left, down and fewer seats at the end of the term, so do
/// cancellations; a trial in which everything is free; a balance that pays, and amounts that may wait for the next invoice, rounded before or with it.
/// What rounding leaves stays with what was bought, or with the customer once that is given back; a whole unit of it is settled as soon as value is given back.
/// </summary>
internal sealed class DayByDay(DayByDayCase family)
{
    private readonly List<Bought> _lots = [];
    private LocalDate _end;
    private LocalDate _anchor;
    private bool _inTrial;
    private int? _plan;
    private int _seats;
    private (int Plan, int Seats)? _pending;
    private bool _canceled;
    private BigInteger _balance = family.Credit;
    private BigInteger _waiting;
    private Rational _beyond = Rational.Zero;
    private Rational _remainder = Rational.Zero;
    private BigInteger _paid;

    internal List<DayByDayRow> Rows { get; } = [];

    /// <summary>The carts that were asked for, with their days and hours; null is a cancellation.</summary>
    internal List<(LocalDate Day, int Hour, Cart? Cart)> Asked { get; } = [];

    internal void Walk()
    {
        var last = family.Start.PlusMonths(family.Months);
        for (var day = family.Start; day <= last; day = day.PlusDays(1))
        {
            if (_plan is not null && day == _end)
                Turn(day);

            foreach (var wish in family.Wishes.Where(wish => family.Start.PlusDays(wish.Day) == day).OrderBy(wish => wish.Hour))
                Wish(day, wish);

            if (day == family.Start)
                Purchase(day);
        }
    }

    private void Purchase(LocalDate day)
    {
        (_plan, _seats, _anchor) = (family.FirstPlan, family.FirstSeats, day);
        _inTrial = family.TrialDays > 0;
        _end = _inTrial ? day.PlusDays(family.TrialDays) : Boundary(1);
        if (!_inTrial)
            BuyTerm(day);

        Tell(day, 0);
    }

    private void Turn(LocalDate day)
    {
        if (_canceled)
        {
            Bill(0);
            (_plan, _canceled, _pending) = (null, false, null);
            _lots.Clear();
            _balance = family.LosesCredit ? 0 : _balance;
            Tell(day, 0);
            return;
        }

        (_plan, _seats, _pending) = (_pending?.Plan ?? _plan, _pending?.Seats ?? _seats, null);
        _anchor = _inTrial ? day : _anchor;
        _inTrial = false;
        var n = 1;
        while (Boundary(n) <= day)
            n++;

        _end = Boundary(n);
        _lots.Clear();
        BuyTerm(day);
        Tell(day, 0);
    }

    private void BuyTerm(LocalDate day)
    {
        var amount = family.Prices[_plan!.Value] * _seats;
        _lots.Add(new Bought(day, family.Prices[_plan.Value], _seats, amount, Bill(amount)));
    }

    /// <summary>The deferred charges are on the bill as well, exactly if the bill is rounded once. What that rounding leaves comes back.</summary>
    private Rational Bill(BigInteger amount)
    {
        var due = _beyond.Plus(Rational.Of(amount + _waiting));
        var whole = due.Rounded(RoundingMode.HalfAwayFromZero);
        Pay(whole);
        (_waiting, _beyond) = (0, Rational.Zero);
        return due.Minus(Rational.Of(whole));
    }

    private void Wish(LocalDate day, DayByDayWish wish)
    {
        if (_plan is not { } held || day == family.Start)
            return;

        var (plan, seats) = wish.Kind switch
        {
            DayByDayKind.Plan => (wish.Number % family.Prices.Count, _seats),
            DayByDayKind.Seats => (held, 1 + (wish.Number % 4)),
            _ => (held, _seats),
        };
        Asked.Add((day, wish.Hour, wish.Kind == DayByDayKind.Cancel ? null : family.CartOf(plan, seats)));
        _paid = 0;
        if (wish.Kind == DayByDayKind.Cancel)
        {
            (_canceled, _pending) = (true, null);
        }
        else if ((plan, seats) == (held, _seats))
        {
            (_canceled, _pending) = (false, null);
        }
        else if (_inTrial)
        {
            (_plan, _seats, _canceled, _pending) = (plan, seats, false, null);
        }
        else if (plan < held || seats < _seats)
        {
            (_canceled, _pending) = (false, (plan, seats));
        }
        else
        {
            Raise(day, plan, seats);
            (_canceled, _pending) = (false, null);
        }

        Tell(day, wish.Hour);
    }

    /// <summary>The purchase less the unused value, exactly, then rounded half away from zero.</summary>
    private void Raise(LocalDate day, int plan, int seats)
    {
        var (days, all) = (CalendarWalk.Days(day, _end), CalendarWalk.Days(Began(), _end));
        var (net, returned, given) = (Rational.Zero, Rational.Zero, Rational.Zero);
        var added = seats - _seats;
        var gives = plan != _plan;
        if (gives)
        {
            added = seats;
            returned = _lots.Aggregate(_remainder, (sum, lot) => sum.Plus(lot.Remainder));
            foreach (var lot in _lots)
            {
                var worth = Rational.Of(lot.Price * lot.Seats).Times(days, all);
                net = net.Minus(worth.Rounded(RoundingMode.HalfAwayFromZero) > lot.Billed ? Rational.Of(lot.Billed) : worth);
            }

            _lots.Clear();
            given = net.Negated();
        }

        var price = Rational.Of(family.Prices[plan] * added).Times(days, all);
        net = net.Plus(price);
        var due = net.Rounded(RoundingMode.HalfAwayFromZero);
        var waits = family.NextInvoice && (family.ByInvoice || due > 0);
        var left = net.Minus(Rational.Of(due));
        if (gives)
            (due, left) = Settle(due, returned, left, net.Plus(given).Rounded(RoundingMode.HalfAwayFromZero) - due, waits && family.ByInvoice);
        else if (waits && family.ByInvoice)
            (_beyond, left) = (_beyond.Plus(left), Rational.Zero);

        _lots.Add(new Bought(day, family.Prices[plan], added, price.Rounded(RoundingMode.HalfAwayFromZero), left));
        (_plan, _seats) = (plan, seats);
        if (waits)
            _waiting += due;
        else
            Pay(due);
    }

    /// <summary>
    /// Value is given back, so whole units that earlier rounding left are settled, as many as are given back at most; the rest stays. What this bill
    /// leaves may wait for its invoice, unless a unit is whole.
    /// </summary>
    private (BigInteger Due, Rational OfSold) Settle(BigInteger due, Rational before, Rational own, BigInteger most, bool waits)
    {
        var all = before.Plus(own);
        var units = all.Rounded(RoundingMode.TowardZero);
        var (rest, sum) = (all.Minus(Rational.Of(units)), all.Minus(Rational.Of(units)).Plus(_beyond));
        units += rest.Top.Sign == sum.Top.Sign && BigInteger.Abs(sum.Top) >= sum.Bottom ? rest.Top.Sign : 0;
        var taken = BigInteger.Min(units, BigInteger.Max(0, most));
        if (waits && taken == 0 && before.Rounded(RoundingMode.TowardZero) == 0)
            (_beyond, _remainder) = (_beyond.Plus(own), before);
        else
            _remainder = all.Minus(Rational.Of(units));

        return (due + taken, Rational.Zero);
    }

    /// <summary>Less than nothing is credit.</summary>
    private void Pay(BigInteger due)
    {
        if (due < 0)
        {
            _balance -= due;
            return;
        }

        var drawn = BigInteger.Min(due, _balance);
        _balance -= drawn;
        _paid = due - drawn;
    }

    /// <summary>The first day of the running term: the last boundary before its end.</summary>
    private LocalDate Began()
    {
        var n = 0;
        while (Boundary(n + 1) < _end)
            n++;

        return Boundary(n);
    }

    private LocalDate Boundary(int n)
    {
        var (year, month) = (_anchor.Year, _anchor.Month);
        for (var i = 0; i < n * (family.Yearly ? 12 : 1); i++)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);

        return new LocalDate(year, month, Math.Min(_anchor.Day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
    }

    private void Tell(LocalDate day, int hour)
    {
        Rows.Add(new DayByDayRow(day, hour, (long)_paid, (long)_balance, (long)_waiting, _plan, _plan is null ? 0 : _seats, _plan is null ? null : _end, _canceled));
        _paid = 0;
    }

    private sealed record Bought(LocalDate From, int Price, int Seats, BigInteger Billed, Rational Remainder);
}
