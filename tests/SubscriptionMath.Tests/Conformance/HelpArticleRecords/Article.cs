namespace SubscriptionMath.Tests.Conformance.HelpArticleRecords;

/// <summary>The content of a help article: the items held, their start, and the change with its date.</summary>
/// <param name="Old">The price held, of one unit.</param>
/// <param name="New">The price wanted, of one unit; the same plan where it is the same price.</param>
/// <param name="Start">When the plan was bought.</param>
/// <param name="Change">When it changes.</param>
internal sealed record Told(decimal Old, decimal New, LocalDateTime Start, LocalDateTime Change)
{
    public BillingInterval Interval { get; init; } = BillingInterval.Month;

    public BillingInterval? NewInterval { get; init; }

    public int Seats { get; init; } = 1;

    public int NewSeats { get; init; } = 1;

    /// <summary>The part of the period that is left, where the article says so without dates.</summary>
    public Fraction? Left { get; init; }

    /// <summary>Whether it ends instead.</summary>
    public bool Ends { get; init; }

    /// <summary>For how long the old plan is sold.</summary>
    public BillingInterval? Contract { get; init; }

    /// <summary>Another price of the old plan, for a shorter interval.</summary>
    public decimal? Monthly { get; init; }

    /// <summary>The charges already deferred to the next invoice.</summary>
    public decimal? Waiting { get; init; }

    /// <summary>The part of the usage credits that is left.</summary>
    public decimal? UsageLeft { get; init; }
}

/// <summary>An article played by the public API: the purchase, the change, and the bill after it.</summary>
internal sealed class Article
{
    /// <summary>The kind of usage credit that Browse AI's policy names.</summary>
    public const string Usage = "credits";

    private readonly Catalog _catalog;
    private readonly BillingPolicy _policy;

    public Article(Told told, BillingPolicy policy)
    {
        (_policy, Told) = (PolicyCheck.Checked(policy), told);
        var old = Plain.Plan("old", 1, SubscriptionMath.Price.Of(told.Old, "USD", told.Interval) with { Contract = told.Contract is { } length ? new(length, AfterContract.Anew) : null });
        _catalog = Catalog.Of(
            told.Monthly is { } monthly ? old with { Prices = [.. old.Prices, SubscriptionMath.Price.Of(monthly, "USD", BillingInterval.Month)] } : old,
            Plain.Plan("new", told.New < told.Old ? 0 : 2, told.New, told.NewInterval ?? told.Interval));
        Purchase = Price(Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc), Cart.Of("old", told.Interval) with { Quantity = told.Seats }, Facts.None, told.Start);
        var held = Purchase.SubscriptionAfter;
        held = told.Contract is null ? held : Lifecycle.Advance(held, Facts.None, _catalog, _policy, told.Change.InUtc().ToInstant()).Subscription;
        held = told.Waiting is { } waits ? held with { NextInvoice = [new DeferredCharge { Since = held.Term!.Value.Start, Amount = Money.Of(waits, "USD") }] } : held;
        Held = told.UsageLeft is { } left
            ? held with
            {
                Grants =
                [
                    new Grant
                    {
                        Kind = Usage, ProductId = "old", Source = GrantSource.Plan, Granted = 1m, Used = 1m - left, Effective = held.Term!.Value.Start,
                        Expires = held.Term.Value.End, Rollover = Rollover.None,
                    },
                ],
            }
            : held;
        var same = told.Old == told.New && told.NewInterval is null;
        var cart = Cart.Of(same ? "old" : "new", told.NewInterval ?? told.Interval) with { Quantity = told.NewSeats };
        Changed = Price(Held, told.Ends ? null : cart, Facts.None with { TimeLeft = told.Left }, told.Change);
    }

    public Told Told { get; }

    public Quote Purchase { get; }

    public Subscription Held { get; }

    public Quote Changed { get; }

    public QuoteTotals Totals => Changed.Totals;

    /// <summary>The bill at the end of the term.</summary>
    public Quote Next => (Quote)Lifecycle.Advance(
        Changed.SubscriptionAfter, Facts.None with { Credit = Changed.CreditAfter }, _catalog, _policy, Changed.TermAfter!.Value.End).Steps[^1].Answer;

    /// <summary>The deferred charges, if they are collected by themselves.</summary>
    public Money Collected => Billing.Collect(Changed.SubscriptionAfter, Facts.None, _policy, Changed.TermAfter!.Value.End).Totals.DueNow;

    public Line Line(LineKind kind) => Changed.Lines.Single(line => line.Kind == kind);

    public LocalDate End => Changed.TermAfter!.Value.EndDay();

    /// <summary>When what waits takes effect.</summary>
    public LocalDate Pending => Changed.SubscriptionAfter.Pending!.EffectiveAt.InUtc().Date;

    private Quote Price(Subscription subscription, Cart? cart, Facts facts, LocalDateTime at) =>
        Billing.Price(subscription, new Change { Cart = cart }, facts, _catalog, _policy, at.InUtc().ToInstant()).OrThrow();
}
