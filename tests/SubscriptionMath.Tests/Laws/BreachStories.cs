using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Laws;

/// <summary>For an exception to a law a story in which the law fails without it, in one market: small, and the same at each run.</summary>
internal static class BreachStories
{
    private static readonly When OnThe16th = new(Moment.Midnight, 500);

    private static readonly Catalog Sold = new()
    {
        Plans = [Plan("free", 0, 0m, 0m), Plan("basic", 1, 30m, 10m), Plan("plus", 2, 60m, 30m)],
        AddOns = [new AddOn { Id = "phone", Name = "Phone", Prices = [Price.Of(15m, "EUR", BillingInterval.Month)] }],
    };

    /// <summary>The same with a plan of which the first two units cost twice as much as all others.</summary>
    private static readonly Catalog Tiered = Sold with
    {
        Plans =
        [
            .. Sold.Plans,
            Plan("tiered", 3, 0m, 0m) with { Prices = [Price.Of(new PriceModel.Graduated([PriceTier.Each(2, 20m), PriceTier.Each(null, 10m)]), "EUR", BillingInterval.Month)] },
        ],
    };

    internal static IReadOnlyList<(string Policy, string Rule, Story Story)> All { get; } =
    [
        ("Kaspr", "a seat added within the term costs its full price, or nothing (A2.4)", Of(
            Kaspr.Policy(seatAdded: NewPrice.NothingUntilRenewal), Cart("basic"), Step(new Wish { Seats = 2 }), Then(new Wish { Plan = "plus" }))),
        ("PhotoDeck", "an add-on bought alone costs its full price, however late in the day (S4.10)", Of(
            PhotoDeck.Policy(LotSources.All, Surplus.AllUnusedToTime(RoundingMode.Floor)), Cart("free", "phone"), InTheEnd(new Wish { Plan = "plus" }), InTheEnd(new Wish { AddOns = [("phone", 2)] }))),
        ("PhotoDeck", "the value of a replaced lot is credited only once (S4.4)", Of(
            PhotoDeck.Policy(LotSources.Purchase | LotSources.Conversion), Cart("free", "phone"), Then(new Wish { Seats = 2 }))),
        ("WhaleBooks", "a downgrade costs the full lower price, or nothing (A3.1)", Of(
            WhaleBooks.Policy(downgradeTerm: TermRule.EndKept, downgradePrice: NewPrice.Full), Cart("basic"), Step(new Wish { Plan = "plus" }))),
        (Broken.Engines, "a purchase within the term is not priced for the rest", Of(
            Zuora.WholePeriods(Anchor.OnDay(1)), Cart("basic"), Step(new Wish { Seats = 2 }))),
        (Broken.Engines, "the old purchase covers its replacement, and the way back pays for that", Of(
            Stripe.ClassicWithoutProration(), Cart("free", "phone"), Then(new Wish { Plan = "basic" }))),
        ("generated", "a purchase within the term is not priced for the rest", Of(
            Made(then => then with { NewPrice = NewPrice.Full }), Cart("basic"), Step(new Wish { Plan = "plus" }))),
        ("generated", "value is computed on the amount paid in money", Of(
            Made(then => then with { Unused = UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney) }), Cart("plus"), Step(new Wish { Plan = "basic" }))),
        ("generated", "units leave pro rata: those just added leave together with older ones, and come back as new ones", Of(
            Made().WithLotChoice(LotChoice.ProRata), Cart("tiered") with { Quantity = 2 }, Step(new Wish { Seats = 3 })) with { Catalog = Tiered }),
    ];

    private static Story Of(BillingPolicy policy, Cart first, params Step[] steps) => new()
    {
        Policy = new NamedPolicy(policy.Name, policy, policy.Name != "generated"),
        Catalog = Sold,
        Currency = "EUR",
        Zone = DateTimeZone.Utc,
        Start = Instant.FromUtc(2026, 4, 1, 0, 0),
        First = first,
        Credit = MoneyCredit.None,
        Members = 1,
        AskedBy = Roles.Owner,
        Steps = [.. steps],
    };

    private static Cart Cart(string plan, params ReadOnlySpan<string> addOns) => SubscriptionMath.Cart.Of(plan, BillingInterval.Month).With(addOns);

    private static Step Step(Wish wish) => new(OnThe16th, wish);

    private static Step InTheEnd(Wish wish) => new(new When(Moment.LastInstant, 0), wish);

    /// <summary>At the same instant as the step before, or as the purchase.</summary>
    private static Step Then(Wish wish) => new(new When(Moment.Same, 0), wish);

    /// <summary>The difference for the rest of the term, whichever way; one answer otherwise.</summary>
    private static BillingPolicy Made(Func<Treatment, Treatment>? otherwise = null)
    {
        var difference = new Treatment(Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);
        var first = difference with { Term = TermRule.Restarted, Unused = UnusedValue.None, NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited };
        return SmrtPhone.Policy(askedBy: Roles.Anyone).WithEligibility(EligibilityPolicy.Anyone) with
        {
            Name = "generated",
            Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, first), Rule.Otherwise(otherwise is null ? difference : otherwise(difference))],
        };
    }

    private static Plan Plan(string id, int rank, decimal price, decimal calls) => new()
    {
        Id = id,
        Name = id,
        Rank = rank,
        Prices = [Price.Of(price, "EUR", BillingInterval.Month)],
        Allowances = [new Allowance { Kind = "calls", Units = calls, Rollover = Rollover.Full }],
        AddOns = ["phone"],
    };
}
