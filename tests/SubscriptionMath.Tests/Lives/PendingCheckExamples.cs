using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>A pending change meets another world when it takes effect: members have joined, or the catalog has dropped what it asks for.</summary>
public sealed class PendingCheckExamples
{
    private static readonly Facts Three = Kaspr.Facts with { MembersInUse = 3 };

    [Theory]
    [InlineData(3, 3, "Service -150.00; Payment +150.00", true)]
    [InlineData(2, 2, "Service -100.00; Payment +100.00", false)]
    public void Seats_that_are_in_use_by_the_renewal_are_kept(int members, int seats, string entries, bool says)
    {
        // Three seats at 50.00, two wanted from 1 May on; a third member joins in between.
        var held = Waiting(Kaspr);
        var renewed = Lifecycle.PriceNext(held, Kaspr.Facts with { MembersInUse = members }, Kaspr.Catalog, Kaspr.Policy)!;
        Assert.Equal((entries, seats), (Written.Entries(renewed), renewed.SubscriptionAfter.Plan!.Quantity));
        Assert.Equal(says ? RefusalCode.MembersOverSeats : null, renewed.NotMade?.Code);
        Assert.Equal(members, renewed.Read.MembersInUse);
        Assert.Null(renewed.SubscriptionAfter.Pending);
    }

    [Fact]
    public void Where_the_policy_says_so_nothing_of_the_change_is_made()
    {
        // Business at 80.00 with two seats was wanted: the licence renews with its three.
        var refuses = Kaspr with { Policy = Kaspr.Policy.WithRefusesOutgrown(true) };
        var renewed = Lifecycle.PriceNext(Waiting(refuses), Three, refuses.Catalog, refuses.Policy)!;
        Assert.Equal(("Service -150.00; Payment +150.00", 3), (Written.Entries(renewed), renewed.SubscriptionAfter.Plan!.Quantity));
        Assert.Equal("3 members use a seat; the cart has 2 seats.", renewed.NotMade!.Message);
        var answers = refuses.Policy.WithSecondCancellation(SecondCancellation.LaterRefused).WithKeepsPendingStart(true);
        Assert.Equal(answers, BillingJson.Read<BillingPolicy>(BillingJson.Write(answers)));
    }

    [Fact]
    public void A_renewal_that_read_the_members_is_stale_when_another_joins()
    {
        var held = Waiting(Kaspr);
        var renewed = Lifecycle.PriceNext(held, Kaspr.Facts with { MembersInUse = 2 }, Kaspr.Catalog, Kaspr.Policy)!;
        Assert.IsType<Stale>(Billing.Accept(held, renewed, Three));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("interval")]
    [InlineData("add-on")]
    public void What_the_catalog_has_dropped_is_not_made_and_what_is_held_goes_on(string dropped)
    {
        var cart = dropped switch
        {
            "plan" => Monthly("basic"),
            "interval" => Yearly("basic"),
            _ => Monthly("basic") with { AddOns = [new CartAddOn { Id = "locker" }] },
        };
        var shop = Club.With(policy => policy with
        {
            Rules = [.. policy.Rules.Where(rule => rule.When.Changes is ChangeKinds.Start or ChangeKinds.End), Rule.Otherwise(Treatment.AtPeriodEnd)],
        });
        var held = shop.Change(shop.Buy("2026-04-01", Monthly("plus")), cart, "2026-04-10");
        var left = dropped switch
        {
            "plan" => shop.Catalog with { Plans = [shop.Catalog.Plans[1]] },
            "interval" => shop.Catalog with { Plans = [shop.Catalog.Plans[0] with { Prices = [shop.Catalog.Plans[0].Prices[0]] }, shop.Catalog.Plans[1]] },
            _ => shop.Catalog with { AddOns = [.. shop.Catalog.AddOns.Skip(1)] },
        };
        var renewed = Lifecycle.PriceNext(held, shop.Facts, left, shop.Policy)!;
        Assert.Equal(("Service -60.00; Payment +60.00", "plus"), (Written.Entries(renewed), renewed.SubscriptionAfter.Plan!.ProductId));
        Assert.Equal(dropped == "interval" ? RefusalCode.IntervalNotOffered : RefusalCode.ProductNotOffered, renewed.NotMade!.Code);
        Assert.Null(renewed.SubscriptionAfter.Pending);
        Assert.Equal(renewed, BillingJson.Read<Quote>(BillingJson.Write(renewed)));
    }

    [Fact]
    public void A_first_purchase_on_a_date_whose_plan_is_gone_does_not_begin()
    {
        var start = Club.Policy.Rules.OfType<Rule.Treated>().First().Then with { Timing = Timing.OnDate };
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Start }, start));
        var asked = Billing.Price(shop.NotStarted(), Change.To(Monthly("basic")) with { Date = shop.At("2026-05-01") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-01")).OrThrow();
        var begun = Lifecycle.PriceNext(asked.SubscriptionAfter, shop.Facts, shop.Catalog with { Plans = [shop.Catalog.Plans[1]] }, shop.Policy)!;
        Assert.Equal(("", RefusalCode.ProductNotOffered), (Written.Entries(begun), begun.NotMade!.Code));
        Assert.Null(begun.SubscriptionAfter.Plan);
        Assert.Null(begun.SubscriptionAfter.Pending);
    }

    private static Subscription Waiting(Shop shop)
    {
        var held = shop.Buy("2026-04-01", Monthly("licence", 3));
        return shop.Change(held, Monthly("licence", 2), "2026-04-10", shop.Facts with { MembersInUse = 2 });
    }
}
