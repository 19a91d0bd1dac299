using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>A first purchase that begins on a date to come.</summary>
public sealed class LaterStartExamples
{
    private static readonly Shop Shop = new(
        AxesShop.Policy(AxesShop.FirstPurchase with { Timing = Timing.OnDate }, AxesShop.AtOnce, AxesShop.AtOnce),
        new Catalog
        {
            Plans =
            [
                Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month)) with { AddOns = ["extra"] },
                Plan("plus", 2, Price.Of(60m, "EUR", BillingInterval.Month)),
                Plan("tried", 1, Price.Of(30m, "EUR", BillingInterval.Month)) with { Trial = new(BillingInterval.Days(10)) },
            ],
            AddOns = [AddOn("extra", Price.Of(3m, "EUR", BillingInterval.Month))],
        });

    private static Answer Ask(Subscription subscription, Cart? cart, string day, string? date, BillingPolicy? policy = null, Catalog? catalog = null) => Billing.Price(
        subscription, new Change { Cart = cart, Date = date is null ? null : Shop.At(date) }, Facts.None, catalog ?? Shop.Catalog, policy ?? Shop.Policy, Shop.At(day));

    /// <summary>Laws 10 and 2: nothing is due when it is asked for; at the date it is the purchase that would be made then.</summary>
    [Fact]
    public void It_costs_nothing_until_its_date_and_is_priced_then()
    {
        var asked = Ask(Shop.NotStarted(), Monthly("basic").With("extra"), "2026-04-06", "2026-04-16").OrThrow();
        Assert.Empty(asked.Entries);
        var waiting = asked.SubscriptionAfter;
        Assert.Equal((Status.NotStarted, null, true, Shop.At("2026-04-16")), (waiting.Status, waiting.Plan, waiting.Pending!.OnDate, waiting.Pending.EffectiveAt));
        Assert.Equal(new DueEvent { BillingReason = BillingReason.PendingChange, At = Shop.At("2026-04-16") }, Lifecycle.NextEvent(waiting, Facts.None, Shop.Policy));

        var life = Shop.Advance(waiting, "2026-05-16");
        Assert.Equal(
            ["2026-04-16: PendingChange, Service -30.00 -3.00; Payment +33.00", "2026-05-16: Renewal, Service -30.00 -3.00; Payment +33.00"], life.Steps.Select(Written.Step));
        var then = Ask(Shop.NotStarted(), Monthly("basic").With("extra"), "2026-04-16", "2026-04-16").OrThrow().SubscriptionAfter;
        Assert.Equal(then with { Version = life.Steps[0].Subscription.Version }, life.Steps[0].Subscription);

        // The price is that of the date, and a term is never asked for that has not begun.
        var dearer = Shop.Catalog with { Plans = [Plan("basic", 1, Price.Of(40m, "EUR", BillingInterval.Month)) with { AddOns = ["extra"] }] };
        Assert.Equal("Service -40.00 -3.00; Payment +43.00", Written.Entries(Lifecycle.PriceNext(waiting, Facts.None, dearer, Shop.Policy)!));
        Assert.Equal(RefusalCode.NothingToRenew, Assert.IsType<Refused>(Billing.Renew(waiting, Facts.None, Shop.Catalog, Shop.Policy, Shop.At("2026-04-16"))).Code);
    }

    [Fact]
    public void Its_trial_begins_on_the_date_too()
    {
        var waiting = Ask(Shop.NotStarted(), Monthly("tried"), "2026-04-06", "2026-04-16").OrThrow().SubscriptionAfter;
        Assert.Null(waiting.Trial);
        Assert.Equal(
            ["2026-04-16: PendingChange, ", "2026-04-26: TrialEnd, Service -30.00; Payment +30.00"], Shop.Advance(waiting, "2026-04-26").Steps.Select(Written.Step));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-04-07")]
    [InlineData("2026-04-16")]
    public void It_is_withdrawn_without_a_trace(string? date)
    {
        var (none, credit) = (Shop.NotStarted(), Facts.None with { Credit = MoneyCredit.Of(Money.Of(50m, "EUR")) });
        var waiting = Ask(none, Monthly("basic"), "2026-04-06", "2026-04-16").OrThrow().SubscriptionAfter;
        var losing = Shop.Policy with { Balance = Shop.Policy.Balance with { PaidLost = BalanceLoss.AtCancellation } };
        var change = new Change { Cart = null, Date = date is null ? null : Shop.At(date) };
        var back = Billing.Price(waiting, change, credit, Shop.Catalog, losing, Shop.At("2026-04-07")).OrThrow();
        Assert.Empty(back.Entries);
        Assert.Equal(credit.Credit, back.CreditAfter);
        Assert.Equal(none with { Version = back.SubscriptionAfter.Version }, back.SubscriptionAfter);
        Assert.Empty(Shop.Advance(back.SubscriptionAfter, "2027-04-16").Steps);
        Assert.Equal(RefusalCode.NothingToCancel, Assert.IsType<Refused>(Ask(back.SubscriptionAfter, null, "2026-04-08", null)).Code);
    }

    [Theory]
    [InlineData("2026-04-06")]
    [InlineData("2026-04-15")]
    [InlineData("2026-04-17")]
    public void It_does_not_end_on_another_date_than_it_begins(string date)
    {
        var waiting = Ask(Shop.NotStarted(), Monthly("basic"), "2026-04-06", "2026-04-16").OrThrow().SubscriptionAfter;
        var refused = Assert.IsType<Refused>(Ask(waiting, null, "2026-04-07", date));
        Assert.Equal(
            (RefusalCode.TimingNotOffered, "A purchase that has not begun is withdrawn as a whole: at once, or on the date of its start."), (refused.Code, refused.Message));
    }

    [Fact]
    public void A_timeline_withdraws_it_as_whatever_else_is_pending()
    {
        var waiting = Ask(Shop.NotStarted(), Monthly("basic"), "2026-04-06", "2026-04-16").OrThrow().SubscriptionAfter;
        var life = Timeline.Of(waiting, Facts.None).Play(Script.Of(new Command.Withdraw { At = Shop.At("2026-04-10") }), Shop.Catalog, Shop.Policy, Shop.At("2026-06-01"));
        Assert.Equal((Status.NotStarted, null), (Assert.Single(life.Steps).Subscription.Status, life.Subscription.Pending));
    }

    /// <summary>There is one first purchase: another takes its place, at once or on its own date; where the newer is refused, it is withdrawn first.</summary>
    [Theory]
    [InlineData(PendingPolicy.NewestReplaces)]
    [InlineData(PendingPolicy.Kept)]
    [InlineData(PendingPolicy.Merged)]
    public void Another_first_purchase_takes_its_place(PendingPolicy pending)
    {
        var policy = Shop.Policy.WithPending(pending);
        var waiting = Ask(Shop.NotStarted(), Monthly("basic"), "2026-04-06", "2026-04-16", policy).OrThrow().SubscriptionAfter;
        var later = Ask(waiting, Monthly("plus"), "2026-04-07", "2026-04-20", policy).OrThrow().SubscriptionAfter;
        Assert.Equal((Shop.At("2026-04-20"), "plus"), (later.Pending!.EffectiveAt, later.Pending.Cart!.PlanId));
        var now = Ask(waiting, Monthly("plus"), "2026-04-07", "2026-04-07", policy).OrThrow().SubscriptionAfter;
        Assert.Equal(("plus", null), (now.Plan!.ProductId, now.Pending));

        var refused = Ask(waiting, Monthly("plus"), "2026-04-07", "2026-04-20", policy.WithPending(PendingPolicy.NewerRefused));
        Assert.Equal(RefusalCode.ChangePending, Assert.IsType<Refused>(refused).Code);
    }

    /// <summary>An add-on that is to begin goes into the change of the plan, where the new plan offers it; else it is dropped, as one held would be.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_add_on_that_begins_later_goes_with_the_plan_where_that_offers_it(bool offered)
    {
        var catalog = Shop.Catalog with
        {
            Plans = [Shop.Catalog.Plans[0], Shop.Catalog.Plans[1] with { AddOns = offered ? ["extra"] : [] }],
        };
        var policy = AxesShop.Policy(AxesShop.FirstPurchase, AxesShop.AtOnce, AxesShop.AtOnce, pending: PendingPolicy.Merged);
        policy = policy with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.AddOn }, AxesShop.AtOnce with { Timing = Timing.OnDate }), .. policy.Rules],
            AddOns = policy.AddOns with { WhenPlanChanges = AddOnFate.KeptWhereOffered },
        };
        var basic = Ask(Shop.NotStarted(), Monthly("basic"), "2026-04-01", null, policy, catalog).OrThrow().SubscriptionAfter;
        var waiting = Ask(basic, Monthly("basic").With("extra"), "2026-04-01", "2026-04-16", policy, catalog).OrThrow().SubscriptionAfter;
        var changed = Ask(waiting, Monthly("plus"), "2026-04-06", null, policy, catalog).OrThrow().SubscriptionAfter;
        Assert.Equal(offered ? Monthly("plus").With("extra") : null, changed.Pending?.Cart);
    }
}
