namespace SubscriptionMath;

/// <summary>The bill of a charge. Charges that are due together, with the same use of a surplus, are netted on one bill.</summary>
/// <param name="When">The time at which the customer pays.</param>
/// <param name="Surplus">The use of a surplus.</param>
internal readonly record struct Settles(PaymentTiming When, Surplus Surplus)
{
    /// <summary>Gets whether the bill waits, since it is below the least amount.</summary>
    internal bool IsBelowLeast { get; init; }

    /// <summary>Gets whether an amount due is deferred to the next invoice.</summary>
    internal bool Waits => IsBelowLeast || When == PaymentTiming.NextInvoice;

    internal static Settles AsRenewal { get; } = By(Treatment.Renewal);

    internal static Settles By(Treatment treatment) => new(treatment.PaymentTiming, treatment.Surplus);
}
