using NodaTime;

namespace SubscriptionMath;

/// <summary>Proration as a separate calculation, for callers with a model of their own: a price, a period, an instant, an amount.</summary>
/// <remarks>The pricing of a change counts and divides with just these functions. They allocate nothing.</remarks>
public static partial class Proration
{
    /// <summary>Counts the time left of a period at an instant, as seen by the item that ends then.</summary>
    /// <param name="period">The period; its end is exclusive.</param>
    /// <param name="at">The instant of the change; before the period all of it is left, from its end on nothing.</param>
    /// <param name="measure">The measure of time; months are counted from the period's first day.</param>
    /// <param name="zone">The billing zone.</param>
    /// <returns>The units left, of the units of the period.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The period has no unit of the measure to divide by; or the measure needs the interval of the price, and the period is not a whole
    /// number of months. The other overload takes the interval.
    /// </exception>
    /// <example>
    /// April on the 16th, at any time of day: 15 of 30 days if the day of the change belongs to the new item; else 14 of 30.
    /// </example>
    public static Share TimeLeft(Term period, Instant at, Measure measure, DateTimeZone zone) =>
        PartOf(period, null, measure, zone).Left(at, ends: true);

    /// <summary>Counts the time left of a stretch at an instant, against a price's interval, as seen by the item that ends then.</summary>
    /// <param name="covers">The stretch bought; its end is exclusive.</param>
    /// <param name="period">The whole period of the price, of which a stub is a part; the stretch itself if whole.</param>
    /// <param name="interval">The interval of the price.</param>
    /// <param name="at">The instant of the change; before the stretch all of it is left, from its end on nothing.</param>
    /// <param name="measure">The measure of time; months are counted from the period's first day.</param>
    /// <param name="zone">The billing zone.</param>
    /// <returns>
    /// The units left, of the units of the measure's divisor: never more, since no more is unused than was sold. Days as parts of their own
    /// months are not limited so.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no unit of the measure to divide by.</exception>
    /// <example>
    /// 11 to 30 April at a price per month, divided by the month at the boundary: 19 of the 31 days since 30 March. January's price for a
    /// service from 1 January to 1 March: on 1 January 31 of 31 days are left, on 15 February 14.
    /// </example>
    public static Share TimeLeft(Term covers, Term period, BillingInterval interval, Instant at, Measure measure, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(zone);
        return new Prorated(covers, period, interval, measure, zone).Left(at, ends: true);
    }

    /// <summary>Gives the unused value of a price at an instant: price x time left / period, rounded once.</summary>
    /// <param name="price">The price of the whole period.</param>
    /// <param name="period">The period; its end is exclusive.</param>
    /// <param name="at">The instant of the change; before the period all is unused, from its end on nothing.</param>
    /// <param name="measure">The measure of time; one that needs the interval of the price takes the months of the period.</param>
    /// <param name="rounding">The rounding of the amount to the minor unit.</param>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The period has no unit of the measure to divide by; or the measure needs the interval of the price, and the period is not a whole
    /// number of months.
    /// </exception>
    /// <example>
    /// EUR 75.00 for 1 April to 1 May, changed on 16 April, by days: 15 of 30 days, EUR 37.50. EUR 31.00 for January, left on the 11th,
    /// each day as a part of its own month: 21/31, EUR 21.00.
    /// </example>
    public static Money Unused(Money price, Term period, Instant at, Measure measure, RoundingMode rounding, DateTimeZone zone) =>
        OneDivision.Counts(measure)
            ? PartOf(price, Left(period, at, OneDivision.Clock.Of(measure, zone, ends: true, isFirst: false)), measure, rounding)
            : PartOf(period, null, measure, zone).Of(price, at, rounding, ends: true);

    /// <summary>Gives the price of a purchase at an instant for the rest of a period: price x time left / period, rounded once.</summary>
    /// <param name="price">The price of the whole period.</param>
    /// <param name="period">The period; its end is exclusive.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="measure">
    /// The measure of time; it differs from the unused part if the change day belongs to the old item or to both.
    /// </param>
    /// <param name="rounding">The rounding of the amount to the minor unit.</param>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The period has no unit of the measure to divide by; or the measure needs the interval of the price, and the period is not a whole
    /// number of months.
    /// </exception>
    /// <example>
    /// EUR 240.00 for 2026 from 2 July on: 183 of 365 days, EUR 120.33. JPY 1480 for March from the 7th on: 25 of 31 days, JPY 1194. EUR
    /// 60.00 for March from the 1st on, by thirty days a month: EUR 60.00, never more than the whole.
    /// </example>
    public static Money ForTheRest(Money price, Term period, Instant at, Measure measure, RoundingMode rounding, DateTimeZone zone) =>
        OneDivision.Counts(measure)
            ? PartOf(price, Left(period, at, OneDivision.Clock.Of(measure, zone, ends: false, isFirst: false)), measure, rounding)
            : PartOf(period, null, measure, zone).Of(price, at, rounding, ends: false);

    /// <summary>Gives a part of an amount, rounded once.</summary>
    /// <param name="amount">The amount of the whole; the part has its sign.</param>
    /// <param name="share">The part.</param>
    /// <param name="rounding">The rounding to the minor unit.</param>
    /// <exception cref="DivideByZeroException">The whole of the share has no units.</exception>
    /// <example>1 of 3 days of EUR -100.00 is EUR -33.33.</example>
    public static Money Part(Money amount, Share share, RoundingMode rounding) => OneDivision.Divides(share)
        ? Money.OfMinor(OneDivision.Part(amount.Minor, share, rounding), amount.Currency)
        : Money.Round(Fraction.Of(amount.Minor) * share.Fraction, amount.Currency, rounding);

    /// <summary>Gives a part of an amount, with a rounding before that of the amount.</summary>
    /// <param name="amount">The amount of the whole; the part has its sign.</param>
    /// <param name="share">The part.</param>
    /// <param name="ratio">The value rounded before: none, the ratio, or the price of one unit of time.</param>
    /// <param name="rounding">The rounding of the amount to the minor unit.</param>
    /// <exception cref="ArgumentNullException">The ratio is null.</exception>
    /// <exception cref="DivideByZeroException">The whole of the share has no units.</exception>
    /// <example>15 of 30 days of USD 10.00, the price of a day rounded first: 15 x 0.33 = USD 4.95.</example>
    public static Money Part(Money amount, Share share, RatioRule ratio, RoundingMode rounding)
    {
        ArgumentNullException.ThrowIfNull(ratio);
        return ratio is RatioRule.Unrounded
            ? Part(amount, share, rounding)
            : Money.Round(ratio.PartOf(Fraction.Of(amount.Minor), share), amount.Currency, rounding);
    }
}
