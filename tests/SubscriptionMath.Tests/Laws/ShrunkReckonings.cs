namespace SubscriptionMath.Tests.Laws;

/// <summary>Findings of the independent reckoning on purchases kept for another plan; shrunk and kept by name, each figure by hand.</summary>
public sealed class ShrunkReckonings
{
    private static readonly Price Yearly = Price.Of(120m, "EUR", BillingInterval.Year);

    private static readonly Treatment Kept = Counter.Free with { Unused = UnusedValue.Kept };

    [Fact]
    public void Beside_a_year_that_is_kept_a_unit_by_the_month_costs_its_months()
    {
        // The year to 1 April covers the plan by the month from 11 April on; on 1 May a second unit costs 335 days of the 31 in the March that ends with it.
        var shop = Counter.Of(Yearly, Counter.Monthly(30m));
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Kept) };
        var held = shop.Change(shop.Buy("2026-04-01", Cart.Of("p1", BillingInterval.Year)), Counter.Cart("p2"), "2026-04-11");
        Assert.Equal("Service -324.19; Payment +324.19", Written.Entries(shop.Quote(held, Counter.Cart("p2", 2), "2026-05-01")));
    }

    [Fact]
    public void The_discount_of_a_year_that_is_kept_is_the_one_over_its_months()
    {
        // 274 of 365 days of 120.00 are 90.0822; 91 of them would have cost 360.00 a year by the month: the 59.8356 more are kept, and 30.2466 given back.
        var shop = Counter.Of(Yearly, Counter.Monthly(30m), Counter.Monthly(60m));
        var given = Counter.Free with { Unused = UnusedValue.OfAllLots with { Withheld = WithheldValue.DiscountOver(BillingInterval.Month) } };
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Kept) with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Keeps = ChangeKinds.Interval }, given), Rule.Otherwise(Kept)] } };
        var held = shop.Change(shop.Buy("2026-04-01", Cart.Of("p1", BillingInterval.Year)), Counter.Cart("p2"), "2026-04-11");
        Assert.Equal("Service +90.08; Forfeited -59.84; Balance -30.25; Rounding +0.01", Written.Entries(shop.Quote(held, Counter.Cart("p3"), "2026-07-01")));
    }

    [Fact]
    public void A_unit_that_is_added_gives_nothing_back_of_what_was_kept_of_more_units_than_are_held()
    {
        var shop = Counter.Of(Yearly, Counter.Monthly(30m));
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, Kept) };
        var held = shop.Change(shop.Buy("2026-04-01", Cart.Of("p1", BillingInterval.Year) with { Quantity = 2 }), Counter.Cart("p2"), "2026-04-11");
        Assert.Equal((1, 2), (held.Plan!.Quantity, Assert.Single(held.Plan.Lots).Quantity));
        Assert.Equal("Service -324.19; Payment +324.19", Written.Entries(shop.Quote(held, Counter.Cart("p2", 2), "2026-05-01")));
    }
}
