using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>A policy in which nothing contradicts anything, and what is found when one answer of it is another.</summary>
internal static class Contradicting
{
    internal static BillingPolicy Sound { get; } = SmrtPhone.Policy();

    internal static Treatment Usual { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    internal static Case UpInTrial { get; } = new() { Direction = Direction.Up, InTrial = true };

    internal static Case AddOns { get; } = new() { Changes = ChangeKinds.AddOn };

    /// <summary>The rules, after those for a first purchase and a cancellation, which every policy states; one of the rules may be for these itself.</summary>
    internal static BillingPolicy Rules(params Rule[] rules) => Sound with
    {
        Rules = [.. Sound.Rules.Take(2).Where(stated => !rules.Any(rule => rule.When.Changes == stated.When.Changes)), .. rules],
    };

    internal static BillingPolicy Always(Treatment then) => Rules(Rule.Otherwise(then));

    internal static void Stands(BillingPolicy policy) => Assert.Empty(PolicyCheck.Contradictions(policy));

    internal static void Stands(BillingPolicy policy, Catalog catalog) => Assert.Empty(PolicyCheck.Contradictions(policy, catalog));

    internal static void Contradicts(string one, string other, Treatment then, Case? when = null) => Contradicts(
        one, other, when is null ? Always(then) : Rules(Rule.For(when, then), Rule.Otherwise(Usual)));

    internal static void Contradicts(string one, string other, BillingPolicy policy) => Names(one, other, PolicyCheck.Contradictions(policy));

    internal static void Contradicts(string one, string other, BillingPolicy policy, Catalog catalog) =>
        Names(one, other, PolicyCheck.Contradictions(policy, catalog));

    internal static string[] Named(BillingPolicy policy) =>
        [.. PolicyCheck.Contradictions(policy).Select(found => $"{found.One}/{found.Other}")];

    private static void Names(string one, string other, Sequence<Contradiction> contradictions)
    {
        var found = Assert.Single(contradictions.ToArray(), found => !found.IsWarning || found.One == one);
        Assert.Equal((one, other), (found.One, found.Other));
        Assert.EndsWith(".", found.Message, StringComparison.Ordinal);
    }
}
