namespace RenewalCluster;

/// <summary>A customer's account: all that a renewal has to know.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Credit">The money credit.</param>
/// <param name="Taxes">The tax rates of the customer's country.</param>
public sealed record Account(Subscription Subscription, MoneyCredit Credit, TaxRates Taxes)
{
    /// <summary>Gives the facts of a renewal.</summary>
    public Facts Facts() => SubscriptionMath.Facts.None with { Credit = Credit, Taxes = Taxes };
}
