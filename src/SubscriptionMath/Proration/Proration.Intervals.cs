using NodaTime;

namespace SubscriptionMath;

/// <content>Prices of a known interval, and the interval of a price if it is not told.</content>
public static partial class Proration
{
    /// <summary>Gives the unused value of a price of a known interval at an instant, rounded once.</summary>
    /// <param name="price">The price of the interval.</param>
    /// <param name="period">The period; its end is exclusive.</param>
    /// <param name="interval">The interval of the price, which a measure may divide by instead of the period.</param>
    /// <param name="at">The instant of the change; before the period all is unused, from its end on nothing.</param>
    /// <param name="measure">The measure of time.</param>
    /// <param name="rounding">The rounding of the amount to the minor unit.</param>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no unit of the measure to divide by.</exception>
    /// <example>EUR 30.00 a month for 10 to 25 April, left on 20 April, by thirty days a month: 5 of 30 days, EUR 5.00.</example>
    public static Money Unused(Money price, Term period, BillingInterval interval, Instant at, Measure measure, RoundingMode rounding,
        DateTimeZone zone) =>
        PartOf(period, interval, measure, zone).Of(price, at, rounding, ends: true);

    /// <summary>
    /// Gives the price of a purchase at an instant for the rest of a period, at a price of a known interval, rounded once.
    /// </summary>
    /// <param name="price">The price of the interval.</param>
    /// <param name="period">The period; its end is exclusive.</param>
    /// <param name="interval">The interval of the price, which a measure may divide by instead of the period.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="measure">The measure of time.</param>
    /// <param name="rounding">The rounding of the amount to the minor unit.</param>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no unit of the measure to divide by.</exception>
    /// <example>EUR 30.00 a month, bought on 20 April to 25 April, by thirty days a month: 5 of 30 days, EUR 5.00.</example>
    public static Money ForTheRest(Money price, Term period, BillingInterval interval, Instant at, Measure measure, RoundingMode rounding,
        DateTimeZone zone) =>
        PartOf(period, interval, measure, zone).Of(price, at, rounding, ends: false);

    private static Share Left(in Term period, Instant at, in OneDivision.Clock by) =>
        Divisible(OneDivision.Left(period, period, at, by), period);

    private static Money PartOf(Money price, Share share, Measure measure, RoundingMode rounding) => measure.Ratio is RatioRule.Unrounded
        ? Part(price, share, rounding)
        : Money.Round(measure.PartOf(Fraction.Of(price.Minor), share, null), price.Currency, rounding);

    private static Prorated PartOf(Term period, BillingInterval? interval, Measure measure, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(zone);
        return new Prorated(period, period, interval ?? IntervalOf(period, measure, zone), measure, zone);
    }

    /// <summary>
    /// The months of a period, counted from either end, if the measure needs the price's interval and the period is whole months.
    /// </summary>
    private static BillingInterval? IntervalOf(Term period, Measure measure, DateTimeZone zone)
    {
        if (!measure.AsksForInterval || period.IsEmpty)
        {
            return null;
        }

        var (first, last) = (period.Start.LocalAt(zone), period.End.LocalAt(zone));
        var (onward, back) = (new Anchor(first).IndexAt(last, BillingInterval.Month),
            -new Anchor(last).IndexFrom(first, BillingInterval.Month));
        var months = new Anchor(first).Boundary(onward, BillingInterval.Month) == last ? onward
            : new Anchor(last).Boundary(-back, BillingInterval.Month) == first ? back
            : 0;
        return months > 0 ? BillingInterval.Months(checked((int)months)) : null;
    }

    /// <summary>Checks that a period can be divided. An empty one, such as a day that the zone skipped, has nothing left.</summary>
    private static Share Divisible(Share share, Term period) => share.Of > 0 || period.IsEmpty
        ? share
        : throw new ArgumentException($"The period {period} has no unit of {share.Unit} to divide by.", nameof(period));

    /// <summary>A stretch of a period that is prorated, and how its time is counted.</summary>
    private readonly record struct Prorated(Term Covers, Term Period, BillingInterval? Interval, Measure Measure, DateTimeZone Zone)
    {
        internal Money Of(Money price, Instant at, RoundingMode rounding, bool ends) => Measure.Ratio is RatioRule.Unrounded
            ? Part(price, Left(at, ends), rounding)
            : Money.Round(Measure.PartOf(Fraction.Of(price.Minor), Left(at, ends), Interval), price.Currency, rounding);

        internal Share Left(Instant at, bool ends)
        {
            if (Period.IsEmpty)
            {
                return Divisible(new Share(0, 0, Measure.Unit), Period);
            }

            var stretch = new Stretch(Covers, Period, Interval);
            var anchor = OneDivision.Counts(Measure) ? default : new Anchor(Period.Start.LocalAt(Zone));
            var share = new Counting(Measure, anchor, Zone).Left(stretch, at, ends);
            return Divisible(stretch.IsWithinPeriod ? share : share.AtMostWhole(), Period);
        }
    }
}
