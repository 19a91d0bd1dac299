namespace SubscriptionMath.Vendors;

/// <summary>Huawei In-App Purchases: a switch within a group takes effect when the period ends.</summary>
/// <remarks>Source: Huawei's questions and answers about integrating IAP, "switching subscriptions". Amounts are not published.</remarks>
public static class Huawei
{
    /// <summary>The policy: every switch waits, and a cancellation of the running plan drops the switch.</summary>
    /// <example>
    /// Monthly, yearly asked for: the year begins when the month ends. If the month is canceled before, the year does not begin either.
    /// </example>
    public static BillingPolicy Policy() =>
        Engine.Policy("Huawei", Measure.Days, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.Otherwise(Treatment.AtPeriodEnd),
        ]);
}
