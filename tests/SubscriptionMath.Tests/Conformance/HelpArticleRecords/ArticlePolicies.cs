namespace SubscriptionMath.Tests.Conformance.HelpArticleRecords;

/// <summary>The policies of the articles' vendors, one value for equal ones.</summary>
internal static class ArticlePolicies
{
    private static readonly Measure Used = Measure.Days with { ChangeDay = ChangeDay.Old };

    private static readonly Treatment OnNextInvoice = Plain.Difference with { PaymentTiming = PaymentTiming.NextInvoice };

    private static readonly Treatment GivenBack = Plain.Difference with { NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.Refunded(RefundRest.ToBalance) };

    /// <summary>The difference for the days left, at once; a surplus is credit.</summary>
    public static BillingPolicy Now { get; } = Of(Plain.Difference);

    /// <summary>The same, and the day of the change is used.</summary>
    public static BillingPolicy NowDayUsed { get; } = Now.WithMeasure(Used);

    /// <summary>The same, each line rounded.</summary>
    public static BillingPolicy NowByLine { get; } = Now.WithRounding(Rounding.HalfAwayFromZeroByLine);

    /// <summary>The same, and a month, also one of twelve, has thirty days of which that of the change is used.</summary>
    public static BillingPolicy NowOfThirtyDayUsed { get; } = Now.WithMeasure(Used with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) });

    /// <summary>The same, the price of a day rounded first, line by line.</summary>
    public static BillingPolicy NowAtDailyRate { get; } = NowByLine.WithMeasure(Measure.Days with { Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) });

    /// <summary>The same, and the day of the change is used.</summary>
    public static BillingPolicy NowAtDailyRateDayUsed { get; } = NowAtDailyRate.WithMeasure(NowAtDailyRate.Proration.Measure with { ChangeDay = ChangeDay.Old });

    /// <summary>The same, every month started counted as one that is left.</summary>
    public static BillingPolicy NowByMonthsLeft { get; } = Now.WithMeasure(Measure.Days with { Unit = ProrationUnit.MonthsNotEnded });

    /// <summary>The same, to the second.</summary>
    public static BillingPolicy NowBySeconds { get; } = Now.WithMeasure(Measure.Seconds);

    /// <summary>The same, a surplus is paid back.</summary>
    public static BillingPolicy NowRefunded { get; } = Of(Plain.Difference with { Surplus = Surplus.Refunded(RefundRest.ToBalance) });

    /// <summary>The difference for the days left, on the next invoice.</summary>
    public static BillingPolicy Later { get; } = Of(OnNextInvoice);

    public static BillingPolicy LaterDayUsed { get; } = Later.WithMeasure(Used);

    public static BillingPolicy LaterCut { get; } = Later.WithRounding(new Rounding(RoundingMode.Floor, RoundingStage.Lines));

    /// <summary>The part of the new price alone, by days of 31, on the next invoice.</summary>
    public static BillingPolicy NewPartLaterOf31 { get; } = Of(OnNextInvoice with { Unused = UnusedValue.None, Surplus = Surplus.Forfeited }).WithMeasure(Measure.Days with { Denominator = Denominator.FixedDays(31, BillingInterval.Month) });

    /// <summary>All of a period, the part of the old and that of the new plan, billed at its end.</summary>
    public static BillingPolicy AllLaterDayUsed { get; } = LaterDayUsed with { Rules = Of(OnNextInvoice, Plain.FirstPurchase with { PaymentTiming = PaymentTiming.NextInvoice }).Rules };

    public static BillingPolicy AllLater { get; } = AllLaterDayUsed.WithMeasure(Measure.Days);

    /// <summary>A new term at its full price, less what was unused.</summary>
    public static BillingPolicy Anew { get; } = Of(Plain.Anew);

    public static BillingPolicy AnewByMonthsLeft { get; } = Anew.WithMeasure(NowByMonthsLeft.Proration.Measure);

    /// <summary>A new term at its full price; what was unused is lost.</summary>
    public static BillingPolicy AnewForfeited { get; } = Of(Plain.Anew with { Unused = UnusedValue.None, Surplus = Surplus.Forfeited });

    /// <summary>A new term at its full price; what was unused buys days of it.</summary>
    public static BillingPolicy AnewAndDays { get; } = Of(Plain.Anew with { Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) });

    /// <summary>Nothing is paid: what was unused, at the new price, is the new term, its days raised.</summary>
    public static BillingPolicy AsBought { get; } = Of(
        Plain.Anew with { Term = TermRule.AsBought, NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.AllUnusedToTime(RoundingMode.Ceiling) });

    /// <summary>All changes wait for the end of the term.</summary>
    public static BillingPolicy AtTheEnd { get; } = Of(Treatment.AtPeriodEnd);

    /// <summary>Ended at once, and what is unused is given back.</summary>
    public static BillingPolicy Refund { get; } = Ending(UnusedValue.OfAllLots);

    /// <summary>By a table: so much of the whole is kept after so many days, here 69 % after 219.</summary>
    public static BillingPolicy RefundByTable { get; } = Ending(UnusedValue.OfTheWholeTerm with { Withheld = WithheldValue.Part(new Fraction(69, 100)) });

    /// <summary>Ended at once, what is unused is credit for the next bill.</summary>
    public static BillingPolicy CreditDayUsed { get; } = Of(Plain.Difference, end: GivenBack with { Surplus = Surplus.ToBalance }).WithMeasure(Used);

    /// <summary>The first term ends on a date that all have in common, and so much of it is charged.</summary>
    public static BillingPolicy StartAligned(Anchor common) => Of(
        Plain.Difference, Plain.FirstPurchase with { Term = TermRule.AlignedTo(common), NewPrice = NewPrice.ForTheRest });

    private static BillingPolicy Ending(UnusedValue unused) => Of(Plain.Difference, end: GivenBack with { Unused = unused });

    private static BillingPolicy Of(Treatment change, Treatment? start = null, Treatment? end = null) =>
        Plain.Policy(start ?? Plain.FirstPurchase, end ?? Treatment.AtPeriodEnd, change);
}
