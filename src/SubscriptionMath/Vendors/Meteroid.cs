namespace SubscriptionMath.Vendors;

/// <summary>
/// Meteroid: open-source billing; a plan is made of components, and each changed component is credited and charged by days.
/// </summary>
/// <remarks>
/// <para>
/// Source: meteroid-oss/meteroid at 6a27ef61:
/// <c>modules/meteroid/crates/meteroid-store/src/services/subscriptions/{proration,amendment,plan_change,slots}.rs</c> and
/// <c>utils/periods.rs</c>.
/// </para>
/// <para>
/// Settled: the components beyond the first are add-ons. A component of another cadence than its plan's is divided by a nominal period of
/// its own, 365 days for a year: that is <see cref="AddOn.Measure"/>. A change that finds an unpaid invoice cancels the debt there; here
/// the unpaid part is credited like the rest, and the debt stays.
/// </para>
/// </remarks>
public static class Meteroid
{
    /// <summary>The policy: any change at once, the period kept, a surplus to the balance.</summary>
    /// <param name="planChange">
    /// The treatment of another plan: at once by default; <see cref="Treatment.AtPeriodEnd"/> if scheduled.
    /// </param>
    public static BillingPolicy Policy(Treatment? planChange = null) =>
        Engine.Policy("Meteroid", Measure.Days, Rounding.HalfAwayFromZeroByLine,
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            // slots fall at the period's end
            Rule.For(new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Quantity }, Treatments.Difference),
            Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Difference),
            Rule.For(new Case { InTrial = true }, Treatments.Anew), // the trial ends, the anchor moves, no new trial begins
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatments.Anew),
            Rule.Otherwise(planChange ?? Treatments.Difference),
        ]) with
        {
            // by all that is billed in advance
            Requests = new() { Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral, ComparedItems.Everything) },
            Invoicing = new() { FailedPayment = FailedPayment.StandsAndIsOwed },
        };
}
