namespace SubscriptionMath.Tests.Guards;

/// <summary>The next event costs as much in the twentieth year as in the first: ended lots are forgotten.</summary>
public sealed class AgeTests
{
    private const int Rounds = 100;
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"];

    public static TheoryData<GrantFate, CarriedExpiry> Fates => new()
    {
        { GrantFate.Replaced, CarriedExpiry.AsBefore }, { GrantFate.Carried, CarriedExpiry.AsBefore }, { GrantFate.Carried, CarriedExpiry.WithTheNewGrant },
    };

    [Theory]
    [MemberData(nameof(Fates))]
    public void An_event_costs_as_much_after_twenty_years_as_after_one(GrantFate fate, CarriedExpiry carried)
    {
        var (shop, bought) = Begun(fate, carried);
        var (young, old) = (Aged(shop, bought, 1), Aged(shop, bought, 20));

        Assert.Equal(Size(young), Size(old));
        Assert.InRange(Bytes(shop, old), 1, Bytes(shop, young) + 64);
    }

    [Fact]
    public void Nothing_that_has_ended_is_kept()
    {
        var (shop, bought) = Begun(GrantFate.Carried, CarriedExpiry.WithTheNewGrant);
        var old = Aged(shop, bought, 20);
        Assert.Single(old.Plan!.Lots);
        Assert.All(old.AddOns, addOn => Assert.Single(addOn.Lots));
        Assert.Equal(241 * 10m, CreditExpiry.LeftAt(old.Grants, "calls", old.Term!.Value.Start));
        Assert.InRange(old.Grants.Count, 1, 2);
    }

    private static (Shop Shop, Subscription Bought) Begun(GrantFate fate, CarriedExpiry carried)
    {
        var club = Lives.Club.With(policy => policy with { Allowances = policy.Allowances with { OnRenewal = fate, Carried = carried } }) with { Zone = Zone };
        var shop = club with
        {
            Catalog = club.Catalog with
            {
                Plans = [.. club.Catalog.Plans.Select(plan => plan with { Allowances = [new Allowance { Kind = "calls", Units = 10, Rollover = Rollover.Full }] })],
            },
        };
        return (shop, shop.Buy("2026-01-31", Shops.Monthly("basic").With("locker")));
    }

    private static Subscription Aged(Shop shop, Subscription bought, int years)
    {
        var until = new LocalDate(2026 + years, 2, 1).AtStartOfDayInZone(Zone).ToInstant();
        return Lifecycle.Advance(bought, Facts.None, shop.Catalog, shop.Policy, until).Subscription;
    }

    private static (int Lots, int Grants, int Waiting, int AddOns) Size(Subscription subscription) => (
        subscription.Plan!.Lots.Count + subscription.AddOns.Sum(addOn => addOn.Lots.Count), subscription.Grants.Count, subscription.NextInvoice.Count, subscription.AddOns.Count);

    private static long Bytes(Shop shop, Subscription subscription)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = Lifecycle.PriceNext(subscription, Facts.None, shop.Catalog, shop.Policy);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
