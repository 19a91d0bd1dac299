using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Add-ons on a change of the plan, where the new plan offers them, includes them, or does neither.</summary>
public sealed class AddOnAxesExamples
{
    private static Shop Shop(Timing timing, AddOnFate fate = AddOnFate.KeptWhereOffered) => new(
        AxesShop.Policy(AxesShop.FirstPurchase, AxesShop.AtOnce, timing == Timing.AtPeriodEnd ? Treatment.AtPeriodEnd : AxesShop.AtOnce with { Timing = timing }, fate),
        new Catalog
        {
            Plans =
            [
                Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month)) with { AddOns = ["kept", "part", "gone"] },
                Plan("plus", 2, Price.Of(60m, "EUR", BillingInterval.Month)) with { AddOns = ["kept"], Includes = ["part"] },
            ],
            AddOns =
            [
                AddOn("kept", Price.Of(3m, "EUR", BillingInterval.Month)), AddOn("part", Price.Of(6m, "EUR", BillingInterval.Month), Price.Of(60m, "EUR", BillingInterval.Year)),
                AddOn("gone", Price.Of(9m, "EUR", BillingInterval.Month)),
            ],
        });

    private static Cart Held => Monthly("basic").With("kept", "part", "gone");

    [Fact]
    public void At_once_those_end_that_the_new_plan_includes_or_does_not_offer()
    {
        var shop = Shop(Timing.Now);
        var quote = shop.Quote(shop.Buy("2026-04-01", Held), Held with { PlanId = "plus" }, "2026-04-16");
        Assert.Equal(["part", "gone"], quote.EndedAddOns);
        Assert.Equal("Service +15.00 +3.00 +4.50 -30.00; Payment +7.50", Written.Entries(quote));
        Assert.Equal("kept", Assert.Single(quote.SubscriptionAfter.AddOns).ProductId);
        Assert.Equal(
            (AddOnOffer.Offered, AddOnOffer.Included, AddOnOffer.NotOffered),
            (shop.Catalog.Plans[1].OfferOf("kept"), shop.Catalog.Plans[1].OfferOf("part"), shop.Catalog.Plans[1].OfferOf("gone")));
    }

    [Fact]
    public void At_the_end_of_the_term_they_run_on_until_then()
    {
        var shop = Shop(Timing.AtPeriodEnd);
        var asked = shop.Quote(shop.Buy("2026-04-01", Held), Held with { PlanId = "plus" }, "2026-04-16");
        Assert.Empty(asked.EndedAddOns);
        Assert.Equal(3, asked.SubscriptionAfter.AddOns.Count);
        var may = Assert.Single(shop.Advance(asked.SubscriptionAfter, "2026-05-01").Steps);
        Assert.Equal("2026-05-01: PendingChange, Service -60.00 -3.00; Payment +63.00", Written.Step(may));
        Assert.Equal(["part", "gone"], ((Quote)may.Answer).EndedAddOns);
    }

    /// <summary>A year of the add-on, bought with the plan on 1 April: 335 of 365 days are left on 1 May.</summary>
    [Fact]
    public void One_with_a_term_of_its_own_ends_with_the_plan_too()
    {
        var shop = Shop(Timing.AtPeriodEnd);
        var cart = Monthly("basic") with { AddOns = [new CartAddOn { Id = "part", Interval = BillingInterval.Year }] };
        var asked = shop.Change(shop.Buy("2026-04-01", cart), cart with { PlanId = "plus" }, "2026-04-16");
        var may = Assert.Single(shop.Advance(asked, "2026-05-01").Steps);
        Assert.Equal("2026-05-01: PendingChange, Service +55.07 -60.00; Payment +4.93", Written.Step(may));
        Assert.Empty(may.Subscription.AddOns);
    }

    /// <summary>An add-on that is dropped alone runs to the end of the term; the new plan does not offer this one.</summary>
    [Fact]
    public void One_that_the_cart_leaves_out_ends_with_the_plan_all_the_same()
    {
        var shop = Shop(Timing.Now);
        shop = shop with { Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Down }, Treatment.AtPeriodEnd), .. shop.Policy.Rules.Skip(1)] } };
        var held = shop.Buy("2026-04-01", Monthly("basic").With("gone"));
        var (named, leftOut) = (shop.Quote(held, Monthly("plus").With("gone"), "2026-04-16"), shop.Quote(held, Monthly("plus"), "2026-04-16"));
        Assert.Equal("Service +15.00 +4.50 -30.00; Payment +10.50", Written.Entries(leftOut));
        Assert.Equal(named.Entries, leftOut.Entries);
        Assert.Empty(leftOut.SubscriptionAfter.AddOns);
        Assert.Null(leftOut.SubscriptionAfter.Pending);
    }

    [Fact]
    public void One_that_is_not_held_is_refused_and_so_are_all_under_the_other_answers()
    {
        var shop = Shop(Timing.Now);
        Assert.Equal(RefusalCode.AddOnNotOffered, Code(shop, Monthly("basic"), Monthly("plus").With("gone")));
        Assert.Equal(RefusalCode.AddOnNotOffered, Code(shop, Monthly("basic"), Monthly("plus").With("part")));
        Assert.Equal(RefusalCode.SameAddOnTwice, Code(shop, Held, Monthly("plus").With("gone", "gone")));
        Assert.Equal(RefusalCode.AddOnNotOffered, Code(Shop(Timing.Now, AddOnFate.KeptWithTheTerm), Held, Held with { PlanId = "plus" }));
        Assert.Equal(RefusalCode.AddOnNotOffered, Code(Shop(Timing.Now, AddOnFate.EndWithThePlan), Held, Held with { PlanId = "plus" }));
    }

    private static RefusalCode Code(Shop shop, Cart held, Cart wanted) => Assert.IsType<Refused>(shop.Ask(shop.Buy("2026-04-01", held), wanted, "2026-04-16")).Code;
}
