namespace SubscriptionMath.Tests;

/// <summary>Where in the time that is left a change falls.</summary>
public enum Moment
{
    /// <summary>At the very instant of what was before: the first instant of the term, or that of the change before.</summary>
    Same,

    /// <summary>At a midnight of the billing zone.</summary>
    Midnight,

    /// <summary>At any instant.</summary>
    Any,

    /// <summary>At the midnight with which the last day begins.</summary>
    LastDay,

    /// <summary>One nanosecond before the end.</summary>
    LastInstant,
}

/// <summary>When something happens: a moment, and how far on in the time that is left.</summary>
public readonly record struct When(Moment Moment, int PerMille)
{
    /// <summary>The instant, from the first (inclusive) to the end (exclusive).</summary>
    public Instant Between(Instant first, Instant end, DateTimeZone zone)
    {
        var reached = first + ((end - first) / 1000 * PerMille);
        var instant = Moment switch
        {
            Moment.Midnight => reached.InZone(zone).Date.AtMidnight().InZoneLeniently(zone).ToInstant(),
            Moment.Any => reached,
            Moment.LastDay => (end - Duration.Epsilon).InZone(zone).Date.AtMidnight().InZoneLeniently(zone).ToInstant(),
            Moment.LastInstant => end - Duration.Epsilon,
            _ => first,
        };
        return instant < first || instant >= end ? first : instant;
    }
}

/// <summary>What a customer wants to have otherwise. What is null stays as it is.</summary>
public sealed record Wish
{
    public string? Plan { get; init; }

    public BillingInterval? Every { get; init; }

    public int? Seats { get; init; }

    /// <summary>An add-on with the quantity wanted; 0 ends it.</summary>
    public Sequence<(string Id, int Quantity)> AddOns { get; init; }

    /// <summary>Whether the add-ons take the interval of the plan.</summary>
    public bool AddOnsFollow { get; init; }

    /// <summary>Other discounts than those held.</summary>
    public Sequence<Discount>? Discounts { get; init; }

    public RequestedTiming? Timing { get; init; }

    /// <summary>So many days later, where a date is named.</summary>
    public int? InDays { get; init; }

    /// <summary>So many days later, where the next billing is moved.</summary>
    public int? BilledIn { get; init; }

    public bool IsNothing => Plan is null && Every is null && Seats is null && AddOns.IsEmpty && !AddOnsFollow;

    public Change On(Cart cart)
    {
        var every = Every ?? cart.Every;
        var addOns = cart.AddOns.Where(held => AddOns.All(wanted => wanted.Id != held.Id))
            .Concat(AddOns.Where(wanted => wanted.Quantity > 0).Select(wanted => new CartAddOn
            {
                Id = wanted.Id,
                Quantity = wanted.Quantity,
                Every = cart.AddOns.Where(held => held.Id == wanted.Id).Select(held => held.Every).FirstOrDefault(),
            }))
            .Select(addOn => AddOnsFollow ? addOn with { Every = null } : addOn);
        return new Change
        {
            Cart = new Cart { PlanId = Plan ?? cart.PlanId, Every = every, Quantity = Seats ?? cart.Quantity, AddOns = [.. addOns], Discounts = Discounts ?? cart.Discounts },
            Timing = Timing,
        };
    }

    /// <summary>The same, uttered at an instant.</summary>
    public Change On(Cart cart, Instant at, DateTimeZone zone) => On(cart) with { Date = Later(InDays, at, zone), NextBilling = Later(BilledIn, at, zone) };

    private static Instant? Later(int? days, Instant at, DateTimeZone zone) => days switch
    {
        null => null,
        0 => at,
        { } count => at.InZone(zone).Date.PlusDays(count).AtMidnight().InZoneLeniently(zone).ToInstant(),
    };

    public override string ToString() => string.Join(
        ' ',
        new[]
        {
            Plan is null ? "" : $"plan {Plan}",
            Every is null ? "" : $"per {Every}",
            Seats is null ? "" : $"{Seats} seats",
            string.Join(' ', AddOns.Select(addOn => $"{addOn.Quantity} x {addOn.Id}")),
            AddOnsFollow ? "(add-ons follow)" : "",
            Discounts is null ? "" : $"discounts {Discounts}",
            Timing is null ? "" : $"[{Timing}]",
            InDays is null ? "" : $"in {InDays} days",
            BilledIn is null ? "" : $"billed in {BilledIn} days",
        }.Where(part => part.Length > 0));
}

/// <summary>One step of a story: a wish, and when it is uttered.</summary>
public sealed record Step(When When, Wish Wish);

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
    public bool DiscountsStand => First.Discounts.All(discount => discount is Discount.Percentage) && Steps.All(step => step.Wish.Discounts is null);

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
            {string.Join("; ", Catalog.AddOns.Select(addOn => $"{addOn.Id} {addOn.Prices} {addOn.Measure?.Grain}"))}
            first {First.Quantity} x {First.PlanId} per {First.Every} with {string.Join(", ", First.AddOns.Select(addOn => $"{addOn.Quantity} x {addOn.Id} per {addOn.Every}"))}, discounts {First.Discounts}
        """;
}

/// <summary>A subscription that was reached through the public API, and all that is needed to ask what a change costs at an instant.</summary>
public sealed record Situation(Story Story, Subscription Subscription, Facts Facts, Instant At, Sequence<Quote> Past)
{
    public BillingPolicy Policy => Story.Policy.Policy;

    public Catalog Catalog => Story.Catalog;

    public DateTimeZone Zone => Story.Zone;

    /// <summary>The earliest end of anything held: a renewal is due then, and before it changes can be asked for.</summary>
    public Instant NextEvent => Subscription.AddOns.Select(addOn => addOn.Term.End).Append(Subscription.Term!.Value.End)
        .Append(Subscription.Pending?.EffectiveAt ?? Instant.MaxValue).Min();

    /// <summary>How time is counted for an item: an add-on may have a measure of its own.</summary>
    public Measure MeasureOf(Item item) =>
        Catalog.AddOns.FirstOrDefault(addOn => addOn.Id == item.ProductId)?.Measure ?? Policy.Measure;

    public Question Wishing(Wish wish) => new(this, wish.On(Subscription.Cart(), At, Zone));

    public Question Asking(Change change) => new(this, change);

    /// <summary>This situation after a change, or as it is where the change is refused.</summary>
    public Situation After(Wish wish) => Wishing(wish).Answer() is Quote quote ? After(quote) : this;

    public Situation After(Quote quote)
    {
        var accepted = Billing.Accept(Subscription, quote, Facts).OrThrow();
        var after = this with { Subscription = accepted.Subscription, Facts = Facts with { Credit = accepted.Credit }, Past = Past.Plus(quote) };
        return after.Subscription.Term is { IsEmpty: true } ? after.Renewed() : after;
    }

    /// <summary>Where what was unused bought no day, the new price is due at once.</summary>
    private Situation Renewed()
    {
        var lived = Lifecycle.Advance(Subscription, Facts, Catalog, Policy, At);
        return this with
        {
            Subscription = lived.Subscription,
            Facts = Facts with { Credit = lived.Facts.Credit },
            Past = [.. Past, .. lived.Steps.Select(step => (Quote)step.Answer)],
        };
    }

    public override string ToString() =>
        $"{Story}{string.Concat(Past.Select(quote => $"\n    then {Show.Of(quote)}"))}\n    now {At}, {Show.Of(Subscription)}";
}

/// <summary>A change that is asked for in a situation.</summary>
public sealed record Question(Situation Situation, Change Change)
{
    public Subscription Subscription => Situation.Subscription;

    public BillingPolicy Policy => Situation.Policy;

    public Instant At => Situation.At;

    public Answer Answer() =>
        Billing.Price(Subscription, Change, Situation.Facts, Situation.Catalog, Situation.Policy, Situation.At);

    public override string ToString() => $"{Situation}\n    asks for {Show.Of(Change)}\n    answer {Told()}\n";

    private string Told()
    {
#pragma warning disable CA1031 // Whatever was thrown is what the counterexample shows.
        try
        {
            return Answer() is Quote quote ? Show.Of(quote) : ((Refused)Answer()).Sentence;
        }
        catch (Exception thrown)
        {
            return thrown.Message;
        }
#pragma warning restore CA1031
    }
}

/// <summary>Values as a counterexample shows them.</summary>
internal static class Show
{
    internal static string Of(Change change) => $"{(change.Cart is { } cart ? Of(cart) : "terminate")} {change.Timing}";

    internal static string Of(Cart cart) =>
        $"{cart.Quantity} x {cart.PlanId} per {cart.Every} with [{string.Join(", ", cart.AddOns.Select(addOn => $"{addOn.Quantity} x {addOn.Id} per {addOn.Every}"))}]{(cart.Paused ? " paused" : "")}";

    internal static string Of(Quote quote) =>
        $"{quote.At}: {(quote.Change is { } change ? Of(change) : quote.Occasion.ToString())} -> {quote.Direction}: {string.Join(", ", quote.Entries.Select(entry => $"{entry.Account} {entry.Amount}"))}"
        + string.Concat(quote.Lines.Select(line => $"\n        {line.Kind} {line.Quantity} x {line.Product} {line.Price} {line.Covers} {line.Share.Left}/{line.Share.Of} = {line.Exact} = {line.Amount}{(line.Basis == LineBasis.Price ? "" : $" on {line.Basis}")}{(line.Forfeited ? " forfeited" : "")}{(line.Discount is { } off ? $" less {off.Off}" : "")}{(line.Tax is { } tax ? $" {tax.Rate} {tax.Exact} = {tax.Amount}" : "")}"));

    internal static string Of(Subscription subscription) =>
        $"trial {subscription.Trial?.Term} plan {Of(subscription.Plan!)}{string.Concat(subscription.AddOns.Select(addOn => "\n      add-on " + Of(addOn)))}";

    private static string Of(Item item) =>
        $"{item.Quantity} x {item.ProductId} at {item.SoldAt} {item.Term}{string.Concat(item.Lots.Select(lot => $"\n        lot {lot.Quantity} x {lot.Price} {lot.Origin} covers {lot.Covers} of {lot.Period} billed {lot.Billed} paid {lot.Paid} carried {lot.Carried} credited {lot.Credited}{(lot.AwaitsInvoice ? " awaits" : "")}{(lot.Discount is { } off ? $" {off}" : "")}{(lot.Tax is { } tax ? $" {tax.Rate} {tax.Billed}" : "")}"))}";
}
