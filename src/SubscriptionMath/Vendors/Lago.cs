namespace SubscriptionMath.Vendors;

/// <summary>
/// Lago: open-source billing; plans by the calendar or from the day of the start, higher ones at once, lower ones at the period's end.
/// </summary>
/// <remarks>
/// <para>
/// Source: getlago/lago-api at 1b1c24a6a: <c>app/services/fees/subscription_service.rb</c>,
/// <c>app/services/subscriptions/dates_service.rb</c>, <c>app/services/subscriptions/{plan_upgrade,plan_downgrade,terminate}_service.rb</c>
/// and <c>app/services/credit_notes/create_from_termination.rb</c>.
/// </para>
/// <para>
/// Settled: a year is compared as 365 days, while Lago counts 52 weeks for one; only a yearly price between 52 and 52.14 weekly ones would
/// differ. Amounts are exact; Lago computes the price of a day as a binary float, so that an exact half cent may fall short (999 / 30 x 15
/// is 500 here, 499 there).
/// </para>
/// </remarks>
public static class Lago
{
    /// <summary>
    /// The policy: the period that contains the change is divided by whole days, and the anchor of the first plan is kept.
    /// </summary>
    /// <param name="billingTime">
    /// From the day of the start by default; <see cref="TermRule.AlignedTo(Anchor)"/> the 1st by the calendar, <c>billing_time</c>.
    /// </param>
    /// <param name="terminated">
    /// The destination of unused value at a cancellation, <c>on_termination_credit_note</c>: credit by default. <c>refund</c> and
    /// <c>offset</c> refund the payment beyond the used part, <see cref="Surplus.RefundedBeyondUse(RefundRest)"/>; the rest is credit,
    /// which <c>offset</c> uses for the same invoice.
    /// </param>
    public static BillingPolicy Policy(TermRule? billingTime = null, Surplus? terminated = null)
    {
        var term = billingTime ?? TermRule.Aligned;
        return Engine.Policy("Lago", Measure.Days, Rounding.HalfAwayFromZeroByLine, // the day of an upgrade is the new plan's; once per fee
            [
                Rule.For(new Case { Changes = ChangeKinds.Start },
                    new(Timing.Now, TrialFate.Kept, term,
                        UnusedValue.None, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.Forfeited)),
                Rule.For(new Case { Changes = ChangeKinds.End }, // the day of the end is used
                    new(Timing.Now, TrialFate.Kept, TermRule.EndKept,
                        UnusedValue.OfAllLots, NewPrice.NothingUntilRenewal, PaymentTiming.Now, terminated ?? Surplus.ToBalance)
                    {
                        Measure = Measure.Days with { ChangeDay = ChangeDay.Old },
                    }),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
                Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Down }, // no refund of units
                    new(Timing.Now, TrialFate.Kept, TermRule.EndKept,
                        UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited)),
                Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Difference),
                Rule.For(new Case { Changes = ChangeKinds.Quantity }, Treatments.Difference),
                // prorated to the old anniversary
                Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd with { Term = term }),
                Rule.Otherwise(
                    new(Timing.Now, TrialFate.FromTheStart, term,
                        UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance)),
            ]) with
        {
            Requests = new()
            {
                Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Up), // an equal price goes up
                Pending = PendingPolicy.NewestReplaces, // a newer pending plan cancels the older
            },
            Invoicing = new()
            {
                Tax = TaxPolicy.ByLine, // a credit note is a document of its own
                FailedPayment = FailedPayment.StandsAndIsOwed,
            },
            AddOns = new(AddOnFate.KeptWhereOffered, UnusedValue.OfAllLots), // what is covered lowers the new fee
            Balance = BalancePolicy.NeverLost with { Order = CreditOrders.LagoWithinAWallet },
            Allowances = AllowancePolicy.EachTermAnew with { Use = new(GrantOrders.Lago, Overage.Refused, DebtAtReset.Forgiven) },
        };
    }
}
