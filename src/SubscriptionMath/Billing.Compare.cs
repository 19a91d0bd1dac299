using NodaTime;

namespace SubscriptionMath;

/// <content>One change under many policies.</content>
public static partial class Billing
{
    /// <summary>Prices one change under many policies, side by side, for a product owner who has to choose one.</summary>
    /// <param name="subscription">The current subscription, sold under any policy.</param>
    /// <param name="change">The customer's request.</param>
    /// <param name="facts">The facts that only the caller knows.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="at">The instant of the change; within the current term.</param>
    /// <param name="policies">The policies, independent of each other.</param>
    /// <returns>
    /// A row for each policy, in their order: the same quote, or the same refusal, as from <see cref="Price"/>. If a policy needs an
    /// unknown fact, its row is a refusal with <see cref="RefusalCode.FactNotKnown"/>; the other rows keep their figures.
    /// </returns>
    /// <remarks>
    /// Any other error of <see cref="Price"/> concerns every policy (the subscription, the catalog, the instant), or a policy that
    /// contradicts itself. It is thrown here too, and there are no rows.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument, or a policy, is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="Price"/>, except for an unknown fact.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Price"/>.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Price"/>.</exception>
    /// <exception cref="OverflowException">As for <see cref="Price"/>.</exception>
    /// <example>
    /// Personal at EUR 100.00 for 2026 to Company at EUR 240.00 on 2 July: EUR 70.19 due under WhaleBooks, to 1 January 2027; EUR 189.86
    /// under PhotoDeck, for a year from that day.
    /// </example>
    public static Sequence<PolicyAnswer> Compare(
        Subscription subscription, Change change, Facts facts, Catalog catalog, Instant at, params ReadOnlySpan<BillingPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(catalog);
        var rows = new PolicyAnswer[policies.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(policies[i], nameof(policies));
            var answer = (Answer?)Refuse(subscription, change, facts, policies[i], at)
                ?? Ask(new Circumstances(subscription, facts, policies[i], at), change, catalog, at, isNew: true);
            rows[i] = new PolicyAnswer(policies[i].Name, answer);
        }

        return Sequence.Of<PolicyAnswer>(rows);
    }
}
