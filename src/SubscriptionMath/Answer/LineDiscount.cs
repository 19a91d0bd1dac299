namespace SubscriptionMath;

/// <summary>What a discount takes off a line.</summary>
/// <param name="Off">What is off the price of all its units for the whole period, exactly, in minor units; zero or more.</param>
public sealed record LineDiscount(Fraction Off);
