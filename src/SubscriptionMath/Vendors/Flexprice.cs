namespace SubscriptionMath.Vendors;

/// <summary>Flexprice: open-source billing; lines are rounded and then netted, and a net credit goes to the customer's wallet.</summary>
/// <remarks>
/// <para>
/// Source: flexprice/flexprice at e4b5303fd: <c>internal/domain/proration/calculator.go</c>,
/// <c>internal/ee/service/{line_item_proration,subscription_change_v2}.go</c>.
/// </para>
/// <para>
/// Settled: by days, Flexprice counts a period's last day, which is the day before our exclusive end. By seconds, it takes the last second
/// for the end, which changes no amount here. The direction goes by the plan alone; an equal price is lateral. Nothing is credited in a
/// trial, and the new plan's trial is not inherited.
/// </para>
/// </remarks>
public static class Flexprice
{
    /// <summary>The policy: the period kept, credit capped by what was billed and not yet credited.</summary>
    /// <param name="measure">The proration strategy: days, or seconds by default.</param>
    /// <param name="planChange">
    /// The treatment of another plan: at once by default; <see cref="Treatment.AtPeriodEnd"/> if scheduled.
    /// </param>
    /// <param name="addOns">
    /// The fate of add-ons when the plan changes: carried by default, or <see cref="AddOnFate.EndWithThePlan"/> to drop them.
    /// </param>
    public static BillingPolicy Policy(Measure? measure = null, Treatment? planChange = null,
        AddOnFate addOns = AddOnFate.KeptWithTheTerm) =>
        Engine.Policy("Flexprice", measure ?? Measure.Seconds, Rounding.HalfAwayFromZeroByLine,
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.Quantity }, Treatments.Difference),
            Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Difference),
            Rule.For(new Case { InTrial = true }, Treatments.Anew with { Unused = UnusedValue.None }),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatments.Anew),
            Rule.For(new Case { Direction = Direction.Lateral }, planChange ?? Treatments.FreeUntilRenewal), // the line is carried over
            Rule.Otherwise(planChange ?? Treatments.Difference),
        ]) with
        {
            Requests = new() { Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral) },
            Invoicing = new() { FailedPayment = FailedPayment.StandsAndIsOwed },
            AddOns = new(addOns, UnusedValue.OfAllLots),
            Balance = BalancePolicy.NeverLost with { Order = CreditOrders.Flexprice },
            Allowances = AllowancePolicy.EachTermAnew with { Use = new(GrantOrders.Flexprice, Overage.Refused, DebtAtReset.Forgiven) },
        };
}
