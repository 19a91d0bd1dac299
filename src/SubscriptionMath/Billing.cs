using NodaTime;

namespace SubscriptionMath;

/// <summary>The way in: what a change costs, and what a subscription is after it.</summary>
/// <remarks>Every function is pure: the same arguments give the same answer, and nothing else happens. Preview and booking are the same value.</remarks>
public static class Billing
{
    /// <summary>Prices a change.</summary>
    /// <param name="subscription">The subscription as it is.</param>
    /// <param name="change">What the customer wants to hold afterwards.</param>
    /// <param name="facts">What only the caller knows.</param>
    /// <param name="catalog">What is sold.</param>
    /// <param name="policy">What the vendor does.</param>
    /// <param name="at">The instant of the change; within the current term.</param>
    /// <returns>A <see cref="Quote"/>, or a <see cref="Refused"/> where the policy does not allow the change.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The cart names a product that the catalog does not have; a fact that the policy asks for is not known; the subscription's plan does not
    /// go with its status, or something in it is in another currency.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the current term, or its end has come: then the renewal comes first.</exception>
    /// <exception cref="InvalidOperationException">The money credit is in another currency.</exception>
    /// <exception cref="OverflowException">An amount has no exact value in 128 bits; nothing is ever cut off.</exception>
    /// <example>
    /// Personal at EUR 100.00 for 2026, changed to Company at EUR 240.00 on 2 July (183 of 365 days left) under WhaleBooks: EUR 50.14 is unused,
    /// EUR 120.33 is the new price for the rest, EUR 70.19 is due.
    /// </example>
    public static Answer Price(
        Subscription subscription, Change change, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(policy);
        Consistency.Check(subscription);
        Consistency.Check(facts.Credit, subscription.Currency);
        if (subscription.Term is { } term && !term.Contains(at))
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, at < term.Start
                ? $"The change lies before the current term {term} of the subscription '{subscription.Id}'."
                : $"The current term {term} of the subscription '{subscription.Id}' has ended; it is renewed first.");
        }

        return Walk.Price(subscription, change, facts, catalog, policy, at);
    }

    /// <summary>Gives what the unused part of the plan held is worth at an instant, rounded once.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="answer">Which lots count, and on what amount.</param>
    /// <param name="measure">How time left is counted.</param>
    /// <param name="rounding">How the sum is rounded to the minor unit.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The value, zero or more; zero where no plan is held. WhaleBooks shows it as "unused credit" (S3.4).</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>EUR 50.14 on 2 July 2026 for a plan of EUR 100.00 for 2026; zero from 1 January 2027 on.</example>
    /// <exception cref="ArgumentException">The subscription's plan does not go with its status, or something in it is in another currency.</exception>
    public static Money UnusedValue(
        Subscription subscription, UnusedValue answer, Measure measure, RoundingMode rounding, Instant at)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(measure);
        Consistency.Check(subscription);
        return subscription.Plan is { } plan
            ? Money.Round(UnusedLots.Worth(plan, answer, measure, rounding, subscription, at), subscription.Currency, rounding)
            : Money.Zero(subscription.Currency);
    }

    /// <summary>Accepts a quote: gives the subscription that it showed, or tells that the quote is stale.</summary>
    /// <param name="subscription">The subscription as it is now.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="facts">The facts as they are now.</param>
    /// <returns><see cref="Accepted"/>; or <see cref="Stale"/> where the subscription has moved on or a fact that the quote read has changed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The quote was made for another subscription.</exception>
    public static Acceptance Accept(Subscription subscription, Quote quote, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(facts);
        if (quote.SubscriptionId != subscription.Id)
        {
            throw new ArgumentException(
                $"The quote was made for the subscription '{quote.SubscriptionId}', not for '{subscription.Id}'.", nameof(quote));
        }

        if (quote.ForVersion != subscription.Version)
        {
            return new Stale
            {
                Refusal = Refusals.Stale($"The quote was made for version {quote.ForVersion} of the subscription, which is at {subscription.Version} now."),
            };
        }

        return quote.Read.StillHold(facts)
            ? new Accepted { Subscription = quote.SubscriptionAfter, Credit = quote.Read.Credit is null ? facts.Credit : quote.CreditAfter }
            : new Stale { Refusal = Refusals.Stale("A fact that the quote depends on has changed since it was made.") };
    }
}
