namespace SubscriptionMath.Vendors;

/// <summary>
/// The orders in which billing engines draw money credit. Lots equal in all keys are drawn in the order of their arrival.
/// </summary>
public static class CreditOrders
{
    /// <summary>
    /// Stripe billing credits: priority with 0 first, the sooner expiry, gifts before paid credit, the earlier start, the earlier creation.
    /// </summary>
    public static CreditOrder StripeBillingCredits { get; }
        = CreditOrder.By(CreditKey.Priority, CreditKey.Expiry, CreditKey.PromotionalFirst, CreditKey.Effective);

    /// <summary>Stigg: priority, expiry, promotional before paid, effective, created (the order that Stigg publishes for grants).</summary>
    public static CreditOrder Stigg { get; } = StripeBillingCredits;

    /// <summary>Orb: the soonest expiry, then the lower cost basis: a gift cost nothing.</summary>
    public static CreditOrder Orb { get; } = CreditOrder.By(CreditKey.Expiry, CreditKey.PromotionalFirst);

    /// <summary>Kong: the lower priority number, then the sooner expiry, then the order of booking.</summary>
    public static CreditOrder Kong { get; } = CreditOrder.By(CreditKey.Priority, CreditKey.Expiry);

    /// <summary>Lago, among the wallets of a customer: priority, then the older wallet.</summary>
    public static CreditOrder LagoWallets { get; } = CreditOrder.By(CreditKey.Priority);

    /// <summary>Lago, within a wallet: priority, then granted before purchased credit.</summary>
    public static CreditOrder LagoWithinAWallet { get; } = CreditOrder.By(CreditKey.Priority, CreditKey.PromotionalFirst);

    /// <summary>Flexprice: priority (none last), then the sooner expiry, then the larger credit.</summary>
    public static CreditOrder Flexprice { get; } = CreditOrder.By(CreditKey.Priority, CreditKey.Expiry, CreditKey.LargestFirst);
}
