using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SubscriptionMath;

/// <summary>Prices changes and renewals of a subscription, and gives the resulting subscription.</summary>
/// <remarks>
/// Every function is pure: the same arguments give the same answer, without side effects. Preview and booking are the same value.
/// </remarks>
public static partial class Billing
{
    /// <summary>Prices a change.</summary>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="change">The customer's request.</param>
    /// <param name="facts">The facts that only the caller knows.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <param name="at">The instant of the change; within the current term.</param>
    /// <returns>
    /// A <see cref="Quote"/>, or a <see cref="Refused"/> if the policy does not allow the change, or the catalog does not sell a product of
    /// the cart, for that interval or in the subscription's currency. At or after the end of an item, the
    /// renewal comes first: the change is refused with <see cref="RefusalCode.RenewalDue"/>. A cancellation, and any change during a pause,
    /// may come later.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The catalog lacks a product that the subscription holds; a fact that the policy needs is unknown; the subscription's plan does not
    /// agree with its status, or a part of it is in another currency; the policy contradicts itself (<see cref="PolicyCheck"/>), and the
    /// message names the answers.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The instant lies before the current term.
    /// </exception>
    /// <exception cref="InvalidOperationException">The money credit is in another currency.</exception>
    /// <exception cref="OverflowException">An amount has no exact value in 128 bits; nothing is ever cut off.</exception>
    /// <example>
    /// Personal at EUR 100.00 for 2026, changed to Company at EUR 240.00 on 2 July (183 of 365 days left) under WhaleBooks: EUR 50.14 is
    /// unused, EUR 120.33 is the new price for the rest, EUR 70.19 is due.
    /// </example>
    public static Answer Price(
        Subscription subscription, Change change, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(policy);
        var answer = (Answer?)Refuse(subscription, change, facts, policy, at)
            ?? Ask(new Circumstances(subscription, facts, policy, at), change, catalog, at, isNew: true);
        return answer is Refused { Code: RefusalCode.FactNotKnown } lacking
            ? throw new ArgumentException(lacking.Message, nameof(facts))
            : answer;
    }

    /// <summary>Checks the arguments, and refuses a change at or after the end of an item.</summary>
    private static Refused? Refuse(Subscription subscription, Change change, Facts facts, BillingPolicy policy, Instant at)
    {
        CheckState(subscription, facts, policy);
        var mayBeLate = change.Cart is null || subscription.Pause is not null;
        if (subscription.Term is { } term && at < term.Start)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at,
                $"The change lies before the current term {term} of the subscription '{subscription.Id}'.");
        }

        if (LacksTaxes(facts, policy))
        {
            return Refusals.TaxesNotKnown();
        }

        // A renewal may run at this very instant. So the customer gets an answer, and asks again.
        return !mayBeLate && subscription.EndedBy(at) is not null ? Refusals.ByRule(RefusalCode.RenewalDue) : null;
    }

    /// <summary>The answer of a policy. Missing facts give a refusal instead of an exception.</summary>
    /// <param name="on">The given values.</param>
    /// <param name="change">The change.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="at">The instant of the booking.</param>
    /// <param name="isNew">Whether new products are sold for the first time; false if they were set up in an earlier term.</param>
    private static Answer Ask(Circumstances on, Change change, Catalog catalog, Instant at, bool isNew)
    {
        if (change.Since is not null)
        {
            return Since(on, change, catalog);
        }

        if (Pairing.Pair(on.Before, change.Cart, catalog, on.Policy, out var pairing) is { } unsaleable)
        {
            return unsaleable;
        }

        var wanted = change.Cart is { } cart ? catalog.HeldPlan(cart.PlanId) : null;
        var eligible = EligibilityCheck.Of(on.Policy.Requests.Eligibility, wanted, change.Cart?.Quantity, on.Facts);
        if (eligible.Refused is { } refused)
        {
            return refused;
        }

        var request = new Request(change.NextBilling is null ? pairing : pairing.WithNextBilling(), change.Cart, AskedTiming.Of(change));
        return StatusResolving.Refuse(request, on) is { } stands ? stands
            : ChangeResolving.Resolve(request, on, catalog, out var resolution) is { } notAllowed ? notAllowed
            : Quoting.Of(isNew ? resolution : resolution.WithoutFees, new QuoteHead(BillingReason.Change, change, pairing.Direction, at)
            {
                Members = eligible.Members,
                Role = eligible.Role,
            });
    }

    private static bool LacksTaxes(Facts facts, BillingPolicy policy) => policy.Invoicing.RequiresTaxes && facts.Taxes is null;

    /// <summary>Throws if the policy needs the rates of tax and the caller did not supply them.</summary>
    internal static void RequireTaxes(Facts facts, BillingPolicy policy)
    {
        if (LacksTaxes(facts, policy))
        {
            throw new ArgumentException(Refusals.TaxesNotKnown().Message, nameof(facts));
        }
    }

    private static void Check(Subscription subscription, Facts facts, [NotNull] BillingPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(facts);
        CheckState(subscription, facts, policy);
        RequireTaxes(facts, policy);
    }

    private static void CheckState(Subscription subscription, Facts facts, [NotNull] BillingPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(facts);
        PolicyCheck.Require(policy);
        Consistency.Check(subscription);
        Consistency.Check(facts.Credit, subscription.Currency, nameof(facts));
    }
}
