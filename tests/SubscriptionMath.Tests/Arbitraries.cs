namespace SubscriptionMath.Tests;

/// <summary>The registry of generators: every type a law quantifies over has its factory here.</summary>
public static class Arbitraries
{
    public static Arbitrary<RoundingMode> RoundingModes() => Gen.Elements(Enum.GetValues<RoundingMode>()).ToArbitrary();
}
