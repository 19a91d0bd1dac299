using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace SubscriptionMath;

/// <summary>The time that an amount bought on a plan: whole terms first, then days of the term after them.</summary>
/// <param name="WholeTerms">The number of whole terms; zero or more.</param>
/// <param name="Days">The number of days after them; zero or more.</param>
/// <param name="DaysOfNextTerm">The number of days of the term that contains the days.</param>
/// <param name="Terms">The stretch of the whole terms; empty for none.</param>
/// <param name="Rest">The stretch of the days; empty for none.</param>
/// <param name="NextTerm">The term that contains the days.</param>
/// <param name="Value">The value of the time, in minor units, exactly.</param>
/// <remarks>
/// The amount beyond <paramref name="Value"/> is forfeited. If days were rounded up, the value exceeds the amount, and the difference is
/// conceded.
/// </remarks>
public readonly record struct TimeBought(
    int WholeTerms,
    int Days,
    int DaysOfNextTerm,
    Term Terms,
    Term Rest,
    Term NextTerm,
    Fraction Value)
{
    /// <summary>Gets the end of the time bought, exclusive.</summary>
    public Instant End => Rest.End;

    /// <summary>Buys time from the end of a term on.</summary>
    /// <param name="amount">The amount in minor units, exact; zero or more.</param>
    /// <param name="price">The price of one whole term, in minor units; above zero.</param>
    /// <param name="interval">The length of one term.</param>
    /// <param name="from">The end of the paid term, inclusive, at which the time bought begins.</param>
    /// <param name="anchor">The date from which the terms are counted, if they begin at a boundary of it.</param>
    /// <param name="zone">The billing zone.</param>
    /// <param name="days">The rounding of the number of days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, or the price not above zero.</exception>
    /// <exception cref="OverflowException">
    /// The amount buys more terms than the calendar has, which ends with the year 9999; the message names amount and price.
    /// </exception>
    /// <example>
    /// 161.10 at 240.00 a year from 2 March 2027 on, whose next term has 366 days: no whole term and 245 days, to 2 November 2027.
    /// </example>
    public static TimeBought Buy(
        Fraction amount, Fraction price, BillingInterval interval, Instant from, Anchor anchor, DateTimeZone zone, RoundingMode days)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (amount.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount that buys time is not negative.");
        }

        if (price.Sign <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(price), price, "The price of the time bought is above zero.");
        }

        anchor = anchor.OrFrom(from, interval, zone);
        var (whole, start) = (CountTerms(amount, price, interval, from.LocalAt(zone).Date), from.LocalAt(zone));
        var wholeEnd = whole == 0 ? start : anchor.Next(start, Times(interval, whole));
        var (next, daysOfNext) = Next(ref wholeEnd, interval, anchor, zone);
        var count = CountDays(amount, price, whole, daysOfNext, days);
        return new TimeBought(
            whole,
            count,
            daysOfNext,
            new Term(from, next.Start),
            new Term(next.Start, wholeEnd.PlusDays(count).AtStart(zone)),
            next,
            price * (Fraction.Of(whole) + new Fraction(count, daysOfNext)));
    }

    /// <summary>The term after a boundary and its days. A day that the zone skipped is no term: the one after it is.</summary>
    private static (Term Term, int Days) Next(ref LocalDateTime boundary, BillingInterval interval, Anchor anchor, DateTimeZone zone)
    {
        var end = anchor.Next(boundary, interval);
        while (end.AtStart(zone) <= boundary.AtStart(zone))
        {
            (boundary, end) = (end, anchor.Next(end, interval));
        }

        var next = new Term(boundary.AtStart(zone), end.AtStart(zone));
        return (next, checked((int)TimeCount.DaysBetween(next.Start, next.End, zone)));
    }

    // An amount that is counted in nanoseconds has long fractions: what they are multiplied to is no number of 128 bits.
    private static int CountTerms(Fraction amount, Fraction price, BillingInterval interval, LocalDate from)
    {
        var whole = BigInteger.Divide(Big(amount.Numerator) * Big(price.Denominator), Big(amount.Denominator) * Big(price.Numerator));
        var terms = whole + 1;
        var fits = interval.TotalMonths > 0
            ? ((from.Year * 12) + from.Month + (terms * interval.TotalMonths)) / 12 < LocalDate.MaxIsoValue.Year
            : terms * interval.TotalDays < Period.DaysBetween(from, LocalDate.MaxIsoValue);
        return fits
            ? (int)whole
            : throw new OverflowException(
                $"An amount of {amount}, at a price of {price} in minor units every {interval}, buys {whole} terms from "
                + $"{LocalDatePattern.Iso.Format(from)} on: they end beyond the calendar, which ends with the year 9999.");
    }

    private static int CountDays(Fraction amount, Fraction price, int whole, int daysOfNext, RoundingMode mode)
    {
        var cost = Big(amount.Denominator) * Big(price.Numerator);
        var rest = ((Big(amount.Numerator) * Big(price.Denominator)) - (cost * whole)) * daysOfNext;
        var days = BigInteger.DivRem(rest, cost, out var part);
        var half = (part * 2).CompareTo(cost);

        // Only its place between two whole days and beside their middle decides: a quarter, a half or three quarters round as it does.
        var beside = part.IsZero ? Fraction.Zero : new Fraction(2 + half, 4);
        return (int)((Fraction.Of((long)days) + beside).Round(mode));
    }

    private static BigInteger Big(Int128 value) => (BigInteger)value;

    private static BillingInterval Times(BillingInterval interval, int count) => interval.TotalMonths > 0
        ? BillingInterval.Months(checked(interval.TotalMonths * count))
        : BillingInterval.Days(checked(interval.TotalDays * count));
}
