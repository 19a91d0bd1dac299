namespace SubscriptionMath.Tests.Conformance.TenArticles;

/// <summary>The rules of ten help pages, written from the documentation of this library alone. The addresses stand with each.</summary>
internal static class ArticlePolicies
{
    /// <summary>checkwork.app/prices: users come and go by the days left of the year; a credit pays the next bill.</summary>
    public static BillingPolicy Checkwork { get; } = Of("Checkwork", Treatment.AtPeriodEnd);

    /// <summary>
    /// support.rotoql.com/hc/en-us/articles/115000814768 (months) and 115000770247 (years): the difference for the days left, of a month without
    /// the day of the change; down with the next term; a year is refunded on leaving.
    /// </summary>
    public static BillingPolicy RotoQl { get; } = Of(
        "RotoQL", Refunded,
        Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
        Rule.For(new Case { IntervalHeld = BillingInterval.Month }, Treatments.Prorated with { Measure = After }));

    /// <summary>support.openprovider.eu/hc/en-us/articles/216648958: the difference for the months left, rounded up.</summary>
    public static BillingPolicy Openprovider { get; } = Of("Openprovider", Treatment.AtPeriodEnd) with
    {
        Proration = By(Measure.MonthsNotStarted with { Unit = ProrationUnit.MonthsNotEnded }),
    };

    /// <summary>
    /// voipo.com/forums, thread 4712: leaving early is refunded less the months used, rounded to full months, at the monthly price.
    /// </summary>
    /// <remarks>In the first thirty days the refund is full.</remarks>
    public static BillingPolicy Voipo { get; } = PolicyCheck.Checked(Of(
        "VOIPo", Refunded with { Unused = UnusedValue.OfAllLots with { Withheld = WithheldValue.DiscountOver(BillingInterval.Month) } })
        .WithRuleBefore(
            new Case { Changes = ChangeKinds.End },
            Rule.For(
                new Case { Changes = ChangeKinds.End, WithinOfPurchase = BillingInterval.Days(30) },
                Refunded with { Unused = UnusedValue.OfTheWholeTerm }))) with
    {
        Proration = By(Measure.MonthsNotStarted),
    };

    /// <summary>amember.com/forum, thread 19056: a new term less the unused amount. Its surcharge for an upgrade is zero in the example.</summary>
    public static BillingPolicy AMember { get; } = Of("aMember Pro", Treatment.AtPeriodEnd, Rule.Otherwise(Treatments.Anew));

    /// <summary>
    /// tescomobile.ie/help-centre/your-plan/pro-rata-explained: the first bill has the days up to the billing date and the month ahead.
    /// </summary>
    /// <remarks>An add-on is charged for the rest and brings its whole allowance; both come with the next bill.</remarks>
    public static BillingPolicy TescoMobile { get; } = Monthly("Tesco Mobile Ireland");

    /// <summary>gsheetconnector.com/faq-items/can-i-upgrade-the-license: the difference of the prices on any day; the end stays.</summary>
    public static BillingPolicy GSheetConnector { get; } = Of(
        "GSheetConnector", Treatment.AtPeriodEnd,
        Rule.Otherwise(Treatments.Prorated with { Unused = UnusedValue.OfTheWholeTerm, NewPrice = NewPrice.Full }));

    /// <summary>
    /// help.wodboard.com/article/12-pausing-memberships: a pause at once or on a date gives a credit note for the rest, which pays on resuming.
    /// </summary>
    public static BillingPolicy Wodboard { get; } = Of(
        "Wodboard", Treatment.AtPeriodEnd,
        Rule.For(
            new Case { Changes = ChangeKinds.Pause },
            Treatments.Resumption with { Timing = Timing.OnDate, Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToBalance }),
        Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Treatments.MovedAtTheEnd),
        Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption)) with
    { Proration = By(After) };

    /// <summary>help.amilia.com/en/articles/4256645: a pause moves the end of a membership by its days.</summary>
    public static BillingPolicy Amilia { get; } = SubscriptionMath.Vendors.Published.Amilia();

    /// <summary>
    /// secure.monkeytreehosting.com/knowledgebase/144: the first bill has "the 15 days until the end of the month" and the month ahead.
    /// </summary>
    public static BillingPolicy MonkeyTree { get; } = Monthly("MTH Networks") with { Proration = By(After) };

    private static Measure After => Measure.Days with { ChangeDay = ChangeDay.Old };

    private static Treatment Refunded =>
        Treatments.Prorated with { NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.Refunded(RefundRest.Forfeited) };

    private static BillingPolicy Monthly(string name) => Of(name, Treatment.AtPeriodEnd, Rule.Otherwise(NextBill(Treatments.Prorated))).WithRule(
        Rule.For(
            new Case { Changes = ChangeKinds.Start },
            NextBill(Treatments.FirstPurchase) with { Term = TermRule.AlignedTo(Anchor.OnDay(1)), NewPrice = NewPrice.ForTheRest }));

    private static Treatment NextBill(Treatment then) => then with { PaymentTiming = PaymentTiming.NextInvoice };

    private static ProrationPolicy By(Measure measure) => new() { Measure = measure };

    private static BillingPolicy Of(string name, Treatment end, params Rule[] changes) => PolicyCheck.Checked(new BillingPolicy
    {
        Name = name,
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, end),
            .. changes,
            .. changes is [.., { When: var last }] && last == Case.Otherwise ? (Rule[])[] : [Rule.Otherwise(Treatments.Prorated)],
        ],
    });
}
