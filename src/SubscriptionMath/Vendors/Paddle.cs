namespace SubscriptionMath.Vendors;

/// <summary>
/// Paddle Billing: minutes of the period as a ratio of five decimals; credit is computed with its tax, a charge without it.
/// </summary>
/// <remarks>
/// <para>
/// Source: developer.paddle.com, "Proration" and "Replace products or prices to upgrade or downgrade"; the answers in the tests of Paddle's
/// PHP library. Paddle documents only "to the minute". Four assumptions reproduce every published line. Both ends are cut to the minute.
/// The ratio has five decimals. A credit is the price with tax, of which the tax is backed out. The tax of a charge is cut.
/// </para>
/// <para>
/// The mode is a parameter of the change (<c>proration_billing_mode</c>). Another interval begins a new period, and takes effect only now.
/// The list of items is complete, like a cart. Out of scope: Paddle refuses changes in the last 30 minutes of a period.
/// </para>
/// </remarks>
public static class Paddle
{
    /// <summary>The mode <c>prorated_immediately</c>: the difference for the rest of the period, at once.</summary>
    /// <param name="onFailure">
    /// The effect of a failed payment: nothing changes (<c>prevent_change</c>, the default), or the change stands (<c>apply_change</c>).
    /// </param>
    /// <example>USD 285.00 for 41,757 of 41,760 minutes with 8.875 % tax: 0.99993, so 284.98, and 25.29 of tax; exactly 25.2918.</example>
    public static BillingPolicy ProratedImmediately(FailedPayment onFailure = FailedPayment.NothingChanges) =>
        Policy("Paddle", Treatments.Prorated, Rule.For(OtherInterval, Treatments.Anew), onFailure);

    /// <summary>The mode <c>prorated_next_billing_period</c>: the difference for the rest of the period, with the next invoice.</summary>
    public static BillingPolicy ProratedNextBillingPeriod() =>
        Policy("PaddleProratedNext", Treatments.Prorated with { PaymentTiming = PaymentTiming.NextInvoice }, NotOffered);

    /// <summary>The mode <c>full_immediately</c>: the full new price at once, whatever time is left, and nothing is credited.</summary>
    /// <param name="onFailure">
    /// The effect of a failed payment: nothing changes (<c>prevent_change</c>, the default), or the change stands (<c>apply_change</c>).
    /// </param>
    public static BillingPolicy FullImmediately(FailedPayment onFailure = FailedPayment.NothingChanges) =>
        Policy("PaddleFull", InFull, Rule.For(OtherInterval, Treatments.FirstPurchase with { Trial = TrialFate.Ended }), onFailure);

    /// <summary>
    /// The mode <c>full_next_billing_period</c>: the full new price with the next invoice, beside the renewal; nothing is credited.
    /// </summary>
    public static BillingPolicy FullNextBillingPeriod() =>
        Policy("PaddleFullNext", InFull with { PaymentTiming = PaymentTiming.NextInvoice }, NotOffered);

    /// <summary>The mode <c>do_not_bill</c>: free until the renewal, which has the new price.</summary>
    public static BillingPolicy DoNotBill() =>
        Policy("PaddleDoNotBill", Treatments.FreeUntilRenewal, Rule.For(OtherInterval, Treatments.FreeUntilRenewal));

    private static Case OtherInterval => new() { Changes = ChangeKinds.Interval };

    private static Rule NotOffered => Rule.Refuse(RefusalCode.IntervalNotOffered, OtherInterval);

    private static Treatment InFull =>
        Treatments.Prorated with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited };

    private static BillingPolicy Policy(
        string name, Treatment change, Rule interval, FailedPayment onFailure = FailedPayment.NothingChanges) =>
        Engine.Policy(
            name,
            Measure.Days with { Unit = ProrationUnit.Minutes, Ratio = RatioRule.Rounded(5, RoundingMode.HalfAwayFromZero) },
            Rounding.HalfAwayFromZeroByLine,
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
                Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
                Rule.For(new Case { Changes = ChangeKinds.NextBilling, InTrial = true }, Treatments.MovedWithoutBill),
                Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.MovedWithProration),
                Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
                interval,
                Rule.Otherwise(change),
            ]) with
        {
            Invoicing = new()
            {
                Tax = new(new(TaxBase.Net, RoundingMode.TowardZero), TaxRule.OutOfTheGross, TaxStage.Lines),
                FailedPayment = onFailure,
            },
        };
}
