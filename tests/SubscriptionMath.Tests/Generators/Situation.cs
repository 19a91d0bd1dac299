namespace SubscriptionMath.Tests.Generators;

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
        Catalog.AddOns.FirstOrDefault(addOn => addOn.Id == item.ProductId)?.Measure ?? Policy.Proration.Measure;

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

    /// <summary>If the unused value bought no day, the new price is due at once.</summary>
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
