namespace SubscriptionMath.Vendors;

/// <summary>Metronome: seats of a contract's subscription, and recurring credits whose first and last may be partial.</summary>
/// <remarks>
/// <para>
/// Source: docs.metronome.com, "Subscriptions" (<c>proration</c>: <c>is_prorated</c>, <c>BILL_IMMEDIATELY</c>,
/// <c>BILL_ON_NEXT_COLLECTION_DATE</c>), "Recurring credits" (<c>proration</c>) and "Prioritization rules".
/// </para>
/// <para>
/// Settled: a contract changes when its edit says; fewer seats apply from the next period on. Unused commits go into the next contract by a
/// rollover fraction, which is the allowance's <see cref="Rollover.PartOfRest"/>.
/// </para>
/// </remarks>
public static class Metronome
{
    /// <summary>The policy.</summary>
    /// <param name="seatAdded">
    /// The price of a seat added within the period: the rest of it (<c>is_prorated</c>, the default), or all of it.
    /// </param>
    /// <param name="billed">
    /// The time of its bill: now (<c>BILL_IMMEDIATELY</c>, the default), or with the next invoice (<c>BILL_ON_NEXT_COLLECTION_DATE</c>).
    /// </param>
    /// <param name="firstCredits">
    /// The part of a recurring credit for a short first period: its share (<c>FIRST_AND_LAST</c>, the default), or all of it (<c>NONE</c>).
    /// </param>
    public static BillingPolicy Policy(
        NewPrice seatAdded = NewPrice.ForTheRest, PaymentTiming billed = PaymentTiming.Now,
            Allotment firstCredits = Allotment.ForTheRest) =>
        Engine.Policy("Metronome", Measure.Seconds, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Quantity },
                Treatments.Difference with { NewPrice = seatAdded, PaymentTiming = billed }),
            Rule.Otherwise(Treatments.Difference with { Timing = Timing.CustomerChooses, PaymentTiming = billed }),
        ]) with
        {
            Allowances = AllowancePolicy.EachTermAnew with
            {
                OnUpgrade = GrantFate.Carried,
                OnDowngrade = GrantFate.Carried,
                FirstTerm = firstCredits,
                AddedSeats = firstCredits,
                Use = new(GrantOrders.Metronome, Overage.Refused, DebtAtReset.Forgiven),
            },
        };
}
