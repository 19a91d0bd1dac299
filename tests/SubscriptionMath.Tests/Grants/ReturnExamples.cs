using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>An item left within a term that comes back: its usage credits are granted once.</summary>
public class ReturnExamples
{
    /// <summary>A plan of a year, and packs of ten lessons by the month or the year.</summary>
    private static Shop PacksOfLessons => Counter.Of(Counter.Monthly(1m)) with
    {
        Catalog = new()
        {
            Plans = [new Plan { Id = "p1", Name = "P1", Rank = 0, Prices = [Price.Of(120m, "EUR", BillingInterval.Year)], AddOns = ["pack"] }],
            AddOns =
            [
                new AddOn
                {
                    Id = "pack",
                    Name = "Pack",
                    Prices = [Price.Of(10m, "EUR", BillingInterval.Month), Price.Of(100m, "EUR", BillingInterval.Year)],
                    Allowances = [new Allowance { Kind = "lesson", Units = 10m, Rollover = Rollover.None }],
                },
            ],
        },
    };

    private static readonly Shop Anew = Obi with { Policy = Obi.Policy with { Allowances = AllowancePolicy.EachTermAnew } };

    [Fact]
    public void A_plan_that_comes_back_within_the_term_brings_what_was_left_of_it()
    {
        // 90 of 100 used, a plan of 60, and back: not 100 again, but the 10 that were left; and the 60 are the same 60 the next time.
        var held = Billing.Spend(Anew.Buy("2026-04-01", Monthly("agency")), "va", 90m, Anew.Policy, Anew.At("2026-04-02")).OrThrow().Subscription;
        var (there, back, again) = (Go(Anew, ref held, Monthly("business")), Go(Anew, ref held, Monthly("agency")), Go(Anew, ref held, Monthly("business")));

        Assert.Equal("Lapsed 10 va of agency; Granted 60 va of business", there);
        Assert.Equal("Lapsed 60 va of business; Granted 10 va of agency", back);
        Assert.Equal("Lapsed 10 va of agency; Granted 60 va of business", again);
        Assert.Equal(100m, Anew.Advance(Go(held, Monthly("agency")), "2026-05-01").Subscription.Grants.Sum(grant => grant.LeftAt(Anew.At("2026-05-01"))));
    }

    [Fact]
    public void What_was_carried_over_is_not_left_behind_as_well()
    {
        var held = Obi.Buy("2026-04-01", Monthly("business"));
        var (there, back) = (Go(Obi, ref held, Monthly("agency")), Go(Obi, ref held, Monthly("business")));

        Assert.Equal("Carried 60 va of business; Granted 100 va of agency", there);
        Assert.Equal(["Lapsed 100 va of agency", "Lapsed 60 va of business"], back.Split("; ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_seat_that_comes_back_within_the_term_brings_nothing()
    {
        var held = Anew.Buy("2026-04-01", Monthly("business"));

        Assert.Equal("Granted 60 va of business", Go(Anew, ref held, Monthly("business", 2)));
        Assert.Equal("", Go(Anew, ref held, Monthly("business")));
        Assert.Equal("", Go(Anew, ref held, Monthly("business", 2)));
        Assert.Equal("Granted 60 va of business", Go(Anew, ref held, Monthly("business", 3)));
        Assert.Equal([1, 1, 1], held.Grants.Select(grant => grant.Quantity));
    }

    [Theory]
    [InlineData(NewPrice.ForTheRest, "Granted 6 lesson of lessons")]
    [InlineData(NewPrice.Full, "Granted 10 lesson of lessons")]
    public void An_add_on_that_comes_back_brings_what_was_left_of_it_unless_it_is_paid_in_full(NewPrice price, string comesBack)
    {
        var club = Lives.Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.AddOn }, new Treatment(
            Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.OfAllLots, price, PaymentTiming.Now, Surplus.ToBalance)));
        var held = Billing.Spend(club.Buy("2026-04-01", Monthly("basic").With("lessons")), "lesson", 4m, club.Policy, club.At("2026-04-02")).OrThrow().Subscription;

        Assert.Equal("Lapsed 6 lesson of lessons", Go(club, ref held, Monthly("basic")));
        Assert.Equal(comesBack, Go(club, ref held, Monthly("basic").With("lessons")));
    }

    [Fact]
    public void What_was_used_of_one_grant_is_not_hidden_behind_another_on_the_way_back()
    {
        // Two seats with 60 each, one of them added later: 79 used, 41 left. A plan without any, and back: 41, and not the 60 of the seat that was used up again.
        var shop = Obi with { Policy = Obi.Policy with { Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Recounted, OnDowngrade = GrantFate.Recounted } } };
        var held = shop.Buy("2026-04-01", Monthly("business"));
        Assert.Equal("Granted 60 va of business", Go(shop, ref held, Monthly("business", 2)));
        held = Billing.Spend(held, "va", 79m, shop.Policy, shop.At("2026-04-16")).OrThrow().Subscription;

        Assert.Equal("Clipped 41 va of starter", Go(shop, ref held, Monthly("starter", 2)));
        Assert.Equal("ToppedUp 41 va of business", Go(shop, ref held, Monthly("business", 2)));
    }

    [Fact]
    public void A_difference_of_parts_is_of_each_allotment_by_its_own_interval()
    {
        // 100 with a year that has just begun, and 100 with each month. The month that runs has 100 either way; the eleven after it have a grant of 100 each, which the way back takes.
        // One grant of 1,200 at once, which this test asked for before, was the allotment of one month multiplied by the length of the year: more than is granted for what is held in it.
        var plan = new Plan
        {
            Id = "p1",
            Name = "P1",
            Rank = 0,
            Prices = [Price.Of(120m, "EUR", BillingInterval.Year), Price.Of(120m, "EUR", BillingInterval.Month)],
            Allowances = [new Allowance { Kind = "call", Units = 100m, Rollover = Rollover.None }],
        };
        var shop = Counter.Of(Counter.Monthly(1m)) with { Catalog = Catalog.Of(plan) };
        shop = shop with
        {
            Policy = shop.Policy.WithMeasure(Measure.MonthsNotStarted) with
            {
                Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.ToppedUp, OnDowngrade = GrantFate.ToppedUp },
            },
        };
        var held = shop.Buy("2026-04-16", Yearly("p1"));

        Assert.Equal(Enumerable.Repeat("Granted 100 call of p1", 11), Go(shop, ref held, Monthly("p1")).Split("; "));
        Assert.Equal(100m, CreditPool.Of(held, "call", shop.At("2026-04-16")).Balance);
        Assert.Equal(Enumerable.Repeat("Lapsed 100 call of p1", 11), Go(shop, ref held, Yearly("p1")).Split("; "));
        Assert.Equal((100m, held.Term!.Value.End), (Assert.Single(held.Grants).Unused, held.Grants[0].Expires!.Value));
    }

    [Fact]
    public void What_an_add_on_had_lasts_as_long_as_its_new_interval()
    {
        // Ten lessons with a month of the add-on; in mid-month it becomes a year's. They are the ten of that year: no unit that leaves and comes back in May brings any again.
        var shop = PacksOfLessons;
        Cart With(BillingInterval interval, int packs) => Yearly("p1") with { AddOns = [new CartAddOn { Id = "pack", Interval = interval, Quantity = packs }] };
        var held = shop.Buy("2026-04-01", With(BillingInterval.Month, 2));
        Assert.Equal(shop.At("2026-05-01"), Assert.Single(held.Grants).Expires);

        Assert.Equal("Lapsed 20 lesson of pack; Granted 20 lesson of pack", Go(shop, ref held, With(BillingInterval.Year, 2)));
        Assert.Equal((20m, held.AddOns[0].Term.End), (Assert.Single(held.Grants).Unused, held.Grants[0].Expires!.Value));
        var may = shop.Advance(held, "2026-05-10").Subscription;
        var one = shop.Change(may, With(BillingInterval.Year, 1), "2026-05-10");
        Assert.Equal("", Written.Grants(shop.Quote(one, With(BillingInterval.Year, 2), "2026-05-10")));
    }

    [Fact]
    public void What_an_add_on_had_for_a_year_lapses_with_its_first_month_and_each_later_month_has_its_own()
    {
        // Ten lessons with a year of the add-on; on 7 May it is by the month, for the rest of the plan's year to 1 April. The ten that are left are those of the month to
        // 7 June; the months to 7 March, and the days to 1 April, have their own. Two packs that come and go at once leave the ten of each.
        var shop = PacksOfLessons;
        Cart With(BillingInterval interval, int packs = 1) => Yearly("p1") with { AddOns = [new CartAddOn { Id = "pack", Interval = interval, Quantity = packs }] };
        var held = shop.Change(shop.Buy("2026-04-01", With(BillingInterval.Year)), With(BillingInterval.Month), "2026-05-07");
        Assert.Equal(Enumerable.Repeat(10m, 11), held.Grants.Select(grant => grant.Granted));
        Assert.Equal(
            [.. Enumerable.Range(0, 10).Select(n => shop.At("2026-06-07").InUtc().Date.PlusMonths(n)), new LocalDate(2027, 4, 1)],
            held.Grants.Select(grant => grant.Expires!.Value.InUtc().Date).Order());

        held = shop.Change(shop.Change(held, With(BillingInterval.Month, 3), "2026-05-07"), With(BillingInterval.Month), "2026-05-07");
        Assert.Equal(Enumerable.Repeat(10m, 10), held.Grants.Where(grant => grant.Effective > shop.At("2026-05-07")).Select(grant => grant.Granted));
    }

    [Fact]
    public void Where_nothing_comes_before_the_next_term_a_seat_that_comes_back_brings_nothing_either()
    {
        // A year with an allotment a month: what is voided is that of all months to come, and a third seat is the first that brings any.
        var price = Price.Of(120m, "EUR", BillingInterval.Year);
        Allowance Monthly(decimal units) => new() { Kind = "va", Units = units, Interval = BillingInterval.Month, Rollover = Rollover.None };
        var shop = Counter.Of(Counter.Monthly(1m)) with
        {
            Policy = Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest) with { Allowances = AllowancePolicy.EachTermAnew with { OnDowngrade = GrantFate.Voided } },
            Catalog = Catalog.Of(
                new Plan { Id = "low", Name = "Low", Rank = 0, Prices = [price], Allowances = [Monthly(10m)] },
                new Plan { Id = "high", Name = "High", Rank = 1, Prices = [price], Allowances = [Monthly(20m)] }),
        };
        var held = shop.Buy("2026-04-01", Yearly("high", 2));

        Go(shop, ref held, Yearly("low", 2));
        Assert.Equal(0m, held.Grants.Sum(grant => grant.Unused));
        Assert.Equal(("", ""), (Go(shop, ref held, Yearly("low")), Go(shop, ref held, Yearly("low", 2))));
        Go(shop, ref held, Yearly("low", 3));
        Assert.Equal(12 * 10m, held.Grants.Sum(grant => grant.Unused));
    }

    [Fact]
    public void A_lower_plan_with_a_larger_allotment_brings_it_once()
    {
        // What the law found: the way down brings 99, the way up keeps them, and the next way down brings nothing.
        var shop = Anew with
        {
            Policy = Anew.Policy with { Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Kept, OnDowngrade = GrantFate.Recounted } },
            Catalog = Catalog.Of(Of("lower", 1, 100m), Of("higher", 2, 1m)),
        };
        var held = shop.Buy("2026-04-01", Monthly("higher"));

        Assert.Equal("ToppedUp 99 va of lower", Go(shop, ref held, Monthly("lower")));
        Assert.Equal("Kept 100 va of lower", Go(shop, ref held, Monthly("higher")));
        Assert.Equal("", Go(shop, ref held, Monthly("lower")));
    }

    [Fact]
    public void Credits_that_lapsed_while_a_payment_failed_are_told_when_the_subscription_ends()
    {
        // The lessons of April are over on 1 May; nobody was told, since the renewal was never paid. The end tells it.
        var club = Lives.Club.Open;
        var held = club.Buy("2026-04-01", Yearly("basic") with { AddOns = [new CartAddOn { Id = "lessons", Interval = BillingInterval.Month }] });
        var ended = Billing.Price(held, SubscriptionMath.Change.Cancel(), Facts.None, club.Catalog, Immediate(club), club.At("2026-05-03")).OrThrow();

        Assert.Equal("Lapsed 10 lesson of lessons", Written.Grants(ended));
    }

    private static BillingPolicy Immediate(Shop shop) => shop.Policy with
    {
        Rules = [Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = Timing.Now }), .. shop.Policy.Rules],
    };

    private static string Go(Shop shop, ref Subscription held, Cart cart)
    {
        var quote = shop.Quote(held, cart, "2026-04-16", timing: RequestedTiming.Now);
        held = shop.Accept(held, quote);
        return Written.Grants(quote);
    }

    private static Subscription Go(Subscription held, Cart cart)
    {
        _ = Go(Anew, ref held, cart);
        return held;
    }

    private static Plan Of(string id, int rank, decimal units) =>
        Plan(id, rank, Price.Of(30m * rank, "EUR", BillingInterval.Month)) with { Allowances = [Credits("va", units)] };
}
