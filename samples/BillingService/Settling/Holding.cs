using BillingService.Store;

namespace BillingService.Settling;

/// <summary>A subscription as it stands now, with everything that prices its next change.</summary>
internal sealed record Holding(SubscriptionRow Row, AccountRow Account, Facts Facts, BillingPolicy Policy, Catalog Catalog)
{
    internal Subscription Subscription => Row.Document;

    internal bool Owes => Subscription.NextInvoice.Any(charge => charge.Owed);

    internal Answer Price(Change change, Instant at) =>
        WithId(Billing.Price(Subscription, change, Facts, Catalog, Policy, at));

    internal Sequence<PolicyAnswer> Compare(Change change, Instant at, Sequence<BillingPolicy> policies) =>
        Billing.Compare(Subscription, change, Facts, Catalog, at, [.. policies]);

    internal Quote Collect(Instant at) => WithId(Billing.Collect(Subscription, Facts, Policy, at));

    internal Quote? PriceNext() =>
        Lifecycle.PriceNext(Subscription, Facts, Catalog, Policy) is { } quote ? WithId(quote) : null;

    /// <summary>The same holding as it would be after a quote.</summary>
    internal Holding After(Quote quote) => this with
    {
        Row = Row with { Document = quote.SubscriptionAfter },
        Facts = Facts with { Credit = quote.CreditAfter },
    };

    internal Timeline Foresee(Instant until) => Lifecycle.Advance(Subscription, Facts, Catalog, Policy, until);

    /// <summary>Accepts a quote for a change if the shop would still sell so, and a quote for an event as it is.</summary>
    internal Acceptance Accept(Quote quote, Instant at) => quote.BillingReason == BillingReason.Change
        ? Billing.Accept(Subscription, quote, Facts, Catalog, Policy, at)
        : Billing.Accept(Subscription, quote, Facts);

    internal Acceptance AcceptUnpaid(Quote quote) => Billing.AcceptUnpaid(Subscription, quote, Facts);

    private static Answer WithId(Answer answer) => answer is Quote quote ? WithId(quote) : answer;

    private static Quote WithId(Quote quote) => quote with { Id = BillingJson.DerivedId(quote) };
}
