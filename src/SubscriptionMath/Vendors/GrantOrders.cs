namespace SubscriptionMath.Vendors;

/// <summary>
/// The orders in which billing engines use grants of usage credits. Grants equal in all keys are used in the order listed.
/// </summary>
public static class GrantOrders
{
    /// <summary>Gets OpenMeter's, and Kong's: priority, the sooner expiry, creation, id.</summary>
    /// <remarks>Source: openmeter/credit/README.md; developer.konghq.com, Metering and Billing.</remarks>
    public static GrantOrder OpenMeter { get; } = GrantOrder.By(GrantKey.Priority, GrantKey.Expiry, GrantKey.Created, GrantKey.Id);

    /// <summary>Gets Orb's: the sooner expiry, then the lower cost basis.</summary>
    /// <remarks>Source: docs.withorb.com, prepaid credits.</remarks>
    public static GrantOrder Orb { get; } = GrantOrder.By(GrantKey.Expiry, GrantKey.CostBasis);

    /// <summary>Gets Metronome's for prepaid commits and credits: priority, the lower cost, the sooner expiry, the earlier start.</summary>
    /// <remarks>
    /// Source: docs.metronome.com, commits and credits. Cost comes before expiry. The number of products of a commit is the caller's: a
    /// pool is of one kind.
    /// </remarks>
    public static GrantOrder Metronome { get; } = GrantOrder.By(GrantKey.Priority, GrantKey.CostBasis, GrantKey.Expiry, GrantKey.Effective);

    /// <summary>Gets that of Metronome's older credit grants: priority, then the sooner expiry.</summary>
    /// <remarks>Source: docs.metronome.com, credit grants.</remarks>
    public static GrantOrder MetronomeLegacy { get; } = GrantOrder.By(GrantKey.Priority, GrantKey.Expiry);

    /// <summary>
    /// Gets Stripe's for billing credits: priority, the sooner expiry, gifts before paid, the earlier start, the earlier creation.
    /// </summary>
    /// <remarks>Source: docs.stripe.com/billing/subscriptions/usage-based/billing-credits.</remarks>
    public static GrantOrder Stripe { get; } =
        GrantOrder.By(GrantKey.Priority, GrantKey.Expiry, GrantKey.PromotionalFirst, GrantKey.Effective, GrantKey.Created);

    /// <summary>Gets Stigg's, which is Stripe's.</summary>
    /// <remarks>Source: docs.stigg.io, credits.</remarks>
    public static GrantOrder Stigg => Stripe;

    /// <summary>Gets Flexprice's: priority, none last; the sooner expiry; the larger one.</summary>
    /// <remarks>Source: flexprice, internal/repository/ent/wallet.go.</remarks>
    public static GrantOrder Flexprice { get; } = GrantOrder.By(GrantKey.Priority, GrantKey.Expiry, GrantKey.LargestFirst);

    /// <summary>Gets Lago's within a wallet: priority, granted before purchased, in the order of arrival.</summary>
    /// <remarks>Source: lago-api, app/services/wallet_transactions/track_consumption_service.rb.</remarks>
    public static GrantOrder Lago { get; } = GrantOrder.By(GrantKey.Priority, GrantKey.PromotionalFirst, GrantKey.Created);

    /// <summary>Gets Autumn's, Clay's and CompanyWell's: rolled-over credits before fresh ones, then the sooner expiry.</summary>
    /// <remarks>Source: autumn, server/src/internal/customers/cusProducts/cusEnts/cusRollovers/rolloverUtils.ts.</remarks>
    public static GrantOrder RolledOverFirst { get; } = GrantOrder.By(GrantKey.RolledOverFirst, GrantKey.Expiry);
}
