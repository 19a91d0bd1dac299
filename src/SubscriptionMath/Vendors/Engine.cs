namespace SubscriptionMath.Vendors;

/// <summary>
/// Billing engines: they state their measure, their rounding and their rules; the vendor that uses them decides the rest.
/// </summary>
internal static class Engine
{
    /// <param name="name">The name of the policy.</param>
    /// <param name="measure">The measure of the time left.</param>
    /// <param name="rounding">The rounding of amounts, and its stage.</param>
    /// <param name="rules">The rules, case by case.</param>
    internal static BillingPolicy Policy(string name, Measure measure, Rounding rounding, Sequence<Rule> rules) =>
        new() { Name = name, Rules = rules, Proration = new() { Measure = measure, Rounding = rounding } };
}
