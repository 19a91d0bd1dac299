using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Grants;

/// <summary>Credits of each month of a year: rolled over within the year, once or up to a cap, and refused if too few are left.</summary>
public sealed class IntervalRolloverExamples
{
    private static readonly Allowance Calls = Credits("call", 100m) with { Interval = BillingInterval.Month, Rollover = Rollover.Full };

    /// <summary>A hundred a month from 1 January 2026, none used; the balances of February to May, and of the next year's January.</summary>
    [Theory]
    [InlineData("full", "200 300 400 500 100")]
    [InlineData("none", "100 100 100 100 100")]
    [InlineData("up to 50", "150 150 150 150 100")]
    [InlineData("twice", "400 600 600 600 200", 2)]
    [InlineData("once", "200 200 200 200 100")]
    [InlineData("three months", "200 300 400 400 100")]
    public void A_month_s_credits_roll_over_within_the_year(string rule, string balances, int seats = 1)
    {
        var (shop, held) = Held(Calls with { Rollover = Rule(rule) }, seats);

        // Two seats have 200 a month, and twice that is 400: January leaves 200, February 400, and March 600.
        var days = new[] { "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2027-01-01" };
        Assert.Equal(balances.Split(' ').Select(decimal.Parse), days.Select(day =>
        {
            held = shop.Advance(held, day).Subscription;
            return Left(shop, held, day);
        }));
    }

    [Fact]
    public void A_policy_that_does_not_say_so_lets_a_month_s_credits_lapse()
    {
        var (shop, held) = Held(Calls, seats: 1);
        shop = shop with { Policy = shop.Policy with { Allowances = AllowancePolicy.EachTermAnew } };
        Assert.Equal(100m, Left(shop, shop.Advance(held, "2026-02-01").Subscription, "2026-02-01"));
    }

    [Fact]
    public void The_credits_left_at_the_very_instant_are_the_new_month_s_and_the_event_is_told_and_free()
    {
        // 99.75 of January's 100 are used: a quarter of a unit rolls over.
        var (shop, held) = Held(Calls, seats: 1);
        held = Spend(shop, held, 99.75m, "2026-01-31T23:59:59Z");
        var due = Lifecycle.NextEvent(held, shop.Facts, shop.Policy)!;
        Assert.Equal((BillingReason.UsageCreditExpiry, shop.At("2026-02-01")), (due.BillingReason, due.At));

        var quote = Lifecycle.PriceNext(held, shop.Facts, shop.Catalog, shop.Policy)!;
        Assert.Empty(quote.Entries);
        Assert.Equal([new GrantEffect(GrantEffectKind.Carried, "call", "p1", 0.25m)], quote.Grants);
        Assert.Equal(100.25m, Left(shop, shop.Accept(held, quote), "2026-02-01"));
        Assert.Equal(0.25m, Left(shop, held, "2026-01-31T23:59:59Z"));
    }

    [Fact]
    public void A_rule_with_a_least_brings_it_even_if_nothing_is_left()
    {
        var (shop, held) = Held(Calls with { Rollover = Rollover.UpTo(50m) with { Least = 20m } }, seats: 1);
        held = Spend(shop, held, 100m, "2026-01-20");
        Assert.Equal(120m, Left(shop, shop.Advance(held, "2026-02-01").Subscription, "2026-02-01"));
    }

    [Fact]
    public void Credits_of_another_interval_run_on()
    {
        // Messages come for the quarter: January's and February's ends do not touch them, and 1 April has what is left with the new ones.
        var messages = Credits("message", 30m) with { Interval = BillingInterval.Months(3), Rollover = Rollover.Full };
        var (shop, held) = Held([Calls, messages], seats: 1);
        held = shop.Advance(held, "2026-02-01").Subscription;
        Assert.Equal([shop.At("2026-04-01")], held.Grants.Where(grant => grant.Kind == "message").Select(grant => grant.Expires).Order().Take(1));
        Assert.Equal(30m, CreditPool.Of(held, "message", shop.At("2026-02-01")).Balance);
        Assert.Equal(60m, CreditPool.Of(shop.Advance(held, "2026-04-01").Subscription, "message", shop.At("2026-04-01")).Balance);
    }

    [Fact]
    public void Credits_rolled_over_by_a_change_that_reach_their_age_in_mid_month_leave_the_month_s_own_alone()
    {
        // On 10 January the plan's hundred roll over, for a month. On 10 February they lapse; what rolled over on 1 February lasts to 1 March.
        var (shop, held) = Held(Calls with { Rollover = Rule("once") }, seats: 1);
        held = shop.Change(held, Yearly("p2"), "2026-01-10");
        held = shop.Advance(held, "2026-02-09").Subscription;
        Assert.Equal("100 to 2026-02-10, 100 to 2026-03-01", Rolled(held));
        held = shop.Advance(held, "2026-02-10").Subscription;
        Assert.Equal("100 to 2026-03-01", Rolled(held));
        Assert.Equal(200m, Left(shop, held, "2026-02-10"));
    }

    [Fact]
    public void A_seat_that_is_added_has_its_own_credits_and_they_roll_over_with_the_others()
    {
        // 100 and the seat's 100 of January, the cap of 150 is that of the kind; February has 200 of its own.
        var (shop, held) = Held(Calls with { Rollover = Rollover.UpTo(150m) }, seats: 1);
        held = shop.Advance(shop.Change(held, Yearly("p1", 2), "2026-01-20"), "2026-02-01").Subscription;
        Assert.Equal(350m, Left(shop, held, "2026-02-01"));
    }

    [Fact]
    public void A_canceled_year_rolls_over_until_it_ends()
    {
        var (shop, held) = Held(Calls, seats: 1);
        shop = shop with { Policy = shop.Policy with { Rules = [SubscriptionMath.Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd), .. shop.Policy.Rules] } };
        held = shop.Cancel(held, "2026-01-15");
        Assert.Equal(1200m, Left(shop, shop.Advance(held, "2026-12-31").Subscription, "2026-12-31"));
        Assert.Empty(shop.Advance(held, "2027-01-01").Subscription.Grants);
    }

    [Fact]
    public void Use_is_refused_as_a_whole_if_too_little_is_left()
    {
        // 130 of 200 on 1 February; 71 are one too many, and 70 are not.
        var (shop, held) = Held(Calls, seats: 1);
        held = Spend(shop, shop.Advance(held, "2026-02-01").Subscription, 130m, "2026-02-01");
        var refused = Assert.IsType<NotSpent>(Billing.Spend(held, "call", 71m, shop.Policy, shop.At("2026-02-02")));
        Assert.Equal(RefusalCode.NotEnoughCredits, refused.Refusal.Code);
        Assert.Equal(0m, Left(shop, Spend(shop, held, 70m, "2026-02-02"), "2026-02-02"));
    }

    /// <summary>
    /// Credits of a monthly plan, none used, on the first of each month. OpusClip (help.opus.pro, "Where did my minutes go"): they last "60 days, which means that you get one month of
    /// rollover". TryCall: they roll over three months and expire in the fourth. Lusha (info.lusha.com, article 3453054): "if you get 120 credits per month, the maximum number of
    /// credits you can have is 1,440 (120*12 months)", so eleven months roll over.
    /// </summary>
    [Theory]
    [InlineData("OpusClip", 150, "150 300 300 300")]
    [InlineData("TryCall", 100, "100 200 300 400 400")]
    [InlineData("Lusha", 120, "120 240 360 480 600 720 840 960 1080 1200 1320 1440 1440 1440")]
    public void Vendors_roll_the_credits_of_a_month_over_once_three_times_or_up_to_a_year(string vendor, int each, string balances)
    {
        var rollover = vendor switch { "OpusClip" => Rule("once"), "TryCall" => Rule("three months"), _ => Rollover.UpToTimes(11m) };
        var shop = Prices.Counter.Of(Prices.Counter.Monthly(1m));
        shop = shop with
        {
            Catalog = Catalog.Of(Plan("p1", 0, Prices.Counter.Monthly(30m)) with { Allowances = [Credits("call", each) with { Rollover = rollover }] }),
            Policy = shop.Policy with { Allowances = AllowancePolicy.EachTermAnew with { OnRenewal = GrantFate.Carried } },
        };
        var held = shop.Buy("2026-01-01", Monthly("p1"));
        var (first, expected) = (new LocalDate(2026, 1, 1), balances.Split(' ').Select(decimal.Parse).ToList());
        Assert.Equal(expected, expected.Select((_, month) => Left(shop, shop.Advance(held, Day(month)).Subscription, Day(month))));

        // A unit more than is left is refused, and nothing is spent: blocked.
        var last = shop.Advance(held, Day(expected.Count - 1)).Subscription;
        Assert.IsType<NotSpent>(Billing.Spend(last, "call", expected[^1] + 1m, shop.Policy, shop.At(Day(expected.Count - 1))));

        string Day(int month) => NodaTime.Text.LocalDatePattern.Iso.Format(first.PlusMonths(month));
    }

    private static Rollover Rule(string text) => text switch
    {
        "full" => Rollover.Full,
        "none" => Rollover.None,
        "up to 50" => Rollover.UpTo(50m),
        "twice" => Rollover.UpToTimes(2m),
        "once" => Rollover.Full with { Lasts = BillingInterval.Month },
        _ => Rollover.Full with { Lasts = BillingInterval.Months(3) },
    };

    private static (Shop Shop, Subscription Held) Held(Allowance allowance, int seats) => Held([allowance], seats);

    private static (Shop Shop, Subscription Held) Held(Sequence<Allowance> allowances, int seats)
    {
        var shop = Prices.Counter.Of(Prices.Counter.Monthly(1m));
        shop = shop with
        {
            Catalog = Catalog.Of(
                Plan("p1", 0, Price.Of(120m, "EUR", BillingInterval.Year)) with { Allowances = allowances },
                Plan("p2", 1, Price.Of(240m, "EUR", BillingInterval.Year)) with { Allowances = allowances }),
            Policy = shop.Policy with
            {
                Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Carried, OnIntervalEnd = GrantFate.Carried },
            },
        };
        return (shop, shop.Buy("2026-01-01", Yearly("p1", seats)));
    }

    private static Subscription Spend(Shop shop, Subscription held, decimal units, string at) =>
        Billing.Spend(held, "call", units, shop.Policy, shop.At(at)).OrThrow().Subscription;

    private static decimal Left(Shop shop, Subscription held, string at) => CreditPool.Of(held, "call", shop.At(at)).Balance;

    private static string Rolled(Subscription held) => string.Join(", ", held.Grants
        .Where(grant => grant.Source == GrantSource.Rollover).OrderBy(grant => grant.Expires)
        .Select(grant => $"{grant.Granted:0} to {grant.Expires!.Value.InUtc().Date:uuuu-MM-dd}"));
}
