namespace SubscriptionMath.Tests.Prices;

/// <summary>An add-on beside a plan whose anchor moves keeps the months that it was sold by.</summary>
public sealed class OwnAnchorExamples
{
    [Fact]
    public void Time_that_is_bought_on_the_plan_does_not_move_the_months_of_the_add_ons()
    {
        // A year from 1 January; two add-ons at 120.00 a year from 1 February on, by months. One is dropped on 10 June: July to December are six months of it,
        // 60.00, and lengthen the plan by days, off the 1st.
        var drop = Counter.Rest with { Surplus = Surplus.ToTime(RoundingMode.Floor), NewPrice = NewPrice.NothingUntilRenewal };
        var shop = new Shop(
            Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest) with
            {
                Rules =
                [
                    Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest).Rules[0],
                    Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Down }, drop),
                    Rule.Otherwise(Counter.Rest),
                ],
            },
            new Catalog
            {
                Plans = [new Plan { Id = "plan", Name = "Plan", Rank = 1, AddOns = ["x", "y"], Prices = [Yearly(240m)] }],
                AddOns = [AddOn("x"), AddOn("y")],
            });
        var held = shop.Change(shop.Buy("2026-01-01", Cart("")), Cart("xy"), "2026-02-01");
        var longer = shop.Change(held, Cart("x"), "2026-06-10");
        Assert.NotEqual(1, longer.Anchor.Origin.Day);

        // On 10 July the months from August on are not started: five of twelve.
        Assert.Equal(new Share(5, 12, ProrationUnit.MonthsNotStarted), shop.Quote(longer, Cart(""), "2026-07-10").Lines[0].Share);
        Assert.Equal(new Share(5, 12, ProrationUnit.MonthsNotStarted), shop.Quote(held, Cart(""), "2026-07-10").Lines[0].Share);
    }

    private static Cart Cart(string addOns) => SubscriptionMath.Cart.Of("plan", BillingInterval.Year) with { AddOns = [.. addOns.Select(id => new CartAddOn { Id = $"{id}" })] };

    private static AddOn AddOn(string id) => new() { Id = id, Name = id, Prices = [Yearly(120m)], Measure = Measure.MonthsNotStarted };

    private static Price Yearly(decimal amount) => Price.Of(amount, "EUR", BillingInterval.Year);
}
