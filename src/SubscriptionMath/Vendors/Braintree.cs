namespace SubscriptionMath.Vendors;

/// <summary>
/// Braintree: the difference of the prices for the calendar days after the day of the change, as one amount cut to the cent.
/// </summary>
/// <remarks>
/// Source: articles.braintreepayments.com and developer.paypal.com/braintree, "Recurring billing: proration". Days begin at midnight in the
/// vendor's zone. A downgrade's surplus is a negative balance, used by later cycles and never refunded.
/// </remarks>
public static class Braintree
{
    /// <summary>With proration.</summary>
    /// <param name="onFailure">
    /// The effect of a failed payment of an upgrade: the old price stands (<c>revert_subscription_on_proration_failure</c>, the default),
    /// or the amount is added to the balance that the next cycle collects.
    /// </param>
    /// <example>USD 30.00 to 50.00 on 3 September: 27 of 30 days of the difference, 18.00 now; 50.00 on 1 October.</example>
    public static BillingPolicy Prorated(FailedPayment onFailure = FailedPayment.NothingChanges) =>
        Policy("Braintree", Treatments.Prorated) with
        {
            Invoicing = new() { FailedPayment = onFailure },
        };

    /// <summary>Without proration: the new price applies from the next cycle on.</summary>
    public static BillingPolicy WithoutProration() => Policy("BraintreeNone", Treatments.FreeUntilRenewal);

    private static BillingPolicy Policy(string name, Treatment change) =>
        Engine.Policy(name, Measure.Days with { ChangeDay = ChangeDay.Old }, new(RoundingMode.TowardZero, RoundingStage.Net), [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.Otherwise(change),
        ]);
}
