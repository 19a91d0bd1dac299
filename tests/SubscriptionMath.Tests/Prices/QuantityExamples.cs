namespace SubscriptionMath.Tests.Prices;

/// <summary>More and fewer units within a term: each way by a policy of its own, and lots that give back what they were sold at.</summary>
public sealed class QuantityExamples
{
    private static readonly Price Tiered = Price.Of(new PriceModel.Graduated([PriceTier.Each(10, 10m), PriceTier.Each(null, 8m)]), "EUR", BillingInterval.Month);
    private static readonly Price ByVolume = Price.Of(new PriceModel.Volume([PriceTier.Each(10, 10m), PriceTier.Each(null, 8m)]), "EUR", BillingInterval.Month);

    public static TheoryData<string, Treatment, string, int> Increases => new()
    {
        { "prorated now", Counter.Rest, "Service -25.00; Payment +25.00", 3 },
        { "in full now", Counter.Full, "Service -50.00; Payment +50.00", 3 },
        { "free until the renewal", Counter.Free, "", 3 },
        { "at the renewal", Treatment.AtPeriodEnd, "", 2 },
        { "on the next invoice", Counter.Rest with { PaymentTiming = PaymentTiming.NextInvoice }, "Service -25.00; NextInvoice +25.00", 3 },
    };

    public static TheoryData<string, Treatment, string, int> Decreases => new()
    {
        { "credited now", Counter.Rest, "Service +25.00; Balance -25.00", 2 },
        { "never credited", Counter.NeverCredited, "Service +25.00; Forfeited -25.00", 2 },
        { "at the renewal", Treatment.AtPeriodEnd, "", 3 },
        { "refunded now", Counter.Rest with { Surplus = Surplus.Refunded(RefundRest.ToBalance) }, "Service +25.00; Payment -25.00", 2 },
    };

    [Theory]
    [MemberData(nameof(Increases))]
    public void A_third_seat_is_charged_as_the_policy_says_for_increases(string how, Treatment up, string entries, int seats)
    {
        Assert.NotEmpty(how);
        var shop = Counter.Of(Counter.Monthly(50m)) with { Policy = Counter.Policy(up, Counter.NeverCredited, Counter.Rest) };
        var quote = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1", 2)), Counter.Cart("p1", 3), "2026-04-16");
        Assert.Equal((entries, seats), (Written.Entries(quote), quote.SubscriptionAfter.Plan!.Quantity));
        Assert.Equal(150m, shop.Advance(quote.SubscriptionAfter, "2026-05-01").Steps[^1].Answer is Quote renewal ? renewal.Totals.NewPrice.Amount : 0m);
    }

    [Theory]
    [MemberData(nameof(Decreases))]
    public void A_third_seat_is_given_back_as_the_policy_says_for_decreases(string how, Treatment down, string entries, int seats)
    {
        Assert.NotEmpty(how);
        var shop = Counter.Of(Counter.Monthly(50m)) with { Policy = Counter.Policy(Counter.Full, down, Counter.Rest) };
        var quote = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1", 3)), Counter.Cart("p1", 2), "2026-04-16");
        Assert.Equal((entries, seats), (Written.Entries(quote), quote.SubscriptionAfter.Plan!.Quantity));
        Assert.Equal(100m, shop.Advance(quote.SubscriptionAfter, "2026-05-01").Steps[^1].Answer is Quote renewal ? renewal.Totals.NewPrice.Amount : 0m);
    }

    [Fact]
    public void A_cart_that_changes_plan_and_seats_at_once_is_one_quote()
    {
        var shop = Counter.Of(Counter.Monthly(50m), Counter.Monthly(80m));
        var quote = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1", 2)), Counter.Cart("p2", 3), "2026-04-16");
        Assert.Equal("Service +50.00 -120.00; Payment +70.00", Written.Entries(quote));
    }

    [Theory]
    [InlineData(PendingPolicy.Kept, 3)]
    [InlineData(PendingPolicy.Merged, null)]
    [InlineData(PendingPolicy.NewestReplaces, null)]
    public void A_pending_decrease_survives_an_increase_as_the_policy_says(PendingPolicy pending, int? seats)
    {
        var shop = Counter.Of(Counter.Monthly(50m));
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Treatment.AtPeriodEnd, Counter.Rest).WithPending(pending) };
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1", 5)), Counter.Cart("p1", 3), "2026-04-06");
        var more = shop.Change(held, Counter.Cart("p1", 7), "2026-04-16");
        Assert.Equal((7, seats), (more.Plan!.Quantity, more.Pending?.Cart?.Quantity));
        Assert.Equal(seats ?? 7, shop.Advance(more, "2026-05-01").Subscription.Plan!.Quantity);
    }

    [Fact]
    public void Seats_cannot_fall_below_the_members_in_use()
    {
        var shop = Counter.Of(Counter.Monthly(50m));
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 5));
        shop = shop with { Policy = shop.Policy.WithEligibility(EligibilityPolicy.Anyone with { MembersFitSeats = true }) };
        Assert.Equal(
            RefusalCode.MembersOverSeats, Assert.IsType<Refused>(shop.Ask(held, Counter.Cart("p1", 3), "2026-04-16", Facts.None with { MembersInUse = 4 })).Code);
        Assert.IsType<Quote>(shop.Ask(held, Counter.Cart("p1", 4), "2026-04-16", Facts.None with { MembersInUse = 4 }));
    }

    [Fact]
    public void A_seat_that_was_to_fall_and_is_taken_up_again_is_not_charged_twice()
    {
        var shop = Counter.Of(Counter.Monthly(50m));
        shop = shop with { Policy = Counter.Policy(Counter.Rest, Treatment.AtPeriodEnd, Counter.Rest) };
        var held = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1", 5)), Counter.Cart("p1", 4), "2026-04-06");
        var back = shop.Quote(held, Counter.Cart("p1", 5), "2026-04-16");
        Assert.Equal(("", null), (Written.Entries(back), back.SubscriptionAfter.Pending));
    }

    [Fact]
    public void Five_units_on_top_of_ten_cost_what_fifteen_cost_less_what_ten_cost_and_give_it_back()
    {
        var shop = Counter.Of(Tiered);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 10));
        var more = shop.Quote(held, Counter.Cart("p1", 15), "2026-04-16");
        Assert.Equal("Service -20.00; Payment +20.00", Written.Entries(more));
        Assert.Equal("P1, 16 Apr to 1 May 2026: 15 of 30 days of EUR 40.00 for 5 units = EUR 20.00", Explanation.Of(more, 0));
        Assert.Equal("Service +20.00; Balance -20.00", Written.Entries(shop.Quote(shop.Accept(held, more), Counter.Cart("p1", 10), "2026-04-16")));

        // Six leave: the five on top, and the tenth at 10.00.
        Assert.Equal("Service +5.00 +20.00; Balance -25.00", Written.Entries(shop.Quote(shop.Accept(held, more), Counter.Cart("p1", 9), "2026-04-16")));
    }

    [Fact]
    public void Units_of_one_lot_leave_from_the_top_and_sum_to_what_was_billed()
    {
        var shop = Counter.Of(Tiered);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 12));
        Assert.Equal("Service +8.00; Balance -8.00", Written.Entries(shop.Quote(held, Counter.Cart("p1", 10), "2026-04-16")));
        var ten = shop.Change(held, Counter.Cart("p1", 10), "2026-04-16");
        Assert.Equal(100m, Assert.Single(ten.Plan!.Lots).Billed.Amount);
        Assert.Equal("Service +45.00; Balance -45.00", Written.Entries(shop.Quote(ten, Counter.Cart("p1", 1), "2026-04-16")));
    }

    [Fact]
    public void By_volume_one_unit_more_may_make_all_cheaper_and_the_way_back_costs_it_again()
    {
        var shop = Counter.Of(ByVolume);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 10));
        var more = shop.Quote(held, Counter.Cart("p1", 11), "2026-04-16");
        Assert.Equal("Service +50.00 -44.00; Balance -6.00", Written.Entries(more));
        Assert.Equal("Service +44.00 -50.00; Payment +6.00", Written.Entries(shop.Quote(shop.Accept(held, more), Counter.Cart("p1", 10), "2026-04-16")));
    }

    [Fact]
    public void By_volume_what_is_never_credited_is_never_charged_for_either()
    {
        var shop = Counter.Of(ByVolume) with { Policy = Counter.Policy(Counter.Rest, Counter.NeverCredited, Counter.Rest) };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 11));
        Assert.Equal("", Written.Entries(shop.Quote(held, Counter.Cart("p1", 10), "2026-04-16")));
        Assert.Equal("Service +12.00; Forfeited -12.00", Written.Entries(shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1", 14)), Counter.Cart("p1", 11), "2026-04-16")));
    }

    [Theory]
    [InlineData(3, "Goodwill +5.00; Balance -5.00")]
    [InlineData(2, "Goodwill +10.00; Balance -10.00")]
    [InlineData(1, "Goodwill +10.00; Service +5.00; Balance -15.00")]
    public void Seats_that_no_bill_has_asked_for_are_conceded_where_the_price_held_counts_though_others_stay(int seats, string entries)
    {
        // Two seats at 10.00 for April, and two more without a bill: half of April is 5.00 for each that leaves, those without a bill first.
        var held = Counter.Rest with { Unused = UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld) };
        var shop = Counter.Of(Counter.Monthly(10m)) with { Policy = Counter.Policy(Counter.Free, held, held) };
        var four = shop.Change(shop.Buy("2026-04-01", Counter.Cart("p1", 2)), Counter.Cart("p1", 4), "2026-04-01");
        Assert.Equal(entries, Written.Entries(shop.Quote(four, Counter.Cart("p1", seats), "2026-04-16")));
    }

    [Fact]
    public void A_seat_beside_time_that_a_surplus_bought_is_charged_for_all_of_it()
    {
        var shop = new Shop(
            Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, Surplus = Surplus.ToTime(RoundingMode.Floor) }),
            Catalog.Of(Yearly("small", 1, 240m), Yearly("big", 2, 1200m)));
        var held = shop.Change(
            shop.Buy("2026-01-01", Cart.Of("big", BillingInterval.Year)), Cart.Of("small", BillingInterval.Year), "2026-01-01");

        // 960.00 bought four more years: five years of a second seat cost 1,200.00.
        Assert.Equal(shop.At("2031-01-01"), held.Plan!.Term.End);
        Assert.Equal(1200m, shop.Quote(held, Cart.Of("small", BillingInterval.Year) with { Quantity = 2 }, "2026-01-01").Totals.DueNow.Amount);
    }

    private static Plan Yearly(string id, int rank, decimal price) =>
        new() { Id = id, Name = id, Rank = rank, Prices = [Price.Of(price, "EUR", BillingInterval.Year)] };
}
