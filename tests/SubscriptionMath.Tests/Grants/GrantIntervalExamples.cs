using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Every interval of a term has its grant, and none has two, however the term got its length or its end.</summary>
public class GrantIntervalExamples
{
    private static readonly Allowance Tens = new() { Kind = "call", Units = 10m, Rollover = Rollover.None, Interval = BillingInterval.Month };

    [Fact]
    public void Time_that_a_surplus_buys_brings_an_allotment_for_each_of_its_months()
    {
        // 304 of 365 days of 480.00 are 399.78; less 240.00 they buy 243 days of a year: twenty months to 31 March 2028, the last one a
        // day short.
        var shop = Sells(PhotoDeck, Allots("standard", Tens), Allots("premium", Tens)) with { QuotaAnchor = null };
        var held = shop.Change(shop.Buy("2026-06-01", Yearly("premium")), Yearly("standard"), "2026-08-01", timing: RequestedTiming.Now);

        Assert.Equal(shop.At("2028-03-31"), held.Term!.Value.End);
        Assert.Equal(Enumerable.Repeat(10m, 20), Standard(held).Select(grant => grant.Granted));
        Assert.Equal(shop.At("2028-03-31"), held.Grants[^1].Expires);
        Assert.Equal(10m, CreditPool.Of(shop.Advance(held, "2027-09-01").Subscription, "call", shop.At("2027-09-01")).Balance);
    }

    [Fact]
    public void Months_that_a_surplus_buys_bring_an_allotment_each_though_the_allowance_is_one_of_each_term()
    {
        // One month is paid; ten whole ones and 22 days of an eleventh are bought: twelve grants, to 23 May 2027.
        var hundred = Credits("call", 100m);
        var shop = Sells(PhotoDeck, Allots("standard", hundred, 12m), Allots("premium", hundred, yearly: 240m)) with { QuotaAnchor = null };
        var held = shop.Change(shop.Buy("2026-01-01", Yearly("premium")), Monthly("standard"), "2026-06-01", timing: RequestedTiming.Now);

        Assert.Equal(shop.At("2027-05-23"), held.Term!.Value.End);
        Assert.Equal(Enumerable.Repeat(100m, 12), Standard(held).Select(grant => grant.Granted));
        foreach (var day in new[] { "2026-07-02", "2027-05-01", "2027-05-22" })
            Assert.Equal(100m, CreditPool.Of(shop.Advance(held, day).Subscription, "call", shop.At(day)).Balance);
    }

    [Fact]
    public void A_month_that_was_renewed_ahead_and_is_kept_beside_another_interval_has_its_grant()
    {
        // April, and May ahead; by the year from 25 April on, which begins on 1 June: what was bought is kept, and each of the months has its hundred.
        var shop = Hundred(Counter.Free with { Unused = UnusedValue.Kept, Surplus = Surplus.Forfeited });
        var held = shop.Buy("2026-04-01", Monthly("p1"));
        held = shop.Accept(held, Billing.Renew(held, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-24")).OrThrow());
        held = shop.Change(held, Yearly("p1"), "2026-04-25");

        Assert.Equal("100 to 2026-05-01, 100 to 2026-06-01", Told(held));
    }

    [Fact]
    public void A_month_that_was_renewed_ahead_and_given_back_with_a_cancellation_leaves_no_grant()
    {
        // April, and May ahead; both are given back for the end on 1 May. The cancellation is taken back: May is bought again, and brings its hundred once.
        var shop = Hundred(Counter.Rest);
        var ends = Counter.Free with { Timing = Timing.AtPeriodEnd, Unused = UnusedValue.OfAllLots };
        shop = shop with { Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.End }, ends), .. shop.Policy.Rules] } };
        var held = shop.Buy("2026-04-01", Monthly("p1"));
        held = shop.Accept(held, Billing.Renew(held, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-24")).OrThrow());
        var ending = shop.Cancel(held, "2026-04-25");
        Assert.Equal("100 to 2026-05-01", Told(ending));

        var back = shop.Advance(shop.Change(ending, Monthly("p1"), "2026-04-26"), "2026-05-01").Subscription;
        Assert.Equal("100 to 2026-06-01", Told(back));
    }

    [Theory]
    [InlineData(Allotment.Full, "100 to 2026-05-16, 100 to 2026-05-31")]
    [InlineData(Allotment.ForTheRest, "100 to 2026-05-16, 48 to 2026-05-31")]
    public void Days_that_are_carried_have_a_grant_of_their_own(Allotment first, string grants)
    {
        // A month from 16 April and the fifteen days that were left: 15 of the 31 days from 16 May are 48 of 100.
        var shop = Hundred(Counter.Full with { Term = TermRule.DaysCarried, Unused = UnusedValue.None });
        shop = shop with { Policy = shop.Policy with { Allowances = shop.Policy.Allowances with { FirstTerm = first } } };
        var held = shop.Change(shop.Buy("2026-04-01", Monthly("p1")), Monthly("p2"), "2026-04-16");

        Assert.Equal(grants, Told(held));
    }

    [Fact]
    public void An_end_that_is_moved_later_brings_a_grant_and_stretches_none()
    {
        var (shop, moved) = Moved("2026-05-01", Monthly("p1"), "2026-05-10", "2026-06-20");
        Assert.Equal("100 to 2026-06-01, 100 to 2026-06-20", Told(moved));
        Assert.Equal("100 to 2026-07-20", Told(shop.Advance(moved, "2026-06-20").Subscription));
    }

    [Fact]
    public void Seats_that_come_with_a_later_end_have_each_interval_once()
    {
        // From 10 May two seats more: they have their part of May beside the first one, and all three have one grant for the time to 20 June.
        var (_, moved) = Moved("2026-05-01", Monthly("p1"), "2026-05-10", "2026-06-20", seats: 3);
        Assert.Equal("100 to 2026-06-01, 200 to 2026-06-01, 300 to 2026-06-20", Told(moved));
    }

    [Fact]
    public void An_end_that_is_moved_nearer_takes_along_what_was_granted_for_the_time_after_it()
    {
        var (_, moved) = Moved("2026-01-01", Yearly("p1"), "2026-01-10", "2026-03-10");
        Assert.Equal("10 to 2026-02-01, 10 to 2026-03-01, 10 to 2026-03-10", Told(moved));
    }

    [Fact]
    public void A_seat_that_is_added_while_the_next_term_is_paid_has_its_grant_in_both()
    {
        var shop = Hundred(Counter.Rest);
        var held = shop.Buy("2026-04-01", Monthly("p1"));
        held = shop.Accept(held, Billing.Renew(held, Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-10")).OrThrow());
        Assert.Equal("100 to 2026-05-01, 100 to 2026-06-01", Told(held));

        held = shop.Change(held, Monthly("p1", 2), "2026-04-16");
        Assert.Equal("100 to 2026-05-01, 100 to 2026-05-01, 100 to 2026-06-01, 100 to 2026-06-01", Told(held));
        held = shop.Change(held, Monthly("p2", 2), "2026-04-16");
        Assert.Equal("200 to 2026-05-01, 200 to 2026-06-01", Told(held));
        Assert.Equal("200 to 2026-06-01", Told(shop.Advance(held, "2026-05-01").Subscription));
    }

    [Fact]
    public void Seats_that_leave_a_year_take_along_what_was_granted_for_the_months_to_come()
    {
        // Three seats of 10 a month; two leave in April. Its 30 stay, for the months to come there are 10; a seat that comes back in May
        // brings its own.
        var shop = Sells(Counter.Of(Counter.Monthly(1m)), Allots("p1", Tens));
        var held = shop.Buy("2026-04-01", Yearly("p1", 3));
        var fewer = shop.Change(held, Yearly("p1"), "2026-04-16");
        Assert.Equal([30m, .. Enumerable.Repeat(10m, 11)], fewer.Grants.Select(grant => grant.Granted));

        var more = shop.Change(shop.Advance(fewer, "2026-05-02").Subscription, Yearly("p1", 2), "2026-05-02");
        Assert.Equal(20m, CreditPool.Of(more, "call", shop.At("2026-05-02")).Balance);
        var again = shop.Change(fewer, Yearly("p1", 3), "2026-04-16");
        Assert.Equal(held.Grants.Sum(grant => grant.Granted), again.Grants.Sum(grant => grant.Granted));
    }

    [Fact]
    public void A_month_that_touches_two_quota_months_brings_one_allotment_in_two_parts()
    {
        // 16 of June's 30 days are 5 of 10, rounded down; July has the other 5. In the next month 17 of July's 31 days are 5, and August
        // has 5.
        var shop = Sells(Counter.Of(Counter.Monthly(1m)), Allots("p1", Tens)) with { QuotaAnchor = Anchor.OnDay(1) };
        var (held, used) = (shop.Buy("2026-06-15", Monthly("p1")), 0m);
        foreach (var day in new[] { "2026-06-20", "2026-07-02", "2026-07-20", "2026-08-02" })
        {
            held = shop.Advance(held, day).Subscription;
            var left = CreditPool.Of(held, "call", shop.At(day)).Balance;
            Assert.Equal(5m, left);
            held = Billing.Spend(held, "call", left, shop.Policy, shop.At(day)).OrThrow().Subscription;
            used += left;
        }

        Assert.Equal(20m, used);
        Assert.Equal([5m, .. Enumerable.Repeat(10m, 11), 5m], shop.Buy("2026-06-15", Yearly("p1")).Grants.Select(grant => grant.Granted));
    }

    [Theory]
    [InlineData(Allotment.Full, "5 to 2026-07-01, 5 to 2026-07-15")]
    [InlineData(Allotment.ForTheRest, "4 to 2026-07-01, 5 to 2026-07-15")]
    public void A_seat_that_is_added_has_its_part_of_the_quota_month_that_runs(Allotment added, string grants)
    {
        // From 18 June 13 of 30 days are left: 4 of 10. The part of July is that of the whole term, for its seats alike.
        var shop = Sells(Counter.Of(Counter.Monthly(1m)), Allots("p1", Tens)) with { QuotaAnchor = Anchor.OnDay(1) };
        shop = shop with { Policy = shop.Policy with { Allowances = shop.Policy.Allowances with { AddedSeats = added } } };
        var held = shop.Change(shop.Buy("2026-06-15", Monthly("p1")), Monthly("p1", 2), "2026-06-18");

        Assert.Equal(grants, Told(held with { Grants = [.. held.Grants.Skip(2)] }));
    }

    private static (Shop Shop, Subscription Moved) Moved(string start, Cart cart, string on, string to, int seats = 1)
    {
        var shop = cart.Interval == BillingInterval.Year ? Sells(Counter.Of(Counter.Monthly(1m)), Allots("p1", Tens)) : Hundred(Counter.Rest);
        var free = Counter.Free with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept };
        var (rules, moves) = (shop.Policy.Rules, Rule.For(new Case { Changes = ChangeKinds.NextBilling }, free));
        shop = shop with { Policy = shop.Policy with { Rules = [rules[0], moves, .. rules.Skip(1)] } };
        var held = shop.Buy(start, cart);
        var change = Change.To(held.Cart() with { Quantity = seats }) with { NextBilling = shop.At(to) };
        return (shop, Billing.Price(held, change, Facts.None, shop.Catalog, shop.Policy, shop.At(on)).OrThrow().SubscriptionAfter);
    }

    private static Shop Hundred(Treatment change)
    {
        var hundred = Credits("call", 100m);
        var shop = Counter.Of(Counter.Monthly(1m)) with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, change) };
        return Sells(shop, Allots("p1", hundred), Allots("p2", hundred, 20m));
    }

    private static Shop Sells(Shop shop, params ReadOnlySpan<Plan> plans) => shop with { Catalog = Catalog.Of(plans) };

    private static Plan Allots(string id, Allowance allowance, decimal monthly = 10m, decimal? yearly = null) => Plan(
        id,
        id is "premium" or "p2" ? 2 : 1,
        Price.Of(monthly, "EUR", BillingInterval.Month),
        Price.Of(yearly ?? (id == "premium" ? 480m : 240m), "EUR", BillingInterval.Year)) with
    {
        Allowances = [allowance],
    };

    private static IEnumerable<Grant> Standard(Subscription held) => held.Grants.Where(grant => grant.ProductId == "standard");

    private static string Told(Subscription held) => string.Join(", ", held.Grants
        .Where(grant => !grant.Rests).OrderBy(grant => grant.Expires)
        .Select(grant => $"{grant.Granted:0} to {grant.Expires!.Value.InUtc().Date:uuuu-MM-dd}"));
}
