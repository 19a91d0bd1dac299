namespace SubscriptionMath.Vendors;

/// <summary>
/// Dodo Payments: prorated, or the plain difference of two prices whatever the day; a change in trial is charged at once.
/// </summary>
/// <remarks>
/// Source: docs.dodopayments.com, "Change plan" (<c>proration_billing_mode</c>). Settled: seconds, line by line. Credit belongs to the
/// subscription there, to the account here.
/// </remarks>
public static class Dodo
{
    /// <summary>The mode <c>prorated_immediately</c>: unused time is credited, the rest charged, at once.</summary>
    public static BillingPolicy ProratedImmediately() => Policy("Dodo", Treatments.Prorated);

    /// <summary>
    /// The mode <c>difference_immediately</c>: the whole old price is credited and the whole new one charged, on any day.
    /// </summary>
    /// <example>USD 30.00 to 80.00 on any day of the month: 50.00. USD 80.00 to 30.00: 50.00 of credit.</example>
    public static BillingPolicy DifferenceImmediately() =>
        Policy("DodoDifference", Treatments.Prorated with { Unused = UnusedValue.OfTheWholeTerm, NewPrice = NewPrice.Full });

    private static BillingPolicy Policy(string name, Treatment change) =>
        Engine.Policy(name, Measure.Seconds, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { InTrial = true }, Treatments.Anew),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatments.Anew),
            Rule.Otherwise(change),
        ]);
}
