namespace SubscriptionMath.Vendors;

/// <summary>
/// WooCommerce Subscriptions: a switch is classed by the price of a day; up is paid at once, down lengthens the prepaid term.
/// </summary>
/// <remarks>
/// <para>
/// Source: woocommerce.com, "Switching process and costs"; <c>includes/class-wcs-switch-totals-calculator.php</c> and
/// <c>class-wcs-switch-cart-item.php</c> of woocommerce-subscriptions.
/// </para>
/// <para>
/// Settled: days left are the dates between the switch and the next payment, while WooCommerce raises elapsed days to whole ones; a switch
/// later on the day than the payment agrees. A sign-up fee is not apportioned, and a trial ends: the vendor's defaults.
/// </para>
/// </remarks>
public static class WooCommerce
{
    /// <summary>The policy, with proration of recurring payments for upgrades and downgrades.</summary>
    /// <example>
    /// USD 30.00 to 40.00 with 21 of 31 days left: 6.77 now, and 40.00 on the old date. 50.00 to 25.00 with 15 of 30 days left: nothing
    /// now, and the next payment 30 days after the switch.
    /// </example>
    public static BillingPolicy Policy() =>
        Engine.Policy("WooCommerce", Measure.Days, Rounding.HalfAwayFromZeroOnTheNet, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Prorated), // not stated: a switch is of the subscription itself
            // the old cycle is longer: the prepaid term is shortened
            Rule.For(new Case { Direction = Direction.Up, Interval = IntervalMove.Shorter }, Prepaid),
            Rule.For(new Case { Direction = Direction.Up }, Treatments.Prorated), // the gap payment
            Rule.For(new Case { Direction = Direction.Down }, Prepaid),
            Rule.Otherwise(Treatments.FreeUntilRenewal), // a crossgrade
        ]) with
        {
            Requests = new() { Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral) },
        };

    /// <summary>Unused prepaid value buys days of the new plan, rounded up; then its price is due.</summary>
    private static Treatment Prepaid => Treatments.Prorated with
    {
        Term = TermRule.AsBought,
        NewPrice = NewPrice.NothingUntilRenewal,
        Surplus = Surplus.AllUnusedToTime(RoundingMode.Ceiling),
    };
}
