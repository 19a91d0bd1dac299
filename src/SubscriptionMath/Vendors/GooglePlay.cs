namespace SubscriptionMath.Vendors;

/// <summary>Google Play: the app names a replacement mode with each change; the day of the change counts as used.</summary>
/// <remarks>
/// Source: developer.android.com/google/play/billing/subscriptions, "Replacement modes". <c>KEEP_EXISTING</c> is an add-on that stays in
/// the cart as it is. In <c>CHARGE_PRORATED_PRICE</c> the rest of a trial has no value.
/// </remarks>
public static class GooglePlay
{
    /// <summary>
    /// <c>WITH_TIME_PRORATION</c>, the default: unused value buys days of the new plan, rounded down; then its price is due.
    /// </summary>
    /// <example>
    /// USD 2.00 a month, changed on 15 April to USD 36.00 a year: 1.00 buys ten days from the 16th, and 36.00 are due on 26 April.
    /// </example>
    public static BillingPolicy WithTimeProration() => Policy("GoogleTimeProration", Old,
        Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Prorated), // not stated: an add-on has no days to lengthen
        Rule.Otherwise(Treatments.Prorated with
        {
            Term = TermRule.AsBought,
            NewPrice = NewPrice.NothingUntilRenewal,
            Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor),
        }));

    /// <summary>
    /// <c>CHARGE_PRORATED_PRICE</c>: the date is kept and the difference is charged, by months of 30 days; only on the way up.
    /// </summary>
    /// <example>The same change: 1.50 for the rest of the month less 1.00, and 36.00 on 1 May.</example>
    public static BillingPolicy ChargeProratedPrice() =>
        Policy("GoogleProratedPrice", Old with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) },
        Rule.For(new Case { Direction = Direction.Up }, Treatments.Prorated),
        Rule.Refuse(RefusalCode.DowngradeNotOffered, Case.Otherwise));

    /// <summary><c>CHARGE_FULL_PRICE</c>: the full new price now, and unused value lengthens the new term.</summary>
    /// <example>The same change: 36.00 now, and the next payment a year and ten days later.</example>
    public static BillingPolicy ChargeFullPrice() => Policy("GoogleFullPrice", Old,
        Rule.Otherwise(Treatments.Anew with { Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) }));

    /// <summary><c>WITHOUT_PRORATION</c>: at once, with the date kept, and a trial too; the new price is due at the renewal.</summary>
    public static BillingPolicy WithoutProration() => Policy("GoogleWithoutProration", Old, Rule.Otherwise(Treatments.FreeUntilRenewal));

    /// <summary><c>DEFERRED</c>: at the renewal.</summary>
    public static BillingPolicy Deferred() => Policy("GoogleDeferred", Old, Rule.Otherwise(Treatment.AtPeriodEnd));

    private static Measure Old => Measure.Days with { ChangeDay = ChangeDay.Old };

    private static BillingPolicy Policy(string name, Measure measure, params Sequence<Rule> changes) =>
        Engine.Policy(name, measure, new(RoundingMode.HalfAwayFromZero, RoundingStage.Lines), [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            .. changes,
        ]);
}
