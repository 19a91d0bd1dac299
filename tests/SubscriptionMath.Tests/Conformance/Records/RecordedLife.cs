namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>
/// A subscription that is lived through, by the public API alone: what happens by itself happens at its own instant, and what is asked for is accepted
/// where it is not refused.
/// </summary>
internal sealed class RecordedLife(Catalog catalog, BillingPolicy policy, DateTimeZone zone, string currency = "USD")
{
    /// <summary>The policy from now on: an engine's catalog may have another for each change.</summary>
    public BillingPolicy Policy { get; set; } = policy;

    private readonly List<(Instant At, Quote Quote)> _accepted = [];

    private Timeline _line = Timeline.Of(Subscription.NotStarted("S-1", currency, zone), Facts.None);

    /// <summary>The stretches in which payments fail.</summary>
    public Sequence<Term> PaymentsFail { get; init; }

    public Subscription Subscription => _line.Subscription;

    public Facts Facts => _line.Facts;

    /// <summary>When the plan began.</summary>
    public Instant Start => _accepted[0].At;

    /// <summary>All that was accepted, in order.</summary>
    public IReadOnlyList<(Instant At, Quote Quote)> Accepted => _accepted;

    public Answer Ask(Instant at, Cart? cart, Instant? date = null, Fraction? left = null)
    {
        Advance(at);
        var facts = Facts with { TimeLeft = left };
        var answer = Billing.Price(Subscription, new Change { Cart = cart, Date = date }, facts, catalog, Policy, at);
        if (answer is Quote quote)
        {
            var after = Billing.Accept(Subscription, quote, facts).OrThrow();
            _accepted.Add((at, quote));
            _line = Timeline.Of(after.Subscription, Facts with { Credit = after.Credit });
        }

        return answer;
    }

    public Quote Make(Instant at, Cart? cart, Instant? date = null, Fraction? left = null) => Ask(at, cart, date, left).OrThrow();

    /// <summary>Moves the next billing of what is held, and accepts what that costs.</summary>
    public Quote Move(Instant at, Instant nextBilling)
    {
        Advance(at);
        var quote = Billing.Price(Subscription, Change.To(Subscription.Cart()) with { NextBilling = nextBilling }, Facts, catalog, Policy, at).OrThrow();
        var after = Billing.Accept(Subscription, quote, Facts).OrThrow();
        _accepted.Add((at, quote));
        _line = Timeline.Of(after.Subscription, Facts with { Credit = after.Credit });
        return quote;
    }

    /// <summary>Lets everything happen that happens by itself, an event at the instant among it.</summary>
    public RecordedLife Advance(Instant until)
    {
        var seen = _line.Steps.Count;
        _line = _line.Play(new Script { PaymentsFail = PaymentsFail }, catalog, Policy, until);
        _accepted.AddRange(_line.Steps.Skip(seen).Select(step => (step.At, (Quote)step.Answer)));
        return this;
    }

    /// <summary>Spends usage credits, where that is not refused.</summary>
    public Spending Spend(Instant at, decimal units, string kind = UsageCredits.Kind)
    {
        Advance(at);
        var answer = Billing.Spend(Subscription, kind, units, Policy, at);
        _line = answer is Spent spent ? _line with { Subscription = spent.Subscription } : _line;
        return answer;
    }

    /// <summary>Holds grants that were made apart from any plan.</summary>
    public RecordedLife Hold(params IEnumerable<Grant> grants)
    {
        _line = _line with { Subscription = Subscription with { Grants = [.. grants] } };
        return this;
    }

    /// <summary>The usage credits that are left at an instant, less what is owed.</summary>
    public decimal Left(Instant at, string kind = UsageCredits.Kind) => CreditPool.Of(Advance(at).Subscription, kind, at).Balance;

    public DueEvent? Next() => Lifecycle.NextEvent(Subscription, Facts, Policy);

    /// <summary>When the plan, or an add-on, is held no longer; null where it is held to the instant up to which it was lived.</summary>
    public Instant? EndOf(string productId)
    {
        var held = false;
        foreach (var (at, quote) in _accepted)
        {
            if (Holds(quote.SubscriptionAfter, productId))
                held = true;
            else if (held)
                return at;
        }

        return null;
    }

    public bool Holds(string productId) => Holds(Subscription, productId);

    private static bool Holds(Subscription subscription, string productId) =>
        subscription.Plan?.ProductId == productId || subscription.AddOns.Any(item => item.ProductId == productId);
}
