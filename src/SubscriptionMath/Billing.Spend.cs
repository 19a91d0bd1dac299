using NodaTime;

namespace SubscriptionMath;

/// <content>Usage credits spent.</content>
public static partial class Billing
{
    /// <summary>Spends usage credits: gives the resulting subscription, and the credits from each grant.</summary>
    /// <remarks>For past usage, in any order, use <see cref="CreditPool.Play"/> instead.</remarks>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="kind">The kind of usage credit; no other kind is touched.</param>
    /// <param name="units">The number of units to use; zero or more, fractions allowed.</param>
    /// <param name="policy">The vendor's policy: the order of the grants, and the answer to overuse.</param>
    /// <param name="at">The instant of the use; a grant that expires at it gives nothing, one effective from it gives credits.</param>
    /// <returns>
    /// <see cref="Spent"/>; or <see cref="NotSpent"/> if the use exceeds the policy's limit. Credits are never spent in part.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The kind is empty, or the policy contradicts itself.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>120 phone credits of Kaspr's April: the plan's 100 first, then 20 of the add-on's 50 (2-A). 151 would be refused.</example>
    public static Spending Spend(Subscription subscription, string kind, decimal units, BillingPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        PolicyCheck.Require(policy);
        return PoolSpend.Spend(subscription, Require.Text(kind, nameof(kind)), Require.NotNegative(units, nameof(units)),
            policy.Allowances.Use, at);
    }
}
