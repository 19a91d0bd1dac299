namespace SubscriptionMath.Tests.Lives;

/// <summary>A policy in which the examples of single answers stand: all else is as plain as can be.</summary>
internal static class AxesShop
{
    public static Treatment AtOnce => Plain.Difference;

    public static Treatment FirstPurchase => Plain.FirstPurchase;

    public static BillingPolicy Policy(
        Treatment start, Treatment end, Treatment otherwise, AddOnFate addOns = AddOnFate.KeptWithTheTerm, PendingPolicy pending = PendingPolicy.NewestReplaces) =>
        Plain.Policy(start, end, otherwise, addOns).WithPending(pending) with { Name = "axes" };
}
