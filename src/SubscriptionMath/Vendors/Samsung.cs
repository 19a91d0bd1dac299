namespace SubscriptionMath.Vendors;

/// <summary>Samsung In-App Purchase: the app names a proration mode with each change.</summary>
/// <remarks>
/// Source: developer.samsung.com/iap, "Change subscription plan" and "Subscription price change types". If days are bought, the day of the
/// change counts as used and is also the first of them. If the difference is charged, the day only counts as used.
/// </remarks>
public static class Samsung
{
    /// <summary><c>INSTANT_PRORATED_DATE</c>: unused value buys days of the new plan, rounded up; then its price is due.</summary>
    /// <example>USD 30.00 from 1 September, changed on the 15th to 60.00: 15.00 buys eight days, and 60.00 are due on the 23rd.</example>
    public static BillingPolicy InstantProratedDate() => Policy("SamsungProratedDate", ChangeDay.Both,
        Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Prorated), // not stated: it sells no add-ons
        Rule.Otherwise(Treatments.Prorated with
        {
            Term = TermRule.AsBought,
            NewPrice = NewPrice.NothingUntilRenewal,
            Surplus = Surplus.AllUnusedToTime(RoundingMode.Ceiling),
        }));

    /// <summary><c>INSTANT_PRORATED_CHARGE</c>: the date is kept and the difference is charged; only on the way up.</summary>
    /// <example>The same change: 30.00 for 15 days less 15.00, and 60.00 on 1 October.</example>
    public static BillingPolicy InstantProratedCharge() => Policy("SamsungProratedCharge", ChangeDay.Old,
        Rule.For(new Case { Direction = Direction.Up }, Treatments.Prorated),
        Rule.Refuse(RefusalCode.DowngradeNotOffered, Case.Otherwise));

    /// <summary><c>INSTANT_NO_PRORATION</c>, the default: at once, and the new price is due at the renewal; only on the way up.</summary>
    public static BillingPolicy InstantNoProration() => Policy("SamsungNoProration", ChangeDay.Old,
        Rule.For(new Case { Direction = Direction.Up }, Treatments.FreeUntilRenewal),
        Rule.Refuse(RefusalCode.DowngradeNotOffered, Case.Otherwise));

    /// <summary><c>DEFERRED</c>: at the renewal; no further change before.</summary>
    public static BillingPolicy Deferred() =>
        Policy("SamsungDeferred", ChangeDay.Old, Rule.Otherwise(Treatment.AtPeriodEnd)) with
        {
            Requests = new() { Pending = PendingPolicy.NewerRefused },
        };

    private static BillingPolicy Policy(string name, ChangeDay day, params Sequence<Rule> changes) =>
        Engine.Policy(name, Measure.Days with { ChangeDay = day }, new(RoundingMode.HalfAwayFromZero, RoundingStage.Lines), [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            .. changes,
        ]) with
        {
            // A lower price is charged from the next period on; by default nobody who subscribed before pays a higher one.
            Renewal = RenewalPolicy.AtTheEnd with { Price = RenewalPrice.FromCatalog, RaisedAtMost = Fraction.Zero },
        };
}
