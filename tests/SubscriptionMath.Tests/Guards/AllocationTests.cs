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

    [Fact]
    public void A_whole_upgrade_quote_stays_small()
    {
        var (subscription, change, catalog, policy) = Upgrade();
        Assert.InRange(Bytes(() => Billing.Price(subscription, change, Facts.None, catalog, policy, Change)), 1, 4_200);
    }

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
