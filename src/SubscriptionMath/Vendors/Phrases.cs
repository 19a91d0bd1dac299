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

    /// <summary>At once, with the end kept: the new price for the rest less what is unused, and a surplus to the balance.</summary>
    internal static Treatment Difference { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, Due.Now, Surplus.ToBalance);

    /// <summary>A new term begins at the change, at its full price less what is unused, and a surplus goes to the balance.</summary>
    internal static Treatment Anew { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.Restarted, UnusedValue.OfAllLots, NewPrice.Full, Due.Now, Surplus.ToBalance);
}
