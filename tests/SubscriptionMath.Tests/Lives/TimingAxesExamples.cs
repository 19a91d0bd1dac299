using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Changes that take effect at the end of what is billed, or on a date: within a term, at its end, in a term to come.</summary>
public sealed class TimingAxesExamples
{
    private static readonly Treatment OnDate = AxesShop.AtOnce with { Timing = Timing.OnDate };

    private static Shop Shop(Treatment end, Treatment otherwise, PendingPolicy pending = PendingPolicy.NewestReplaces) => new(
        AxesShop.Policy(AxesShop.FirstPurchase, end, otherwise, pending: pending),
        new Catalog
        {
            Plans =
            [
                Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month)) with { AddOns = ["extra"] },
                Plan("plus", 2, Price.Of(60m, "EUR", BillingInterval.Month)) with { AddOns = ["extra"] },
                Plan("tried", 1, Price.Of(30m, "EUR", BillingInterval.Month)) with { Trial = new(BillingInterval.Days(10)) },
            ],
            AddOns = [AddOn("extra", Price.Of(3m, "EUR", BillingInterval.Month))],
        });

    private static Quote Ask(Shop shop, Subscription subscription, Cart? cart, string day, string? date) =>
        Billing.Price(subscription, On(shop, cart, date), Facts.None, shop.Catalog, shop.Policy, shop.At(day)).OrThrow();

    private static Change On(Shop shop, Cart? cart, string? date) => new() { Cart = cart, Date = date is null ? null : shop.At(date) };

    [Fact]
    public void At_the_end_of_what_is_billed_or_at_once_where_nothing_is()
    {
        var shop = Shop(AxesShop.AtOnce with { Timing = Timing.AtBilledEnd }, AxesShop.AtOnce);
        var billed = Ask(shop, shop.Buy("2026-04-01", Monthly("basic")), null, "2026-04-16", null);
        Assert.Empty(billed.Entries);
        Assert.Equal((Status.NonRenewing, shop.At("2026-05-01")), (billed.SubscriptionAfter.Status, billed.SubscriptionAfter.Pending!.EffectiveAt));

        var tried = Ask(shop, shop.Buy("2026-04-01", Monthly("tried")), null, "2026-04-06", null);
        Assert.Equal((Status.Expired, shop.Term("2026-04-01", "2026-04-06")), (tried.SubscriptionAfter.Status, tried.SubscriptionAfter.Trial!.Term));

        // Which of both it is, is not for the customer to say.
        Answer Asked(Subscription subscription, RequestedTiming timing) =>
            Billing.Price(subscription, Change.Cancel(timing), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-06"));
        Assert.IsType<Refused>(Asked(shop.Buy("2026-04-01", Monthly("basic")), RequestedTiming.Now));
        Assert.IsType<Refused>(Asked(shop.Buy("2026-04-01", Monthly("tried")), RequestedTiming.AtPeriodEnd));
        Assert.IsType<Quote>(Asked(shop.Buy("2026-04-01", Monthly("tried")), RequestedTiming.Now));

        // The charge of the first month was not paid: it waits for the next invoice. Half of the month is used.
        var none = shop.NotStarted();
        var unpaid = Billing.AcceptUnpaid(none, shop.Quote(none, Monthly("basic"), "2026-04-01"), Facts.None).OrThrow().Subscription;
        var owing = Ask(shop, unpaid, null, "2026-04-16", null);
        Assert.Equal("NextInvoice -30.00; Service +15.00; Payment +15.00", Written.Entries(owing));
        Assert.Equal(Status.Expired, owing.SubscriptionAfter.Status);
    }

    [Fact]
    public void On_a_date_within_the_term_the_change_is_priced_as_if_it_were_asked_for_then()
    {
        var shop = Shop(OnDate, OnDate);
        var basic = shop.Buy("2026-04-01", Monthly("basic"));
        var asked = Ask(shop, basic, Monthly("plus"), "2026-04-06", "2026-04-16");
        Assert.Empty(asked.Entries);
        Assert.Equal(basic.Plan, asked.SubscriptionAfter.Plan);
        Assert.Equal((true, shop.At("2026-04-16")), (asked.SubscriptionAfter.Pending!.OnDate, asked.SubscriptionAfter.Pending.EffectiveAt));

        var life = shop.Advance(asked.SubscriptionAfter, "2026-05-01");
        Assert.Equal(
            ["2026-04-16: PendingChange, Service +15.00 -30.00; Payment +15.00", "2026-05-01: Renewal, Service -60.00; Payment +60.00"], life.Steps.Select(Written.Step));
        Assert.Null(life.Subscription.Pending);
        var atOnce = Ask(shop, basic, Monthly("plus"), "2026-04-16", "2026-04-16");
        Assert.Equal((atOnce.SubscriptionAfter.Plan, "Service +15.00 -30.00; Payment +15.00"), (life.Steps[0].Subscription.Plan, Written.Entries(atOnce)));
    }

    [Fact]
    public void On_a_date_that_ends_a_term_the_change_takes_the_place_of_the_renewal()
    {
        var shop = Shop(OnDate, OnDate);
        var asked = Ask(shop, shop.Buy("2026-04-01", Monthly("basic")), Monthly("plus"), "2026-04-06", "2026-05-01");
        Assert.Equal("2026-05-01: PendingChange, Service -60.00; Payment +60.00", Written.Step(Assert.Single(shop.Advance(asked.SubscriptionAfter, "2026-05-01").Steps)));
    }

    /// <summary>Before 16 May the month from 1 May begins; its other half is given back. The add-on goes on with the plan until then.</summary>
    [Fact]
    public void On_a_date_in_a_term_to_come_renewals_go_on_until_then()
    {
        var shop = Shop(OnDate, OnDate);
        var asked = Ask(shop, shop.Buy("2026-04-01", Monthly("basic").With("extra")), null, "2026-04-06", "2026-05-17");
        Assert.Equal(Status.NonRenewing, asked.SubscriptionAfter.Status);
        var life = shop.Advance(asked.SubscriptionAfter, "2026-06-01");
        Assert.Equal(
            ["2026-05-01: Renewal, Service -30.00 -3.00; Payment +33.00", "2026-05-17: Expiry, Service +14.52 +1.45; Balance -15.97"], life.Steps.Select(Written.Step));
        Assert.Equal((Status.Expired, null), (life.Subscription.Status, life.Subscription.Plan));
        Assert.Equal(["extra"], ((Quote)life.Steps[1].Answer).EndedAddOns);

        var renewed = Billing.Renew(asked.SubscriptionAfter, Facts.None, shop.Catalog, shop.Policy, shop.At("2026-05-01")).OrThrow();
        Assert.Equal(life.Steps[0].Subscription, renewed.SubscriptionAfter);
        Assert.Equal(
            RefusalCode.NothingToRenew,
            Assert.IsType<Refused>(Billing.Renew(renewed.SubscriptionAfter, Facts.None, shop.Catalog, shop.Policy, shop.At("2026-06-01"))).Code);
    }

    [Fact]
    public void A_first_purchase_has_no_period_at_whose_end_it_could_begin()
    {
        var shop = Shop(OnDate, OnDate);
        shop = shop with { Policy = shop.Policy with { Rules = [Rule.Otherwise(AxesShop.FirstPurchase with { Timing = Timing.AtPeriodEnd })] } };
        Assert.Equal(RefusalCode.TimingNotOffered, Assert.IsType<Refused>(shop.Ask(shop.NotStarted(), Monthly("basic"), "2026-04-06")).Code);
    }

    [Fact]
    public void A_date_that_has_passed_or_is_not_offered_or_not_named_is_refused()
    {
        var shop = Shop(OnDate, AxesShop.AtOnce);
        var basic = shop.Buy("2026-04-01", Monthly("basic"));
        RefusalCode Refused(Cart? cart, string? date, RequestedTiming? timing = null) => Assert.IsType<Refused>(
            Billing.Price(basic, On(shop, cart, date) with { Timing = timing }, Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-06"))).Code;
        Assert.Equal(RefusalCode.DateHasPassed, Refused(null, "2026-03-30"));
        Assert.Equal(RefusalCode.DateHasPassed, Refused(null, "2026-04-05"));
        Assert.Equal(RefusalCode.TimingNotStated, Refused(null, null));
        Assert.Equal(RefusalCode.TimingNotOffered, Refused(null, "2026-04-16", RequestedTiming.Now));
        Assert.Equal(RefusalCode.TimingNotOffered, Refused(Monthly("plus"), "2026-04-16"));
    }

    [Fact]
    public void A_dated_change_is_withdrawn_without_a_trace_and_kept_beside_another()
    {
        var shop = Shop(OnDate, OnDate, PendingPolicy.Kept);
        var basic = shop.Buy("2026-04-01", Monthly("basic"));
        var asked = Ask(shop, basic, Monthly("plus"), "2026-04-06", "2026-04-16").SubscriptionAfter;
        var back = Ask(shop, asked, basic.Cart(), "2026-04-07", null).SubscriptionAfter;
        Assert.Equal(basic with { Version = back.Version }, back);

        // An add-on is bought at once; the date stays where it is, though the term's end is another.
        var beside = Ask(shop, asked, basic.Cart().With("extra"), "2026-04-07", null).SubscriptionAfter;
        Assert.Equal(asked.Pending, beside.Pending);
    }

    [Fact]
    public void A_life_with_a_date_is_the_same_wherever_it_is_stopped()
    {
        var shop = Shop(OnDate, OnDate);
        var basic = shop.Buy("2026-04-01", Monthly("basic"));
        var script = Script.Of(new Command.Ask { At = shop.At("2026-04-06"), Change = On(shop, Monthly("plus"), "2026-05-16") });
        var whole = Timeline.Of(basic, Facts.None).Play(script, shop.Catalog, shop.Policy, shop.At("2026-07-01"));
        foreach (var stop in new[] { "2026-04-06", "2026-05-01", "2026-05-15", "2026-05-16", "2026-06-01" })
        {
            var parts = Timeline.Of(basic, Facts.None).Play(script, shop.Catalog, shop.Policy, shop.At(stop)).Play(script, shop.Catalog, shop.Policy, shop.At("2026-07-01"));
            Assert.Equal(whole, parts);
        }
    }

    /// <summary>Twenty of April's thirty days are left at the pause, and thirty days later again; ten of them are a third of the price.</summary>
    [Fact]
    public void Days_left_at_a_pause_are_left_when_it_is_resumed()
    {
        var shop = Shop(AxesShop.AtOnce, AxesShop.AtOnce);
        var pause = Rule.For(new Case { Changes = ChangeKinds.Pause }, AxesShop.AtOnce with { Term = TermRule.TimeLeftKept, Unused = UnusedValue.None });
        shop = shop with { Policy = shop.Policy with { Rules = [pause, .. shop.Policy.Rules] } };
        var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("basic") with { Paused = true }, "2026-04-11");
        var resumed = shop.Change(paused, Monthly("basic"), "2026-05-11");
        Assert.Equal(shop.Term("2026-04-01", "2026-05-31"), resumed.Term);
        Assert.Equal("Service +10.00; Balance -10.00", Written.Entries(Ask(shop, resumed, null, "2026-05-21", null)));
    }

    [Fact]
    public void What_is_new_comes_back_from_json_as_it_was()
    {
        var shop = Shop(OnDate, AxesShop.AtOnce with { Timing = Timing.AtBilledEnd, Term = TermRule.AlignedTo(Anchor.OnDay(15)), Unused = UnusedValue.OfTheWholeTerm });
        var policy = shop.Policy with { Rules = [Rule.For(new Case { InTrial = true }, OnDate with { Term = TermRule.Aligned, Trial = TrialFate.FromTheStart }), .. shop.Policy.Rules] };
        Assert.Equal(policy, BillingJson.Read<BillingPolicy>(BillingJson.Write(policy)));
        var asked = Ask(shop, shop.Buy("2026-04-01", Monthly("basic")), null, "2026-04-06", "2026-05-16");
        Assert.Equal(asked, BillingJson.Read<Answer>(BillingJson.Write<Answer>(asked)));
        var plan = shop.Catalog.Plans[0] with { Includes = ["extra"] };
        Assert.Equal(plan, BillingJson.Read<Plan>(BillingJson.Write(plan)));
    }
}
