using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests;

/// <summary>What ten times as much costs: bytes allocated and names compared, at most twelve times as much; times are never asserted.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void A_catalog_and_its_plan_find_add_ons_without_looking_at_all_of_them()
    {
        var (small, large) = (Catalog(100), Catalog(1_000));
        Assert.Equal(small with { }, small);
        Assert.Equal(Catalog(100), small);
        Assert.Equal(Catalog(100).GetHashCode(), small.GetHashCode());
        Assert.Equal("a999", large.AddOn("a999").Id);
        Assert.Equal(AddOnOffer.Offered, large.Plan("basic").OfferOf("a999"));
        Assert.Equal(AddOnOffer.NotOffered, large.Plan("basic").OfferOf("b"));
        Assert.Throws<ArgumentException>(() => large with { AddOns = large.AddOns.Plus(large.AddOns[7]) });
    }

    [Fact]
    public void A_timeline_in_ten_times_as_many_pieces_costs_ten_times_as_much()
    {
        var (few, many) = (Bytes(() => InPieces(100)), Bytes(() => InPieces(1_000)));
        Assert.InRange(many, 1, 12 * few);
        Assert.Equal(InPieces(40), InPieces(40));
        Assert.Equal(40, InPieces(40).Steps.Count);
    }

    private static Catalog Catalog(int addOns)
    {
        string[] ids = [.. Enumerable.Range(0, addOns).Select(n => $"a{n}")];
        return new()
        {
            Plans = [Plan("basic", 1, Price.Of(10m, "EUR", BillingInterval.Day)) with { AddOns = [.. ids] }],
            AddOns = [.. ids.Select(id => new AddOn { Id = id, Name = id, Prices = [Price.Of(1m, "EUR", BillingInterval.Day)] })],
        };
    }

    /// <summary>A day each, played one by one.</summary>
    private static Timeline InPieces(int days)
    {
        var (catalog, start) = (Catalog(1), Instant.FromUtc(2026, 1, 1, 0, 0));
        var (policy, line) = (WhaleBooks.Policy, Timeline.Of(Subscription.NotStarted("S", "EUR", DateTimeZone.Utc), Facts.None));
        var script = Script.Of(new Command.Ask { At = start, Change = Change.To(Cart.Of("basic", BillingInterval.Day)) });
        for (var day = 0; day < days; day++)
            line = line.Play(script, catalog, policy, start + Duration.FromDays(day));

        return line;
    }

    private static long Bytes(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
