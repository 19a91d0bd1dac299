namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>A subscription in the midst of its life, as a record states it: what was sold, billed and credited.</summary>
internal static class Held
{
    public const string Line = "line";

    /// <summary>A free plan that offers one more thing, and that thing.</summary>
    public static Catalog Catalog(decimal price, BillingInterval interval) => new()
    {
        Plans = [new Plan { Id = "base", Name = "base", Rank = 1, Prices = [Price.Of(0m, "USD", interval)], AddOns = [Line] }],
        AddOns = [new AddOn { Id = Line, Name = Line, Prices = [Price.Of(price, "USD", interval)] }],
    };

    /// <summary>The free plan alone.</summary>
    public static Subscription Bare(Term term, BillingInterval interval, DateTimeZone zone) => Subscription.NotStarted("S-1", "USD", zone) with
    {
        Status = Status.Active,
        Anchor = new Anchor(term.Start.InZone(zone).LocalDateTime),
        Plan = Sold("base", 0m, term, interval),
    };

    /// <summary>The free plan with that thing, and its lots.</summary>
    public static Subscription Of(Term term, decimal price, BillingInterval interval, params Lot[] lots) =>
        Bare(term, interval, DateTimeZone.Utc) with { AddOns = [Sold(Line, price, term, interval) with { Lots = [.. lots] }] };

    public static Lot Lot(Term covers, decimal price, Money billed, Money? credited = null) => new()
    {
        Covers = covers,
        Period = covers,
        Quantity = 1,
        Price = Price.Of(price, billed.Currency.Code, BillingInterval.Month),
        Above = 0,
        Terms = 1,
        Billed = billed,
        Paid = billed,
        Carried = Money.Zero(billed.Currency),
        Credited = credited ?? Money.Zero(billed.Currency),
        Source = LotSource.Purchase,
        AwaitsInvoice = false,
    };

    /// <summary>The quote for dropping that item.</summary>
    public static Quote Dropped(Subscription subscription, Catalog catalog, BillingPolicy policy, Instant at) =>
        Billing.Price(subscription, Change.To(subscription.Cart() with { AddOns = default }), Facts.None, catalog, policy, at).OrThrow();

    /// <summary>The quote for buying one of that item.</summary>
    public static Quote Bought(Subscription subscription, Catalog catalog, BillingPolicy policy, Instant at) => Billing.Price(
        subscription, Change.To(subscription.Cart() with { AddOns = [new CartAddOn { Id = Line }] }), Facts.None, catalog, policy, at).OrThrow();

    private static Item Sold(string id, decimal price, Term term, BillingInterval interval) =>
        new() { ProductId = id, SoldAt = Price.Of(price, "USD", interval), Quantity = 1, Term = term };
}
