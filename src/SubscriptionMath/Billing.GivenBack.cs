using NodaTime;

namespace SubscriptionMath;

/// <content>Money given back outside this library.</content>
public static partial class Billing
{
    /// <summary>
    /// Records money given back outside this library as a part of a lot's price: a goodwill refund, a credit note, a write-off.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Later credits and refunds are smaller by it: the lot was billed for less, and each of its days is worth less by the same part
    /// (<see cref="Lot.Discount"/>). A lot that is only partly paid loses its unpaid part first.
    /// </para>
    /// <para>
    /// Nothing is billed and no entry is made, since the customer has the money already. Deferred charges stay as they are.
    /// </para>
    /// </remarks>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="lot">The lot, as the subscription holds it; a set-up fee is one too (<see cref="Item.SetUp"/>).</param>
    /// <param name="amount">The amount that the customer got, with tax; zero or more.</param>
    /// <returns>The subscription with a new version, so that older quotes are stale; the same one for an amount of zero.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The lot is not held, or the parts of the subscription contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The amount is negative, or more than was billed for the lot and not credited.
    /// </exception>
    /// <exception cref="InvalidOperationException">The amount is in another currency.</exception>
    /// <example>
    /// EUR 100.00 for a year, EUR 20.00 refunded in March, ended half-way: EUR 40.00 are unused, half of EUR 80.00.
    /// </example>
    public static Subscription RecordGivenBack(Subscription subscription, Lot lot, Money amount)
    {
        CheckGiven(subscription, lot, amount);
        return LotGivenBack.From(subscription, lot, amount, lot.Billed.Exact);
    }

    /// <summary>Records money given back outside this library as a credit for the time left of a lot.</summary>
    /// <remarks>
    /// The unused value at the instant falls by the whole amount, down to zero, and in proportion to the time left from there on. A value
    /// of the amount billed or paid, instead of the price, falls as the price does without a measure. All else is as without a measure.
    /// </remarks>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="lot">The lot, as the subscription holds it.</param>
    /// <param name="amount">The amount that the customer got, with tax; zero or more.</param>
    /// <param name="measure">The measure of the time left, usually that of the policy.</param>
    /// <param name="at">The instant of the credit.</param>
    /// <returns>The subscription with a new version; the same one for an amount of zero.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The lot is not held, or the parts of the subscription contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The amount is negative, or more than was billed for the lot and not credited.
    /// </exception>
    /// <exception cref="InvalidOperationException">The amount is in another currency.</exception>
    /// <example>
    /// EUR 30.00 for April, ended half-way, and EUR 5.00 credited for the rest that day: EUR 10.00, EUR 15.00 less EUR 5.00 (Lago).
    /// </example>
    public static Subscription RecordGivenBack(Subscription subscription, Lot lot, Money amount, Measure measure, Instant at)
    {
        CheckGiven(subscription, lot, amount);
        ArgumentNullException.ThrowIfNull(measure);
        var by = new Valuation(
            SubscriptionMath.UnusedValue.OfAllLots, measure, RoundingMode.HalfAwayFromZero, subscription, at);
        return LotGivenBack.From(subscription, lot, amount, LotGivenBack.Unused(subscription, lot, by));
    }

    private static void CheckGiven(Subscription subscription, Lot lot, Money amount)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(lot);
        Consistency.Check(subscription);
        Require.NotNegative(amount, nameof(amount));
        if (!LotGivenBack.IsHeld(subscription, lot))
        {
            throw new ArgumentException($"The subscription '{subscription.Id}' does not hold the lot for {lot.Covers}.", nameof(lot));
        }

        var open = lot.Gross - lot.GrossOf(lot.Credited);
        if (amount > open)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount,
                $"{amount} was given back for {lot.Covers}; {open} was billed and not credited.");
        }
    }
}
