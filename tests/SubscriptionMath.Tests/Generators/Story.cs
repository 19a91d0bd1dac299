namespace SubscriptionMath.Tests.Generators;

/// <summary>
/// How a subscription came to be, told through the public API alone: a first purchase, then changes under the same policy. A step that is
/// refused leaves no trace. All that is generated, and shrunk, is a story.
/// </summary>
public sealed record Story
{
    public required NamedPolicy Policy { get; init; }

    public required Catalog Catalog { get; init; }

    public required string Currency { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Instant Start { get; init; }

    public required Cart First { get; init; }

    /// <summary>When the first purchase begins, where it names a date.</summary>
    public Instant? FirstOn => Policy.Policy.Rules[0] is Rule.Treated { Then.Timing: Timing.RequestedDate } ? Start + Duration.FromDays(First.Quantity) : null;

    public required MoneyCredit Credit { get; init; }

    public required int Members { get; init; }

    public required Roles AskedBy { get; init; }

    /// <summary>The rates of tax until the last step.</summary>
    public TaxRates? Taxes { get; init; }

    /// <summary>The rates of tax at the last step.</summary>
    public TaxRates? TaxesNow { get; init; }

    /// <summary>The steps before the last are what has happened; the last is what is asked for.</summary>
    public required Sequence<Step> Steps { get; init; }

    /// <summary>Whether every value is reckoned on prices: nowhere on what was billed or paid, which was rounded before.</summary>
    public bool IsExact => Policy.Policy.Rules.All(rule => rule is not Rule.Treated { Then.Unused: UnusedValue.Lots { Basis: not (ValueBasis.Billed or ValueBasis.PriceHeld) } or UnusedValue.WholeTerm })
        && Policy.Policy.AddOns.EndedValue is not UnusedValue.Lots { Basis: not ValueBasis.Billed };

    /// <summary>Whether what is bought back is bought with just the discount that it was sold with: a part of each price, and always the same.</summary>
    public bool DiscountsStand => First.Discounts.All(discount => discount is Discount.Percentage { Lasts: null, Until: null }) && Steps.All(step => step.Wish.Discounts is null);

    /// <summary>Whether an amount is off somewhere, whatever the prices are.</summary>
    public bool HasAmountsOff => First.Discounts.Concat(Steps.SelectMany(step => step.Wish.Discounts ?? default)).Any(discount => discount is Discount.Amount);

    /// <summary>Whether a surplus may buy time.</summary>
    public bool BuysTime => Policy.Policy.Rules.Any(rule => rule is Rule.Treated { Then.Surplus: Surplus.Time });

    /// <summary>Whether a term may be as long as what the unused value buys, so that it may have no length.</summary>
    public bool MakesTheTerm => Policy.Policy.Rules.Any(rule => rule is Rule.Treated { Then.Term: TermRule.LengthBought });

    /// <summary>Whether what was bought may be neither given back nor lost.</summary>
    public bool KeepsLots => Policy.Policy.Rules.Any(rule => rule is Rule.Treated { Then.Unused: UnusedValue.LotsKept });

    /// <summary>The same story where everything costs k times as much, and all credit is worth as much more.</summary>
    public Story TimesPrices(int k) => this with
    {
        Credit = new MoneyCredit { Lots = [.. Credit.Lots.Select(lot => lot with { Left = lot.Left * k })] },
        Catalog = new Catalog
        {
            Plans = [.. Catalog.Plans.Select(plan => plan with { Prices = Times(plan.Prices, k) })],
            AddOns = [.. Catalog.AddOns.Select(addOn => addOn with { Prices = Times(addOn.Prices, k) })],
        },
    };

    /// <summary>The first purchase, by an owner whom no policy keeps from it.</summary>
    public Answer FirstPurchase() => Billing.Price(
        Subscription.NotStarted("s", Currency, Zone), Change.To(First), Facts.None with { MembersInUse = 1, AskedBy = Roles.Owner, Taxes = Taxes }, Catalog, Policy.Policy, Start);

    /// <summary>The subscription before the last step, at the instant of it.</summary>
    public Situation Situation()
    {
        var bought = (Quote)FirstPurchase();
        var facts = new Facts { Credit = Credit, MembersInUse = Members, AskedBy = AskedBy, Taxes = Taxes };
        var now = new Situation(this, bought.SubscriptionAfter, facts, Start, []);
        for (var i = 0; i < Steps.Count; i++)
        {
            now = now with { At = Steps[i].When.Between(now.At, now.NextEvent, Zone) };
            if (i < Steps.Count - 1)
                now = now.After(Steps[i].Wish);
        }

        return now with { Facts = now.Facts with { Taxes = TaxesNow } };
    }

    /// <summary>The last step as a question.</summary>
    public Question Question()
    {
        var situation = Situation();
        return situation.Wishing(Steps[^1].Wish);
    }

    private static Sequence<Price> Times(Sequence<Price> prices, int k) => [.. prices.Select(price => price.Times(k))];

    public override string ToString() => $"""
        {Policy}
            {Zone.Id}, {Start}, credit {Credit.Lots}, {Members} members, asked by {AskedBy}, taxes {Taxes} then {TaxesNow}
            {string.Join("; ", Catalog.Plans.Select(plan => $"{plan.Id} (rank {plan.Rank}{(plan.Trial is { } trial ? $", trial {trial.Length}" : "")}) {plan.Prices}"))}
            {string.Join("; ", Catalog.AddOns.Select(addOn => $"{addOn.Id} {addOn.Prices} {addOn.Measure?.Unit}"))}
            first {First.Quantity} x {First.PlanId} per {First.Interval} with {string.Join(", ", First.AddOns.Select(addOn => $"{addOn.Quantity} x {addOn.Id} per {addOn.Interval}"))}, discounts {First.Discounts}{string.Concat(Steps.Select(step => $"\n    step {step}"))}
        """;
}
