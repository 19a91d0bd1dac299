namespace SubscriptionMath.Vendors;

/// <summary>Autumn: open-source billing on top of a payment processor; up or equal at once, down at the end of the cycle.</summary>
/// <remarks>
/// <para>
/// Source: useautumn/autumn at 187c0a7fd: <c>shared/utils/productUtils/isProductUpgrade.ts</c>,
/// <c>shared/utils/billingUtils/{cycleUtils,invoicingUtils}/</c> and its integration tests <c>server/tests/integration/billing/</c>.
/// </para>
/// <para>
/// Settled: metered usage is no part of a cart, so only prices in advance are compared. An add-on is a product of its own and stays
/// whatever the change of the base plan; a dropped add-on ends with its cycle. Units that fall are credited by default, <c>OnDecrease:
/// prorate</c>.
/// </para>
/// </remarks>
public static class Autumn
{
    /// <summary>The policy: by elapsed seconds, with the cycle kept unless the interval changes.</summary>
    /// <param name="increase">
    /// The price of more units, <c>OnIncrease</c>: <see cref="NewPrice.ForTheRest"/> by default, <see cref="NewPrice.Full"/> for "bill".
    /// </param>
    /// <param name="increaseDue">The time of their payment: at once by default, with the next cycle for "next_cycle".</param>
    /// <param name="decrease">The credit for fewer units, <c>OnDecrease</c>: their unused time by default, nothing for "none".</param>
    public static BillingPolicy Policy(
        NewPrice increase = NewPrice.ForTheRest, PaymentTiming increaseDue = PaymentTiming.Now, UnusedValue? decrease = null) =>
        Engine.Policy("Autumn", Measure.Seconds, Rounding.HalfAwayFromZeroByLine,
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd), // cancel_end_of_cycle
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Down },
                Treatments.Difference with { Unused = decrease ?? UnusedValue.OfAllLots }),
            Rule.For(new Case { Changes = ChangeKinds.Quantity },
                Treatments.Difference with { NewPrice = increase, PaymentTiming = increaseDue }),
            Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Difference),
            Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd), // a running trial is kept, a new one ignored
            Rule.For(new Case { InTrial = true }, Treatments.Anew with { Trial = TrialFate.Restarted }), // a fresh trial, or the full price
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatments.Anew with { Trial = TrialFate.Restarted }),
            Rule.Otherwise(Treatments.Difference with { Trial = TrialFate.Restarted }),
        ]) with
        {
            Requests = new()
            {
                Direction = new()
                {
                    Plans = PlanOrder.PricePerTime,
                    Items = ComparedItems.Everything,
                    Interval = IntervalWeight.LongerFirst,
                    LongerInterval = Direction.Up,
                    Tie = Direction.Up,
                },
            },
            Allowances = AllowancePolicy.EachTermAnew with
            {
                OnUpgrade = GrantFate.Carried,
                OnDowngrade = GrantFate.Carried,
                OnRenewal = GrantFate.Carried,
                OnIntervalEnd = GrantFate.Carried, // a feature resets, and rolls over, at its own interval
                Rollover = RolloverOf.TheNewPlan, // kept only if the new plan rolls
                Carried = CarriedExpiry.WithTheNewGrant,
                Use = new(GrantOrders.RolledOverFirst, Overage.AsDebt, DebtAtReset.Forgiven),
            },
            Renewal = RenewalPolicy.AtTheEnd with { AfterEnd = AfterEnd.FreePlan }, // the default product
        };
}
