using BenchmarkDotNet.Attributes;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Benchmarks;

/// <summary>One unit spent of 1,000 grants, beside a loop by hand that finds the first grant to lapse and copies the list.</summary>
[MemoryDiagnoser]
public class SpendBenchmarks
{
    private const int Count = 1_000;

    private static readonly Instant At = Instant.FromUtc(2026, 7, 1, 0, 0);
    private static readonly BillingPolicy Policy = WhaleBooks.Policy();

    private static readonly Subscription Held = Subscription.NotStarted("s", "EUR", DateTimeZone.Utc) with
    {
        Grants =
        [
            .. Enumerable.Range(0, Count).Select(n => new Grant
            {
                Id = $"g{n}",
                Kind = "calls",
                ProductId = "pack",
                Source = GrantSource.Purchase,
                Granted = 10m,
                Used = 0m,
                Effective = Instant.FromUtc(2026, 1, 1, 0, 0),
                Expires = Instant.FromUtc(2027, 1, 1, 0, 0) + Duration.FromDays(n * 7 % Count),
                Rollover = Rollover.None,
            }),
        ],
    };

    private static readonly Grant[] List = [.. Held.Grants];

    [Benchmark]
    public Spending SpendOne() => Billing.Spend(Held, "calls", 1m, Policy, At);

    [Benchmark(Baseline = true)]
    public Grant[] SpendOneByHand()
    {
        var first = -1;
        for (var place = 0; place < List.Length; place++)
        {
            var grant = List[place];
            if (grant.Kind == "calls" && grant.Effective <= At && At < grant.Expires && grant.Used < grant.Granted
                && (first < 0 || grant.Expires < List[first].Expires))
            {
                first = place;
            }
        }

        var after = (Grant[])List.Clone();
        after[first] = after[first] with { Used = after[first].Used + 1m };
        return after;
    }
}
