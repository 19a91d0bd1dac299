namespace SubscriptionMath.Vendors;

/// <summary>PayPal Subscriptions: another plan or quantity applies from the next cycle on; nothing is prorated.</summary>
/// <remarks>
/// Source: developer.paypal.com, "Revise plan or quantity of subscription". If the customer does not consent, the caller does not accept
/// the quote.
/// </remarks>
public static class PayPal
{
    /// <summary>The policy.</summary>
    /// <example>Four agents at USD 4.00, raised to ten: 40.00 with the next cycle, nothing before.</example>
    public static BillingPolicy Policy() =>
        Engine.Policy("PayPal", Measure.Days, Rounding.HalfAwayFromZeroOnTheNet, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.Otherwise(Treatment.AtPeriodEnd),
        ]);
}
