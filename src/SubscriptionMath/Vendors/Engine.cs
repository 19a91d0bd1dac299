namespace SubscriptionMath.Vendors;

/// <summary>Billing engines: they state how they count and round, and their rules; the merchant says the rest.</summary>
internal static class Engine
{
    /// <param name="name">The name of the policy.</param>
    /// <param name="measure">How time left is counted.</param>
    /// <param name="rounding">How, and where, amounts are rounded.</param>
    /// <param name="rules">What happens, case by case.</param>
    internal static BillingPolicy Policy(string name, Measure measure, Rounding rounding, Sequence<Rule> rules) =>
        new() { Name = name, Rules = rules, Measure = measure, Rounding = rounding };
}
