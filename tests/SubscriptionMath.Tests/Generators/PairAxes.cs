namespace SubscriptionMath.Tests.Generators;

/// <summary>The axes of a change: the answers of a policy, the cart, the catalog and the time. The plain answer of each axis is the first.</summary>
internal static class PairAxes
{
    /// <summary>The first axes are the time and the cart, which contradict nothing; catalog and policy follow.</summary>
    internal static readonly (string Name, object[] Answers)[] All =
    [
        ("moment", ["first instant", "just after", "middle", "just before the end", "end", "after"]),
        ("calendar", ["month end", "leap day", "daylight-saving day", "skipped day", "year end"]),
        ("change", ["up", "down", "interval", "seat added", "seat removed", "add-on bought", "add-on ended", "all"]),
        ("interval", ["month", "year"]),
        ("history", ["none", "seat added", "seat removed", "add-on bought", "plan changed", "renewed"]),
        ("discount", ["none", "part", "amount"]),
        ("balance", ["none", "paid", "gift", "both"]),
        ("tax", ["none", "beside", "within", "two rates"]),
        ("trial offer", ["none", "14 days"]),
        ("charged", [BillingTiming.InAdvance, BillingTiming.InArrears, BillingTiming.Once]),
        ("price model", ["each unit", "flat", "tiers", "volume"]),
        ("set-up", ["none", "fee"]),
        ("timing", [Timing.Now, Timing.AtPeriodEnd, Timing.CustomerChooses]),
        ("trial", [TrialFate.Ended, TrialFate.Kept, TrialFate.Restarted, TrialFate.FromTheStart]),
        ("term", [TermRule.EndKept, TermRule.Restarted, TermRule.OwnTerm, TermRule.DaysCarried, TermRule.Aligned, TermRule.AlignedTo(Anchor.OnDay(10)), TermRule.AsBought]),
        ("unused", [
            UnusedValue.OfAllLots, UnusedValue.None, UnusedValue.Kept, UnusedValue.OfTheWholeTerm, UnusedValue.OfLots(LotSources.Purchase, ValueBasis.Billed),
            UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney), UnusedValue.OfLots(LotSources.All, ValueBasis.BilledByTime),
            UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld), UnusedValue.OfLots(LotSources.All, ValueBasis.BilledLessUsed), Policies.Keeping[0], Policies.Keeping[2]]),
        ("new price", [NewPrice.ForTheRest, NewPrice.Full, NewPrice.NothingUntilRenewal]),
        ("payment", [PaymentTiming.Now, PaymentTiming.NowAsOldPriceThenDifference, PaymentTiming.NextInvoice, PaymentTiming.Waived]),
        ("surplus", [
            Surplus.ToBalance, Surplus.Forfeited, Surplus.ToTime(RoundingMode.Floor), Surplus.ToTime(RoundingMode.Ceiling, TimeUnits.Days), Surplus.ToNextInvoice,
            Surplus.Refunded(RefundRest.ToBalance), Surplus.RefundedBeyondUse(RefundRest.Forfeited), Surplus.AllUnusedToTime(RoundingMode.Floor, TimeUnits.Days)]),
        ("measure", [
            Measure.Days, Measure.Seconds, Measure.MonthsNotStarted, Measure.Days with { ChangeDay = ChangeDay.Old }, Measure.Days with { ChangeDay = ChangeDay.Both },
            Measure.Days with { Unit = ProrationUnit.MonthsThenDays }, Measure.Days with { Ratio = RatioRule.Rounded(5, RoundingMode.HalfEven) }]),
        ("mode", [RoundingMode.HalfAwayFromZero, RoundingMode.HalfEven, RoundingMode.Floor, RoundingMode.Ceiling]),
        ("stage", [RoundingStage.Net, RoundingStage.Lines, RoundingStage.Invoice]),
        ("step", ["none", "5 cents"]),
        ("least charge", ["none", "50 cents"]),
        ("tax rule", [
            TaxPolicy.ByInvoice, TaxPolicy.ByLine, new TaxPolicy(TaxRule.OutOfTheGross, TaxRule.OutOfTheGross, TaxStage.Invoice),
            new TaxPolicy(TaxRule.OnTheNet, TaxRule.OutOfTheGross, TaxStage.Lines)]),
        ("lots", [LotChoice.NewestFirst, LotChoice.ProRata]),
        ("deferred", [DeferredChargePolicy.OnAnyInvoice, DeferredChargePolicy.WaitForRenewal]),
        ("discount split", Enum.GetValues<SplitMethod>().Cast<object>().ToArray()),
        ("gift back", Enum.GetValues<PromotionValue>().OrderByDescending(back => back == PromotionValue.Returned).Cast<object>().ToArray()),
        ("add-ons", [AddOnFate.KeptWithTheTerm, .. Enum.GetValues<AddOnFate>().Where(fate => fate != AddOnFate.KeptWithTheTerm).Cast<object>()]),
        ("add-on ended", [UnusedValue.OfAllLots, UnusedValue.None, UnusedValue.Kept, UnusedValue.OfTheWholeTerm]),
        ("rule for", ["all", "plan", "up", "quantity or add-on", "add-on", "up in a trial"]),
        ("other rule", ["prorated", "at the period's end", "restarts", "waits for the invoice", "kept till renewal"]),
    ];

    /// <summary>The place of the first axis that may contradict another.</summary>
    internal static int FirstOfPolicy => Place("trial offer");

    internal static int Place(string axis) => Array.FindIndex(All, one => one.Name == axis);
}
