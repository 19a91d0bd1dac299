using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// The end of an add-on as a separate calculation, for callers with a model of their own: its unused value, as money or time.
/// </summary>
public static class AddOnTermination
{
    /// <summary>Gives the value of the unused part of an add-on at an instant, rounded once.</summary>
    /// <param name="paid">The amount paid for the whole period.</param>
    /// <param name="period">The period; its end is exclusive.</param>
    /// <param name="at">The instant at which the add-on ends.</param>
    /// <param name="measure">The measure of the unused part.</param>
    /// <param name="rounding">The rounding of the amount to the minor unit.</param>
    /// <param name="zone">The billing zone.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The period has no unit of the measure to divide by.</exception>
    /// <example>
    /// EUR 120.00 for twelve months from 10 January, ended on 1 June: by months not started 7 of 12, EUR 70.00; the month from 10 May
    /// was started and is fully used (PhotoDeck, S4.9).
    /// </example>
    public static Money Value(Money paid, Term period, Instant at, Measure measure, RoundingMode rounding, DateTimeZone zone) =>
        Proration.Unused(paid, period, at, measure, rounding, zone);

    /// <summary>Gives the time on a base plan that the unused value of an add-on buys (PhotoDeck, S4.14).</summary>
    /// <param name="value">The unused value; zero or more.</param>
    /// <param name="price">The price of one term of the base plan; above zero.</param>
    /// <param name="interval">The length of one term.</param>
    /// <param name="end">The end of the base plan's term, at which the time bought begins.</param>
    /// <param name="anchor">The date from which the base plan's terms are counted.</param>
    /// <param name="zone">The billing zone.</param>
    /// <param name="days">The rounding of the number of days.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or the price not above zero.</exception>
    /// <exception cref="ArgumentException">The amounts are in different currencies.</exception>
    /// <example>EUR 70.00 on a plan of EUR 240.00 a year that ends on 1 January 2027: 106 days, to 17 April 2027.</example>
    public static TimeBought AsTime(
        Money value, Money price, BillingInterval interval, Instant end, Anchor anchor, DateTimeZone zone, RoundingMode days) =>
        value.Currency == price.Currency
            ? TimeBought.Buy(value.Exact, price.Exact, interval, end, anchor, zone, days)
            : throw new ArgumentException($"The value {value} and the price {price} are in different currencies.", nameof(price));
}
