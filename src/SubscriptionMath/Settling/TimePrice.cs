using NodaTime;
using NodaTime.Text;

namespace SubscriptionMath;

/// <summary>The unit in which a surplus buys time: a term of the price, several terms, or a part of one or several.</summary>
/// <param name="Units">The kind of unit.</param>
/// <param name="Interval">The length of the unit.</param>
/// <param name="Terms">The number of terms of the price that are divided into the parts; 1 or more.</param>
/// <param name="Parts">The number of units in those terms; 1 or more.</param>
internal readonly record struct TimePrice(TimeUnits Units, BillingInterval Interval, int Terms, int Parts)
{
    /// <summary>Gives the unit by the policy's answer.</summary>
    /// <param name="units">The answer.</param>
    /// <param name="interval">The interval of the price.</param>
    /// <param name="daysLeft">The days in the period left, divided by the nominal days of its interval; null if no time is left.</param>
    internal static TimePrice Of(TimeUnits units, BillingInterval interval, Fraction? daysLeft)
    {
        switch (units)
        {
            case TimeUnits.Months when interval.TotalMonths > 0:
                return new TimePrice(units, BillingInterval.Month, 1, interval.TotalMonths);
            case TimeUnits.Days when daysLeft is { } days:
                var term = days * interval.NominalDays;
                return new TimePrice(units, BillingInterval.Days(checked((int)term.Numerator)), checked((int)term.Denominator), 1);
            default:
                return new TimePrice(TimeUnits.Terms, interval, 1, 1);
        }
    }

    /// <summary>Gives the price of a unit from the price of a term.</summary>
    internal Fraction For(Fraction price) => price * new Fraction(Terms, Parts);

    /// <summary>The whole units bought: their stretch, the period whose price they carry, and their part of that period.</summary>
    internal (Segment Segment, Share Share) Whole(in TimeBought time, bool byMonths, DateTimeZone zone)
    {
        var (count, covers) = (time.WholeTerms, time.Terms);
        return Parts == 1
            ? (new Segment(covers, covers, count), new Share(count, 1, ProrationUnit.Terms))
            : (new Segment(covers, Times(covers, byMonths ? BillingInterval.Months(checked(count * Parts)) : null, zone), count),
                new Share(count, Parts, ProrationUnit.MonthsNotStarted));
    }

    /// <summary>The days bought after the whole units; all time bought if the unit is a day.</summary>
    internal (Segment Segment, Share Share) Rest(in TimeBought time, bool byMonths, DateTimeZone zone)
    {
        var of = time.DaysOfNextTerm;
        if (Units == TimeUnits.Days)
        {
            var (covers, terms) = (new Term(time.Terms.Start, time.End), time.WholeTerms + (time.Days > 0 ? 1 : 0));
            return (new Segment(covers, From(covers.Start, (long)of * terms, zone), checked(terms * Terms)),
                new Share(((long)time.WholeTerms * of) + time.Days, of, ProrationUnit.CalendarDays));
        }

        return Parts == 1
            ? (new Segment(time.Rest, time.NextTerm), new Share(time.Days, of, ProrationUnit.CalendarDays))
            : (new Segment(time.Rest, Times(time.NextTerm, byMonths ? BillingInterval.Months(Parts) : null, zone)),
                new Share(time.Days, checked((long)of * Parts), ProrationUnit.CalendarDays));
    }

    /// <summary>Gives the period of which a stretch is one part: of some months, or of the stretch's days for each part.</summary>
    private Term Times(Term one, BillingInterval? months, DateTimeZone zone)
    {
        var start = one.Start.LocalAt(zone);
        return months is { } interval && (start.Year * 12L) + interval.TotalMonths < LocalDate.MaxIsoValue.Year * 12L
            ? new Term(one.Start, new Anchor(start).Next(start, interval).AtStart(zone))
            : From(one.Start, TimeCount.DaysBetween(one.Start, one.End, zone) * Parts, zone);
    }

    private static Term From(Instant start, long days, DateTimeZone zone)
    {
        var local = start.LocalAt(zone);
        return days < Period.DaysBetween(local.Date, LocalDate.MaxIsoValue)
            ? new Term(start, local.PlusDays((int)days).AtStart(zone))
            : throw new OverflowException(
                $"Time bought from {LocalDatePattern.Iso.Format(local.Date)} on is part of a period of {days} days: "
                + "it ends beyond the calendar, which ends with the year 9999.");
    }
}
