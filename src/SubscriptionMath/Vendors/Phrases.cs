namespace SubscriptionMath.Vendors;

/// <summary>Treatments that several vendors share word for word.</summary>
internal static class Phrases
{
    /// <summary>A first purchase: at once, a term from then on, at its full price. There is nothing unused, and no surplus.</summary>
    internal static Treatment FirstPurchase { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, Due.Now, Surplus.Forfeited);

    /// <summary>A termination that is taken back before it takes effect: all is as it was.</summary>
    internal static Treatment Resumption { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, Due.Now, Surplus.Forfeited);
}
