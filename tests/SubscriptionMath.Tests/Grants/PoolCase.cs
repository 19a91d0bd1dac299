namespace SubscriptionMath.Tests.Grants;

/// <summary>A pool with what happens to it. Its instants lie on a grid of six hours, so that expiries, resets, refills, beginnings and usage meet.</summary>
public sealed record PoolCase(CreditPool Pool, Sequence<UsageEvent> Usage, Sequence<Instant> Resets, UsagePolicy Policy, Instant Until)
{
    private const int Steps = 40;

    internal static readonly Instant Start = Instant.FromUtc(2026, 1, 30, 0, 0);

    private static readonly Gen<decimal> Units = Gen.Elements(0m, 1m, 2.5m, 10m, 30m, 100m, 0.0000001m, 7.1234567m, 33.3333333m);

    private static readonly Gen<Rollover> Rollovers =
        from rule in Gen.Elements(
            Rollover.None, Rollover.None, Rollover.Full, Rollover.UpTo(5m), Rollover.UpTo(1000m), Rollover.UpToTimes(0.5m), Rollover.UpToPercent(25m), Rollover.PartOfRest(50m))
        from least in Gen.Elements<decimal?>(null, null, null, 3m)
        from lasts in Gen.Elements<BillingInterval?>(null, null, BillingInterval.Day, BillingInterval.Month)
        select rule with { Least = least, Lasts = lasts };

    private static readonly Gen<Grant> Grants =
        from units in Units
        from usedPart in Gen.Choose(0, 4)
        from effective in Gen.Choose(-4, Steps)
        from length in Gen.Elements<int?>(null, null, 0, 1, 4, 8, 20)
        from voided in Gen.Elements<int?>(null, null, null, -1, 6, 12)
        from refillInterval in Gen.Elements<BillingInterval?>(null, null, null, BillingInterval.Day, BillingInterval.Days(3))
        from anchor in Gen.Choose(-8, 8)
        from priority in Gen.Elements<int?>(null, 1, 2)
        from source in Gen.Elements(Enum.GetValues<GrantSource>())
        from cost in Gen.Elements<Fraction?>(null, Fraction.One, new Fraction(1, 3))
        from id in Gen.Elements("a", "b", "")
        from rollover in Rollovers
        let begins = At(effective)
        select new Grant
        {
            Id = id,
            Kind = "calls",
            ProductId = "pack",
            Source = source,
            Granted = units,
            Used = effective <= 0 ? units * usedPart / 4m : 0m,
            Effective = begins,
            Expires = length is { } some ? At(effective + some) : null,
            Voided = voided is { } at ? At(at) : null,
            Priority = priority,
            CostBasis = cost,
            Refill = refillInterval is { } interval
                ? new GrantRefill { Interval = interval, From = new Anchor(At(anchor).InUtc().LocalDateTime), Zone = DateTimeZone.Utc, Since = Instant.Max(begins, Start) }
                : null,
            Rollover = rollover,
        };

    private static readonly Gen<GrantOrder> Orders = Gen.OneOf(
        Gen.Elements(
            Vendors.GrantOrders.OpenMeter, Vendors.GrantOrders.Orb, Vendors.GrantOrders.Metronome, Vendors.GrantOrders.Stripe, Vendors.GrantOrders.Flexprice,
            Vendors.GrantOrders.Lago, Vendors.GrantOrders.RolledOverFirst),
        Gen.Elements(Enum.GetValues<GrantKey>()).ListOf().Resize(4).Select(keys => new GrantOrder { Keys = [.. keys] }));

    internal static Arbitrary<PoolCase> Arbitrary() => Arb.From(
        from grants in Grants.ListOf().Resize(6)
        from debt in Gen.Elements(0m, 0m, 5m, 0.0000003m)
        from usage in (from step in Gen.Choose(-2, Steps) from units in Units select new UsageEvent(At(step), units)).ListOf().Resize(12)
        from resets in Gen.Choose(-1, Steps).Select(At).ListOf().Resize(4)
        from order in Orders
        from atReset in Gen.Elements(Enum.GetValues<DebtAtReset>())
        from until in Gen.Choose(0, Steps)
        select new PoolCase(
            new CreditPool { Kind = "calls", At = Start, Zone = DateTimeZone.Utc, Grants = [.. grants], Debt = debt },
            [.. usage], [.. resets], new UsagePolicy(order, Overage.AsDebt, atReset), At(until)),
        Simpler);

    internal static Instant At(int step) => Start + Duration.FromHours(6 * step);

    public PoolHistory Play(Instant? until = null) => Pool.Play(Usage, Policy, until ?? Until, Resets);

    public override string ToString() =>
        $"until {Until}\n  owed {Pool.Debt}\n  {string.Join("\n  ", Pool.Grants.Select(grant => grant.ToString()))}\n  usage {Usage}\n  resets {Resets}\n  {Policy}";

    private static IEnumerable<PoolCase> Simpler(PoolCase one) =>
        Enumerable.Range(0, one.Pool.Grants.Count).Select(i => one with { Pool = one.Pool with { Grants = Without(one.Pool.Grants, i) } })
            .Concat(Enumerable.Range(0, one.Usage.Count).Select(i => one with { Usage = Without(one.Usage, i) }))
            .Concat(Enumerable.Range(0, one.Resets.Count).Select(i => one with { Resets = Without(one.Resets, i) }));

    private static Sequence<T> Without<T>(Sequence<T> all, int place) => [.. all.Where((_, i) => i != place)];
}
