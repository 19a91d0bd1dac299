using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Usage credits for a time that was renewed ahead, beside a change of the plan: 100 a month with p1, 20 with p2.</summary>
public sealed class GrantAheadExamples
{
    private static readonly Treatment Kept = Counter.Free with { Unused = UnusedValue.Kept, Surplus = Surplus.Forfeited };

    /// <summary>April, and May ahead; on 25 April p2, and the first of May becomes the tenth. The month ahead moves to 10 June, with p2's grant.</summary>
    [Fact]
    public void A_month_renewed_ahead_has_its_grant_where_the_plan_changes_beside_a_moved_date()
    {
        var shop = Moving();
        var moved = Ask(shop, Ahead(shop, "2026-04-24"), Change.To(Monthly("p2")) with { NextBilling = shop.At("2026-05-10") }, "2026-04-25");

        Assert.Equal(shop.At("2026-06-10"), moved.Plan!.ChargedThrough);
        Assert.Equal("20 to 2026-05-01, 20 to 2026-05-10, 20 to 2026-06-10", Told(moved));
    }

    /// <summary>The other way: the first of May becomes 27 April. May's month ahead is then the one to 27 May.</summary>
    [Fact]
    public void A_month_renewed_ahead_has_its_grant_where_the_plan_changes_beside_an_earlier_date()
    {
        var shop = Moving();
        var moved = Ask(shop, Ahead(shop, "2026-04-24"), Change.To(Monthly("p2")) with { NextBilling = shop.At("2026-04-27") }, "2026-04-25");

        Assert.Equal("20 to 2026-04-27, 20 to 2026-05-27", Told(moved));
    }

    /// <summary>
    /// April, and May ahead; p2 from 16 April on. What runs is treated as the policy says. May is a term of p2, and brings its twenty: a policy that keeps, clips or voids
    /// credits does so up to the next term alone.
    /// </summary>
    [Theory]
    [InlineData(GrantFate.Replaced, "20 to 2026-05-01, 20 to 2026-06-01")]
    [InlineData(GrantFate.Kept, "100 to 2026-05-01, 20 to 2026-06-01")]
    [InlineData(GrantFate.Clipped, "20 to 2026-05-01, 20 to 2026-06-01")]
    [InlineData(GrantFate.Voided, "0 to 2026-05-01, 20 to 2026-06-01")]
    [InlineData(GrantFate.Recounted, "20 to 2026-05-01, 20 to 2026-06-01")]
    public void A_month_renewed_ahead_brings_the_allotment_of_the_plan_that_is_held_in_it(GrantFate fate, string grants)
    {
        var shop = Of(AllowancePolicy.EachTermAnew with { OnUpgrade = fate }, Counter.Rest);
        var held = shop.Change(Ahead(shop, "2026-04-10"), Monthly("p2"), "2026-04-16");
        Assert.Equal(grants, Told(held));
        Assert.Equal("20 to 2026-06-01", Told(shop.Advance(held, "2026-05-01").Subscription));
    }

    /// <summary>A price that is charged once is charged even if nothing is until the renewal: p2 is then held in May as well, and May brings its twenty.</summary>
    [Fact]
    public void A_month_renewed_ahead_has_its_grant_where_the_next_plan_is_charged_once()
    {
        var shop = Of(AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Recounted }, Counter.Rest with { NewPrice = NewPrice.NothingUntilRenewal });
        var once = shop.Catalog.Plans[1] with { Prices = [Counter.Monthly(5m) with { BillingTiming = BillingTiming.Once }] };
        shop = shop with { Catalog = Catalog.Of(shop.Catalog.Plans[0], once) };
        var held = shop.Change(Ahead(shop, "2026-04-10"), Monthly("p2"), "2026-04-16");
        Assert.Equal(shop.At("2026-06-01"), held.Plan!.ChargedThrough);
        Assert.Equal("20 to 2026-05-01, 20 to 2026-06-01", Told(held));
    }

    /// <summary>
    /// Fifteen days of April are 5.00 and May is 10.00: 15.00 buy three months of p2 at 5.00, to 16 July. April's credits are kept, and stand for the month to 16 May. May's
    /// go with their time, which was given back; the months from 16 May and 16 June have their own. Two seats that are bought bring 20 each for
    /// those two months, under every answer, and take them along when they leave at once.
    /// </summary>
    [Theory]
    [InlineData(GrantFate.Kept, "100 to 2026-05-01, 0 to 2026-05-16, 20 to 2026-06-16, 20 to 2026-07-16")]
    [InlineData(GrantFate.Clipped, "20 to 2026-05-01, 0 to 2026-05-16, 20 to 2026-06-16, 20 to 2026-07-16")]
    [InlineData(GrantFate.Voided, "0 to 2026-05-01, 0 to 2026-07-16")]
    public void A_term_that_the_unused_value_makes_has_no_grant_of_the_old_plan_to_come(GrantFate fate, string grants)
    {
        var made = Counter.Free with { Term = TermRule.AsBought, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor, TimeUnits.Terms) };
        var shop = Of(AllowancePolicy.EachTermAnew with { OnUpgrade = fate }, made);
        var held = shop.Change(Ahead(shop, "2026-04-10"), Monthly("p2"), "2026-04-16");
        Assert.Equal(shop.At("2026-07-16"), held.Term!.Value.End);
        Assert.Equal(grants, Told(held));

        var more = shop.Change(held, Monthly("p2", 3), "2026-04-16");
        Assert.Equal(Future(held, shop) + 80m, Future(more, shop));
        Assert.Equal(Future(held, shop), Future(shop.Change(more, Monthly("p2"), "2026-04-16"), shop));
    }

    private static Shop Of(AllowancePolicy allowances, Treatment change)
    {
        var policy = Counter.Policy(Counter.Rest, Counter.Rest, change) with { Allowances = allowances };
        return new Shop(policy, Catalog.Of(Sells("p1", 0, 10m, 100m), Sells("p2", 1, 5m, 20m)));
    }

    private static Shop Moving()
    {
        var shop = Of(AllowancePolicy.EachTermAnew, Kept);
        var moves = Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Kept with { Term = TermRule.MovedAsAsked });
        return shop with { Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], moves, .. shop.Policy.Rules.Skip(1)] } };
    }

    private static Plan Sells(string id, int rank, decimal monthly, decimal units) =>
        Plan(id, rank, Counter.Monthly(monthly)) with { Allowances = [Credits("call", units)] };

    /// <summary>April of p1, and May bought on a day of April.</summary>
    private static Subscription Ahead(Shop shop, string day)
    {
        var held = shop.Buy("2026-04-01", Monthly("p1"));
        return shop.Accept(held, Billing.Renew(held, shop.Facts, shop.Catalog, shop.Policy, shop.At(day)).OrThrow());
    }

    private static Subscription Ask(Shop shop, Subscription held, Change change, string day) =>
        shop.Accept(held, Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, shop.At(day)).OrThrow());

    private static decimal Future(Subscription held, Shop shop) =>
        held.Grants.Where(grant => grant.Effective > shop.At("2026-04-16")).Sum(grant => grant.Granted);

    private static string Told(Subscription held) => string.Join(", ", held.Grants
        .Where(grant => !grant.Rests).OrderBy(grant => grant.Expires)
        .Select(grant => $"{grant.Granted:0} to {grant.Expires!.Value.InUtc().Date:uuuu-MM-dd}"));
}
