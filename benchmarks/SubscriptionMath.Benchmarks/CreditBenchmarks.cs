using BenchmarkDotNet.Attributes;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Benchmarks;

/// <summary>A year of usage, 10,000 events, against 50 grants: played through, and the last tenth continued from a snapshot.</summary>
[MemoryDiagnoser]
public class CreditBenchmarks
{
    private const int Events = 10_000;
    private const int Grants = 50;

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Duration Step = Duration.FromMinutes(50);
    private static readonly Instant End = Start + (Step * Events);
    private static readonly UsagePolicy Policy = new(GrantOrders.OpenMeter, Overage.AsDebt, DebtAtReset.Kept);

    private static readonly Sequence<UsageEvent> Usage = [.. Enumerable.Range(0, Events).Select(n => new UsageEvent(Start + (Step * n), (n % 7) + 0.5m))];

    private static readonly CreditPool Pool = new()
    {
        Kind = "calls",
        At = Start,
        Zone = DateTimeZone.Utc,
        Grants =
        [
            .. Enumerable.Range(0, Grants).Select(n => new Grant
            {
                Id = $"grant-{n}",
                Kind = "calls",
                ProductId = "pack",
                Source = GrantSource.Purchase,
                Granted = 800m,
                Used = 0m,
                Effective = Start + Duration.FromDays(n * 7),
                Expires = Start + Duration.FromDays((n * 7) + 60),
                Priority = n % 3,
                Rollover = Rollover.None,
            }),
        ],
    };

    private static readonly CreditPool Snapshot = Pool.Play(Usage, Policy, Start + (Step * (Events / 10 * 9))).After;
    private static readonly Sequence<UsageEvent> LastTenth = [.. Usage.Skip(Events / 10 * 9)];

    [Benchmark(Baseline = true)]
    public PoolHistory PlayedThrough() => Pool.Play(Usage, Policy, End);

    [Benchmark]
    public PoolHistory LastTenthFromASnapshot() => Snapshot.Play(LastTenth, Policy, End);
}
