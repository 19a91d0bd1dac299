namespace SubscriptionMath.Vendors;

/// <summary>smrtPhone, which bills through Stripe.</summary>
/// <remarks>
/// Source: docs.smrtphone.io/en/articles/6843083 (S1.1 to S1.10), 5107734 (S1.11 to S1.13) and the refund pages (S1.14, S1.15).
/// </remarks>
public static class SmrtPhone
{
    /// <summary>The policy: the same interval keeps its end and waits for the next invoice, another interval restarts at once.</summary>
    /// <param name="sameInterval">The bill of a change within the same interval; open, with the next invoice by default (A1.3).</param>
    /// <param name="unit">The unit of time: days, as the vendor says, by default; Stripe counts seconds (A1.4).</param>
    /// <param name="askedBy">The roles that may change the plan; the owner and members with billing permission by default (S1.10).</param>
    /// <param name="rounding">The stage of the rounding; on the net by default.</param>
    public static BillingPolicy Policy(
        PaymentTiming sameInterval = PaymentTiming.NextInvoice,
        ProrationUnit unit = ProrationUnit.CalendarDays,
        Roles askedBy = Roles.Owner | Roles.Billing,
        RoundingStage rounding = RoundingStage.Net) =>
        new()
        {
            Name = "smrtPhone",
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
                Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd), // S1.14: no refund
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption), // not stated
                Rule.For(new Case { Changes = ChangeKinds.Interval }, // S1.5 S1.6 S1.7 S1.9 A1.2
                    new(Timing.Now, TrialFate.Ended, TermRule.Restarted,
                        UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance)),
                Rule.Otherwise( // S1.2 S1.3 S1.4 S1.11 S1.12 A1.3
                    new(Timing.Now, TrialFate.Ended, TermRule.EndKept,
                        UnusedValue.OfAllLots, NewPrice.ForTheRest, sameInterval, Surplus.ToBalance)),
            ],
            Requests = new()
            {
                Direction = DirectionPolicy.ByRank, // S1.1
                Eligibility = new(askedBy, MembersFitSeats: false), // S1.10
            },
            Proration = new()
            {
                Measure = Measure.Days with { Unit = unit }, // S1.12 A1.4
                Rounding = new(RoundingMode.HalfAwayFromZero, rounding),
            },
            Invoicing = new() { FailedPayment = FailedPayment.NothingChanges }, // not stated
            AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.None), // S1.13: no add-ons, separate subscriptions
            Balance = BalancePolicy.LostAtExpiry, // S1.9 S1.14 A1.5 A1.6
        };
}
