namespace SubscriptionMath.Vendors;

/// <summary>
/// What single vendors publish that no engine does: each is the whole of what its page says, and is here since it gives an answer that nobody else gives.
/// </summary>
/// <remarks>The source is named with each. What a page leaves out is as with engines: see the first three rules.</remarks>
public static class Published
{
    /// <summary>Browse AI: credit is the lesser of the time and the usage credits that are left; a new term begins.</summary>
    /// <remarks>Source: help.browse.ai, article 142, "Upgrade proration". The kind of usage credit is "credits" here.</remarks>
    /// <example>USD 48.75, half of the time and a tenth of the credits left, to 123.75: 4.88 are credited, 118.87 are due.</example>
    public static BillingPolicy BrowseAi() => Of("Browse AI", Measure.Days, Treatment.AtPeriodEnd,
        Rule.Otherwise(Phrases.Anew with { Unused = UnusedValue.OfAllLots with { Retained = Retention.BeyondUsageOf("credits") } }));

    /// <summary>JustFit, cancelled and joined again: the days left are appended to the new term, one for one, whatever they cost. USTVnow and FashionGates do so as well.</summary>
    /// <remarks>Source: help.justfit.app, article 48995004817689; support.ustvnow.com, article 214145163; fashiongates.com, "Switch package".</remarks>
    /// <example>Fifteen days left, and a month of another plan: a month and fifteen days, at the price of the month.</example>
    public static BillingPolicy JustFit() => Of("JustFit", Measure.Days, Treatment.AtPeriodEnd,
        Rule.Otherwise(Phrases.Anew with { Term = TermRule.DaysCarried, Unused = UnusedValue.None, Surplus = Surplus.Forfeited }));

    /// <summary>Hireflix: every month that was started is left; the difference is paid for it too. Hubstaff and Slooply count so as well.</summary>
    /// <remarks>Source: help.hireflix.com, "How do I upgrade my plan"; hubstaff.com/pricing.</remarks>
    /// <example>A year from January, upgraded in September: four months.</example>
    public static BillingPolicy Hireflix() => Of("Hireflix", Measure.Days with { Grain = Grain.MonthsNotEnded }, Treatment.AtPeriodEnd, Rule.Otherwise(Phrases.Prorated));

    /// <summary>TELUS: by days on the next bill, and the minutes of both plans by their days.</summary>
    /// <remarks>Source: business.telus.com, "Understand how changes affect your bill".</remarks>
    /// <example>CAD 35.00 to 30.00 for the last 4 of 30 days: 4.67 less 4.00, and 186.66 minutes of 200 and 100.</example>
    public static BillingPolicy Telus() => Of("TELUS", Measure.Days, Treatment.AtPeriodEnd, Rule.Otherwise(Phrases.Prorated with { Due = Due.NextInvoice })) with
    {
        Allowances = AllowancePolicy.EachTermAnew with
        {
            OnUpgrade = GrantFate.ToppedUp,
            OnDowngrade = GrantFate.ToppedUp,
            Rounding = new(RoundingMode.HalfAwayFromZero, 2),
        },
    };

    /// <summary>EmailManager: what was used so far counts against the new allowance. Mailjet does so as well.</summary>
    /// <remarks>Source: emailmanager.com/support/190; documentation.mailjet.com, article 1260803049850.</remarks>
    /// <example>5,000 used, and a new allowance of 10,000: 5,000 are left.</example>
    public static BillingPolicy EmailManager() => Of("EmailManager", Measure.Days, Treatment.AtPeriodEnd, Rule.Otherwise(Phrases.Prorated)) with
    {
        Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Recounted, OnDowngrade = GrantFate.Recounted },
    };

    /// <summary>ISBN Express: the limit rises at once, and the balance is filled up with the next cycle; both plans are billed by their days.</summary>
    /// <remarks>Source: isbnexpress.com/faq-billing.</remarks>
    /// <example>USD 5.00 to 15.00 on day 15 of 30: 10.00 for the cycle, and 1,000 credits until the next one brings 3,000.</example>
    public static BillingPolicy IsbnExpress() => Of("ISBN Express", Measure.Days with { ChangeDay = ChangeDay.Old }, Treatment.AtPeriodEnd,
        Rule.Otherwise(Phrases.Prorated with { Due = Due.NextInvoice })) with
    {
        Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Kept, OnDowngrade = GrantFate.Kept },
    };

    /// <summary>Clay: a downgrade waits, and what is left is carried over by the new plan's rule; what was rolled over is used first.</summary>
    /// <remarks>Source: docs.clay.com, article 9654095. The rule is the allowance's, <see cref="Rollover.UpToTimes"/> two.</remarks>
    /// <example>900 left, and a new plan of 100 a month: 200 are carried over.</example>
    public static BillingPolicy Clay() => Of("Clay", Measure.Days, Treatment.AtPeriodEnd,
        Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd), Rule.Otherwise(Phrases.Prorated)) with
    {
        Allowances = AllowancePolicy.EachTermAnew with
        {
            OnUpgrade = GrantFate.Carried,
            OnDowngrade = GrantFate.Carried,
            OnRenewal = GrantFate.Carried,
            Rollover = RolloverOf.TheNewPlan,
            Use = new(GrantOrders.RolledOverFirst, Overage.Refused, DebtAtReset.Forgiven),
        },
    };

    /// <summary>WPSiteWizard: a year that is ended is paid for by the month as far as it was used. Crowdcast and Fitness First do so as well.</summary>
    /// <remarks>Source: wpsitewizard.com/faq; docs.crowdcast.io, "What happens if I cancel my year plan".</remarks>
    /// <example>USD 470.00 a year, ended after three months that cost 47.00 each: 329.00 are paid back.</example>
    public static BillingPolicy WpSiteWizard() => Of("WPSiteWizard", Measure.MonthsNotStarted,
        Ended with { Unused = UnusedValue.OfAllLots with { Retained = Retention.DiscountOver(BillingInterval.Month) } },
        Rule.Otherwise(Phrases.Prorated));

    /// <summary>Insurers' short rate: a tenth of what is unused is kept when a policy is ended.</summary>
    /// <remarks>Source: commonwealthinsurancepartners.com, "Wheel"; proratacalculators.com.</remarks>
    /// <example>USD 500.00 for a year, ended after 150 days: 294.52 are unused, 29.45 are kept, 265.07 are paid back.</example>
    public static BillingPolicy ShortRate() => Of("Short rate", Measure.Days,
        Ended with { Unused = UnusedValue.OfAllLots with { Retained = Retention.Part(new Fraction(1, 10)) } },
        Rule.Otherwise(Phrases.Prorated));

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

    private static Treatment Ended => Phrases.Prorated with { NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.Refunded(RefundRest.ToBalance) };

    private static BillingPolicy Of(string name, Measure measure, Treatment end, params Sequence<Rule> changes) =>
        Phrases.Engine(name, measure, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = What.Start }, Phrases.FirstPurchase),
            Rule.For(new Case { Changes = What.End }, end),
            Rule.For(new Case { Changes = What.Resume }, Phrases.Resumption),
            .. changes,
        ]);
}
