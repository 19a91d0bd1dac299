namespace SubscriptionMath;

/// <summary>The bill that charges are on: those that are due at the same time and whose surplus goes the same way are netted.</summary>
/// <param name="When">When the customer pays.</param>
/// <param name="Surplus">The way that a surplus goes.</param>
internal readonly record struct Settles(Due When, Surplus Surplus)
{
    internal static Settles AsRenewal { get; } = By(Treatment.Renewal);

    internal static Settles By(Treatment treatment) => new(treatment.Due, treatment.Surplus);
}
