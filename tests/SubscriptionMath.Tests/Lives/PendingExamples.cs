using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Two changes of which one waits, under each answer; cancellations taken back or too late; refunds.</summary>
public sealed class PendingExamples
{
    private static readonly Shop Open = Club.Open;

    private static readonly Shop Refunding = Club.WithRule(Rule.For(
        new Case { Changes = ChangeKinds.End },
        new(Timing.CustomerChooses, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Refunded(RefundRest.ToBalance))));

    [Theory]
    [InlineData(PendingPolicy.NewestReplaces, "2 x plus")]
    [InlineData(PendingPolicy.Kept, "2 x plus")]
    [InlineData(PendingPolicy.Merged, "2 x basic")]
    [InlineData(PendingPolicy.NewerRefused, "3 x basic")]
    public void The_plan_falls_and_then_the_seats_fall_at_the_end_of_the_term(PendingPolicy policy, string held)
    {
        var shop = Club.With(other => other.WithPending(policy));
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("plus", 3)), "2026-05-01", shop.Asks("2026-04-05", Monthly("basic", 3)), shop.Asks("2026-04-10", Monthly("plus", 2)));
        Assert.Equal(policy == PendingPolicy.NewerRefused ? "2026-04-10: ChangePending" : "2026-04-10: Change, ", life.Told().ElementAt(1));
        Assert.Equal(held, Held(life.Subscription));
    }

    [Theory]
    [InlineData(PendingPolicy.NewestReplaces, "3 x plus")]
    [InlineData(PendingPolicy.Kept, "2 x basic")]
    [InlineData(PendingPolicy.Merged, "2 x plus")]
    public void Seats_fall_at_the_end_of_the_term_and_the_plan_rises_at_once(PendingPolicy policy, string held)
    {
        var shop = Club.With(other => other.WithPending(policy));
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("basic", 3)), "2026-05-01", shop.Asks("2026-04-05", Monthly("basic", 2)), shop.Asks("2026-04-16", Monthly("plus", 3)));
        Assert.Equal("2026-04-16: Change, Service +45.00 -90.00; Payment +45.00", life.Told().ElementAt(1));
        Assert.Equal(held, Held(life.Subscription));
    }

    [Fact]
    public void A_merged_cart_that_nobody_sells_is_refused_when_it_is_asked_for()
    {
        // Plus by the year is to go on by the month; Basic, which would then be a monthly one too, is sold by the year alone.
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Interval }, Treatment.AtPeriodEnd));
        Sequence<Plan> plans =
        [
            .. shop.Catalog.Plans.Select(plan => plan.Id == "basic" ? plan with { Prices = [.. plan.Prices.Where(price => price.Interval == BillingInterval.Year)] } : plan),
        ];
        var yearly = shop with { Policy = shop.Policy.WithPending(PendingPolicy.Merged), Catalog = shop.Catalog with { Plans = plans } };
        var waiting = yearly.Change(yearly.Buy("2026-04-01", Yearly("plus")), Monthly("plus"), "2026-04-05");
        Assert.Equal(RefusalCode.IntervalNotOffered, Assert.IsType<Refused>(yearly.Ask(waiting, Yearly("basic"), "2026-04-10")).Code);
    }

    [Fact]
    public void What_is_withdrawn_does_not_take_effect()
    {
        var life = Open.Live(
            Open.Buy("2026-04-01", Monthly("plus")), "2026-05-01", Open.Asks("2026-04-05", Monthly("basic")), new Command.Withdraw { At = Open.At("2026-04-20") });
        Assert.Equal(["2026-04-05: Change, ", "2026-04-20: Change, ", "2026-05-01: Renewal, Service -60.00; Payment +60.00"], life.Told());
    }

    [Fact]
    public void A_cancellation_is_taken_back_until_it_takes_effect_and_not_after()
    {
        var basic = Open.Buy("2026-04-01", Monthly("basic"));
        var kept = Open.Live(basic, "2026-05-01", Open.Ends("2026-04-11"), new Command.Resume { At = Open.At("2026-04-30T23:59:59Z") });
        Assert.Equal(["2026-04-11: Change, ", "2026-04-30T23:59:59: Change, ", "2026-05-01: Renewal, Service -30.00; Payment +30.00"], kept.Told());
        var late = Open.Live(basic, "2026-05-01", Open.Ends("2026-04-11"), new Command.Resume { At = Open.At("2026-05-01") });
        Assert.Equal(["2026-04-11: Change, ", "2026-05-01: Expiry, ", "2026-05-01: NothingToResume"], late.Told());
    }

    [Fact]
    public void After_the_end_a_purchase_begins_anew()
    {
        var life = Open.Live(Open.Buy("2026-04-01", Monthly("basic")), "2026-06-20", Open.Ends("2026-04-11"), Open.Asks("2026-05-20", Monthly("plus")));
        Assert.Equal(
            ["2026-04-11: Change, ", "2026-05-01: Expiry, ", "2026-05-20: Change, Service -60.00; Payment +60.00", "2026-06-20: Renewal, Service -60.00; Payment +60.00"],
            life.Told());
    }

    [Fact]
    public void A_change_after_a_cancellation_takes_it_back_or_leaves_it_as_the_policy_says()
    {
        var commands = new[] { Open.Ends("2026-04-11"), Open.Asks("2026-04-16", Monthly("plus")) };
        Assert.Equal("2026-05-01: Renewal, Service -60.00; Payment +60.00", Told(PendingPolicy.NewestReplaces));
        Assert.Equal("2026-05-01: Expiry, ", Told(PendingPolicy.Kept));
        Assert.Equal("2026-05-01: Expiry, ", Told(PendingPolicy.Merged));

        string Told(PendingPolicy policy)
        {
            var shop = Club.With(other => other.WithPending(policy));
            return shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-01", commands).Told().Last();
        }
    }

    [Fact]
    public void A_cancellation_at_once_refunds_what_was_paid_for_the_time_left()
    {
        var life = Refunding.Live(Refunding.Buy("2026-04-01", Monthly("basic")), "2026-06-01", Refunding.Ends("2026-04-16", RequestedTiming.Now));
        Assert.Equal(["2026-04-16: Change, Service +15.00; Payment -15.00"], life.Told());
        Assert.Equal(Status.Expired, life.Subscription.Status);
    }

    [Fact]
    public void A_refund_at_the_end_first_pays_what_still_waits()
    {
        // Plus for 60.00 waits for the next invoice as far as 15.00 of it; half of what it replaced had been paid.
        var shop = Refunding with
        {
            Policy = Refunding.Policy with
            {
                Balance = Refunding.Policy.Balance with { PaidLost = BalanceLoss.Never },
                Rules = [.. Refunding.Policy.Rules.Select(rule => rule.When == Case.Otherwise ? Rule.Otherwise(((Rule.Treated)rule).Then with { PaymentTiming = PaymentTiming.NextInvoice }) : rule)],
            },
        };
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("basic")), "2026-06-01", shop.Asks("2026-04-16", Monthly("plus")), shop.Ends("2026-04-16", RequestedTiming.Now));
        Assert.Equal("2026-04-16: Change, Service +15.00 -30.00; NextInvoice +15.00", life.Told().First());

        // 30.00 is unused, of which 15.00 was paid and 15.00 is still to be billed.
        Assert.Equal("2026-04-16: Change, NextInvoice -15.00; Service +30.00; Payment -15.00", life.Told().Last());
        Assert.Empty(life.Facts.Credit.Lots);
    }

    [Theory]
    [InlineData(RefundRest.ToBalance, "Service +30.00 -15.00; Balance -15.00")]
    [InlineData(RefundRest.Forfeited, "Service +30.00 -15.00; Forfeited -15.00")]
    public void A_refund_goes_as_far_as_was_paid_and_the_rest_where_the_policy_says(RefundRest rest, string entries)
    {
        // Plus for 60.00 still waits for the next invoice: half of it is unused on the way down, and nothing of it was paid.
        var down = new Treatment(
            Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.Refunded(rest));
        var waits = new Case { Changes = ChangeKinds.Start };
        var shop = Club.With(policy => policy with
        {
            Rules =
            [
                .. policy.Rules.Where(rule => rule.When != Case.Otherwise && rule.When.Direction is null).Select(rule =>
                    rule is Rule.Treated start && rule.When == waits ? Rule.For(waits, start.Then with { PaymentTiming = PaymentTiming.NextInvoice }) : rule),
                Rule.Otherwise(down),
            ],
        });
        var plus = shop.Buy("2026-04-01", Monthly("plus"));
        Assert.Equal("EUR 60.00", Assert.Single(plus.NextInvoice).Amount.ToString());
        Assert.Equal(entries, Written.Entries(shop.Quote(plus, Monthly("basic"), "2026-04-16")));
    }

    [Fact]
    public void Where_the_customer_chooses_the_end_of_the_term_nothing_is_unused_at_it()
    {
        var basic = Refunding.Buy("2026-04-01", Monthly("basic"));
        Assert.Equal(
            ["2026-04-16: Change, Service +15.00; Payment -15.00"], Refunding.Live(basic, "2026-05-01", Refunding.Ends("2026-04-16", RequestedTiming.Now)).Told());
        Assert.Equal(
            ["2026-04-16: Change, ", "2026-05-01: Expiry, "], Refunding.Live(basic, "2026-05-01", Refunding.Ends("2026-04-16", RequestedTiming.AtPeriodEnd)).Told());
    }

    [Fact]
    public void Where_the_policy_gives_the_rest_back_and_serves_to_the_end_a_resumption_bills_nothing_before_the_renewal()
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToBalance }));
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("basic")), "2026-05-01", shop.Ends("2026-04-16"), new Command.Resume { At = shop.At("2026-04-20") });
        Assert.Equal(
            ["2026-04-16: Change, Service +15.00; Balance -15.00", "2026-04-20: Change, ", "2026-05-01: Renewal, Service -30.00; Balance +15.00; Payment +15.00"],
            life.Told());
    }

    /// <summary>Two of Storage by the year beside Basic by the month; in April one is given up, which their own year outlasts.</summary>
    [Theory]
    [InlineData(PendingPolicy.NewestReplaces, "basic", 1, 1)]
    [InlineData(PendingPolicy.NewestReplaces, "basic", 2, null)]
    [InlineData(PendingPolicy.NewestReplaces, "basic", 3, null)]
    [InlineData(PendingPolicy.NewestReplaces, "plus", 2, null)]
    [InlineData(PendingPolicy.Kept, "basic", 2, null)]
    [InlineData(PendingPolicy.Kept, "basic", 3, null)]
    [InlineData(PendingPolicy.Kept, "plus", 2, 1)]
    [InlineData(PendingPolicy.Merged, "plus", 2, 1)]
    public void A_newer_cart_replaces_the_units_with_which_an_add_on_renews_as_it_replaces_a_pending_change(
        PendingPolicy policy, string plan, int units, int? renewsWith)
    {
        var shop = Club.With(other => other.WithPending(policy));
        var held = shop.Advance(shop.Change(shop.Buy("2026-04-01", WithStorage("basic", 2)), WithStorage("basic", 1), "2026-04-10"), "2026-05-01").Subscription;
        Assert.Equal((2, (int?)1), (held.AddOns[0].Quantity, held.AddOns[0].RenewsWith));
        var asked = shop.Advance(shop.Change(held, WithStorage(plan, units), "2026-05-10"), "2026-06-01").Subscription;
        Assert.Equal((Math.Max(2, units), renewsWith), (asked.AddOns[0].Quantity, asked.AddOns[0].RenewsWith));
    }

    [Fact]
    public void A_cart_that_waits_takes_back_what_an_older_one_gave_up_unless_carts_are_merged()
    {
        // From Plus down to Basic with both of Storage, after one was given up: merged, Storage is not what the newer cart changes.
        foreach (var (policy, renewsWith) in new[] { (PendingPolicy.NewestReplaces, (int?)null), (PendingPolicy.Kept, null), (PendingPolicy.Merged, 1) })
        {
            var shop = Club.With(other => other.WithPending(policy));
            var held = shop.Advance(shop.Change(shop.Buy("2026-04-01", WithStorage("plus", 2)), WithStorage("plus", 1), "2026-04-10"), "2026-05-01").Subscription;
            var down = shop.Advance(shop.Change(held, WithStorage("basic", 2), "2026-05-10"), "2026-06-01").Subscription;
            Assert.Equal(("basic", 2, renewsWith), (down.Plan!.ProductId, down.AddOns[0].Quantity, down.AddOns[0].RenewsWith));
        }
    }

    private static Cart WithStorage(string plan, int units) => Monthly(plan) with { AddOns = [new CartAddOn { Id = "storage", Interval = BillingInterval.Year, Quantity = units }] };

    private static string Held(Subscription subscription) => $"{subscription.Plan!.Quantity} x {subscription.Plan.ProductId}";
}
