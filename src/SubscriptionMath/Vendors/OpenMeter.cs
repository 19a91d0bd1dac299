namespace SubscriptionMath.Vendors;

/// <summary>
/// OpenMeter: open-source metering and billing; a start within a period is charged for its part, and no issued line is credited.
/// </summary>
/// <remarks>
/// <para>
/// Source: openmeterio/openmeter at 7e57a394a: <c>openmeter/billing/charges/flatfee/charge.go</c>,
/// <c>openmeter/productcatalog/{pro_rating,alignment}.go</c>, <c>openmeter/subscription/timing.go</c>.
/// </para>
/// <para>
/// Settled: the caller chooses the time, at once or with the next billing cycle. A service period without length is a one-off and is
/// charged in full. Lines of an invoice that is not issued yet are made anew, those of an issued one never.
/// </para>
/// </remarks>
public static class OpenMeter
{
    /// <summary>The policy: the rest of the period at its part of the price, without credit for billed time.</summary>
    /// <param name="part">
    /// A start within a period costs its part by default; <see cref="NewPrice.Full"/> without <c>pro_rating.enabled</c>.
    /// </param>
    /// <param name="billed">
    /// Now by default: every invoice is issued at once, and none of it is credited. With <see cref="PaymentTiming.NextInvoice"/> the
    /// invoice is a
    /// draft until then, whose lines a change makes anew.
    /// </param>
    /// <param name="first">
    /// The first term: up to the subscription's first anchor by default, or to another one (<see cref="TermRule.AlignedTo(Anchor)"/>).
    /// </param>
    public static BillingPolicy Policy(
        NewPrice part = NewPrice.ForTheRest, PaymentTiming billed = PaymentTiming.Now, TermRule? first = null)
    {
        var change = new Treatment(
            Timing.CustomerChooses, TrialFate.Ended, TermRule.EndKept,
            UnusedValue.OfLots(LotSources.All, ValueBasis.NotInvoiced), part, billed, Surplus.ToBalance);
        return Engine.Policy("OpenMeter", Measure.Days with { Unit = ProrationUnit.Nanoseconds }, Rounding.HalfAwayFromZeroByLine,
            [
                Rule.For(new Case { Changes = ChangeKinds.Start },
                    new(Timing.Now, TrialFate.Kept, first ?? TermRule.Aligned,
                        UnusedValue.None, part, billed, Surplus.Forfeited)),
                Rule.For(new Case { Changes = ChangeKinds.End },
                    change with { NewPrice = NewPrice.NothingUntilRenewal, PaymentTiming = PaymentTiming.Now }),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
                Rule.For(new Case { Changes = ChangeKinds.Interval }, change with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }),
                Rule.For(new Case { InTrial = true }, change with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }),
                Rule.Otherwise(change),
            ]) with
        {
            Requests = new() { Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral) }, // asked by no rule but for add-ons
            Invoicing = new() { FailedPayment = FailedPayment.StandsAndIsOwed },
            AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.None),
            Allowances = AllowancePolicy.EachTermAnew with
            {
                OnRenewal = GrantFate.Carried,
                Use = new(GrantOrders.OpenMeter, Overage.AsDebt, DebtAtReset.Forgiven),
            },
        };
    }
}
