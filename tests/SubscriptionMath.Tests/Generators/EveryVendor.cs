using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Generators;

/// <summary>Every vendor's policy with every value of its parameters, as far as the policy's own check lets them stand together.</summary>
public static class EveryVendor
{
    private static readonly UnusedValue[] Worths =
        [UnusedValue.None, UnusedValue.OfAllLots, UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney)];

    private static readonly TermRule[] Terms = [TermRule.EndKept, TermRule.Restarted];

    public static IReadOnlyList<NamedPolicy> Defaults { get; } =
    [
        new("Kaspr()", Kaspr.Policy(), true),
        new("Obi.DayProration()", Obi.DayProration(), true),
        new("Obi.FullPriceAndCycleReset()", Obi.FullPriceAndCycleReset(), true),
        new("PhotoDeck()", PhotoDeck.Policy(), true),
        new("SmrtPhone()", SmrtPhone.Policy(), true),
        new("WhaleBooks()", WhaleBooks.Policy(), true),
    ];

    /// <summary>Billing engines and stores, with the values of their parameters; the generators of questions do not draw them.</summary>
    public static IReadOnlyList<NamedPolicy> Engines { get; } =
    [
        .. from policy in new[]
           {
               Stripe.Classic(), Stripe.Classic(PaymentTiming.Now), Stripe.ClassicWithoutProration(), Stripe.Flexible(), Stripe.Flexible(PaymentTiming.Now), Stripe.FlexibleWithoutProration(),
               LemonSqueezy.Prorated(), LemonSqueezy.Prorated(PaymentTiming.Now, Surplus.Forfeited), LemonSqueezy.WithoutProration(),
               Chargebee.Prorated(), Chargebee.Prorated(Measure.Days), Chargebee.Prorated(Measure.Days, Denominator.FromTheChange), Chargebee.WithoutProration(), Chargebee.AtEndOfTerm(),
               Recurly.Now(), Recurly.Now(UnusedValue.OfTheWholeTerm, NewPrice.Full), Recurly.Now(UnusedValue.None, NewPrice.NothingUntilRenewal),
               Recurly.Now(first: TermRule.AlignedTo(Anchor.OnDay(10)), billDate: Recurly.Postponed), Recurly.AtBillDate(), Recurly.AtRenewal(),
               Zuora.Policy(Anchor.OnDay(1), BillingInterval.Month), Zuora.Policy(Anchor.OnDay(1), BillingInterval.Month, Zuora.MonthFirstOfThirty, ValueBasis.Billed),
               Zuora.Policy(Anchor.OnDay(1), BillingInterval.Week, Zuora.StrictThirty), Zuora.WholeMonths(Anchor.OnDay(1)), Zuora.WholePeriods(Anchor.OnDay(1)),
               Maxio.Migration(), Maxio.MigrationPreservingPeriod(NewPrice.Full, UnusedValue.None, PaymentTiming.NextInvoice), Maxio.ProductChange(), Maxio.DelayedProductChange(),
               Paddle.ProratedImmediately(), Paddle.ProratedImmediately(FailedPayment.StandsAndIsOwed), Paddle.ProratedNextBillingPeriod(), Paddle.FullImmediately(),
               Paddle.FullNextBillingPeriod(), Paddle.DoNotBill(), Recurly.Now(discounts: DiscountReversal.StaysBehind),
               Braintree.Prorated(), Braintree.Prorated(FailedPayment.StandsAndIsOwed), Braintree.WithoutProration(), PayPal.Policy(), Square.Policy(),
               GooglePlay.WithTimeProration(), GooglePlay.ChargeProratedPrice(), GooglePlay.ChargeFullPrice(), GooglePlay.WithoutProration(), GooglePlay.Deferred(),
               Samsung.InstantProratedDate(), Samsung.InstantProratedCharge(), Samsung.InstantNoProration(), Samsung.Deferred(),
               Apple.Policy(), Amazon.Immediate(), Amazon.Deferred(),
               KillBill.Policy(Anchor.OnDay(1), Timing.Now), KillBill.Policy(Anchor.OnDay(31), Timing.AtBilledEnd),
               OpenMeter.Policy(), OpenMeter.Policy(NewPrice.Full, PaymentTiming.NextInvoice, TermRule.AlignedTo(Anchor.OnDay(1))),
               Autumn.Policy(), Autumn.Policy(NewPrice.Full, PaymentTiming.NextInvoice, UnusedValue.None), Flexprice.Policy(), Flexprice.Policy(Measure.Days, Treatment.AtPeriodEnd, AddOnFate.EndWithThePlan),
               Lago.Policy(), Lago.Policy(TermRule.AlignedTo(Anchor.OnDay(1)), Surplus.RefundedBeyondUse(RefundRest.ToBalance)), Meteroid.Policy(), Meteroid.Policy(Treatment.AtPeriodEnd),
               Polar.Prorated(), Polar.Prorated(PaymentTiming.NextInvoice), Polar.NextPeriod(), Polar.Reset(),
               WooCommerce.Policy(), Orb.Immediate(), Orb.Immediate(TermRule.Restarted, TermRule.Restarted), Orb.EndOfTerm(), Orb.RequestedDate(), Huawei.Policy(),
               Metronome.Policy(), Metronome.Policy(NewPrice.Full, PaymentTiming.NextInvoice, Allotment.Full), UniBee.Policy(), UniBee.ByTenThousandths(), Dodo.ProratedImmediately(), Dodo.DifferenceImmediately(),
               Published.BrowseAi(), Published.JustFit(), Published.Hand2Note(), Published.Hireflix(), Published.Telus(), Published.EmailManager(), Published.IsbnExpress(), Published.Clay(), Published.WpSiteWizard(),
               Published.ShortRate(), Published.CloudBlue(), Published.Adobe(), Published.MicrosoftNce(),
               Published.Slack(), Published.Onpipeline(), Published.DestinyMedia(), Published.Mlytics(), Published.ZohoBilling(), Published.Recatch(), Published.FeaturePeek(),
               Published.SlimFaq(), Published.Obvibase(), Published.PollEverywhere(), Published.Amilia(),
           }
           select new NamedPolicy(policy.Name, policy, true),
    ];

    public static IReadOnlyList<IReadOnlyList<NamedPolicy>> ByVendor { get; } =
        [Kasprs(), Obis(), PhotoDecks(), SmrtPhones(), WhaleBookses()];

    private static List<NamedPolicy> Kasprs() => Sound(
        from addOn in Enum.GetValues<NewPrice>()
        from addOnAllotment in Enum.GetValues<Allotment>()
        from seat in Enum.GetValues<NewPrice>()
        from seatAllotment in Enum.GetValues<Allotment>()
        from lapsed in Worths
        select new NamedPolicy(
            $"Kaspr(addOnBought: {addOn}, addOnAllotment: {addOnAllotment}, seatAdded: {seat}, seatAllotment: {seatAllotment}, lapsedAddOns: {lapsed})",
            Kaspr.Policy(
                addOnBought: addOn, addOnAllotment: addOnAllotment, seatAdded: seat, seatAllotment: seatAllotment, lapsedAddOns: lapsed),
            true));

    private static List<NamedPolicy> Obis() => Sound(
        from onDowngrade in Enum.GetValues<GrantFate>()
        from carried in Enum.GetValues<CarriedExpiry>()
        from named in new NamedPolicy[]
        {
            new($"Obi.DayProration({onDowngrade}, {carried})", Obi.DayProration(onDowngrade, carried), true),
            new($"Obi.FullPriceAndCycleReset({onDowngrade}, {carried})", Obi.FullPriceAndCycleReset(onDowngrade, carried), true),
        }
        select named);

    private static List<NamedPolicy> PhotoDecks() => Sound(
        from creditable in Enumerable.Range(0, (int)LotSources.All + 1)
        from days in Enum.GetValues<RoundingMode>()
        from surplus in new[] { Surplus.ToTime(days), Surplus.AllUnusedToTime(days) }
        select new NamedPolicy(
            $"PhotoDeck(creditable: {(LotSources)creditable}, surplus: {surplus})", PhotoDeck.Policy((LotSources)creditable, surplus), true));

    private static List<NamedPolicy> SmrtPhones() => Sound(
        from due in Enum.GetValues<PaymentTiming>()
        from unit in Enum.GetValues<ProrationUnit>()
        from askedBy in new[] { Roles.Anyone, Roles.Owner | Roles.Billing }
        from stage in Enum.GetValues<RoundingStage>()
        select new NamedPolicy(
            $"SmrtPhone(sameInterval: {due}, unit: {unit}, askedBy: {askedBy}, rounding: {stage})",
            SmrtPhone.Policy(due, unit, askedBy, stage),
            true));

    private static List<NamedPolicy> WhaleBookses() => Sound(
        from afterTrial in Terms
        from downgrade in Terms
        from price in Enum.GetValues<NewPrice>()
        select new NamedPolicy(
            $"WhaleBooks(termAfterTrial: {afterTrial}, downgradeTerm: {downgrade}, downgradePrice: {price})",
            WhaleBooks.Policy(afterTrial, downgradeTerm: downgrade, downgradePrice: price),
            true));

    private static List<NamedPolicy> Sound(IEnumerable<NamedPolicy> policies) =>
        [.. policies.Where(named => Policies.IsPriced(named.Policy))];
}
