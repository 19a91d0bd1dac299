namespace SubscriptionMath;

/// <summary>The bill of a charge. Charges that are due together, with the same use of a surplus, are netted on one bill.</summary>
/// <param name="When">The time at which the customer pays.</param>
/// <param name="Surplus">The use of a surplus.</param>
internal readonly record struct Settles(PaymentTiming When, Surplus Surplus)
{
    internal static Settles AsRenewal { get; } = By(Treatment.Renewal);

    internal static Settles By(Treatment treatment) => new(treatment.PaymentTiming, treatment.Surplus);
}
