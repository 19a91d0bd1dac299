using BenchmarkDotNet.Attributes;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Benchmarks;

/// <summary>The next renewal of a monthly subscription in its first month and in its twentieth year, and a year of them played.</summary>
[MemoryDiagnoser]
public class RenewalBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"];
    private static readonly Instant Start = At(2026, 1, 31);
    private static readonly BillingPolicy Policy = SmrtPhone.Policy(askedBy: Roles.Anyone);
    private static readonly Facts Anyone = Facts.None with { AskedBy = Roles.Owner };

    private static readonly Catalog Sold = Catalog.Of(
        new Plan { Id = "standard", Name = "Standard", Rank = 1, Prices = [Price.Of(75m, "EUR", BillingInterval.Month)] });

    private static readonly Subscription Young = Billing.Price(
        Subscription.NotStarted("s", "EUR", Zone), Change.To(Cart.Of("standard", BillingInterval.Month)), Anyone, Sold, Policy, Start).OrThrow().SubscriptionAfter;

    private static readonly Subscription Old = Lifecycle.Advance(Young, Anyone, Sold, Policy, At(2046, 1, 31)).Subscription;

    [Benchmark(Baseline = true)]
    public Quote? FirstRenewal() => Lifecycle.PriceNext(Young, Anyone, Sold, Policy);

    [Benchmark]
    public Quote? RenewalInYear20() => Lifecycle.PriceNext(Old, Anyone, Sold, Policy);

    [Benchmark(OperationsPerInvoke = 12)]
    public Timeline YearOfRenewals() => Lifecycle.Advance(Young, Anyone, Sold, Policy, At(2027, 1, 31));

    private static Instant At(int year, int month, int day) => new LocalDate(year, month, day).AtStartOfDayInZone(Zone).ToInstant();
}
