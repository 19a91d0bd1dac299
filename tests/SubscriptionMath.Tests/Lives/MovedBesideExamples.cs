using static SubscriptionMath.Tests.Lives.MovedBillingExamples;

namespace SubscriptionMath.Tests.Lives;

/// <summary>The next billing is moved with a cart that asks for more, or where a month lies across the date.</summary>
public sealed class MovedBesideExamples
{
    /// <summary>
    /// A second of an add-on at EUR 30.00 is added with the move on 1 April: to the 16th it costs fifteen of thirty days, and the first gives back the other fifteen;
    /// to 16 May it costs April, and May is free for both.
    /// </summary>
    [Theory]
    [InlineData("2026-04-16", BillingTiming.InAdvance, "Service +15.00 +15.00 -15.00; Balance -15.00")]
    [InlineData("2026-05-16", BillingTiming.InAdvance, "Service -30.00; Payment +30.00")]
    [InlineData("2026-04-16", BillingTiming.Once, "Service +15.00 -30.00; Payment +15.00")]
    [InlineData("2026-05-16", BillingTiming.Once, "Service -30.00; Payment +30.00")]
    [InlineData("2026-04-16", BillingTiming.InArrears, "Service +15.00; Balance -15.00")]
    public void What_is_added_beside_the_move_is_held_as_long_as_what_was_there(string to, BillingTiming charged, string entries)
    {
        var shop = Moving(Kept);
        shop = shop with
        {
            Catalog = new Catalog
            {
                Plans = [.. shop.Catalog.Plans.Select(plan => plan with { AddOns = ["x"] })],
                AddOns = [Shops.AddOn("x", Counter.Monthly(30m) with { BillingTiming = charged })],
            },
        };
        var cart = Counter.Cart("p1").With("x");
        var held = shop.Buy("2026-04-01", cart);
        var change = Change.To(cart with { AddOns = [new CartAddOn { Id = "x", Quantity = 2 }] }) with { NextBilling = shop.At(to) };
        var quote = Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-01")).OrThrow();
        Assert.Equal(entries, Written.Entries(quote));
        var addOn = quote.SubscriptionAfter.AddOns[0];
        Assert.Equal(shop.At(to), addOn.Term.End);
        Assert.Equal(2, addOn.Lots.Where(lot => lot.Covers.Contains(shop.At(to) - Duration.Epsilon)).Sum(lot => lot.Quantity));
        Assert.DoesNotContain(addOn.Lots, lot => lot.Covers.End > shop.At(to));
        Assert.Equal(shop.At(to), shop.Advance(quote.SubscriptionAfter, to).Steps[0].At);
    }

    /// <summary>
    /// A year of p2, with an add-on at a price that is charged once, is asked for with a move at the end: the term to 1 May is kept, and the add-on ends with it.
    /// </summary>
    [Fact]
    public void An_add_on_that_is_bought_with_a_move_at_the_end_ends_with_the_term()
    {
        var shop = Moving(Kept with { Term = TermRule.MovedAtTheEnd, NewPrice = NewPrice.ForTheRest }, Counter.Of(Counter.Monthly(30m), Price.Of(300m, "EUR", BillingInterval.Year)));
        shop = shop with
        {
            Policy = shop.Policy with { AddOns = new(AddOnFate.EndWithThePlan, UnusedValue.OfAllLots) },
            Catalog = new Catalog
            {
                Plans = [.. shop.Catalog.Plans.Select(plan => plan with { AddOns = ["x"] })],
                AddOns = [Shops.AddOn("x", Price.Of(50m, "EUR", BillingInterval.Year) with { BillingTiming = BillingTiming.Once })],
            },
        };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var change = Change.To(Cart.Of("p2", BillingInterval.Year).With("x")) with { NextBilling = shop.At("2026-05-16") };
        var quote = Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")).OrThrow();
        Assert.Equal("Service -50.00; Payment +50.00", Written.Entries(quote));
        Assert.Equal((shop.Term("2026-04-01", "2026-05-01"), shop.Term("2026-04-11", "2026-05-01")), (quote.TermAfter, quote.SubscriptionAfter.AddOns[0].Term));
    }

    /// <summary>
    /// p2 is asked for on 11 April, with later terms from the 16th of a month. The term to 1 May is kept, and an add-on beside p2 costs its twenty days:
    /// of the thirty of April at 30.00, or of the 365 to 1 May at 365.00. A year of it that was held from 1 April gives back 355 days.
    /// </summary>
    [Theory]
    [InlineData("30", false, false, "Service -20.00; Payment +20.00")]
    [InlineData("365", true, false, "Service -20.00; Payment +20.00")]
    [InlineData("365", true, true, "Service +355.00 -20.00; Balance -335.00")]
    public void An_add_on_that_is_bought_with_a_move_at_the_end_costs_the_rest_of_the_term(string price, bool byYear, bool isHeld, string entries)
    {
        var interval = byYear ? BillingInterval.Year : BillingInterval.Month;
        var shop = Moving(Kept with { Term = TermRule.MovedAtTheEnd, NewPrice = NewPrice.ForTheRest });
        shop = shop with
        {
            Policy = shop.Policy with { AddOns = new(AddOnFate.EndWithThePlan, UnusedValue.OfAllLots) },
            Catalog = new Catalog
            {
                Plans = [.. shop.Catalog.Plans.Select(plan => plan with { AddOns = ["x"] })],
                AddOns = [Shops.AddOn("x", Price.Of(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), "EUR", interval))],
            },
        };
        CartAddOn[] addOns = [new CartAddOn { Id = "x", Interval = interval }];
        var held = shop.Buy("2026-04-01", Counter.Cart("p1") with { AddOns = isHeld ? [.. addOns] : [] });
        var change = Change.To(Counter.Cart("p2") with { AddOns = [.. addOns] }) with { NextBilling = shop.At("2026-05-16") };
        var quote = Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")).OrThrow();
        Assert.Equal(entries, Written.Entries(quote));
        Assert.Equal(shop.Term("2026-04-11", "2026-05-01"), quote.SubscriptionAfter.AddOns[0].Term);
    }

    /// <summary>A year at 120.00 in months that have not ended: on 15 February eleven are left. Brought forward to 20 June, June stays: five do, and six are given back.</summary>
    [Fact]
    public void Brought_forward_a_month_that_has_not_ended_is_on_one_side()
    {
        var shop = Counter.Of(Price.Of(120m, "EUR", BillingInterval.Year));
        shop = Moving(Kept, shop with { Policy = shop.Policy.WithMeasure(Measure.MonthsNotStarted with { Unit = ProrationUnit.MonthsNotEnded }) });
        var held = shop.Buy("2026-01-01", Cart.Of("p1", BillingInterval.Year));
        var quote = Move(shop, held, "2026-06-20", "2026-02-15");
        Assert.Equal("Service +60.00; Balance -60.00", Written.Entries(quote));
        Assert.Equal((110m, 50m), (Unused(shop, held, "2026-02-15"), Unused(shop, quote.SubscriptionAfter, "2026-02-15")));
    }

    /// <summary>An add-on is bought to the next first of a month: it keeps that end, though the plan had it as well and is moved to the 16th.</summary>
    [Fact]
    public void An_add_on_that_is_bought_to_a_day_of_its_own_keeps_it()
    {
        var aligned = Counter.Rest with { Term = TermRule.AlignedTo(Anchor.OnDay(1)) };
        var shop = Moving(Kept);
        shop = shop with
        {
            Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.AddOn }, aligned), .. shop.Policy.Rules] },
            Catalog = new Catalog
            {
                Plans = [.. shop.Catalog.Plans.Select(plan => plan with { AddOns = ["x"] })],
                AddOns = [Shops.AddOn("x", Counter.Monthly(30m))],
            },
        };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var change = Change.To(Counter.Cart("p1").With("x")) with { NextBilling = shop.At("2026-04-16") };
        var quote = Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")).OrThrow();
        var (addOn, plan) = (quote.SubscriptionAfter.AddOns[0], quote.SubscriptionAfter.Plan!);
        Assert.Equal((shop.Term("2026-04-11", "2026-05-01"), shop.Term("2026-04-11", "2026-05-01")), (addOn.Term, addOn.Lots[0].Covers));
        Assert.Equal(shop.At("2026-04-16"), plan.Term.End);
        Assert.Equal(["2026-04-16", "2026-05-01"], shop.Advance(quote.SubscriptionAfter, "2026-05-01").Told().Select(step => step[..10]));
    }

    /// <summary>A stub of 44 days is priced by the month that ends with it. Two weeks of rest move both, and that month is as long as it was: 28 days.</summary>
    [Fact]
    public void A_long_stub_that_rests_is_longer_than_its_month_still()
    {
        var stub = Counter.Rest with { Term = TermRule.MovedAsAsked };
        var rest = Counter.Free with { Term = TermRule.TimeLeftKept, Unused = UnusedValue.None, Surplus = Surplus.Forfeited };
        var shop = Moving(stub);
        shop = shop with { Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Pause }, rest), .. shop.Policy.Rules] } };
        var held = Move(shop, shop.Buy("2027-01-08", Counter.Cart("p1")), "2027-03-14", "2027-01-29").SubscriptionAfter;
        held = shop.Change(held, Counter.Cart("p1") with { Paused = true }, "2027-02-20");
        held = shop.Change(held, Counter.Cart("p1"), "2027-03-07");
        Assert.Equal((shop.Term("2027-02-13", "2027-03-29"), shop.Term("2027-03-01", "2027-03-29")), (held.Plan!.Lots[0].Covers, held.Plan.Lots[0].Period));
        Assert.Equal("2027-03-29: Renewal, Service -30.00; Payment +30.00", shop.Advance(held, "2027-03-29").Told().Single());
    }

    /// <summary>With another plan the date is brought forward as well: what was bought ends there, whatever plan it is used on.</summary>
    [Fact]
    public void A_plan_that_is_changed_beside_the_move_is_billed_to_the_new_end()
    {
        var shop = Moving(Kept);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var change = Change.To(Counter.Cart("p2")) with { NextBilling = shop.At("2026-04-16") };
        var quote = Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-11")).OrThrow();
        Assert.Equal("Service +15.00; Balance -15.00", Written.Entries(quote));
        var plan = quote.SubscriptionAfter.Plan!;
        Assert.Equal((shop.Term("2026-04-01", "2026-04-16"), shop.At("2026-04-16")), (plan.Term, plan.ChargedThrough));
    }
}
