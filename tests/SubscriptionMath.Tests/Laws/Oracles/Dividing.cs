using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>The part of a price for a stretch of time, counted unit by unit and day by day.</summary>
internal sealed record Dividing(Measure Measure, BillingInterval Interval, Anchor Anchor, DateTimeZone Zone)
{
    private bool ByMonths => Measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths;

    private int? DaysOfMonth => Measure.Denominator is Denominator.Fixed days ? days.Days / days.Per.TotalMonths : null;

    /// <summary>The period whose price is divided, or null where all of that period is counted itself.</summary>
    internal Term? Period { get; init; }

    /// <summary>Whether nothing was there before the stretch.</summary>
    internal bool First { get; init; }

    /// <summary>The units left of a stretch, less the day of the change where it counts for the other side; of a part of a period never more than the period has.</summary>
    internal Rational Left(Instant from, Term covers, bool skips)
    {
        var within = Period is { } whose && covers.Start >= whose.Start && covers.End <= whose.End;
        var left = Units(from, covers, skips, First || Period is not { } sold || covers.Start <= sold.Start, within ? Period!.Value.End : null);
        if (ByMonths || !within || Period is not { } period)
            return left;

        var whole = Whole(from, covers, period);
        return whole.Top > 0 && left.IsAtLeast(whole) ? whole : left;
    }

    private Rational Units(Instant from, Term covers, bool skips = false, bool beginsMonth = true, Instant? until = null)
    {
        if (from >= covers.End)
            return Rational.Zero;

        if (ByMonths)
            return Months(from, covers.End);

        var units = Measure.Unit == ProrationUnit.DaysOfEqualMonths ? EqualDays(from, covers.End) : Count.Units(from, covers, until ?? covers.End, beginsMonth, Measure, Anchor, Zone);
        return Rational.Of(units > 0 && skips ? units - 1 : units);
    }

    /// <summary>The units of what divides.</summary>
    internal Rational Whole(Instant from, Term covers, Term period) =>
        ByMonths ? Rational.Of(Interval.TotalMonths)
        : Measure.Denominator switch
        {
            Denominator.Fixed when Interval.TotalDays > 0 => Rational.Of(Interval.TotalDays),
            Denominator.Fixed days => Rational.Of(days.Days).Times(Interval.TotalMonths, days.Per.TotalMonths),
            Denominator.IntervalFromStart => Units(from, new Term(from, Count.After(from, Own(from), Interval, 1, Zone))),
            Denominator.IntervalAtBoundary when Count.Schedule(covers.Start, Anchor, Interval, Zone) == Anchor =>
                Units(covers.Start, new Term(covers.Start, Count.After(covers.Start, Own(covers.Start), Interval, 1, Zone))),
            Denominator.IntervalAtBoundary => Back(covers.End) is var back ? Units(back.Start, back) : default,
            Denominator.IntervalAfter when from > period.Start || covers.End < period.End =>
                Units(period.End, new Term(period.End, Count.After(period.End, Anchor, Interval, 1, Zone))),
            _ => Units(period.Start, period),
        };

    internal Rational Of(Rational price, Rational left, Rational whole)
    {
        if (left.Top == 0)
            return Rational.Zero;

        switch (Measure.Ratio)
        {
            case RatioRule.ToDecimals rounded:
                var ones = BigInteger.Pow(10, rounded.Decimals);
                var ratio = new Rational(left.Top * whole.Bottom * ones, left.Bottom * whole.Top).Rounded(rounded.Mode);
                return price.Times(ratio, ones);
            case RatioRule.RateFirst rate:
                var part = Rational.Of(price.Times(whole.Bottom, whole.Top).Rounded(rate.Mode)).Times(left.Top, left.Bottom);
                return whole.IsAtLeast(left) && part.IsAtLeast(price) ? price : part;
            default:
                return price.Times(left.Top * whole.Bottom, left.Bottom * whole.Top);
        }
    }

    private Anchor Own(Instant from) => new(from.InZone(Zone).LocalDateTime);

    // A day that the zone skipped has no instant: the day before it counts.
    private Term Back(Instant end)
    {
        var times = 1;
        while (Count.After(end, Own(end), Interval, -times, Zone) >= end)
            times++;

        return new Term(Count.After(end, Own(end), Interval, -times, Zone), end);
    }

    private long EqualDays(Instant from, Instant to)
    {
        // A date beyond the number of days that all months have is the last of them.
        var (days, last) = (0L, to.InZone(Zone).Date);
        for (var date = from.InZone(Zone).Date; date < last; date = date.PlusDays(1))
        {
            var next = date.PlusDays(1);
            days += next.Day == 1 ? DaysOfMonth!.Value + 1 - Math.Min(date.Day, DaysOfMonth.Value) : date.Day < DaysOfMonth ? 1 : 0;
        }

        return days;
    }

    /// <summary>Each day is a part of its month; all days of one together are the month, however many they are said to be.</summary>
    private Rational Months(Instant from, Instant to)
    {
        var grid = Measure.Unit == ProrationUnit.DaysOfOwnMonths ? 1 : Anchor.Origin.Day;
        var last = to.InZone(Zone).Date;
        var (sum, days, length) = (Rational.Zero, 0, 0);
        for (var date = from.InZone(Zone).Date; date < last; date = date.PlusDays(1))
        {
            if (days == 0 || Begins(date))
            {
                Add();
                length = Length(date);
            }

            days++;
        }

        Add();
        return sum;

        void Add()
        {
            sum = days == 0 ? sum : sum.Plus(days == length ? Rational.Of(1) : new Rational(days, DaysOfMonth ?? length));
            days = 0;
        }

        bool Begins(LocalDate date) => date.Day == Math.Min(grid, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month));
        int Length(LocalDate date)
        {
            var (first, next) = (date, date.PlusDays(1));
            while (!Begins(first))
                first = first.PlusDays(-1);

            while (!Begins(next))
                next = next.PlusDays(1);

            return CalendarWalk.Days(first, next);
        }
    }
}
