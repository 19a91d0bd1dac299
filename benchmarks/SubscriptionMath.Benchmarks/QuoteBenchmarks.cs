using BenchmarkDotNet.Attributes;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Benchmarks;

/// <summary>A whole upgrade quote (WhaleBooks, Personal to Company on 2 July), beside only its sum by hand.</summary>
[MemoryDiagnoser]
public class QuoteBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"];
    private static readonly Instant Start = new LocalDate(2026, 1, 1).AtStartOfDayInZone(Zone).ToInstant();
    private static readonly Instant End = new LocalDate(2027, 1, 1).AtStartOfDayInZone(Zone).ToInstant();
    private static readonly Instant At = new LocalDate(2026, 7, 2).AtStartOfDayInZone(Zone).ToInstant();
    private static readonly BillingPolicy Policy = WhaleBooks.Policy();
    private static readonly Catalog Sold = Catalog.Of(Yearly("personal", 1, 100m), Yearly("company", 2, 240m));
    private static readonly Subscription Held = Buy();
    private static readonly Quote Upgraded = Billing.Price(Held, Change.To(Held.Cart() with { PlanId = "company" }), Facts.None, Sold, Policy, At).OrThrow();
    private static readonly Change ToCompany = Change.To(Held.Cart() with { PlanId = "company" });

    internal static Subscription Bought => Held;

    [Benchmark(Baseline = true)]
    public Answer Upgrade() => Billing.Price(Held, ToCompany, Facts.None, Sold, Policy, At);

    [Benchmark]
    public IReadOnlyList<string> UpgradeInWords() => Explanation.Of(Billing.Price(Held, ToCompany, Facts.None, Sold, Policy, At).OrThrow());

    public IReadOnlyList<string> Words() => Explanation.Of(Upgraded);

    public Quote? Renewal() => Lifecycle.PriceNext(Held, Facts.None, Sold, Policy);

    /// <summary>The records of the quote alone, made anew: the quote, its lines and entries, the subscription, its item and lot.</summary>
    public Quote RecordsOfUpgrade() => Records(Upgraded);

    [Benchmark]
    public long SumByHandInt128() => ByHand.Int128(24_000 - 10_000, Days(At, End), Days(Start, End));

    [Benchmark]
    public decimal SumByHandDecimal() => ByHand.Decimal(240m - 100m, Days(At, End), Days(Start, End));

    private static Quote Records(Quote quote)
    {
        var (after, plan) = (quote.SubscriptionAfter, quote.SubscriptionAfter.Plan!);
        return quote with
        {
            Entries = Sequence.Of(quote.Entries.AsSpan()),
            Lines = [quote.Lines[0] with { }, quote.Lines[1] with { }],
            Read = quote.Read with { },
            SubscriptionAfter = after with { Plan = plan with { Lots = [plan.Lots[0] with { }] } },
        };
    }

    private static Subscription Buy()
    {
        var none = Subscription.NotStarted("s", "EUR", Zone);
        var bought = Billing.Price(none, Change.To(Cart.Of("personal", BillingInterval.Year)), Facts.None, Sold, Policy, Start).OrThrow();
        return Billing.Accept(none, bought, Facts.None).OrThrow().Subscription;
    }

    private static Plan Yearly(string id, int rank, decimal price) =>
        new() { Id = id, Name = id, Rank = rank, Prices = [Price.Of(price, "EUR", BillingInterval.Year)] };

    private static long Days(Instant from, Instant to) => Period.DaysBetween(from.InZone(Zone).Date, to.InZone(Zone).Date);
}
