using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.TenArticles;

/// <summary>A customer of one of the ten vendors: held from a day on, through the public API alone.</summary>
internal sealed class ArticleCustomer(BillingPolicy policy, string currency, params Plan[] plans)
{
    private readonly Dictionary<LocalDate, Quote> _bills = [];

    public Catalog Catalog { get; init; } = Catalog.Of(plans);

    public Facts Facts { get; set; } = Facts.None;

    public Subscription Held { get; private set; } = Subscription.NotStarted("S-1", currency, DateTimeZone.Utc);

    public LocalDate LastDay => Held.Term!.Value.End.InUtc().Date.PlusDays(-1);

    public static Plan Plan(string id, int rank, params Price[] prices) => new() { Id = id, Name = id, Rank = rank, Prices = [.. prices] };

    /// <summary>The answer to a change that is made, after everything due before it.</summary>
    public Quote Makes(string day, Cart cart, string? on = null) => Take(Until(day).Asked(day, Change.To(cart) with { Date = on is null ? null : At(on) }));

    /// <summary>The answer to a cancellation that is only asked for.</summary>
    public Quote Leaves(string day) => Asked(day, Change.Cancel());

    /// <summary>Asks for the next billing on another day.</summary>
    public ArticleCustomer Bills(string day, string on)
    {
        Take(Until(day).Asked(day, Change.To(Held.Cart()) with { NextBilling = At(on) }));
        return this;
    }

    public ArticleCustomer Holds(string day, Cart cart, string? on = null)
    {
        Makes(day, cart, on);
        return this;
    }

    public ArticleCustomer Until(string day)
    {
        foreach (var step in Lifecycle.Advance(Held, Facts, Catalog, policy, At(day)).Steps)
            _bills[step.At.InUtc().Date] = Take((Quote)step.Answer);
        return this;
    }

    /// <summary>The bill of a renewal on that day.</summary>
    public Money Bill(string day) => Until(day)._bills[At(day).InUtc().Date].Totals.DueNow;

    /// <summary>The new price of one product in a renewal on that day.</summary>
    public Money BillOf(string day, string product) =>
        -Until(day)._bills[At(day).InUtc().Date].Lines.Single(line => line.Kind == LineKind.NewPrice && line.Product == product).Amount;

    public IEnumerable<LocalDate> BillDays => _bills.Keys.Order();

    public static Instant At(string day) => LocalDatePattern.Iso.Parse(day).Value.AtMidnight().InUtc().ToInstant();

    private Quote Asked(string day, Change change) =>
        Billing.Price(Held, change, Facts, Catalog, policy, At(day)).OrThrow();

    private Quote Take(Quote quote)
    {
        var accepted = Billing.Accept(Held, quote, Facts).OrThrow();
        Held = accepted.Subscription;
        Facts = Facts with { Credit = accepted.Credit };
        return quote;
    }
}
