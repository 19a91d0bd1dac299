namespace SubscriptionMath.Vendors;

/// <summary>Kaspr: one cart for plan, users and add-on credits.</summary>
/// <remarks>Source: help.kaspr.io/en/articles/8803930 (S2.1 to S2.10) and 8865905 (S2.11).</remarks>
public static class Kaspr
{
    /// <summary>
    /// The policy: more is bought at once, fewer seats and dropped add-ons wait for the renewal, another interval restarts.
    /// </summary>
    /// <param name="planChange">
    /// The treatment of another plan of the same interval; open, both plans by days and the end kept by default (A2.5).
    /// </param>
    /// <param name="planCredits">The fate of the plan's unused credits then; open, replaced by the new grant by default (A2.7).</param>
    /// <param name="addOnBought">The price of an add-on bought within the period; open, its full price by default (A2.3).</param>
    /// <param name="addOnAllotment">The part of its credits that comes with it then; open, all of them by default (A2.3).</param>
    /// <param name="seatAdded">The price of a seat added within the period; open, by days to the end by default (A2.4).</param>
    /// <param name="seatAllotment">The part of the plan's credits that comes with it then; all of them by default (A2.8).</param>
    /// <param name="lapsedAddOns">The value of the unused part of add-ons that a restart ends; nothing by default (A2.8).</param>
    /// <param name="cancellation">
    /// The time of a cancellation: the end of the billed time by default; at once if the account is deleted with it (S2.2).
    /// </param>
    public static BillingPolicy Policy(
        Treatment? planChange = null,
        GrantFate planCredits = GrantFate.Replaced,
        NewPrice addOnBought = NewPrice.Full,
        Allotment addOnAllotment = Allotment.Full,
        NewPrice seatAdded = NewPrice.ForTheRest,
        Allotment seatAllotment = Allotment.Full,
        UnusedValue? lapsedAddOns = null,
        Treatment? cancellation = null) =>
        new()
        {
            Name = "Kaspr",
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
                Rule.For(new Case { Changes = ChangeKinds.End }, cancellation ?? Treatment.AtPeriodEnd), // S2.2
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption), // not stated
                Rule.For(new Case { Changes = ChangeKinds.Interval }, // S2.1 A2.5
                    new(Timing.Now, TrialFate.Ended, TermRule.Restarted,
                        UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance)),
                Rule.For(new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Down }, Treatment.AtPeriodEnd), // A2.4
                Rule.For(new Case { Changes = ChangeKinds.Quantity }, // S2.7 A2.4
                    new(Timing.Now, TrialFate.Ended, TermRule.EndKept,
                        UnusedValue.None, seatAdded, PaymentTiming.Now, Surplus.ToBalance)),
                Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Down }, Treatment.AtPeriodEnd), // S2.4 A2.8
                Rule.For(new Case { Changes = ChangeKinds.AddOn }, // S2.3 A2.3
                    new(Timing.Now, TrialFate.Ended, TermRule.EndKept,
                        UnusedValue.None, addOnBought, PaymentTiming.Now, Surplus.ToBalance)),
                Rule.Otherwise( // S2.1 A2.5
                    planChange ?? new(Timing.Now, TrialFate.Ended, TermRule.EndKept,
                        UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance)),
            ],
            Requests = new() { Eligibility = new(Roles.Anyone, MembersFitSeats: true) }, // S2.8
            Proration = new() { Measure = Measure.Days }, // A2.5
            Invoicing = new() { FailedPayment = FailedPayment.NothingChanges }, // S2.1
            AddOns = new(AddOnFate.KeptWithTheTerm, lapsedAddOns ?? UnusedValue.None), // A2.7 A2.8
            Allowances = AllowancePolicy.EachTermAnew with // S2.5 S2.6 A2.6 A2.7 A2.8
            {
                OnUpgrade = planCredits,
                OnDowngrade = planCredits,
                AddedSeats = seatAllotment,
                BoughtAddOns = addOnAllotment,
            },
        };
}
