using NodaTime;

namespace SubscriptionMath;

/// <content>The unused value of the plan, and the unused credit that a vendor shows.</content>
public static partial class Billing
{
    /// <summary>Gives the value of the unused part of the plan at an instant, rounded once.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="answer">The lots that count, and their basis.</param>
    /// <param name="measure">The measure of the time left.</param>
    /// <param name="rounding">The rounding of the sum to the minor unit.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The value, zero or more; zero without a plan. WhaleBooks shows it as "unused credit" (S3.4).</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>EUR 50.14 on 2 July 2026 for a plan of EUR 100.00 for 2026; zero from 1 January 2027 on.</example>
    /// <exception cref="ArgumentException">
    /// The subscription's plan does not agree with its status, or a part of it is in another currency.
    /// </exception>
    public static Money UnusedValue(
        Subscription subscription, UnusedValue answer, Measure measure, RoundingMode rounding, Instant at)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(measure);
        Consistency.CheckAmounts(subscription);
        return subscription.Plan is { } plan
            ? Money.Round(UnusedWorth.Of(plan, new Valuation(answer, measure, rounding, subscription, at)), subscription.Currency, rounding)
            : Money.Zero(subscription.Currency);
    }

    /// <summary>
    /// Gives the unused credit that a vendor shows: the unused value of the plan as a change would credit it, plus the money credit.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="facts">The caller's facts, of which the money credit is read.</param>
    /// <param name="policy">
    /// The vendor's policy: its rule for a change to a higher plan decides the value, its measure and its rounding.
    /// </param>
    /// <param name="at">The instant.</param>
    /// <returns>The sum, zero or more, rounded once, without credit that has expired or is not effective yet.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The subscription's plan does not agree with its status, or a part of it is in another currency.
    /// </exception>
    /// <exception cref="InvalidOperationException">The money credit is in another currency.</exception>
    /// <example>
    /// Personal at EUR 100.00 to 1 January 2027, on 1 October 2026 with an overpayment of EUR 105.48: EUR 25.21 for 92 of 365 days, EUR
    /// 130.69 in all (WhaleBooks, S3.4).
    /// </example>
    public static Money UnusedCredit(Subscription subscription, Facts facts, BillingPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Check(subscription, facts, policy);
        var credit = facts.Credit.LeftAt(at, subscription.Currency);
        return RuleBook.Upgrade(policy.Rules, subscription, at) is { } rule
            ? UnusedValue(subscription, rule.Unused, rule.Measure ?? policy.Proration.Measure, policy.Proration.Rounding.Mode, at) + credit
            : credit;
    }
}
