namespace SubscriptionMath;

/// <summary>The discount on a line.</summary>
/// <param name="Off">The amount off the price of all units for the whole period, exactly, in minor units; zero or more.</param>
public sealed record LineDiscount(Fraction Off);
