using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SubscriptionMath;

/// <summary>Prices changes and renewals of a subscription, and gives the resulting subscription.</summary>
/// <remarks>
/// Every function is pure: the same arguments give the same answer, without side effects. Preview and booking are the same value.
/// </remarks>
public static class Billing
{
    /// <summary>Prices a change.</summary>
    /// <param name="subscription">The current subscription.</param>
    /// <param name="change">The customer's request.</param>
    /// <param name="facts">The facts that only the caller knows.</param>
    /// <param name="catalog">The products for sale.</param>
    /// <param name="policy">The vendor's policy.</param>
    /// <param name="at">The instant of the change; within the current term.</param>
    /// <returns>
    /// A <see cref="Quote"/>, or a <see cref="Refused"/> if the policy does not allow the change. At or after the end of an item, the
    /// renewal comes first: the change is refused with <see cref="RefusalCode.RenewalDue"/>. A cancellation, and any change during a pause,
    /// may come later.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The cart names a product that the catalog does not have; a fact that the policy needs is unknown; the subscription's plan does not
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
        var answer = Ask(subscription, change, facts, catalog, policy, at);
        return answer is Refused { Code: RefusalCode.FactNotKnown } lacking
            ? throw new ArgumentException(lacking.Sentence, nameof(facts))
            : answer;
    }

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
            rows[i] = new PolicyAnswer(policies[i].Name, Ask(subscription, change, facts, catalog, policies[i], at));
        }

        return Sequence.Of<PolicyAnswer>(rows);
    }

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
    /// The catalog lacks a product that is held or pending; the parts of the subscription contradict each other; the policy contradicts
    /// itself.
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
            return DueQuotes.Price(new Circumstances(subscription, facts, policy, due.At), catalog, due.Occasion, at);
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
    /// The parts of the subscription contradict each other, or the policy contradicts itself.
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
        return Quoting.Of(resolution, new QuoteHead(Occasion.Collection, null, Direction.Lateral, at));
    }

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
            ? UnusedValue(subscription, rule.Unused, rule.Measure ?? policy.Measure, policy.Rounding.Mode, at) + credit
            : credit;
    }

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

    /// <summary>The answer of a policy. Missing facts give a refusal instead of an exception.</summary>
    private static Answer Ask(Subscription subscription, Change change, Facts facts, Catalog catalog, BillingPolicy policy, Instant at)
    {
        Check(subscription, facts, policy);
        var mayBeLate = change.Cart is null || subscription.Pause is not null;
        if (subscription.Term is { } term && at < term.Start)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at,
                $"The change lies before the current term {term} of the subscription '{subscription.Id}'.");
        }

        // A renewal may run at this very instant. So the customer gets an answer, and asks again.
        if (!mayBeLate && subscription.EndedBy(at) is not null)
        {
            return Refusals.ByRule(RefusalCode.RenewalDue);
        }

        var on = new Circumstances(subscription, facts, policy, at);
        if (Pairing.Pair(on.Before, change.Cart, catalog, on.Policy, out var pairing) is { } unsaleable)
        {
            return unsaleable;
        }

        var wanted = change.Cart is { } cart ? catalog.Plan(cart.PlanId) : null;
        if (EligibilityCheck.Find(
            on.Policy.Eligibility, wanted, change.Cart?.Quantity, on.Facts, out var members, out var role) is { } refused)
        {
            return refused;
        }

        var request = new Request(change.NextBilling is null ? pairing : pairing.WithNextBilling(), change.Cart, AskedTiming.Of(change));
        return StatusResolving.Refuse(request, on.Before, on.Policy.Pending) is { } stands ? stands
            : ChangeResolving.Resolve(request, on, catalog, out var resolution) is { } notAllowed ? notAllowed
            : Quoting.Of(
                resolution, new QuoteHead(Occasion.Change, change, pairing.Direction, on.Moment) { Members = members, Role = role });
    }

    private static void Check(Subscription subscription, Facts facts, [NotNull] BillingPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(facts);
        PolicyCheck.Require(policy);
        Consistency.Check(subscription);
        Consistency.Check(facts.Credit, subscription.Currency);
    }
}
