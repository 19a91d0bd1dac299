namespace SubscriptionMath.Vendors;

/// <summary>Kill Bill, the open-source billing platform.</summary>
/// <remarks>
/// Source: github.com/killbill/killbill, as its own tests assert it; a catalog of Kill Bill may choose other policies for each change.
/// </remarks>
public static class KillBill
{
    /// <summary>
    /// Days of the interval at the boundary, the ratio to nine decimals (InvoiceDateUtils): 11 to 30 April by the 31st is 0.612903226 of a
    /// month.
    /// </summary>
    public static Measure Measure { get; } = Measure.Days with
    {
        Denominator = Denominator.AtTheBoundary,
        Ratio = RatioRule.Rounded(9, RoundingMode.HalfAwayFromZero),
    };

    /// <summary>The measure with a fixed number of days in each month (org.killbill.invoice.proration.fixed.days).</summary>
    /// <remarks>With 30, 15 to 23 May is 8 of 30, and 23 May to 15 June 22 of 30.</remarks>
    /// <param name="daysInMonth">The number; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than one.</exception>
    public static Measure FixedDays(int daysInMonth) => Measure with
    {
        Unit = ProrationUnit.DaysOfEqualMonths,
        Denominator = Denominator.FixedDays(daysInMonth, BillingInterval.Month),
    };

    /// <summary>The policy: on a billing day, with a prorated stub before it.</summary>
    /// <param name="billingDay">The anchor of the account's bill cycle day.</param>
    /// <param name="change">
    /// The time of a change of plan: IMMEDIATE is <see cref="Timing.Now"/>, END_OF_TERM <see cref="Timing.AtBilledEnd"/>.
    /// </param>
    /// <exception cref="ArgumentNullException">The timing is null.</exception>
    /// <remarks>
    /// A bill is repaired by its unused days, up to the amount left of it; the difference becomes account credit, which pays all later
    /// bills. A cancellation takes effect at the end of the billed time, the default of Kill Bill's catalogs. Moving the bill cycle day
    /// leaves the billed time as it is, and bills the days up to the new day at its end.
    /// </remarks>
    /// <example>
    /// USD 599.95 for May, changed on the 7th to USD 9.95: 483.83 of it is repaired (25 of 31 days), 8.02 charged, 475.81 becomes credit.
    /// On the 8th the 8.02 is repaired by 24 of its 25 days: 7.70.
    /// </example>
    public static BillingPolicy Policy(Anchor billingDay, Timing change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var repaired = UnusedValue.OfLots(LotSources.All, ValueBasis.BilledByTime);
        var aligned = new Treatment(
            Timing.Now, TrialFate.FromTheStart, TermRule.AlignedTo(billingDay), repaired, NewPrice.ForTheRest, PaymentTiming.Now,
                Surplus.ToBalance);
        return Engine.Policy("Kill Bill", Measure, Rounding.HalfAwayFromZeroByLine,
            [
                Rule.For(new Case { Changes = ChangeKinds.Start },
                    aligned with { Trial = TrialFate.Kept, Unused = UnusedValue.None, Surplus = Surplus.Forfeited }),
                Rule.For(new Case { Changes = ChangeKinds.End },
                    Treatment.AtPeriodEnd with { Timing = Timing.AtBilledEnd, Surplus = Surplus.ToBalance }),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
                Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.MovedAtTheEnd),
                Rule.Otherwise(aligned with { Timing = change }),
            ]) with
        {
            AddOns = new(AddOnFate.KeptWhereOffered, repaired),
        };
    }
}
