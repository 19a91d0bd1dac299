using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Seats that leave take along what they brought for time to come, though their intervals begin on other days than those of the seats that stay.</summary>
public class SeatsInBoughtTimeExamples
{
    private static readonly Allowance Calls = new() { Kind = "call", Units = 10m, Rollover = Rollover.None, Interval = BillingInterval.Month };
    private static readonly Allowance Mails = Calls with { Kind = "mail", Units = 7m };

    [Theory]
    [InlineData("2026-07-01", 22)]
    [InlineData("2026-08-01", 20)]
    [InlineData("2026-08-17", 19)]
    [InlineData("2026-09-03", 18)]
    [InlineData("2026-10-01", 16)]
    public void A_seat_that_leaves_at_the_instant_of_its_purchase_takes_along_all_but_the_month_that_runs(string day, int months)
    {
        // Bought on 17 August to 15 March 2028: nineteen months from the 17th. A seat that joins has twelve of them, and seven from the
        // 15th in the time that the surplus bought: 190, of which the first 10 stay.
        var (shop, held) = Bought(day, Calls);
        var more = shop.Change(held, Yearly("standard", 2), day);
        var back = shop.Change(more, Yearly("standard"), day);

        Assert.Equal(10m * months, Sum(held));
        Assert.Equal(20m * months, Sum(more));
        Assert.Equal((10m * months) + 10m, Sum(back));
        Assert.Equal(held.Grants, back.Grants.Where(grant => grant.Effective > shop.At(day) || grant == held.Grants[0]).Take(months));
    }

    [Fact]
    public void Each_kind_of_credit_is_paired_by_itself()
    {
        // Nineteen months of 10 calls and 7 mails for each seat; 18 months of both leave with it, 180 and 126.
        var (shop, held) = Bought("2026-08-17", Calls, Mails);
        var more = shop.Change(held, Yearly("standard", 2), "2026-08-17");
        var quote = shop.Quote(more, Yearly("standard"), "2026-08-17");

        Assert.Equal([(380m, 266m), (200m, 140m)], new[] { more, quote.SubscriptionAfter }.Select(one => (Sum(one), Sum(one, "mail"))));
        Assert.Equal((180m, 126m), (Lapsed(quote, "call"), Lapsed(quote, "mail")));
    }

    [Fact]
    public void Seats_of_three_grids_leave_one_by_one()
    {
        // A seat on the 17th, two more on the 15th of the time bought from 17 August 2027 on, and a fourth on 20 September.
        // From 20 September on five months of each seat are to come, those of the first from 17 October and those of the others from the
        // 15th: whoever leaves, 50 leave.
        var (shop, held) = Bought("2026-08-17", Calls);
        held = shop.Change(held, Yearly("standard", 3), "2026-08-17");
        held = shop.Change(shop.Advance(held, "2027-09-20").Subscription, Yearly("standard", 4), "2027-09-20");
        foreach (var (seats, left) in new[] { (3, 50m), (2, 50m), (1, 50m) })
        {
            var quote = shop.Quote(held, Yearly("standard", seats), "2027-09-20");
            Assert.Equal(left, Lapsed(quote));
            held = quote.SubscriptionAfter;
        }

        Assert.All(held.Grants.Where(grant => grant.Effective > shop.At("2027-09-20")), grant => Assert.Equal(17, grant.Effective.InUtc().Day));
        Assert.Equal(50m, held.Grants.Where(grant => grant.Effective > shop.At("2027-09-20")).Sum(grant => grant.Granted));
    }

    [Fact]
    public void A_seat_that_left_and_comes_back_brings_each_month_once()
    {
        // The month that runs has stayed; the seat that comes back at the same instant brings the 180 that left, and takes them along again.
        var (shop, held) = Bought("2026-08-17", Calls);
        for (var round = 0; round < 3; round++)
        {
            held = shop.Change(held, Yearly("standard", 2), "2026-08-17");
            Assert.Equal(380m, Sum(held));
            held = shop.Change(held, Yearly("standard"), "2026-08-17");
            Assert.Equal(200m, Sum(held));
        }
    }

    [Fact]
    public void A_seat_beside_one_whose_grants_were_clipped_takes_along_its_own()
    {
        // The month and the eleven to come are clipped to 4 each by a smaller plan. On the way back nothing is granted; a second seat brings 10
        // a month, and leaves with 110 of them: what is left of the first stays at 4.
        var shop = Counter.Of(Counter.Monthly(1m)) with { Catalog = Catalog.Of(Plan("small", 1, 120m, Calls with { Units = 4m }), Plan("large", 2, 240m, Calls)) };
        shop = shop with { Policy = shop.Policy with { Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Kept, OnDowngrade = GrantFate.Clipped } } };
        var held = shop.Buy("2026-04-01", Yearly("large"));
        held = shop.Change(shop.Change(held, Yearly("small"), "2026-04-01"), Yearly("large"), "2026-04-01");
        Assert.Equal(48m, Sum(held));

        held = shop.Change(held, Yearly("large", 2), "2026-04-01");
        Assert.Equal(168m, Sum(held));
        Assert.Equal(58m, Sum(shop.Change(held, Yearly("large"), "2026-04-01")));
    }

    [Fact]
    public void A_seat_beside_one_whose_grants_were_clipped_to_nothing_takes_along_its_own()
    {
        var shop = Counter.Of(Counter.Monthly(1m)) with { Catalog = Catalog.Of(Plan("small", 1, 120m, Calls with { Units = 0m }), Plan("large", 2, 240m, Calls)) };
        shop = shop with { Policy = shop.Policy with { Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Kept, OnDowngrade = GrantFate.Clipped } } };
        var held = shop.Buy("2026-04-01", Yearly("large"));
        held = shop.Change(shop.Change(held, Yearly("small"), "2026-04-01"), Yearly("large"), "2026-04-01");
        Assert.Equal(0m, Sum(held));

        for (var round = 0; round < 2; round++)
        {
            held = shop.Change(held, Yearly("large", 2), "2026-04-01");
            Assert.Equal(120m, Sum(held));
            held = shop.Change(held, Yearly("large"), "2026-04-01");
            Assert.Equal(10m, Sum(held));
        }
    }

    [Fact]
    public void A_seat_beside_others_that_have_no_grant_takes_along_what_it_brought()
    {
        // Two seats were bought before the plan had an allotment. A third one brings 10 a month for itself alone, and leaves with the eleven
        // months to come; as a fourth stays, its own are there.
        var without = Counter.Of(Counter.Monthly(1m)) with { Catalog = Catalog.Of(Plan("large", 1, 240m)) };
        var shop = without with { Catalog = Catalog.Of(Plan("large", 1, 240m, Calls)) };
        var held = without.Buy("2026-04-01", Yearly("large", 2));
        Assert.Empty(held.Grants);

        var three = shop.Change(held, Yearly("large", 3), "2026-04-01");
        Assert.Equal(120m, Sum(three));
        Assert.Equal(10m, Sum(shop.Change(three, Yearly("large", 2), "2026-04-01")));
        var four = shop.Change(three, Yearly("large", 4), "2026-04-01");
        Assert.Equal((240m, 130m), (Sum(four), Sum(shop.Change(four, Yearly("large", 3), "2026-04-01"))));
    }

    [Fact]
    public void Units_of_an_add_on_that_leave_inside_bought_time_take_along_theirs()
    {
        // Nineteen months each, as with seats: 190 come with the second unit, and 180 leave with it.
        var (shop, held) = Bought("2026-08-17", []);
        held = shop.Change(held, Yearly("standard").With("calls"), "2026-08-17");
        var more = shop.Change(held, held.Cart() with { AddOns = [new CartAddOn { Id = "calls", Quantity = 2 }] }, "2026-08-17");
        var back = shop.Change(more, held.Cart(), "2026-08-17");

        Assert.Equal(Sum(held) * 2, Sum(more));
        Assert.Equal(Sum(held) + 10m, Sum(back));
    }

    /// <summary>Half of a year's price buys a second year at half the price: a term of two years whose boundaries moved with the days bought.</summary>
    private static (Shop Shop, Subscription Held) Bought(string day, params ReadOnlySpan<Allowance> allowances)
    {
        var addOn = new AddOn { Id = "calls", Name = "Calls", Prices = [Price.Of(12m, "EUR", BillingInterval.Year)], Allowances = [Calls] };
        var shop = PhotoDeck with { QuotaAnchor = null };
        shop = shop with
        {
            Catalog = Catalog.Of(Plan("standard", 1, 240m, allowances), Plan("premium", 2, 480m, allowances)) with { AddOns = [addOn] },
            Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Quantity }, Counter.Rest), Rule.For(new Case { Changes = ChangeKinds.AddOn }, Counter.Rest), .. shop.Policy.Rules] },
        };
        return (shop, shop.Change(shop.Buy("2026-06-01", Yearly("premium")), Yearly("standard"), day, timing: RequestedTiming.Now));
    }

    private static Plan Plan(string id, int rank, decimal yearly, params ReadOnlySpan<Allowance> allowances) =>
        Shops.Plan(id, rank, Price.Of(yearly, "EUR", BillingInterval.Year)) with { Allowances = [.. allowances], AddOns = ["calls"] };

    private static decimal Sum(Subscription held, string kind = "call") => held.Grants.Where(grant => grant.Kind == kind).Sum(grant => grant.Granted);

    private static decimal Lapsed(Quote quote, string kind = "call") =>
        quote.Grants.Where(effect => effect.Kind == GrantEffectKind.Lapsed && effect.Credit == kind).Sum(effect => effect.Units);
}
