namespace SubscriptionMath.Tests;

/// <summary>
/// The answers that the independent reckoning knows: plans by rank; now, at the period's end or as chosen; the end kept, a term restarted or an add-on's own; value
/// by time of what was billed or paid; a surplus to the balance, to the next invoice, to time or lost. A policy with others is asked by the other laws, and by its published numbers.
/// </summary>
internal static class Family
{
    internal static bool Holds(BillingPolicy policy) =>
        policy.Direction == DirectionPolicy.ByRank
        && policy.Discounts.Reversal != DiscountReversal.LeavesWhole
        && Holds(policy.AddOns.EndedValue)
        && policy.Rules.All(rule => rule is Rule.NotAllowed || Holds(rule.When, ((Rule.Treated)rule).Then));

    /// <summary>Nobody is asked for an end, a pause or another billing date in a question; of a first purchase the term counts, whose lots are divided later.</summary>
    private static bool Holds(Case when, Treatment then) => when.Changes switch
    {
        What.End or What.Pause or What.Resume or What.NextBilling => true,
        What.Start => then.Term is TermRule.Restart,
        _ => then is
        {
            Timing: Timing.Immediate or Timing.PeriodEnd or Timing.CustomersChoice,
            Term: TermRule.KeptEnd or TermRule.Restart or TermRule.TermOfItsOwn,
            Surplus: Surplus.Balance or Surplus.Lost or Surplus.Time or Surplus.NextInvoice,
            Measure: null,
        }
        && Holds(then.Unused),
    };

    private static bool Holds(UnusedValue value) => value is
        UnusedValue.Nothing or UnusedValue.Lots { Basis: ValueBasis.Billed or ValueBasis.PaidInMoney or ValueBasis.BilledByTime, Retained: null };
}
