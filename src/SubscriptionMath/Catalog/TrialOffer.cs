namespace SubscriptionMath;

/// <summary>The trial that a plan offers on its first purchase.</summary>
/// <param name="Length">How long the trial lasts, counted in the subscription's zone from its first instant.</param>
public sealed record TrialOffer(BillingInterval Length);
