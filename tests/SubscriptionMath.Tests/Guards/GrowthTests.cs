namespace SubscriptionMath.Tests.Guards;

/// <summary>The cost of ten times as much: bytes allocated, at most twelve times as many; times are never asserted.</summary>
public sealed class GrowthTests
{
    public static TheoryData<string, Func<int, Action>> Of => new()
    {
        { "plans in a catalog are read", static n => Growth.Catalog(n, 0).Sells },
        { "add-ons in a catalog are found", static n => Growth.Catalog(1, n).Finds },
        { "add-ons are bought", static n => Growth.Held(n).Buys },
        { "add-ons are kept beside another plan", static n => Growth.Held(n).Upgrades },
        { "add-ons leave with their plan", static n => Growth.Held(n).LeavesAll },
        { "add-ons are renewed", static n => Growth.Held(n).Renews },
        { "add-ons are dropped at the term's end", static n => Growth.Held(n).RenewsWithout },
        { "lots of an item are valued", static n => Growth.Lots(n).Upgrades },
        { "grants are counted", static n => Growth.Grants(n).Counts },
        { "add-ons with tax and a discount are bought", static n => Growth.Taxed(n).Buys },
        { "add-ons with tax and a discount are kept beside another plan", static n => Growth.Taxed(n).Upgrades },
        { "add-ons with tax and a discount are renewed", static n => Growth.Taxed(n).Renews },
        { "add-ons with usage credits are bought", static n => Growth.Credits(n).Buys },
        { "add-ons with usage credits are kept beside another plan", static n => Growth.Credits(n).Upgrades },
        { "add-ons with usage credits leave with their plan", static n => Growth.Credits(n).LeavesAll },
        { "add-ons with usage credits are renewed", static n => Growth.Credits(n).Renews },
        { "add-ons with usage credits are dropped at the term's end", static n => Growth.Credits(n).RenewsWithout },
        { "a seat joins many that have a grant each", static n => Growth.SeatGrants(n).AddsSeat },
        { "seats that have a grant each leave", static n => Growth.SeatGrants(n).DropsSeat },
        { "grants of seats are carried to another plan", static n => Growth.SeatGrants(n).Upgrades },
        { "grants of seats are carried to the next term", static n => Growth.SeatGrants(n).Renews },
        { "credit lots pay", static n => Growth.Credit(n).Pays },
        { "credit lots expire one by one", static n => Growth.Credit(n).Expires },
        { "a timeline is played in pieces", static n => Growth.Pieces(n).Plays },
    };

    [Theory]
    [MemberData(nameof(Of))]
    public void Ten_times_as_much_costs_ten_times_as_much(string what, Func<int, Action> made)
    {
        var (few, many) = (Bytes(made(100)), Bytes(made(1_000)));
        Assert.True(many <= 12 * Math.Max(few, 1_000), $"Where {what}, 100 allocate {few} bytes, and 1,000 allocate {many}.");
    }

    [Fact]
    public void A_catalog_and_its_plan_find_add_ons_without_looking_at_all_of_them()
    {
        var (small, large) = (Growth.Catalog(1, 100).Sold, Growth.Catalog(1, 1_000).Sold);
        Assert.Equal(small with { }, small);
        Assert.Equal(Growth.Catalog(1, 100).Sold, small);
        Assert.Equal(Growth.Catalog(1, 100).Sold.GetHashCode(), small.GetHashCode());
        Assert.Equal("a999", large.AddOn("a999").Id);
        Assert.Equal(AddOnOffer.Offered, large.Plan("p0").OfferOf("a999"));
        Assert.Equal(AddOnOffer.NotOffered, large.Plan("p0").OfferOf("b"));
        Assert.Throws<ArgumentException>(() => large with { AddOns = large.AddOns.Plus(large.AddOns[7]) });
    }

    [Fact]
    public void A_timeline_in_pieces_is_the_whole_one()
    {
        Assert.Equal(Growth.Pieces(40).Played(), Growth.Pieces(40).Played());
        Assert.Equal(40, Growth.Pieces(40).Played().Steps.Count);
    }

    private static long Bytes(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
