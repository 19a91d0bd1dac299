namespace SubscriptionMath.Tests.Prices;

/// <summary>A counter at which prices are tried: one plan or several by the month, and a policy of which one answer is asked about.</summary>
internal static class Counter
{
    public static Treatment Rest { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    public static Treatment Full { get; } = Rest with { NewPrice = NewPrice.Full };

    public static Treatment Free { get; } = Rest with { NewPrice = NewPrice.NothingUntilRenewal };

    public static Treatment NeverCredited { get; } = Rest with { Unused = UnusedValue.None };

    private static Treatment Start { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited);

    public static Shop Of(params Price[] prices) => new(Policy(Rest, Rest, Rest), Catalog(prices));

    public static BillingPolicy Policy(Treatment up, Treatment down, Treatment change) => new()
    {
        Name = "counter",
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Start),
            Rule.For(new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Up }, up),
            Rule.For(new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Down }, down),
            Rule.Otherwise(change),
        ],
        Requests = new() { Pending = PendingPolicy.Kept },
        AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.OfAllLots),
    };

    public static Cart Cart(string plan, int quantity = 1) => SubscriptionMath.Cart.Of(plan, BillingInterval.Month) with { Quantity = quantity };

    public static Price Monthly(decimal amount) => Price.Of(amount, "EUR", BillingInterval.Month);

    /// <summary>Plans "p1", "p2" and so on, each of a higher rank than the one before.</summary>
    private static Catalog Catalog(Price[] prices) => new()
    {
        Plans = [.. prices.Select((price, place) => new Plan { Id = $"p{place + 1}", Name = $"P{place + 1}", Rank = place, Prices = [price], AddOns = ["visit"] })],
        AddOns = [new AddOn { Id = "visit", Name = "Visit", Prices = [Monthly(30m) with { BillingTiming = BillingTiming.Once }] }],
    };
}
