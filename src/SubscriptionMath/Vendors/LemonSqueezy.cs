namespace SubscriptionMath.Vendors;

/// <summary>Lemon Squeezy: the plan switches at once; a parameter of the change decides the bill of the difference.</summary>
/// <remarks>
/// Source: docs.lemonsqueezy.com, "Update a subscription" and its guide to proration; no amounts are published. <c>disable_prorations</c>
/// wins over <c>invoice_immediately</c>. A change of <c>billing_anchor</c> bills the time up to its next occurrence.
/// </remarks>
public static class LemonSqueezy
{
    /// <summary>With proration: the difference for the rest of the term.</summary>
    /// <param name="billed">With the next renewal (the default), or now (<c>invoice_immediately</c>).</param>
    /// <param name="surplus">The destination of unused value beyond the new price; never refunded, to the balance by default.</param>
    public static BillingPolicy Prorated(PaymentTiming billed = PaymentTiming.NextInvoice, Surplus? surplus = null) =>
        Policy("LemonSqueezy", Treatments.Prorated with { PaymentTiming = billed, Surplus = surplus ?? Surplus.ToBalance });

    /// <summary>With <c>disable_prorations</c>: the new plan is free until the renewal, which has the new price.</summary>
    public static BillingPolicy WithoutProration() => Policy("LemonSqueezyNone", Treatments.FreeUntilRenewal);

    private static BillingPolicy Policy(string name, Treatment change) =>
        Engine.Policy(name, Measure.Seconds, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling, InTrial = true }, Treatments.MovedWithoutBill),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.MovedWithProration),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.Otherwise(change),
        ]);
}
