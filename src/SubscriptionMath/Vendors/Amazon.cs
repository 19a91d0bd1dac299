namespace SubscriptionMath.Vendors;

/// <summary>Amazon Appstore: the app decides whether a change is immediate or deferred.</summary>
/// <remarks>Source: developer.amazon.com, "Modify subscriptions" (quick subscribe).</remarks>
public static class Amazon
{
    /// <summary><c>IMMEDIATE</c>: the rest of the period is refunded and the new plan begins a term at its full price.</summary>
    public static BillingPolicy Immediate() =>
        Policy("Amazon", Treatments.Anew with { Surplus = Surplus.Refunded(RefundRest.Forfeited) });

    /// <summary><c>DEFERRED</c>: at the end of the period.</summary>
    public static BillingPolicy Deferred() => Policy("AmazonDeferred", Treatment.AtPeriodEnd);

    private static BillingPolicy Policy(string name, Treatment change) =>
        Engine.Policy(name, Measure.Days, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.Otherwise(change),
        ]);
}
