using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Pauses: the time left is kept, or runs on; and pauses that outlast the term.</summary>
public sealed class PauseExamples
{
    private static readonly Shop Kept = Club.Open;

    private static readonly Shop RunsOn = Club.WithRule(Rule.For(
        new Case { Changes = ChangeKinds.Pause },
        new(Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited)));

    [Fact]
    public void Time_kept__twenty_days_left_are_twenty_days_left_after_the_pause()
    {
        var life = Kept.Live(Kept.Buy("2026-04-01", Monthly("basic")), "2026-06-11", Pause(Kept, "2026-04-11"), Resume("2026-04-21"));
        Assert.Equal(
            ["2026-04-11: Change, ", "2026-04-21: Change, ", "2026-05-11: Renewal, Service -30.00; Payment +30.00", "2026-06-11: Renewal, Service -30.00; Payment +30.00"],
            life.Told());
        Assert.Equal((Status.Paused, Status.Active), (life.Steps[0].Subscription.Status, life.Steps[1].Subscription.Status));
        Assert.Equal(Kept.At("2026-05-11"), life.Steps[1].Subscription.Term!.Value.End);
    }

    [Fact]
    public void Time_kept__what_is_unused_is_worth_as_much_after_the_pause_as_before()
    {
        var basic = Kept.Buy("2026-04-01", Monthly("basic"));
        var after = Kept.Live(basic, "2026-04-21", Pause(Kept, "2026-04-11"), Resume("2026-04-21")).Subscription;
        Assert.Equal("EUR 20.00", Billing.UnusedValue(basic, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, Kept.At("2026-04-11")).ToString());
        Assert.Equal("EUR 20.00", Billing.UnusedValue(after, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, Kept.At("2026-04-21")).ToString());
        Assert.Equal("Service +20.00 -40.00; Payment +20.00", Written.Entries(Kept.Quote(after, Monthly("plus"), "2026-04-21")));
    }

    [Fact]
    public void Time_kept__a_pause_that_outlasts_the_term_takes_nothing_of_it()
    {
        // Twenty days left on 11 April, eighty days of rest: twenty days left on 30 June.
        var life = Kept.Live(Kept.Buy("2026-04-01", Monthly("basic")), "2026-07-20", Pause(Kept, "2026-04-11"), Resume("2026-06-30"));
        Assert.Equal(["2026-04-11: Change, ", "2026-06-30: Change, ", "2026-07-20: Renewal, Service -30.00; Payment +30.00"], life.Told());
        Assert.Equal(Kept.Term("2026-07-20", "2026-08-20"), life.Subscription.Term);
    }

    [Fact]
    public void Time_running_on__the_end_stays_where_it_was()
    {
        var life = RunsOn.Live(RunsOn.Buy("2026-04-01", Monthly("basic")), "2026-05-01", Pause(RunsOn, "2026-04-11"), Resume("2026-04-21"));
        Assert.Equal(["2026-04-11: Change, ", "2026-04-21: Change, ", "2026-05-01: Renewal, Service -30.00; Payment +30.00"], life.Told());
        Assert.Equal("Service +10.00 -20.00; Payment +10.00", Written.Entries(RunsOn.Quote(life.Steps[1].Subscription, Monthly("plus"), "2026-04-21")));
    }

    [Fact]
    public void Time_running_on__after_a_pause_that_outlasts_the_term_a_new_one_begins_at_the_resumption()
    {
        var life = RunsOn.Live(RunsOn.Buy("2026-04-01", Monthly("basic")), "2026-07-30", Pause(RunsOn, "2026-04-11"), Resume("2026-06-30"));
        Assert.Equal(
            ["2026-04-11: Change, ", "2026-06-30: Change, Service -30.00; Payment +30.00", "2026-07-30: Renewal, Service -30.00; Payment +30.00"],
            life.Told());
        Assert.Equal(RunsOn.Term("2026-06-30", "2026-07-30"), life.Steps[1].Subscription.Term);
    }

    [Fact]
    public void Time_running_on__add_ons_whose_own_time_is_not_over_keep_it()
    {
        // The locker for a year from 1 April: a rest until 30 June does not touch its end.
        var shop = RunsOn with { Policy = RunsOn.Policy with { Rules = [.. RunsOn.Policy.Rules.Take(1), Rule.For(new Case { Changes = ChangeKinds.AddOn }, new(Timing.Now, TrialFate.Ended, TermRule.OwnTerm, UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance)), .. RunsOn.Policy.Rules.Skip(1)] } };
        var cart = Monthly("basic") with { AddOns = [new CartAddOn { Id = "locker", Interval = BillingInterval.Year }] };
        var life = shop.Live(
            shop.Change(shop.Buy("2026-04-01", Monthly("basic")), cart, "2026-04-01"), "2026-06-30",
            shop.Asks("2026-04-11", cart with { Paused = true }), Resume("2026-06-30"));
        Assert.Equal("2026-06-30: Change, Service -30.00; Payment +30.00", life.Told().Last());
        Assert.Equal(shop.At("2027-04-01"), life.Subscription.AddOns[0].Term.End);
        Assert.Equal("Service +55.00; Balance -55.00", Written.Entries(shop.Quote(life.Subscription, Monthly("basic"), "2026-06-30")));
    }

    [Fact]
    public void A_pause_that_waits_for_the_end_of_the_term_rests_from_there()
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Pause }, Treatment.AtPeriodEnd));
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-07-15", Pause(shop, "2026-04-11"), Resume("2026-06-15"));
        Assert.Equal(
            ["2026-04-11: Change, ", "2026-05-01: PendingChange, ", "2026-06-15: Change, Service -30.00; Payment +30.00", "2026-07-15: Renewal, Service -30.00; Payment +30.00"],
            life.Told());
        Assert.Equal(Status.Paused, life.Steps[1].Subscription.Status);
    }

    [Fact]
    public void Nothing_happens_by_itself_while_it_rests()
    {
        var paused = Kept.Change(Kept.Buy("2026-04-01", Monthly("basic").With("lessons")), Monthly("basic").With("lessons") with { Paused = true }, "2026-04-11");
        Assert.Empty(Kept.Advance(paused, "2036-01-01").Steps);
        var resumed = Kept.Live(paused, "2026-04-21", Resume("2026-04-21")).Subscription;
        Assert.Equal(10m, CreditExpiry.LeftAt(resumed.Grants, "lesson", Kept.At("2026-05-10")));
        Assert.Equal(0m, CreditExpiry.LeftAt(resumed.Grants, "lesson", Kept.At("2026-05-11")));
    }

    [Fact]
    public void A_cancellation_in_a_pause_is_worth_what_was_left_when_it_began()
    {
        var shop = Club.WithRule(Rule.For(
            new Case { Changes = ChangeKinds.End },
            new(Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Refunded(RefundRest.ToBalance))));
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-08-01", Pause(shop, "2026-04-11"), shop.Ends("2026-06-30"));
        Assert.Equal(["2026-04-11: Change, ", "2026-06-30: Change, Service +20.00; Payment -20.00"], life.Told());
    }

    [Fact]
    public void A_cancellation_in_a_pause_falls_to_the_free_plan_from_that_day_on()
    {
        var free = Plan("free", 0, Price.Of(0m, "EUR", BillingInterval.Month));
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = Timing.Now })) with
        {
            Catalog = Kept.Catalog with { Plans = [free, .. Kept.Catalog.Plans] },
        };
        shop = shop with { Policy = shop.Policy with { Renewal = shop.Policy.Renewal with { AfterEnd = AfterEnd.FreePlan } } };
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-06-30", Pause(shop, "2026-04-11"), shop.Ends("2026-06-30"));
        Assert.Equal("2026-06-30: Change, Service +20.00; Forfeited -20.00", life.Told().Last());
        Assert.Equal(("free", shop.Term("2026-06-30", "2026-07-30")), (life.Subscription.Plan!.ProductId, life.Subscription.Term!.Value));
    }

    private static Command Pause(Shop shop, string day) => shop.Asks(day, Monthly("basic") with { Paused = true });

    private static Command.Resume Resume(string day) => new() { At = Kept.At(day) };
}
