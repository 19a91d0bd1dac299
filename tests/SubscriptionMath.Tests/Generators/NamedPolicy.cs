namespace SubscriptionMath.Tests.Generators;

/// <summary>A policy with the answers that set it apart, so that a counterexample can name it.</summary>
public sealed record NamedPolicy(string Label, BillingPolicy Policy, bool OfVendor)
{
    public override string ToString() => Label;
}
