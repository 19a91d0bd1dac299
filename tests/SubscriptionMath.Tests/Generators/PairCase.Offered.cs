namespace SubscriptionMath.Tests.Generators;

/// <content>The catalog and the policy.</content>
internal sealed partial class PairCase
{
    private static readonly Treatment FirstPurchase = new(
        Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited);

    private Catalog Catalog() => new()
    {
        Plans = [.. new[] { ("basic", 999m), ("pro", 2507m), ("max", 9901m), ("top", 12003m) }.Select((plan, rank) => new Plan
        {
            Id = plan.Item1,
            Name = plan.Item1,
            Rank = rank,
            Prices = Prices(plan.Item2),
            Trial = Is("trial offer", "none") ? null : new TrialOffer(BillingInterval.Days(14)),
            AddOns = ["phone", "storage"],
        })],
        AddOns = [new AddOn { Id = "phone", Name = "phone", Prices = Prices(701m) }, new AddOn { Id = "storage", Name = "storage", Prices = Prices(305m) }],
    };

    private Sequence<Price> Prices(decimal minor) => [Price(minor / 100m, BillingInterval.Month), Price(minor / 10m, BillingInterval.Year)];

    private Price Price(decimal amount, BillingInterval interval) => SubscriptionMath.Price.Of(amount, "EUR", interval) with
    {
        BillingTiming = Of<BillingTiming>("charged"),
        SetUp = Is("set-up", "fee") ? 4.99m : null,
        Model = Of<string>("price model") switch
        {
            "each unit" => new PriceModel.PerUnit(amount),
            "flat" => new PriceModel.Flat(amount),
            "tiers" => new PriceModel.Graduated([PriceTier.Each(2, amount), new PriceTier(null, amount * 0.8m, 1.01m)]),
            _ => new PriceModel.Volume([PriceTier.Each(2, amount), PriceTier.Each(null, amount * 0.8m)]),
        },
    };

    private BillingPolicy Policy() => new()
    {
        Name = "pairs",
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, FirstPurchase), Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd), .. Rules(),
        ],
        Proration = new()
        {
            Measure = Of<Measure>("measure"),
            Rounding = new Rounding(Of<RoundingMode>("mode"), Of<RoundingStage>("stage")) { Steps = Is("step", "none") ? default : [Money.OfMinor(5, "EUR")] },
            LotChoice = Of<LotChoice>("lots"),
        },
        Invoicing = new()
        {
            Tax = Of<TaxPolicy>("tax rule"),
            Discounts = new DiscountPolicy(Of<SplitMethod>("discount split"), DiscountReversal.InProportion),
            DeferredCharges = Of<DeferredChargePolicy>("deferred"),
            LeastCharges = Is("least charge", "none") ? default : [Money.OfMinor(50, "EUR")],
        },
        AddOns = new AddOnPolicy(Of<AddOnFate>("add-ons"), Of<UnusedValue>("add-on ended")),
        Balance = BalancePolicy.NeverLost with { Promotion = Of<PromotionValue>("gift back") },
    };

    /// <summary>The rule of all the answers above, and another one for the changes that it does not speak for.</summary>
    private Rule[] Rules()
    {
        var then = new Treatment(
            Of<Timing>("timing"), Of<TrialFate>("trial"), Of<TermRule>("term"), Of<UnusedValue>("unused"), Of<NewPrice>("new price"), Of<PaymentTiming>("payment"), Of<Surplus>("surplus"));
        Case? when = Of<string>("rule for") switch
        {
            "all" => null,
            "plan" => new Case { Changes = ChangeKinds.Plan },
            "up" => new Case { Direction = Direction.Up },
            "add-on" => new Case { Changes = ChangeKinds.AddOn },
            "up in a trial" => new Case { Direction = Direction.Up, InTrial = true },
            _ => new Case { ChangesOneOf = ChangeKinds.Quantity | ChangeKinds.AddOn },
        };
        return when is null ? [Rule.Otherwise(then)] : [Rule.For(when, then), Rule.Otherwise(Other())];
    }

    private Treatment Other() => Of<string>("other rule") switch
    {
        "prorated" => Treatments.Prorated,
        "at the period's end" => Treatment.AtPeriodEnd,
        "restarts" => Treatments.Prorated with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, Surplus = Surplus.Refunded(RefundRest.ToBalance) },
        "waits for the invoice" => Treatments.Prorated with { PaymentTiming = PaymentTiming.NextInvoice, Surplus = Surplus.ToNextInvoice },
        _ => Treatments.FreeUntilRenewal,
    };
}
