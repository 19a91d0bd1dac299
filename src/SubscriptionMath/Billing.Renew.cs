using NodaTime;

namespace SubscriptionMath;

/// <content>The next term, and the collection of deferred charges.</content>
public static partial class Billing
{
    /// <summary>Prices the next term: at the end of the current one, or ahead of it.</summary>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="facts">The facts that only the caller knows.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <param name="at">The instant of booking. Before the end of the term, the next term is bought ahead and lies in the future.</param>
    /// <returns>
    /// A <see cref="Quote"/>; or a <see cref="Refused"/> if there is no next term, or if a change is pending at its start and the instant
    /// is too early for that change.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The catalog lacks a product that is held or pending; a fact that the policy needs is unknown; the parts of the subscription
    /// contradict each other; the policy contradicts itself.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the current term.</exception>
    /// <exception cref="InvalidOperationException">The money credit is in another currency.</exception>
    /// <example>
    /// Premium at EUR 480.00 to 1 June 2027, renewed on 25 May: EUR 480.00 for 1 June 2027 to 1 June 2028, never for the current year again
    /// (PhotoDeck, 4-B'). At 1 June the regular renewal is due.
    /// </example>
    public static Answer Renew(Subscription subscription, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Check(subscription, facts, policy);
        if (subscription is not { Plan: { } plan, Status: not Status.Paused }
            || (subscription.Pending is { Cart: null } end && !(end.OnDate && end.EffectiveAt > plan.Term.End))
            || (subscription.Pending is null && plan.EndsNext))
        {
            return Refusals.ByRule(RefusalCode.NothingToRenew);
        }

        if (at < plan.Term.Start)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at,
                $"The renewal lies before the current term {plan.Term} of the subscription '{subscription.Id}'.");
        }

        if (at >= plan.Term.End)
        {
            var due = DueDates.Next(
                subscription with { Grants = default, AddOns = default }, MoneyCredit.None, policy.Renewal with { DaysAhead = 0 })!;
            return DueQuotes.Price(new Circumstances(subscription, facts, policy, due.At), catalog, due.BillingReason, at);
        }

        return subscription.Pending is null
            ? DueQuotes.Ahead(new Circumstances(subscription, facts, policy, at), catalog)
            : Refusals.ByRule(RefusalCode.ChangePending);
    }

    /// <summary>Prices the early collection of deferred charges, such as an amount left owed by a failed payment.</summary>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="facts">The facts that only the caller knows.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The quote; without entries if no charge is deferred.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// A fact that the policy needs is unknown; the parts of the subscription contradict each other; the policy contradicts itself.
    /// </exception>
    /// <exception cref="InvalidOperationException">The money credit is in another currency.</exception>
    /// <example>EUR 25.00 were deferred: NextInvoice -25.00, Payment +25.00.</example>
    public static Quote Collect(Subscription subscription, Facts facts, BillingPolicy policy, Instant at)
    {
        Check(subscription, facts, policy);
        var resolution = new Resolution(new Circumstances(subscription, facts, policy, at), BalanceUses.Renewals);
        resolution = subscription.NextInvoice.IsEmpty
            ? resolution
            : resolution with { CollectsDeferred = true, Steps = [BillStep.BillOpens.AsRenewal] };
        return Quoting.Of(resolution, new QuoteHead(BillingReason.Collection, null, Direction.Lateral, at));
    }
}
