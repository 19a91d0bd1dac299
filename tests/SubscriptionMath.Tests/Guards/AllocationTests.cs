using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Guards;

/// <summary>The bytes that the kernel and a quote allocate, which do not depend on the machine's speed. Times are never asserted.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 200;
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"];
    private static readonly Instant Change = new LocalDate(2026, 7, 2).AtStartOfDayInZone(Zone).ToInstant();

    public static TheoryData<ProrationUnit> Units => [ProrationUnit.CalendarDays, ProrationUnit.Seconds];

    [Theory]
    [MemberData(nameof(Units))]
    public void The_kernel_allocates_nothing(ProrationUnit unit)
    {
        var (price, measure) = (Money.Of(240.00m, "EUR"), Measure.Days with { Unit = unit });
        var term = Term.Of(new(2026, 1, 1), new(2027, 1, 1), Zone);
        Assert.Equal(0, Bytes(() => Proration.Unused(price, term, Change, measure, RoundingMode.HalfAwayFromZero, Zone)));
        Assert.Equal(0, Bytes(() => Proration.ForTheRest(price, term, Change, measure, RoundingMode.HalfAwayFromZero, Zone)));
    }

    /// <summary>
    /// The bytes of each verb, exactly. Whoever makes one of them smaller writes the new number here; nobody makes one larger unseen.
    /// </summary>
    [Fact]
    public void Each_verb_allocates_so_many_bytes()
    {
        var (held, change, catalog, policy) = Upgrade();
        var none = Subscription.NotStarted("s", "EUR", Zone);
        var purchase = SubscriptionMath.Change.To(Cart.Of("personal", BillingInterval.Year));
        var start = held.Plan!.Term.Start;
        var quote = Billing.Price(held, change, Facts.None, catalog, policy, Change).OrThrow();
        var credits = Grants(held, 1);
        Assert.Equal(
            [
                ("first purchase", 2_464), ("upgrade", 3_184), ("renewal", 2_488), ("acceptance", 32), ("one unit of one grant", 608),
            ],
            [
                ("first purchase", Bytes(() => Billing.Price(none, purchase, Facts.None, catalog, policy, start))),
                ("upgrade", Bytes(() => Billing.Price(held, change, Facts.None, catalog, policy, Change))),
                ("renewal", Bytes(() => Lifecycle.PriceNext(held, Facts.None, catalog, policy))),
                ("acceptance", Bytes(() => Billing.Accept(held, quote, Facts.None))),
                ("one unit of one grant", Bytes(() => Billing.Spend(credits, "calls", 1m, policy, Change))),
            ]);

        // The runtime takes some bytes off these once it has optimized them.
        var json = BillingJson.Write(held);
        Assert.InRange(Bytes(() => Explanation.Of(quote)), 1, 1_240);
        Assert.InRange(Bytes(() => BillingJson.Write(held)), 1, 3_952);
        Assert.InRange(Bytes(() => BillingJson.Read<Subscription>(json)), 1, 7_296);
    }

    // The array of grants in the resulting subscription is all that grows: a reference of 8 bytes for each.
    [Fact]
    public void Spending_a_unit_makes_one_grant_and_the_array_of_all()
    {
        var (subscription, _, _, policy) = Upgrade();
        var one = Grants(subscription, 1);
        var thousand = Grants(subscription, 1_001);
        Assert.Equal(8_000, Spent(thousand) - Spent(one));

        long Spent(Subscription held) => Bytes(() => Billing.Spend(held, "calls", 1m, policy, Change));
    }

    private static Subscription Grants(Subscription subscription, int count) => subscription with
    {
        Grants = [.. Enumerable.Range(0, count).Select(n => new Grant
        {
            Id = $"g{n}", Kind = "calls", ProductId = "pack", Source = GrantSource.Purchase, Granted = 10m, Used = 0m,
            Effective = subscription.Plan!.Term.Start, Expires = subscription.Plan!.Term.End, Rollover = Rollover.None,
        })],
    };

    private static (Subscription Subscription, Change Change, Catalog Catalog, BillingPolicy Policy) Upgrade()
    {
        var catalog = Catalog.Of(Yearly("personal", 1, 100m), Yearly("company", 2, 240m));
        var (policy, none) = (WhaleBooks.Policy(), Subscription.NotStarted("s", "EUR", Zone));
        var start = new LocalDate(2026, 1, 1).AtStartOfDayInZone(Zone).ToInstant();
        var bought = Billing.Price(none, SubscriptionMath.Change.To(Cart.Of("personal", BillingInterval.Year)), Facts.None, catalog, policy, start);
        var subscription = Billing.Accept(none, bought.OrThrow(), Facts.None).OrThrow().Subscription;
        return (subscription, SubscriptionMath.Change.To(subscription.Cart() with { PlanId = "company" }), catalog, policy);
    }

    private static Plan Yearly(string id, int rank, decimal price) =>
        new() { Id = id, Name = id, Rank = rank, Prices = [Price.Of(price, "EUR", BillingInterval.Year)] };

    /// <summary>The least of many rounds: what the runtime itself allocates in one of them does not count.</summary>
    private static long Bytes<T>(Func<T> action)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
