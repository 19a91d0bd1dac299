using NodaTime;

namespace SubscriptionMath;

/// <summary>Prices events: the end of a term, a date that has come, a renewal ahead, or the expiry of credit.</summary>
internal static class DueQuotes
{
    /// <summary>Prices an event at the instant of its booking.</summary>
    internal static Quote Of(Circumstances on, Catalog catalog, DueEvent due)
    {
        var (at, end) = (on.Moment, on.Before.Term?.End);
        return due.BillingReason switch
        {
            BillingReason.MoneyCreditExpiry => CreditExpires(on),
            BillingReason.UsageCreditExpiry => GrantsLapse(on, catalog, due.At),
            BillingReason.Renewal when at < end => Ahead(on, catalog),

            // A renewal that was not paid ahead is the renewal at the end of the term by now.
            BillingReason.Renewal when due.At < end => Price(on.At(end.Value), catalog, due.BillingReason, at),
            _ => Price(on.At(due.At), catalog, due.BillingReason, at),
        };
    }

    /// <summary>Prices an event that has been due since the moment.</summary>
    /// <param name="on">The subscription, and the instant since which the event is due.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="occasion">The reason for the quote.</param>
    /// <param name="at">The instant of the booking.</param>
    internal static Quote Price(Circumstances on, Catalog catalog, BillingReason occasion, Instant at)
    {
        var turned = DueResolving.Resolve(on, catalog);
        return Quoting.Of(turned.Resolution, new QuoteHead(occasion, null, turned.Direction, at) { Members = turned.Members });
    }

    /// <summary>Prices a renewal ahead: the next term of the plan, and of the add-ons that renew with the plan.</summary>
    internal static Quote Ahead(Circumstances on, Catalog catalog) => Quoting.Of(
        Renewing.BuyAhead(new Resolution(on, BalanceUses.Renewals), catalog),
        new QuoteHead(BillingReason.Renewal, null, Direction.Lateral, on.Moment));

    /// <summary>Prices the expiry of money credit.</summary>
    internal static Quote CreditExpires(Circumstances on) => Quoting.Of(
        new Resolution(on, BalanceUses.None) { CreditExpires = true },
        new QuoteHead(BillingReason.MoneyCreditExpiry, null, Direction.Lateral, on.Moment));

    /// <summary>Prices the lapse of usage credits, or their rollover at the end of an interval within the term.</summary>
    /// <param name="on">The subscription, and the instant of the booking.</param>
    /// <param name="catalog">The catalog, which has the allowances of the plan.</param>
    /// <param name="due">The instant at which the credits lapse.</param>
    internal static Quote GrantsLapse(Circumstances on, Catalog catalog, Instant due)
    {
        var head = new QuoteHead(BillingReason.UsageCreditExpiry, null, Direction.Lateral, on.Moment);
        var plan = on.Policy.Allowances.OnIntervalEnd == GrantFate.Carried ? on.Before.Plan : null;
        var rolls = plan is null ? null : Wanted.Of(catalog.HeldPlan(plan.ProductId), plan.SoldAt, plan.Quantity);
        on = rolls is null ? on : on with { Moment = due, AtBoundary = true };
        return Quoting.Of(new Resolution(on, BalanceUses.None) { Grants = [new GrantStep.Lapsed(rolls)] }, head);
    }
}
