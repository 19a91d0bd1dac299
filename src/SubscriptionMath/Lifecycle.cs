using NodaTime;

namespace SubscriptionMath;

/// <summary>The events that happen by themselves: renewals, the end of a trial, a pending change, an expiry, credit that lapses.</summary>
/// <remarks>
/// Every event is a quote like that of a change: preview and booking in one, accepted by
/// <see cref="Billing.Accept(Subscription, Quote, Facts)"/>. Its cost does not
/// grow with the age of the subscription.
/// </remarks>
public static class Lifecycle
{
    /// <summary>Tells the next event and its instant.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="facts">The facts that only the caller knows, of which the money credit may expire.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <returns>
    /// The earliest event; null if there will be none. At one instant, credit expires first, then terms end, then unused usage credits
    /// lapse. An event that has not been accepted stays the next one, however late it is.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>A year to 1 January 2027 under WhaleBooks: the renewal at that instant; a week earlier under PhotoDeck.</example>
    public static DueEvent? NextEvent(Subscription subscription, Facts facts, BillingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(facts);
        PolicyCheck.Require(policy);
        return DueDates.Next(subscription, facts.Credit, policy.Renewal, policy.Allowances.OnIntervalEnd);
    }

    /// <summary>Prices the next event at its due instant.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="facts">The facts that only the caller knows.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <returns>The quote; null if there will be no event.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The catalog lacks a product that is held or pending; a fact that the policy needs is unknown; the parts of the subscription
    /// contradict each other.
    /// </exception>
    /// <exception cref="InvalidOperationException">The money credit is in another currency.</exception>
    /// <example>
    /// Company at EUR 240.00 with EUR 11.51 of credit on 1 January 2027: Service -240.00, Balance +11.51, Payment +228.49 (WhaleBooks,
    /// 3-D).
    /// </example>
    public static Quote? PriceNext(Subscription subscription, Facts facts, Catalog catalog, BillingPolicy policy) =>
        NextEvent(subscription, facts, policy) is { } due ? Price(subscription, facts, catalog, policy, due, due.At) : null;

    /// <summary>Plays every event due up to an instant, each at its own instant; every payment succeeds.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="facts">The facts that only the caller knows; the money credit is that before the first event.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <param name="until">The instant; an event exactly at this instant is played, since it belongs to the next term.</param>
    /// <returns>The events in order, each with the subscription and the credit after it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The catalog lacks a product that is held or pending; a fact that the policy needs is unknown; the parts of the subscription
    /// contradict each other.
    /// </exception>
    /// <exception cref="InvalidOperationException">The money credit is in another currency.</exception>
    /// <example>A month from 31 January 2026, advanced to 30 April: renewals on 28 February, 31 March and 30 April.</example>
    public static Timeline Advance(Subscription subscription, Facts facts, Catalog catalog, BillingPolicy policy, Instant until) =>
        Timeline.Of(subscription, facts).Play(Script.Empty, catalog, policy, until);

    internal static Quote Price(Subscription subscription, Facts facts, Catalog catalog, BillingPolicy policy, DueEvent due, Instant at)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Consistency.Check(subscription);
        Consistency.Check(facts.Credit, subscription.Currency, nameof(facts));
        Billing.RequireTaxes(facts, policy);
        return DueQuotes.Of(new Circumstances(subscription, facts, policy, at), catalog, due);
    }
}
