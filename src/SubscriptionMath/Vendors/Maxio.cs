namespace SubscriptionMath.Vendors;

/// <summary>
/// Maxio Advanced Billing (Chargify): products are migrated or changed; components are charged and credited as their schemes say.
/// </summary>
/// <remarks>
/// Source: docs.maxio.com and developers.maxio.com, "Migrations", "Product change", "Component allocations" (<c>upgrade_charge</c>,
/// <c>downgrade_credit</c>, <c>accrue_charge</c>). A date that the calendar lacks, such as 30 February, is a text of Maxio's; a date here
/// exists.
/// </remarks>
public static class Maxio
{
    /// <summary>
    /// A migration that resets the period: the new product at its full price from today, with unused time of the old one credited.
    /// </summary>
    /// <param name="upgradeCharge">The charge for more of a component: prorated (the default), full or none.</param>
    /// <param name="downgradeCredit">The credit for less of a component: by time (the default), all of it or nothing.</param>
    /// <param name="billed">Whether components are billed now (the default) or with the renewal (<c>accrue_charge</c>).</param>
    public static BillingPolicy Migration(NewPrice upgradeCharge = NewPrice.ForTheRest, UnusedValue? downgradeCredit = null,
        PaymentTiming billed = PaymentTiming.Now) =>
        Policy("MaxioMigration", Treatments.Anew, upgradeCharge, downgradeCredit ?? UnusedValue.OfAllLots, billed);

    /// <summary>A migration that preserves the period: the end stays, the rest of it is charged and credited.</summary>
    /// <param name="upgradeCharge">The charge for more of a component: prorated (the default), full or none.</param>
    /// <param name="downgradeCredit">The credit for less of a component: by time (the default), all of it or nothing.</param>
    /// <param name="billed">Whether components are billed now (the default) or with the renewal (<c>accrue_charge</c>).</param>
    public static BillingPolicy MigrationPreservingPeriod(NewPrice upgradeCharge = NewPrice.ForTheRest, UnusedValue? downgradeCredit = null,
        PaymentTiming billed = PaymentTiming.Now) =>
        Policy("MaxioPreservedPeriod", Treatments.Prorated, upgradeCharge, downgradeCredit ?? UnusedValue.OfAllLots, billed);

    /// <summary>A product change: the new product at once, its price from the next period on.</summary>
    public static BillingPolicy ProductChange() =>
        Policy("MaxioProductChange", Treatments.FreeUntilRenewal, NewPrice.ForTheRest, UnusedValue.OfAllLots, PaymentTiming.Now);

    /// <summary>A product change with <c>product_change_delayed</c>: at the end of the period.</summary>
    public static BillingPolicy DelayedProductChange() =>
        Policy("MaxioDelayedChange", Treatment.AtPeriodEnd, NewPrice.ForTheRest, UnusedValue.OfAllLots, PaymentTiming.Now);

    private static BillingPolicy Policy(
        string name, Treatment product, NewPrice upgradeCharge, UnusedValue downgradeCredit, PaymentTiming billed) =>
        Engine.Policy(name, Measure.Seconds, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.MovedWithoutBill),
            Rule.For(new Case { Changes = ChangeKinds.AddOn }, Component(upgradeCharge, downgradeCredit, billed)),
            Rule.For(new Case { Changes = ChangeKinds.Quantity }, Component(upgradeCharge, downgradeCredit, billed)),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.Otherwise(product),
        ]);

    private static Treatment Component(NewPrice upgradeCharge, UnusedValue downgradeCredit, PaymentTiming billed) =>
        Treatments.Prorated with { Trial = TrialFate.Kept, Unused = downgradeCredit, NewPrice = upgradeCharge, PaymentTiming = billed };
}
