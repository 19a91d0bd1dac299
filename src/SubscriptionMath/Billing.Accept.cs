namespace SubscriptionMath;

/// <content>Quotes accepted, with their payment or without it.</content>
public static partial class Billing
{
    /// <summary>Accepts a quote: gives the subscription that it showed, or tells that the quote is stale.</summary>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="facts">The current facts.</param>
    /// <returns><see cref="Accepted"/>; or <see cref="Stale"/> if the subscription, or a fact that the quote read, has changed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription.</exception>
    public static Acceptance Accept(Subscription subscription, Quote quote, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(facts);
        return Acceptances.Of(subscription, quote, facts, paid: true);
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
    /// for <see cref="Accept"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription.</exception>
    /// <example>
    /// EUR 70.19 for an upgrade are not paid: the plan is the new one, EUR 70.19 are owed, and the renewal asks for 310.19.
    /// </example>
    public static Acceptance AcceptUnpaid(Subscription subscription, Quote quote, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(facts);
        return Acceptances.Of(subscription, quote, facts, paid: false);
    }
}
