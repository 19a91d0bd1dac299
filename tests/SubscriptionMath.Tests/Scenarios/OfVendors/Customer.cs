namespace SubscriptionMath.Tests.Scenarios.OfVendors;

/// <summary>A customer of one vendor: plans "low" and "high" of two prices, by the month unless something else is said, held from a date on.</summary>
internal sealed class Customer
{
    private readonly BillingInterval _interval;
    private readonly BillingInterval _highInterval;
    private readonly RecordedLife _life;

    public Customer(
        BillingPolicy policy, decimal low, decimal high, string start = "2026-04-01", BillingInterval? interval = null, BillingInterval? highInterval = null,
        bool holdsHigh = false, int seats = 1, decimal lowCredits = 0m, decimal highCredits = 0m, Rollover? rollover = null, decimal? monthly = null,
        BillingTiming lowCharged = BillingTiming.InAdvance, BillingTiming highCharged = BillingTiming.InAdvance, Contract? contract = null)
    {
        _interval = interval ?? BillingInterval.Month;
        _highInterval = highInterval ?? _interval;
        var cheap = Plan("low", 1, low, _interval, lowCredits, rollover, lowCharged, contract);
        cheap = monthly is { } price ? cheap with { Prices = [.. cheap.Prices, Price.Of(price, "USD", BillingInterval.Month)] } : cheap;
        _life = new RecordedLife(Catalog.Of(cheap, Plan("high", 2, high, _highInterval, highCredits, rollover, highCharged, contract)), PolicyCheck.Checked(policy), DateTimeZone.Utc);
        First = _life.Make(At(start), (holdsHigh ? High : Low) with { Quantity = seats });
    }

    public Cart Low => Cart.Of("low", _interval);

    public Cart High => Cart.Of("high", _highInterval);

    public Quote First { get; }

    public Subscription Held => _life.Subscription;

    public LocalDate End => Held.Term!.Value.EndDay();

    public Quote Change(string day, Cart? cart) => _life.Make(At(day), cart);

    /// <summary>The next billing moved to another day.</summary>
    public Quote Moved(string day, string to) => _life.Move(At(day), At(to));

    public Quote On(string day, Cart? cart, string effective) => _life.Make(At(day), cart, At(effective));

    public Answer Ask(string day, Cart? cart) => _life.Ask(At(day), cart);

    public Customer Until(string day)
    {
        _life.Advance(At(day));
        return this;
    }

    public Customer Spend(string day, decimal units)
    {
        Assert.IsType<Spent>(_life.Spend(At(day), units));
        return this;
    }

    public decimal Credits(string day) => _life.Left(At(day));

    /// <summary>The last bill, of an event or of a request.</summary>
    public (LocalDate On, Money Due) LastBill => (_life.Accepted[^1].At.InUtc().Date, _life.Accepted[^1].Quote.Totals.DueNow);

    public static Instant At(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value.AtMidnight().InUtc().ToInstant();

    private static Plan Plan(string id, int rank, decimal price, BillingInterval interval, decimal credits, Rollover? rollover, BillingTiming charged, Contract? contract) => Plain.Plan(id, rank, Price.Of(price, "USD", interval) with { BillingTiming = charged, Contract = contract }) with
    {
        Allowances = credits > 0m ? [new Allowance { Kind = UsageCredits.Kind, Units = credits, Rollover = rollover ?? Rollover.None }] : [],
    };
}
