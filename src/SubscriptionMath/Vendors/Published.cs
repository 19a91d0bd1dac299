namespace SubscriptionMath.Vendors;

/// <summary>Policies of single vendors, as published in their help pages.</summary>
/// <remarks>
/// Each policy is the whole content of its page. A vendor stands here if its page gives an answer that no engine gives, or gives figures
/// for an answer that many give. The source stands with each. Questions that a page leaves open are answered as for engines: see the first
/// three rules.
/// </remarks>
public static partial class Published
{
    /// <summary>
    /// JustFit, canceled and joined again: the days left are appended to the new term, one for one, whatever their price.
    /// </summary>
    /// <remarks>
    /// Source: help.justfit.app, article 48995004817689; support.ustvnow.com, article 214145163; fashiongates.com, "Switch package".
    /// USTVnow and FashionGates do so as well.
    /// </remarks>
    /// <example>Fifteen days left, and a month of another plan: a month and fifteen days, at the price of the month.</example>
    public static BillingPolicy JustFit() => Of("JustFit", Measure.Days, Treatment.AtPeriodEnd,
        Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Prorated), // not stated
        Rule.Otherwise(Treatments.Anew with { Term = TermRule.DaysCarried, Unused = UnusedValue.None, Surplus = Surplus.Forfeited }));

    /// <summary>
    /// Hand2Note: another plan is bought for a full month, and the days left are converted at the ratio of the prices and appended.
    /// </summary>
    /// <remarks>
    /// Source: hand2noteguide.com/guide/upgrade-subscription; tradingview.com/support/solutions/43000647372. TradingView does so as well.
    /// The loss of a part of a day is not stated.
    /// </remarks>
    /// <example>Twenty days left at USD 20.00, and a month at 10.00: 10.00 now, for a month and forty days, in any months.</example>
    public static BillingPolicy Hand2Note() => Of("Hand2Note", Measure.Days, Treatment.AtPeriodEnd,
        Rule.For(new Case { Changes = ChangeKinds.AddOn }, Treatments.Prorated), // not stated
        Rule.Otherwise(Treatments.Anew with { Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor, TimeUnits.Days) }));

    /// <summary>
    /// Hireflix: every started month is left in full, and its difference is charged too. Hubstaff and Slooply count so as well.
    /// </summary>
    /// <remarks>Source: help.hireflix.com, "How do I upgrade my plan"; hubstaff.com/pricing.</remarks>
    /// <example>A year from January, upgraded in September: four months.</example>
    public static BillingPolicy Hireflix() =>
        Of("Hireflix", Measure.Days with { Unit = ProrationUnit.MonthsNotEnded }, Treatment.AtPeriodEnd,
            Rule.Otherwise(Treatments.Prorated));

    /// <summary>
    /// CloudBlue: months of thirty days; the upgrade's order bills the difference, and the next order gives a credit, rounded once.
    /// </summary>
    /// <remarks>
    /// Source: docs.cloudblue.com, Billing Providers Guide, "Upgrade and Downgrade Charges Calculations". In advance or in arrears is the
    /// plan's (<see cref="BillingTiming"/>).
    /// </remarks>
    /// <example>
    /// USD 10.00 to 20.00 on 11 May: 6.67 at once, both in advance; from arrears to advance 13.33 and 3.33, at once; from advance to
    /// arrears nothing, and in June 13.33 less 6.67, which are 6.67.
    /// </example>
    public static BillingPolicy CloudBlue() => Of("CloudBlue",
        new ProrationPolicy
        {
            Measure = Measure.Days with
            {
                Unit = ProrationUnit.DaysOfEqualMonths,
                Denominator = Denominator.FixedDays(30, BillingInterval.Month),
            },
            Rounding = Rounding.HalfAwayFromZeroOnTheInvoice,
        },
        Treatment.AtPeriodEnd,
        Rule.Otherwise(Treatments.Prorated with { Surplus = Surplus.ToNextInvoice }));

    /// <summary>Slack: a joining member is charged for the days left, with the next invoice; a leaving one gives credit.</summary>
    /// <remarks>Source: get.slack.help, article 218915077, "Fair Billing policy". The credit is lost with the subscription.</remarks>
    /// <example>
    /// USD 8.00 a member, one more with 20 of 30 days left: 5.33 on the next invoice. USD 8.75, one less: 5.83 of credit.
    /// </example>
    public static BillingPolicy Slack() =>
        Of("Slack", Measure.Days, Treatment.AtPeriodEnd,
            Rule.Otherwise(Treatments.Prorated with { PaymentTiming = PaymentTiming.NextInvoice })) with
        {
            Balance = BalancePolicy.LostAtExpiry,
        };

    /// <summary>
    /// Onpipeline: in either direction, the proration is settled on the next invoice. Don Johnston and PureGym do so as well.
    /// </summary>
    /// <remarks>
    /// Source: support.onpipeline.com, "Upgrade, downgrade or cancel"; help.donjohnston.net, article 135401; puregym.com/help-centre.
    /// </remarks>
    /// <example>USD 100.00 to 200.00 half-way: the next invoice is 250.00. USD 100.00 to 50.00: 25.00.</example>
    public static BillingPolicy Onpipeline() => Of("Onpipeline", Measure.Days, Treatment.AtPeriodEnd,
        Rule.Otherwise(Treatments.Prorated with { PaymentTiming = PaymentTiming.NextInvoice, Surplus = Surplus.ToNextInvoice }));

    /// <summary>Destiny Media: up at once for the plain difference of the prices, whatever the day; down with the next month.</summary>
    /// <remarks>Source: destinymedia.zendesk.com, article 204318138. Keyword Insights charges the same difference.</remarks>
    /// <example>USD 49.99 to 99.99, on any day: 50.00.</example>
    public static BillingPolicy DestinyMedia() => Of("Destiny Media", Measure.Days, Treatment.AtPeriodEnd,
        Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
        Rule.Otherwise(Treatments.Prorated with { Unused = UnusedValue.OfTheWholeTerm, NewPrice = NewPrice.Full }));

    /// <summary>mlytics: the price of a day is rounded to the cent, and then multiplied.</summary>
    /// <remarks>Source: help.mlytics.com, article 25, "How is prorate calculated".</remarks>
    /// <example>USD 10.00 to 99.00 with 15 of 30 days left: 0.33 a day are 4.95 of credit, 3.30 a day 49.50.</example>
    public static BillingPolicy Mlytics() =>
        Of("mlytics", Measure.Days with { Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) }, Treatment.AtPeriodEnd,
        Rule.Otherwise(Treatments.Prorated));

    /// <summary>Zoho Billing: an invoice for the rest of the new plan, and a credit note for that of the old; each is rounded.</summary>
    /// <remarks>Source: zoho.com/in/billing/features/prorated-billing.</remarks>
    /// <example>USD 50.00 to 100.00 with 16 of 31 days left: 51.61 less 25.81 are 25.80; rounded once the result would be 25.81.</example>
    public static BillingPolicy ZohoBilling() =>
        Of("Zoho Billing", Measure.Days, Treatment.AtPeriodEnd, Rule.Otherwise(Treatments.Prorated));

    /// <summary>Re:catch: the day of the change is charged on both plans; the surplus is a deposit.</summary>
    /// <remarks>Source: recatch.gitbook.io/docs/pricing/upgrade.</remarks>
    /// <example>
    /// A month from 6 July, changed on the 26th: the old plan is credited from the 27th on, the new one charged from the 26th on, 10 and 11
    /// of 31 days.
    /// </example>
    public static BillingPolicy Recatch() =>
        Of("Re:catch", Measure.Days with { ChangeDay = ChangeDay.Both }, Treatment.AtPeriodEnd, Rule.Otherwise(Treatments.Prorated));

    /// <summary>FeaturePeek: with a new seat all seats are billed for a new month, less their unused value, by thirty days.</summary>
    /// <remarks>Source: help.featurepeek.com, "How does my bill get prorated when seats are added/removed".</remarks>
    /// <example>
    /// Three seats at USD 19.00 from 15 July, four on the 25th: 76.00 less 38.00 for 20 of 30 days, and the next bill is on 25 August.
    /// </example>
    public static BillingPolicy FeaturePeek() => Of("FeaturePeek",
        Measure.Days with { Unit = ProrationUnit.DaysOfEqualMonths, Denominator = Denominator.FixedDays(30, BillingInterval.Month) },
        Treatment.AtPeriodEnd, Rule.Otherwise(Treatments.Anew));

    /// <summary>SlimFAQ: an upgrade is billed with the next year, each part of it cut to the cent.</summary>
    /// <remarks>Source: slimfaq.com/faq/2131-billing/8626.</remarks>
    /// <example>
    /// USD 84.00 to 250.00 a year with 291 of 365 days left: 199.31 less 66.96, so that the next year's bill of 250.00 is 382.35.
    /// </example>
    public static BillingPolicy SlimFaq() =>
        Of("SlimFAQ", new ProrationPolicy { Rounding = new(RoundingMode.TowardZero, RoundingStage.Lines) }, Treatment.AtPeriodEnd,
            Rule.Otherwise(Treatments.Prorated with { PaymentTiming = PaymentTiming.NextInvoice }));

    /// <summary>
    /// Obvibase: seats to the second; the unused value of leaving seats is credit for the next charge, and never a refund.
    /// </summary>
    /// <remarks>Source: obvibase.com/billing-faq.</remarks>
    /// <example>
    /// Ten seats more at USD 4.00, half-way: 20.00. Four of 14 fewer: 8.00 of credit, so that the next charge of 40.00 is 32.00.
    /// </example>
    public static BillingPolicy Obvibase() => Of("Obvibase", Measure.Seconds, Treatment.AtPeriodEnd, Rule.Otherwise(Treatments.Prorated));

    /// <summary>
    /// Poll Everywhere: another paid level begins a period at its full price, less the unused value of the old one, without refunds.
    /// </summary>
    /// <remarks>Source: polleverywhere.uservoice.com, article 152496. Its periods have thirty days.</remarks>
    /// <example>USD 79.00 to 199.00 half-way: 199.00 less 39.50 are 159.50, for thirty days.</example>
    public static BillingPolicy PollEverywhere() =>
        Of("Poll Everywhere", Measure.Days, Treatment.AtPeriodEnd, Rule.Otherwise(Treatments.Anew with { Surplus = Surplus.Forfeited }));

    private static BillingPolicy Of(string name, Measure measure, Treatment end, params Sequence<Rule> changes) =>
        Of(name, new ProrationPolicy { Measure = measure, Rounding = Rounding.HalfAwayFromZeroByLine }, end, changes);

    private static BillingPolicy Of(string name, ProrationPolicy proration, Treatment end, params Sequence<Rule> changes) => new()
    {
        Name = name,
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, end),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            .. changes,
        ],
        Proration = proration,
    };
}
