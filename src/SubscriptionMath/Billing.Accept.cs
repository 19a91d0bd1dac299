using NodaTime;

namespace SubscriptionMath;

/// <content>Quotes accepted, with their payment or without it.</content>
public static partial class Billing
{
    /// <summary>Accepts a quote at once: gives the subscription that it showed, or tells that the quote is stale.</summary>
    /// <remarks>For a quote that was shown to somebody, state the instant of the acceptance as well.</remarks>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="facts">The current facts.</param>
    /// <returns><see cref="Accepted"/>; or <see cref="Stale"/> if the subscription, or a fact that the quote read, has changed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription.</exception>
    public static Acceptance Accept(Subscription subscription, Quote quote, Facts facts)
    {
        CheckAccepted(subscription, quote, facts);
        return Acceptances.Of(subscription, quote, facts, paid: true);
    }

    /// <summary>Accepts a quote at an instant, if the quote is good until then.</summary>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="facts">The current facts.</param>
    /// <param name="at">The instant of the acceptance.</param>
    /// <returns>
    /// <see cref="Accepted"/>, booked at the instant of the quote; or <see cref="Stale"/>, as without an instant, or if the quote was good
    /// until then or earlier (<see cref="Quote.GoodUntil"/>), or if a held item has ended and the quote is for a change.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription.</exception>
    /// <example>Good to the end of 2 July: accepted on that day at 23:59, stale at 3 July, 00:00.</example>
    public static Acceptance Accept(Subscription subscription, Quote quote, Facts facts, Instant at) =>
        InTime(subscription, quote, at, Accept(subscription, quote, facts));

    /// <summary>Accepts a quote at an instant, if the catalog and the policy would still make the same one.</summary>
    /// <remarks>
    /// The quote is priced again, at its own instant, with the catalog and the policy of now. An edit that changes nothing in it does not
    /// make it stale.
    /// </remarks>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="facts">The current facts.</param>
    /// <param name="catalog">The products for sale now.</param>
    /// <param name="policy">The vendor's policy now.</param>
    /// <param name="at">The instant of the acceptance.</param>
    /// <returns>As with an instant alone; or <see cref="Stale"/> if the catalog or the policy gives another price now.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription; or as for <see cref="Price"/>.</exception>
    /// <example>
    /// EUR 70.19 for an upgrade to Company, quoted at EUR 240.00 a year. Company costs EUR 250.00 by now: stale. Another plan has a new
    /// price: accepted.
    /// </example>
    public static Acceptance Accept(
        Subscription subscription, Quote quote, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(policy);
        var acceptance = Accept(subscription, quote, facts, at);
        return acceptance is Accepted && Acceptances.Edited(subscription, quote, facts, catalog, policy) is { } edited
            ? edited
            : acceptance;
    }

    /// <summary>Accepts a quote whose payment has failed: the amount due is owed with the next invoice.</summary>
    /// <remarks>
    /// If the policy says that a failed payment changes nothing, the caller, who reads the policy, just does not accept the quote.
    /// </remarks>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="facts">The current facts.</param>
    /// <returns>
    /// <see cref="Accepted"/>, with a subscription that is <see cref="Status.PastDue"/> if an amount is owed; or <see cref="Stale"/>, as
    /// for an acceptance at once.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription.</exception>
    /// <example>
    /// EUR 70.19 for an upgrade are not paid: the plan is the new one, EUR 70.19 are owed, and the renewal asks for 310.19.
    /// </example>
    public static Acceptance AcceptUnpaid(Subscription subscription, Quote quote, Facts facts)
    {
        CheckAccepted(subscription, quote, facts);
        return Acceptances.Of(subscription, quote, facts, paid: false);
    }

    /// <summary>Accepts at an instant a quote whose payment has failed, if the quote is good until then.</summary>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="facts">The current facts.</param>
    /// <param name="at">The instant of the acceptance.</param>
    /// <returns>
    /// <see cref="Accepted"/>, as without an instant; or <see cref="Stale"/>, as for the acceptance of a paid quote at that instant.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription.</exception>
    /// <example>
    /// Good to the end of 2 July: an attempt to pay that fails on 3 July leaves nothing owed, and the plan is the old one.
    /// </example>
    public static Acceptance AcceptUnpaid(Subscription subscription, Quote quote, Facts facts, Instant at) =>
        InTime(subscription, quote, at, AcceptUnpaid(subscription, quote, facts));

    /// <summary>Prices again, at the instant of a quote, the request or the event that it is for.</summary>
    internal static Answer Again(Subscription subscription, Quote quote, Facts facts, Catalog catalog, BillingPolicy policy)
    {
        if (quote.BillingReason == BillingReason.Change)
        {
            return Price(subscription, quote.Change!, facts, catalog, policy, quote.At);
        }

        if (quote.BillingReason == BillingReason.Collection)
        {
            return Collect(subscription, facts, policy, quote.At);
        }

        Check(subscription, facts, policy);
        var due = DueDates.Next(subscription, facts.Credit, policy.Renewal, policy.Allowances.OnIntervalEnd);
        return due?.BillingReason == quote.BillingReason
            ? DueQuotes.Of(new Circumstances(subscription, facts, policy, quote.At), catalog, due)
            : Renew(subscription, facts, catalog, policy, quote.At);
    }

    private static Acceptance InTime(Subscription subscription, Quote quote, Instant at, Acceptance acceptance) =>
        acceptance is Accepted && Acceptances.Late(subscription, quote, at) is { } late ? late : acceptance;

    private static void CheckAccepted(Subscription subscription, Quote quote, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(facts);
        Acceptances.CheckId(subscription, quote);
    }
}
