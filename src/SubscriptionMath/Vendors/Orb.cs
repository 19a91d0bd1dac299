namespace SubscriptionMath.Vendors;

/// <summary>Orb: a plan change names its time and its billing cycle; the prorated difference goes to the customer's balance.</summary>
/// <remarks>
/// <para>
/// Source: docs.withorb.com and the reference text of github.com/orbcorp/orb-python: <c>schedule_plan_change</c> (<c>change_option</c>,
/// <c>billing_cycle_alignment</c>), <c>cancel</c>, <c>align_billing_with_subscription_start_date</c>, credit ledger.
/// </para>
/// <para>Settled: seconds, as elapsed time; its numbers are dates and orders alone. Prepaid credits may go below zero, which the next block
/// repays.</para>
/// </remarks>
public static class Orb
{
    /// <summary>The change option <c>immediate</c>.</summary>
    /// <param name="alignment">
    /// The billing cycle: <c>unchanged</c> (<see cref="TermRule.EndKept"/>, the default), <c>plan_change_date</c> (<see
    /// cref="TermRule.Restarted"/>) or <c>start_of_month</c> (<see cref="TermRule.AlignedTo(Anchor)"/> the 1st).
    /// </param>
    /// <param name="first">
    /// The first cycle: to the start of a month by default, or from the start of the subscription (<see cref="TermRule.Restarted"/>,
    /// <c>align_billing_with_subscription_start_date</c>).
    /// </param>
    /// <example>Billed on the 1st, changed on 15 January: the old plan is billed for 14 of 31 days, the new one from then on.</example>
    public static BillingPolicy Immediate(TermRule? alignment = null, TermRule? first = null) =>
        Policy("Orb", Treatments.Prorated with { Term = alignment ?? TermRule.EndKept }, first);

    /// <summary>The change option <c>end_of_subscription_term</c>.</summary>
    /// <param name="first">The first cycle: to the start of a month by default, or from the start of the subscription.</param>
    /// <example>Billed on the 1st, asked for on 15 January: from 1 February.</example>
    public static BillingPolicy EndOfTerm(TermRule? first = null) => Policy("OrbEndOfTerm", Treatment.AtPeriodEnd, first);

    /// <summary>The change option <c>requested_date</c>; of two changes for one date the newer counts.</summary>
    /// <param name="alignment">The billing cycle, as for <see cref="Immediate"/>.</param>
    /// <param name="first">The first cycle: to the start of a month by default, or from the start of the subscription.</param>
    /// <example>Billed on the 1st, asked for on 15 January for 15 February: the bill of 1 February is the old plan's.</example>
    public static BillingPolicy RequestedDate(TermRule? alignment = null, TermRule? first = null) =>
        Policy("OrbOnDate", Treatments.Prorated with { Timing = Timing.OnDate, Term = alignment ?? TermRule.EndKept }, first);

    private static BillingPolicy Policy(string name, Treatment change, TermRule? first) =>
        Engine.Policy(name, Measure.Seconds, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start },
                Treatments.FirstPurchase with { Term = first ?? TermRule.AlignedTo(Anchor.OnDay(1)), NewPrice = NewPrice.ForTheRest }),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.For(new Case { Changes = ChangeKinds.Quantity }, Treatments.Prorated), // within a cycle, invoiced at once
            Rule.Otherwise(change),
        ]) with
        {
            Balance = BalancePolicy.NeverLost with { Order = CreditOrders.Orb },
            Allowances = AllowancePolicy.EachTermAnew with { Use = new(GrantOrders.Orb, Overage.AsDebt, DebtAtReset.Kept) },
        };
}
