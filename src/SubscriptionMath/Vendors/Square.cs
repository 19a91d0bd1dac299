namespace SubscriptionMath.Vendors;

/// <summary>Square Subscriptions: swapping a plan, pausing and moving the billing day are actions for the next billing day.</summary>
/// <remarks>
/// Source: developer.squareup.com, "Swap subscription plans", "Pause or resume", "Change the billing anchor date". Dates are those of the
/// subscription's zone.
/// </remarks>
public static class Square
{
    /// <summary>The policy.</summary>
    public static BillingPolicy Policy() =>
        Engine.Policy("Square", Measure.Days, Rounding.HalfAwayFromZeroOnTheNet, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.Pause }, Treatments.Resumption with { Timing = Timing.AtPeriodEnd }),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.MovedWithoutBill),
            Rule.Otherwise(Treatment.AtPeriodEnd),
        ]);
}
