namespace SubscriptionMath.Vendors;

/// <summary>The orders in which billing engines draw on money credit. What is equal in all keys is drawn as it came in.</summary>
public static class CreditOrders
{
    /// <summary>Stripe billing credits: priority 0 first, then what expires sooner, what was given away, what became effective first, what was created first.</summary>
    public static CreditOrder StripeBillingCredits { get; } = CreditOrder.By(CreditKey.Priority, CreditKey.Expiry, CreditKey.PromotionalFirst, CreditKey.Effective);

    /// <summary>Stigg: priority, expiry, promotional before paid, effective, created (the order that Stigg publishes for grants).</summary>
    public static CreditOrder Stigg { get; } = StripeBillingCredits;

    /// <summary>Orb: what expires soonest, then the lower cost basis: a gift cost nothing.</summary>
    public static CreditOrder Orb { get; } = CreditOrder.By(CreditKey.Expiry, CreditKey.PromotionalFirst);

    /// <summary>Kong: the lower priority number, then what expires sooner, then as it was booked.</summary>
    public static CreditOrder Kong { get; } = CreditOrder.By(CreditKey.Priority, CreditKey.Expiry);

    /// <summary>Lago, among the wallets of a customer: priority, then the older wallet.</summary>
    public static CreditOrder LagoWallets { get; } = CreditOrder.By(CreditKey.Priority);

    /// <summary>Lago, within a wallet: priority, then what was granted before what was purchased.</summary>
    public static CreditOrder LagoWithinAWallet { get; } = CreditOrder.By(CreditKey.Priority, CreditKey.PromotionalFirst);

    /// <summary>Flexprice: priority (none last), then what expires sooner, then the larger credit.</summary>
    public static CreditOrder Flexprice { get; } = CreditOrder.By(CreditKey.Priority, CreditKey.Expiry, CreditKey.LargestFirst);
}
