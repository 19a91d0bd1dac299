namespace SubscriptionMath.Vendors;

/// <summary>UniBee: open-source billing; an upgrade takes effect once paid, a downgrade waits, and a net credit is lost.</summary>
/// <remarks>
/// Source: docs.unibee.dev, "Change subscription plan"; UniBee-Billing/unibee-api at eb6f7f26:
/// <c>internal/logic/invoice/invoice_compute/util.go</c>, <c>internal/logic/subscription/service/update.go</c>. Documents and source differ
/// in the measure.
/// </remarks>
public static class UniBee
{
    /// <summary>As documented: the price of a day is rounded first, and the day of the change is used.</summary>
    /// <example>USD 49.00 to 99.00 on 16 January: 15 days at 3.19 less 15 at 1.58, 24.15; exactly 24.19.</example>
    public static BillingPolicy Policy() =>
        Of("UniBee", Measure.Days with { ChangeDay = ChangeDay.Old, Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) });

    /// <summary>As computed by its source: the part of the seconds left, cut to ten-thousandths.</summary>
    /// <example>10 of 31 days are 0.3225; exactly 0.32258.</example>
    public static BillingPolicy ByTenThousandths() =>
        Of("UniBeeTenThousandths", Measure.Seconds with { Ratio = RatioRule.Rounded(4, RoundingMode.TowardZero) });

    private static BillingPolicy Of(string name, Measure measure) =>
        Engine.Policy(name, measure, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatments.Anew with { Surplus = Surplus.Forfeited }),
            Rule.Otherwise(Treatments.Prorated with { Surplus = Surplus.Forfeited }),
        ]) with
        {
            Requests = new()
            {
                Direction = DirectionPolicy.ByPricePerTime(tie: Direction.Lateral) with { Plans = PlanOrder.PricePerPeriod },
            },
        };
}
