namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>A policy of rules, with the plainest answers beside them; what the records do not ask about.</summary>
internal static class Plain
{
    /// <summary>Nothing is valued and nothing is charged.</summary>
    public static Treatment Nothing { get; } = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>At once, the end kept, the difference for the rest of the term.</summary>
    public static Treatment Difference { get; } = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    /// <summary>At once, a new term at its full price, less what was unused.</summary>
    public static Treatment Anew { get; } = Difference with { Term = TermRule.Restarted, NewPrice = NewPrice.Full };

    public static Treatment FirstPurchase { get; } = Anew with { Unused = UnusedValue.None, Surplus = Surplus.Forfeited };

    /// <summary>A policy: first purchases, cancellations, changes of the plan; add-ons come and go at once.</summary>
    public static BillingPolicy Policy(Treatment start, Treatment end, Treatment change, AddOnFate addOns = AddOnFate.KeptWithTheTerm) => new()
    {
        Name = "published",
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, start),
            Rule.For(new Case { Changes = ChangeKinds.End }, end),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Nothing),
            Rule.For(new Case { Changes = ChangeKinds.AddOn }, Difference),
            Rule.Otherwise(change),
        ],
        Requests = new() { Pending = PendingPolicy.Kept },
        Invoicing = new() { FailedPayment = FailedPayment.StandsAndIsOwed },
        AddOns = new(addOns, UnusedValue.OfAllLots),
    };

    public static Plan Plan(string id, int rank, decimal price, BillingInterval interval, int? trialDays = null) => Plan(id, rank, Price.Of(price, "USD", interval), trialDays);

    public static Plan Plan(string id, int rank, Price price, int? trialDays = null) => new()
    {
        Id = id,
        Name = id,
        Rank = rank,
        Prices = [price],
        Trial = trialDays is { } days ? new TrialOffer(BillingInterval.Days(days)) : null,
    };
}
