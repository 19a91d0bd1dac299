using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Grants through pauses, bought time, renewals ahead and changes at the very instant at which one of them ends.</summary>
public sealed class GrantLifeExamples
{
    private static readonly Allowance Tens = Credits("call", 10m) with { Interval = BillingInterval.Month };
    private static readonly Allowance Twenties = Tens with { Units = 20m };
    private static readonly Treatment Rests = Treatments.Resumption with { Term = TermRule.TimeLeftKept };

    /// <summary>A year of ten a month, paused from 10 to 20 March: March lasts to 11 April, and the twelfth month to 11 January. A seat of 25 March has ten of them.</summary>
    [Fact]
    public void A_pause_within_a_year_moves_what_is_to_come_and_a_seat_added_after_it_has_the_months_left()
    {
        var shop = Of(AllowancePolicy.EachTermAnew, Tens, Twenties, Counter.Rest);
        var held = Paused(shop, shop.Buy("2026-01-01", Yearly("p1")), "2026-03-10", "2026-03-20");
        Assert.Equal("10 to 2026-04-11, 10 to 2026-05-11", Told(held, "2026-03-20", 2));
        Assert.Equal(shop.At("2027-01-11"), held.Grants[^1].Expires);

        var two = shop.Change(held, Yearly("p1", 2), "2026-03-25");
        Assert.Equal(100m, two.Grants.Sum(grant => grant.Granted) - held.Grants.Sum(grant => grant.Granted));
        Assert.Equal(20m, Balance(two, shop.At("2026-04-10")));
        Assert.Equal(20m, Balance(two, shop.At("2026-04-11")));
        Assert.Equal(20m, Balance(shop.Advance(two, "2027-01-11").Subscription, shop.At("2027-01-11")));
    }

    /// <summary>On hold from 10 to 20 March and begun anew: twelve months from 20 March, and none of the old year's.</summary>
    [Fact]
    public void A_resumption_that_begins_anew_has_the_months_of_its_own_term_alone()
    {
        var shop = Of(AllowancePolicy.EachTermAnew, Tens, Twenties, Counter.Rest, Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Anew));
        var held = Paused(shop, shop.Buy("2026-01-01", Yearly("p1")), "2026-03-10", "2026-03-20");
        Assert.Equal(Enumerable.Range(1, 12).Select(month => (10m, new LocalDate(2026, 3, 20).PlusMonths(month))), Left(held));
    }

    /// <summary>Two months paid in April; begun anew on the 16th, what was paid ahead is given back, and so is its grant.</summary>
    [Fact]
    public void A_plan_that_begins_anew_takes_along_the_grant_of_a_term_paid_ahead()
    {
        var shop = Of(AllowancePolicy.EachTermAnew, Tens, Twenties, Treatments.Anew);
        var held = Ahead(shop, shop.Buy("2026-04-01", Monthly("p1")));
        Assert.Equal("20 to 2026-05-16", Told(shop.Change(held, Monthly("p2"), "2026-04-16"), "2026-04-16", 9));
    }

    /// <summary>Nothing of April's ten is used: they are carried on 1 May though May was paid, and granted, on 10 April.</summary>
    [Theory]
    [InlineData(GrantFate.Carried, 20)]
    [InlineData(GrantFate.Replaced, 10)]
    public void What_is_left_is_carried_into_a_term_that_was_paid_ahead(GrantFate renewed, int left)
    {
        var shop = Of(AllowancePolicy.EachTermAnew with { OnRenewal = renewed }, Tens with { Rollover = Rollover.Full, Interval = null }, Twenties, Counter.Rest);
        var held = shop.Advance(Ahead(shop, shop.Buy("2026-04-01", Monthly("p1"))), "2026-05-01").Subscription;
        Assert.Equal(left, Balance(held, shop.At("2026-05-01")));
    }

    /// <summary>
    /// A year of twenty a month, changed on 1 March, at which February's grant lapses: March is the first month that is the new plan's. Where the change clips, no month to
    /// come has more than the new plan's ten; where it keeps, each has what it had.
    /// </summary>
    [Theory]
    [InlineData(GrantFate.Replaced, 10, 10)]
    [InlineData(GrantFate.ToppedUp, 10, 10)]
    [InlineData(GrantFate.Recounted, 10, 10)]
    [InlineData(GrantFate.Clipped, 10, 10)]
    [InlineData(GrantFate.Kept, 20, 20)]
    [InlineData(GrantFate.Voided, 0, 0)]
    public void A_change_at_the_instant_at_which_a_month_s_grant_lapses(GrantFate down, int march, int april)
    {
        var shop = Of(AllowancePolicy.EachTermAnew with { OnDowngrade = down }, Tens, Twenties, Counter.Rest);
        var held = shop.Change(shop.Buy("2026-01-01", Yearly("p2")), Yearly("p1"), "2026-03-01");
        Assert.Equal((march, april), (Balance(held, shop.At("2026-03-01")), Balance(held, shop.At("2026-04-01"))));
        Assert.Equal(down == GrantFate.Voided ? 0m : 10m * march, held.Grants.Where(grant => !grant.Rests && grant.Ends > shop.At("2026-03-01")).Sum(grant => grant.Granted));
    }

    /// <summary>Time bought to 31 March 2028; a seat of 10 September 2026 has the nineteen months that are left, September's among them.</summary>
    [Fact]
    public void A_seat_that_is_added_inside_bought_time_has_each_month_left_once()
    {
        var shop = PhotoDeck with { QuotaAnchor = null };
        shop = shop with
        {
            Catalog = Catalog.Of(
                Plan("standard", 1, Price.Of(240m, "EUR", BillingInterval.Year)) with { Allowances = [Tens] },
                Plan("premium", 2, Price.Of(480m, "EUR", BillingInterval.Year)) with { Allowances = [Tens] }),
            Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Quantity }, Counter.Rest), .. shop.Policy.Rules] },
        };
        var held = shop.Change(shop.Buy("2026-06-01", Yearly("premium")), Yearly("standard"), "2026-08-01", timing: RequestedTiming.Now);
        var two = shop.Change(held, Yearly("standard", 2), "2026-09-10");
        Assert.Equal(190m, two.Grants.Sum(grant => grant.Granted) - held.Grants.Sum(grant => grant.Granted));
        Assert.Equal(20m, Balance(two, shop.At("2028-03-30")));
    }

    private static Shop Of(AllowancePolicy allowances, Allowance low, Allowance high, Treatment change, params Rule[] more)
    {
        var policy = Counter.Policy(Counter.Rest, Counter.Rest, change);
        Plan Sells(string id, int rank, decimal monthly, Allowance brings) =>
            Plan(id, rank, Counter.Monthly(monthly), Price.Of(monthly * 12m, "EUR", BillingInterval.Year)) with { Allowances = [brings] };
        return Counter.Of(Counter.Monthly(1m)) with
        {
            Catalog = Catalog.Of(Sells("p1", 0, 10m, low), Sells("p2", 1, 20m, high)),
            Policy = policy with
            {
                Rules = [.. more, Rule.For(new Case { Changes = ChangeKinds.Pause }, Rests), Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption), .. policy.Rules],
                Allowances = allowances,
            },
        };
    }

    private static Subscription Paused(Shop shop, Subscription held, string since, string until) =>
        shop.Change(shop.Change(held, held.Cart() with { Paused = true }, since), held.Cart(), until);

    private static Subscription Ahead(Shop shop, Subscription held) =>
        shop.Accept(held, Billing.Renew(held, Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-10")).OrThrow());

    private static decimal Balance(Subscription held, Instant at) => CreditPool.Of(held, "call", at).Balance;

    private static IEnumerable<(decimal, LocalDate)> Left(Subscription held) => held.Grants
        .Where(grant => !grant.Rests).OrderBy(grant => grant.Expires).Select(grant => (grant.Granted, grant.Expires!.Value.InUtc().Date));

    private static string Told(Subscription held, string from, int count) => string.Join(", ", Left(held)
        .Where(left => left.Item2 > NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value).Take(count).Select(left => $"{left.Item1:0} to {left.Item2:uuuu-MM-dd}"));
}
