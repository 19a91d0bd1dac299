using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Two answers that are right alone, on one bill or at one instant.</summary>
public sealed class WhereTwoAnswersMeetExamples
{
    private static readonly Shop Ahead = Club.With(policy => policy with { Renewal = policy.Renewal with { DaysAhead = 7 } });

    /// <summary>
    /// EUR 20.00 for July, given back on the 10th: 22 of 31 days are 14.1935. They pay 10.00 for a month of p1, and 4.1935 of the next, to 10 September. 4.1935 x 31 / 10 are
    /// 13 days exactly. The 4.19 on the line would buy 12.99 days, so 12.
    /// </summary>
    [Theory]
    [InlineData(RoundingStage.Net)]
    [InlineData(RoundingStage.Lines)]
    public void Days_are_bought_by_the_exact_surplus_though_each_line_is_rounded(RoundingStage stage)
    {
        var then = Counter.Full with { Term = TermRule.Restarted, Surplus = Surplus.ToTime(RoundingMode.Floor) };
        var shop = Counter.Of(Counter.Monthly(10m), Counter.Monthly(20m));
        shop = shop with { Policy = Counter.Policy(then, then, then).WithRounding(new(RoundingMode.HalfAwayFromZero, stage)) };
        var quote = shop.Quote(shop.Buy("2026-07-01", Counter.Cart("p2")), Counter.Cart("p1"), "2026-07-10");
        Assert.Equal("Service +14.19 -10.00 -4.19", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-07-10", "2026-08-23"), quote.TermAfter);
    }

    /// <summary>EUR 10.00 for April, given back on the 21st: 10 of 30 days. They are as many days of an equal plan, to 1 May; the 3.33 on the line are 9.99 of them.</summary>
    [Theory]
    [InlineData(RoundingStage.Net)]
    [InlineData(RoundingStage.Lines)]
    public void A_term_as_long_as_the_unused_value_is_counted_from_the_exact_value(RoundingStage stage)
    {
        var then = Counter.Free with { Term = TermRule.AsBought, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) };
        var shop = Counter.Of(Counter.Monthly(10m), Counter.Monthly(10m));
        shop = shop with { Policy = Counter.Policy(then, then, then).WithRounding(new(RoundingMode.HalfAwayFromZero, stage)) };
        var quote = shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p2")), Counter.Cart("p1"), "2026-04-21");
        Assert.Equal("Service +3.33 -3.33", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-04-21", "2026-05-01"), quote.TermAfter);
    }

    /// <summary>Ten days of trial from 1 April, and renewals a week ahead: the trial's end is billed on the 11th, the month after it on 4 May.</summary>
    [Fact]
    public void A_trial_is_not_renewed_ahead_and_the_month_after_it_is()
    {
        var shop = Trying(Ahead, "basic", 10);
        Assert.Equal(
            ["2026-04-11: TrialEnd, Service -30.00; Payment +30.00", "2026-05-04: Renewal, Service -30.00; Payment +30.00", "2026-05-11: TermStart, "],
            shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-11").Told());
    }

    /// <summary>The first month is bought on 5 April, six days before the trial ends. It begins with the trial's end, and is billed once.</summary>
    [Fact]
    public void A_month_that_is_bought_during_the_trial_begins_with_its_end()
    {
        var shop = Trying(Ahead, "basic", 10);
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-10", new Command.Renew { At = shop.At("2026-04-05") });
        Assert.Equal(
            ["2026-04-05: Renewal, Service -30.00; Payment +30.00", "2026-04-11: TermStart, ", "2026-05-04: Renewal, Service -30.00; Payment +30.00"], life.Told());
        Assert.Equal(shop.Term("2026-04-11", "2026-05-11"), ((Quote)life.Steps[0].Answer).Lines[0].Covers);
        Assert.Equal(shop.Term("2026-04-11", "2026-05-11"), life.Subscription.Term);
    }

    /// <summary>
    /// May was billed on 24 April. On the 25th Plus is tried for 13 days: 6 of 30 days of April and all of May are given back, 36.00. On 8 May the trial ends, and the
    /// credit pays 36.00 of 60.00. June's renewal is a week before 8 June.
    /// </summary>
    [Fact]
    public void A_trial_that_begins_in_a_term_renewed_ahead_gives_back_the_month_ahead()
    {
        var shop = Trying(
            Ahead with { Policy = Ahead.Policy with { Rules = [Ahead.Policy.Rules[0], Rule.Otherwise(Treatments.Anew with { Trial = TrialFate.Restarted })] } }, "plus", 13);
        Assert.Equal(
            [
                "2026-04-24: Renewal, Service -30.00; Payment +30.00", "2026-04-25: Change, Service +6.00 +30.00; Balance -36.00",
                "2026-05-08: TrialEnd, Service -60.00; Balance +36.00; Payment +24.00", "2026-06-01: Renewal, Service -60.00; Payment +60.00",
            ],
            shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-06-01", shop.Asks("2026-04-25", Monthly("plus"))).Told());
    }

    /// <summary>
    /// A locker at 15.00 a month, billed to 1 June on 24 April and dropped: on that day 7 of 30 days of April and May are left, on the 26th 5 of 30 and May, on 1 May all of
    /// May. On 25 May June is billed first: then 7 of 31 days of May and June are left, 3.39 and 15.00.
    /// </summary>
    [Theory]
    [InlineData("2026-04-24", "Service +3.50 +15.00; Balance -18.50")]
    [InlineData("2026-04-26", "Service +2.50 +15.00; Balance -17.50")]
    [InlineData("2026-05-01", "Service +15.00; Balance -15.00")]
    [InlineData("2026-05-25", "Service +3.39 +15.00; Balance -18.39")]
    public void An_add_on_that_ends_at_once_gives_back_the_month_renewed_ahead(string day, string entries)
    {
        var shop = Ahead with
        {
            Policy = Ahead.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Down }, Counter.Rest), .. Ahead.Policy.Rules] },
        };
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic").With("locker")), day, shop.Asks(day, Monthly("basic")));
        Assert.Equal("2026-04-24: Renewal, Service -30.00 -15.00; Payment +45.00", life.Told().First());
        Assert.Equal(entries, Written.Entries((Quote)life.Steps[^1].Answer));
        Assert.Empty(life.Subscription.AddOns);
    }

    /// <summary>Dropped on the day of the renewal ahead or after it, to the end of the term: May was paid for, so that the add-on ends on 1 June.</summary>
    [Theory]
    [InlineData("2026-04-24")]
    [InlineData("2026-04-26")]
    public void An_add_on_that_is_dropped_after_the_renewal_ahead_ends_with_the_paid_month(string day)
    {
        var life = Ahead.Live(Ahead.Buy("2026-04-01", Monthly("basic").With("locker")), "2026-06-01", Ahead.Asks(day, Monthly("basic")));
        Assert.Equal(
            [
                "2026-04-24: Renewal, Service -30.00 -15.00; Payment +45.00", $"{day}: Change, ", "2026-05-01: TermStart, ",
                "2026-06-01: PendingChange, Service -30.00; Payment +30.00",
            ],
            life.Told());
        Assert.Empty(life.Subscription.AddOns);
    }

    /// <summary>Lessons that run out are not renewed ahead, and not lost before their month ends.</summary>
    [Fact]
    public void An_add_on_that_runs_out_keeps_its_credits_to_the_end_of_the_term_renewed_ahead()
    {
        var life = Ahead.Live(Ahead.Buy("2026-04-01", Monthly("basic").With("lessons")), "2026-05-01");
        Assert.Equal(["2026-04-24: Renewal, Service -30.00; Payment +30.00", "2026-05-01: TermStart, "], life.Told());
        Assert.Equal(["", "Lapsed 10 lesson of lessons"], life.Steps.Select(step => Written.Grants((Quote)step.Answer)));
    }

    /// <summary>
    /// EUR 100.00 a month to 200.00, with half of the period left as the caller states it. A month that begins with the change is whole, whatever he states: 100.00, and
    /// 100.00 for a second seat. From the second after on, to the last second, a half is left.
    /// </summary>
    [Theory]
    [InlineData("2026-04-01T00:00:00Z", "Service +100.00 -200.00; Payment +100.00", "Service -100.00; Payment +100.00")]
    [InlineData("2026-04-01T00:00:01Z", "Service +50.00 -100.00; Payment +50.00", "Service -50.00; Payment +50.00")]
    [InlineData("2026-04-30T23:59:59Z", "Service +50.00 -100.00; Payment +50.00", "Service -50.00; Payment +50.00")]
    public void A_stated_part_is_not_that_of_a_month_that_begins_with_the_change(string at, string plan, string seat)
    {
        var shop = Counter.Of(Counter.Monthly(100m), Counter.Monthly(200m)) with { Facts = Facts.None with { TimeLeft = new Fraction(1, 2) } };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        Assert.Equal(plan, Written.Entries(shop.Quote(held, Counter.Cart("p2"), at)));
        Assert.Equal(seat, Written.Entries(shop.Quote(held, Counter.Cart("p1", 2), at)));
    }

    /// <summary>
    /// Credits are clipped to the allotment of the smaller plan, however many grants they stand in. Of April's hundred, forty roll over beside May's: 140 are clipped to 60.
    /// Two seats, the second of 10 April, have a hundred each: 200 are clipped to 120. With a hundred used of them, the other hundred stay.
    /// </summary>
    [Fact]
    public void Two_grants_of_a_kind_are_clipped_together()
    {
        var allowances = Obi.Policy.Allowances with { OnDowngrade = GrantFate.Clipped, OnRenewal = GrantFate.Carried, Carried = CarriedExpiry.WithTheNewGrant };
        var shop = Obi with { Policy = Obi.Policy with { Allowances = allowances } };
        var april = Billing.Spend(shop.Buy("2026-04-01", Monthly("agency")), "va", 60m, shop.Policy, shop.At("2026-04-02")).OrThrow().Subscription;
        Assert.Equal((140m, 60m), Clipped(shop, shop.Advance(april, "2026-05-01").Subscription, "va", Monthly("business"), "2026-05-16"));

        var seats = shop.Change(shop.Buy("2026-04-01", Monthly("agency")), Monthly("agency", 2), "2026-04-10", timing: RequestedTiming.Now);
        Assert.Equal((200m, 120m), Clipped(shop, seats, "va", Monthly("business", 2), "2026-04-16"));
        seats = Billing.Spend(seats, "va", 100m, shop.Policy, shop.At("2026-04-12")).OrThrow().Subscription;
        Assert.Equal((100m, 100m), Clipped(shop, seats, "va", Monthly("business", 2), "2026-04-16"));
    }

    /// <summary>Two hundred of the plan and fifty of an add-on: the smaller plan has a hundred, and the add-on's fifty were bought apart.</summary>
    [Fact]
    public void Credits_of_an_add_on_are_not_clipped_with_those_of_the_plan()
    {
        var shop = Kaspr with
        {
            Policy = Kaspr.Policy with
            {
                Rules = [Kaspr.Policy.Rules[0], Rule.Otherwise(Counter.Rest)],
                Allowances = Kaspr.Policy.Allowances with { OnDowngrade = GrantFate.Clipped },
            },
        };
        var held = shop.Buy("2026-04-01", Monthly("business").With("phone50"));
        Assert.Equal((250m, 150m), Clipped(shop, held, "phone", Monthly("licence").With("phone50"), "2026-04-16", null));
    }

    private static (decimal Before, decimal After) Clipped(
        Shop shop, Subscription held, string kind, Cart smaller, string day, RequestedTiming? timing = RequestedTiming.Now) => (
        CreditPool.Of(held, kind, shop.At(day)).Balance,
        CreditPool.Of(shop.Quote(held, smaller, day, timing: timing).SubscriptionAfter, kind, shop.At(day)).Balance);

    private static Shop Trying(Shop shop, string plan, int days) => shop with
    {
        Catalog = shop.Catalog with { Plans = [.. shop.Catalog.Plans.Select(sold => sold.Id == plan ? sold with { Trial = new TrialOffer(BillingInterval.Days(days)) } : sold)] },
    };
}
