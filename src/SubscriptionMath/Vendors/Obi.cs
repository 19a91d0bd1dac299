namespace SubscriptionMath.Vendors;

/// <summary>OBI Services, client portal ("Virtual Team" plans).</summary>
/// <remarks>
/// Source: techy.obi.services/docs/how-to-upgrade-or-downgrade-your-plan-2, rules S0.1 to S0.6; money by
/// kb.obi.services/getting-started/what-happens-when-upgrading-downgrading and /how-to-upgrade-or-downgrade-your-plan (A0.1).
/// </remarks>
public static class Obi
{
    /// <summary>The portal with day proration: the customer chooses now or the next cycle, and the cycle is kept.</summary>
    /// <param name="onDowngrade">The fate of usage credits on the way down; open, forfeited by default (A0.4).</param>
    /// <param name="carried">The expiry of carried usage credits; open, with the new plan's own by default (A0.5).</param>
    public static BillingPolicy DayProration(
        GrantFate onDowngrade = GrantFate.Replaced, CarriedExpiry carried = CarriedExpiry.WithTheNewGrant) =>
        new()
        {
            Name = "Obi",
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
                // not stated: service to the end of what is billed, nothing given back
                Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption), // A0.7
                Rule.Otherwise( // S0.2 S0.3 A0.1
                    new(Timing.CustomerChooses, TrialFate.Ended, TermRule.EndKept,
                        UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance)),
            ],
            Requests = new() { Pending = PendingPolicy.NewestReplaces }, // A0.7
            Proration = new() { Measure = Measure.Days }, // A0.1
            Invoicing = new() { FailedPayment = FailedPayment.NothingChanges }, // not stated
            AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.None),
            Balance = BalancePolicy.NeverLost, // A0.1
            // S0.4 S0.5 A0.4 A0.6
            Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Carried, OnDowngrade = onDowngrade, Carried = carried },
        };

    /// <summary>
    /// The newer page: an immediate upgrade bills the full new price and resets the cycle; every downgrade waits for the next cycle.
    /// </summary>
    /// <param name="onDowngrade">The fate of usage credits on the way down; open, forfeited by default (A0.4).</param>
    /// <param name="carried">The expiry of carried usage credits; open, with the new plan's own by default (A0.5).</param>
    public static BillingPolicy FullPriceAndCycleReset(
        GrantFate onDowngrade = GrantFate.Replaced, CarriedExpiry carried = CarriedExpiry.WithTheNewGrant) =>
        DayProration(onDowngrade, carried) with
        {
            Name = "ObiFullPrice",
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
                // not stated: service to the end of what is billed, nothing given back
                Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption), // A0.7
                Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd), // A0.1
                Rule.Otherwise( // A0.1
                    new(Timing.CustomerChooses, TrialFate.Ended, TermRule.Restarted,
                        UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited)),
            ],
        };
}
