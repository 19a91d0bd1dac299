using NodaTime;

namespace SubscriptionMath;

/// <summary>Accepts quotes: a stale quote is refused, and a failed payment leaves the amount owed.</summary>
internal static class Acceptances
{
    internal static Acceptance Of(Subscription subscription, Quote quote, Facts facts, bool paid)
    {
        if (quote.ForVersion != subscription.Version)
        {
            return Stale(StaleReason.Version, Refusals.StaleVersion(quote.ForVersion, subscription.Version));
        }

        if (quote.Read.Changed(facts) is { } fact)
        {
            return Stale(
                StaleReason.Fact, Refusals.Stale("A fact that the quote depends on has changed since it was made.", fact));
        }

        var owed = paid ? Money.Zero(subscription.Currency) : quote.Totals.DueNow;
        return new Accepted
        {
            Subscription = owed.IsPositive ? Owing(subscription, quote, owed) : quote.SubscriptionAfter,
            Credit = quote.Read.Credit is null ? facts.Credit : quote.CreditAfter,
        };
    }

    internal static void CheckId(Subscription subscription, Quote quote)
    {
        if (quote.SubscriptionId != subscription.Id)
        {
            throw new ArgumentException(
                $"The quote was made for the subscription '{quote.SubscriptionId}', not for '{subscription.Id}'.", nameof(quote));
        }
    }

    /// <summary>Gives the refusal of a quote whose time is over at an instant, or null.</summary>
    internal static Stale? Late(Subscription subscription, Quote quote, Instant at)
    {
        if (quote.GoodUntil is { } end && at >= end)
        {
            return Stale(StaleReason.Time, Refusals.StaleSince(end, at));
        }

        // As for the change itself: a cancellation, and any change during a pause, may come later.
        return quote is { BillingReason: BillingReason.Change, Change.Cart: not null } && subscription.Pause is null
            && subscription.EndedBy(at) is { } ended
            ? Stale(StaleReason.Time, Refusals.StaleSince(ended.Term.End, at))
            : null;
    }

    /// <summary>Gives the refusal of a quote that the catalog and the policy would make otherwise now, or null.</summary>
    internal static Stale? Edited(Subscription subscription, Quote quote, Facts facts, Catalog catalog, BillingPolicy policy)
    {
        const string Edited = "The catalog or the policy was edited since the quote was made";
        return Billing.Again(subscription, quote, facts, catalog, policy) switch
        {
            Refused refused => Stale(StaleReason.CatalogOrPolicy, Refusals.Stale($"{Edited}: {refused.Message}", refused.Subject)),
            Quote now when now.Entries != quote.Entries || now.Lines != quote.Lines || now.SubscriptionAfter != quote.SubscriptionAfter =>
                Stale(StaleReason.CatalogOrPolicy, Refusals.Stale($"{Edited}, and give another price now.")),
            _ => null,
        };
    }

    private static Stale Stale(StaleReason reason, Refused refusal) => new() { Reason = reason, Refusal = refusal };

    /// <summary>
    /// Gives the part of the unpaid bill that was given back as credit before payment. Promotional credit does not pay that part later
    /// either.
    /// </summary>
    private static Money? Credited(Subscription before, Subscription after, Money owed)
    {
        var credited = Deferred.Of(before.NextInvoice, owed.Currency).Credited - Deferred.Of(after.NextInvoice, owed.Currency).Credited;
        return !credited.IsPositive ? null : credited < owed ? credited : owed;
    }

    /// <summary>Gives the subscription after a failed payment: the amount waits for the next invoice, with the unpaid lots.</summary>
    private static Subscription Owing(Subscription before, Quote quote, Money owed)
    {
        var after = quote.SubscriptionAfter;
        var rest = owed;
        var held = before.Items().SelectMany(static item => item.Lots.Append(item.SetUp)).OfType<Lot>().ToHashSet();
        var owing = after with
        {
            Status = after.Status == Status.Active ? Status.PastDue : after.Status,
            Plan = after.Plan is { } plan ? Unpaid(plan) : null,
            AddOns = [.. after.AddOns.Select(Unpaid)],
            NextInvoice = after.NextInvoice.Plus(
                new DeferredCharge { Since = quote.At, Owed = true, Amount = owed, Credited = Credited(before, after, owed) }),
        };
        return owing.ConsistentAs(after);

        Item Unpaid(Item item) => item with { Lots = [.. item.Lots.Select(Lot)], SetUp = item.SetUp is { } fee ? Lot(fee) : null };

        Lot Lot(Lot lot)
        {
            // Carried value may itself be promotional credit. No more is owed than was to be paid in money, with tax.
            var promotion = Promotions.Sum(lot.Promotion, owed.Currency);
            var (gross, carried) = (lot.GrossOf(lot.Paid), lot.GrossOf(lot.Carried));
            var money = gross - (promotion > carried ? promotion : carried);
            var unpaid = held.Contains(lot) ? Money.Zero(owed.Currency) : money < rest ? money : rest;
            rest -= unpaid;
            return unpaid.IsZero ? lot : lot with { Paid = lot.PaidOf(gross - unpaid), AwaitsInvoice = true };
        }
    }
}
