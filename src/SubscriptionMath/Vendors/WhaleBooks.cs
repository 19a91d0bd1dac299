namespace SubscriptionMath.Vendors;

/// <summary>WhaleBooks, which bills yearly plans through Lemon Squeezy.</summary>
/// <remarks>Source: help.whalebooks.com/changing-a-price-plan (S3.1 to S3.15).</remarks>
public static class WhaleBooks
{
    /// <summary>
    /// The policy: the end is kept, the difference is paid at once, an overpayment is credited; a trial does not survive an upgrade.
    /// </summary>
    /// <param name="termAfterTrial">
    /// The term that an upgrade in trial begins; settled by inference, a year from the change by default (A3.4).
    /// </param>
    /// <param name="downgradeInTrial">
    /// The treatment of a downgrade in trial; open, another plan and a continuing unpaid trial by default (A3.5).
    /// </param>
    /// <param name="downgradeTerm">The term after a downgrade; settled by inference, the end is kept by default (A3.1).</param>
    /// <param name="downgradePrice">The price of a downgrade; settled by inference, for the time remaining by default (A3.1).</param>
    /// <param name="unit">
    /// The unit of time: days, which give the approximate figure, by default; the second gives the payment provider's exact one (S3.6).
    /// </param>
    public static BillingPolicy Policy(
        TermRule? termAfterTrial = null,
        Treatment? downgradeInTrial = null,
        TermRule? downgradeTerm = null,
        NewPrice downgradePrice = NewPrice.ForTheRest,
        ProrationUnit unit = ProrationUnit.CalendarDays) =>
        new()
        {
            Name = "WhaleBooks",
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
                Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd), // S3.2
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption), // A3.6
                Rule.Refuse(RefusalCode.ChangeWhileCanceled, new Case { Status = Status.NonRenewing }), // A3.7
                Rule.Refuse(RefusalCode.PaidToFree, new Case { From = PriceClass.Paid, To = PriceClass.Free }), // S3.2
                Rule.For(new Case { From = PriceClass.Free, To = PriceClass.Paid }, // S3.2, as a first purchase
                    Treatments.FirstPurchase with { Trial = TrialFate.Ended }),
                Rule.For(new Case { Direction = Direction.Up, InTrial = true }, // S3.11 S3.12 A3.4
                    new(Timing.Now, TrialFate.Ended, termAfterTrial ?? TermRule.Restarted,
                        UnusedValue.None, NewPrice.Full, PaymentTiming.NowAsOldPriceThenDifference, Surplus.Forfeited)),
                Rule.For(new Case { InTrial = true }, // A3.5
                    downgradeInTrial ?? new(Timing.Now, TrialFate.Kept, TermRule.EndKept,
                        UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited)),
                Rule.For(new Case { Direction = Direction.Down, Changes = ChangeKinds.Plan }, // S3.14 S3.15 A3.1
                    new(Timing.Now, TrialFate.Ended, downgradeTerm ?? TermRule.EndKept,
                        UnusedValue.OfAllLots, downgradePrice, PaymentTiming.Waived, Surplus.ToBalance)),
                Rule.Otherwise( // S3.4 S3.7 S3.9 S3.10
                    new(Timing.Now, TrialFate.Ended, TermRule.EndKept,
                        UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance)),
            ],
            Proration = new()
            {
                Measure = Measure.Days with { Unit = unit }, // S3.6: the exact figure is the provider's
                Rounding = Rounding.HalfAwayFromZeroOnTheNet, // A3.8
            },
            Invoicing = new() { FailedPayment = FailedPayment.NothingChanges }, // S3.10
            AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.None),
            Balance = BalancePolicy.LostAtExpiry, // S3.3 S3.15 A3.2 A3.3 A3.6
            Renewal = RenewalPolicy.AtTheEnd with { AfterEnd = AfterEnd.FreePlan }, // S3.2
        };
}
