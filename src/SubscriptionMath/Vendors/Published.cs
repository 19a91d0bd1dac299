namespace SubscriptionMath.Vendors;

/// <summary>
/// What single vendors publish in their help pages: each is the whole of what its page says, and is here since it gives an answer that no engine gives, or says with figures what many do.
/// </summary>
/// <remarks>The source is named with each. What a page leaves out is as with engines: see the first three rules.</remarks>
public static partial class Published
{
    /// <summary>JustFit, cancelled and joined again: the days left are appended to the new term, one for one, whatever they cost. USTVnow and FashionGates do so as well.</summary>
    /// <remarks>Source: help.justfit.app, article 48995004817689; support.ustvnow.com, article 214145163; fashiongates.com, "Switch package".</remarks>
    /// <example>Fifteen days left, and a month of another plan: a month and fifteen days, at the price of the month.</example>
    public static BillingPolicy JustFit() => Of("JustFit", Measure.Days, Treatment.AtPeriodEnd,
        Rule.Otherwise(Phrases.Anew with { Term = TermRule.DaysCarried, Unused = UnusedValue.None, Surplus = Surplus.Forfeited }));

    /// <summary>Hireflix: every month that was started is left; the difference is paid for it too. Hubstaff and Slooply count so as well.</summary>
    /// <remarks>Source: help.hireflix.com, "How do I upgrade my plan"; hubstaff.com/pricing.</remarks>
    /// <example>A year from January, upgraded in September: four months.</example>
    public static BillingPolicy Hireflix() => Of("Hireflix", Measure.Days with { Grain = Grain.MonthsNotEnded }, Treatment.AtPeriodEnd, Rule.Otherwise(Phrases.Prorated));

    /// <summary>CloudBlue: months of thirty days; the difference is on the upgrade's order, and what is in the customer's favour on the next one, which is rounded once.</summary>
    /// <remarks>Source: docs.cloudblue.com, Billing Providers Guide, "Upgrade and Downgrade Charges Calculations". In advance or in arrears is the plan's (<see cref="Charged"/>).</remarks>
    /// <example>
    /// USD 10.00 to 20.00 on 11 May: 6.67 at once, both in advance; from arrears to advance 13.33 and 3.33, at once; from advance to arrears nothing, and in June 13.33 less 6.67, which are 6.67.
    /// </example>
    public static BillingPolicy CloudBlue() => Of("CloudBlue",
        Measure.Days with { Grain = Grain.DaysOfEqualMonths, Denominator = Denominator.FixedDays(30, BillingInterval.Month) }, Treatment.AtPeriodEnd,
        Rule.Otherwise(Phrases.Prorated with { Surplus = Surplus.ToNextInvoice })) with
    {
        Rounding = Rounding.HalfAwayFromZeroOnTheInvoice,
    };

    private static BillingPolicy Of(string name, Measure measure, Treatment end, params Sequence<Rule> changes) =>
        Phrases.Engine(name, measure, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = What.Start }, Phrases.FirstPurchase),
            Rule.For(new Case { Changes = What.End }, end),
            Rule.For(new Case { Changes = What.Resume }, Phrases.Resumption),
            .. changes,
        ]);
}
