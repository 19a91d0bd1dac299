using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Public complaints of users of billing engines without published numbers: none may happen here.</summary>
public sealed class ComplaintExamples
{
    private static readonly Shop Open = Club.Open;

    /// <summary>Whatever is asked for in a trial takes effect at once and costs nothing before its end.</summary>
    private static readonly Shop Tried = Club.WithTrial(BillingInterval.Days(10)) with
    {
        Policy = Club.WithRule(Rule.For(new Case { InTrial = true }, Plain.Nothing)).Policy,
    };

    /// <summary>polarsource/polar#13691: paused, cancelled, un-cancelled, and then paused at the renewal all the same.</summary>
    [Theory]
    [InlineData(PendingPolicy.NewestReplaces)]
    [InlineData(PendingPolicy.Kept)]
    [InlineData(PendingPolicy.Merged)]
    [InlineData(PendingPolicy.NewerRefused)]
    public void A_cancellation_clears_a_pause_that_waits(PendingPolicy pending)
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.Pause }, Plain.Nothing with { Timing = Timing.AtPeriodEnd }));
        shop = shop with { Policy = shop.Policy.WithPending(pending) };
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("basic")), "2026-05-01",
            shop.Asks("2026-04-05", Monthly("basic") with { Paused = true }), shop.Ends("2026-04-10"), new Command.Resume { At = shop.At("2026-04-20") });
        Assert.Equal("2026-05-01: Renewal, Service -30.00; Payment +30.00", life.Told().Last());
        Assert.Equal(Status.Active, life.Subscription.Status);
    }

    /// <summary>BasedHardware/omi#2810: a plan that waits, then a cancellation.</summary>
    [Fact]
    public void A_cancellation_clears_a_plan_that_waits()
    {
        var plus = Open.Buy("2026-04-01", Monthly("plus"));
        Assert.Equal(["2026-04-05: Change, ", "2026-04-10: Change, ", "2026-05-01: Expiry, "], Open.Live(plus, "2026-06-01", Open.Asks("2026-04-05", Monthly("basic")), Open.Ends("2026-04-10")).Told());
        var back = Open.Live(plus, "2026-05-01", Open.Asks("2026-04-05", Monthly("basic")), Open.Ends("2026-04-10"), new Command.Resume { At = Open.At("2026-04-20") });
        Assert.Equal("2026-05-01: Renewal, Service -60.00; Payment +60.00", back.Told().Last());
    }

    /// <summary>unkeyed/unkey#7211: an upgrade that was not paid revived a plan that was cancelled.</summary>
    [Fact]
    public void An_upgrade_that_is_not_paid_does_not_take_a_cancellation_back()
    {
        var script = new Script { Commands = [Open.Ends("2026-04-10"), Open.Asks("2026-04-16", Monthly("plus"))], PaymentsFail = [Open.Term("2026-04-16", "2026-04-17")] };
        Assert.Equal(
            ["2026-04-10: Change, ", "2026-04-16: Change, Service +15.00 -30.00; Payment +15.00 (NotPaid)", "2026-05-01: Expiry, "],
            Open.Live(Open.Buy("2026-04-01", Monthly("basic")), "2026-06-01", script).Told());
    }

    /// <summary>django-getpaid/django-plans#250: Pro was renewed at the price of Basic. What was renewed ahead is Plus as well, and nothing is billed twice.</summary>
    [Fact]
    public void After_an_upgrade_it_renews_at_the_new_price_also_where_it_was_renewed_ahead()
    {
        var shop = Club.With(policy => policy with { Renewal = policy.Renewal with { DaysAhead = 7 } });
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-30", shop.Asks("2026-04-26", Monthly("plus")));
        Assert.Equal(
            ["2026-04-24T00:00:00Z: EUR 30.00", "2026-04-26T00:00:00Z: EUR 35.00", "2026-05-01T00:00:00Z: EUR 0.00", "2026-05-25T00:00:00Z: EUR 60.00"],
            life.Steps.Select(step => $"{step.At}: {((Quote)step.Answer).Totals.DueNow}"));
    }

    /// <summary>SELISEdigitalplatforms/blocks-utilities#387: "at the next renewal when the net is nothing" would have put off every swap in a trial.</summary>
    [Fact]
    public void A_swap_in_a_trial_is_not_put_off_because_it_costs_nothing()
    {
        var quote = Tried.Quote(Tried.Buy("2026-04-01", Monthly("plus")), Monthly("basic"), "2026-04-05");
        Assert.Equal(("", "basic", null), (Written.Entries(quote), quote.SubscriptionAfter.Plan!.ProductId, quote.SubscriptionAfter.Pending));
    }

    /// <summary>mollie/laravel-cashier-mollie#79: whoever changed plans in the trial paid bronze, silver and gold in full. stripe/stripe-dotnet#1166: seats in it were charged.</summary>
    [Fact]
    public void Changes_in_a_trial_cost_nothing_and_the_last_one_is_paid_once()
    {
        var life = Tried.Live(
            Tried.Buy("2026-04-01", Monthly("basic")), "2026-04-11",
            Tried.Asks("2026-04-03", Monthly("plus")), Tried.Asks("2026-04-05", Monthly("plus", 4)), Tried.Asks("2026-04-07", Monthly("plus", 2)));
        Assert.Equal(["2026-04-03: Change, ", "2026-04-05: Change, ", "2026-04-07: Change, ", "2026-04-11: TrialEnd, Service -120.00; Payment +120.00"], life.Told());
    }

    /// <summary>formbricks/formbricks#8659: an upgrade that ended the trial was done in two steps, and billed twice.</summary>
    [Fact]
    public void An_upgrade_that_ends_the_trial_is_billed_once()
    {
        var shop = Tried with { Policy = Club.WithRule(Rule.For(new Case { InTrial = true }, Plain.Anew)).Policy };
        var upgrade = shop.Quote(shop.Buy("2026-04-01", Monthly("basic")), Monthly("plus"), "2026-04-05");
        Assert.Equal("Service -60.00; Payment +60.00", Written.Entries(upgrade));
        Assert.Empty(shop.Quote(upgrade.SubscriptionAfter, Monthly("plus"), "2026-04-05").Entries);
        Assert.Equal(["2026-05-05: Renewal, Service -60.00; Payment +60.00"], shop.Advance(upgrade.SubscriptionAfter, "2026-05-05").Steps.Select(Written.Step));
    }

    /// <summary>better-auth/better-auth#4539: a trial for each plan, and one again after each cancellation.</summary>
    [Fact]
    public void There_is_one_trial_for_all_plans_and_none_after_a_cancellation()
    {
        var over = Tried.Advance(Tried.Cancel(Tried.Buy("2026-04-01", Monthly("basic")), "2026-04-05"), "2026-05-01").Subscription;
        Assert.Equal(Status.Expired, over.Status);
        foreach (var plan in new[] { "basic", "plus" })
            Assert.True(Tried.Quote(over, Monthly(plan), "2026-06-01").Totals.DueNow.IsPositive);
    }

    /// <summary>SELISEdigitalplatforms/blocks-utilities#313: a trial that ended just on the 1st, the billing day, became a stub.</summary>
    [Fact]
    public void A_trial_that_ends_on_the_billing_day_is_followed_by_a_whole_term()
    {
        var shop = new Shop(
            AxesShop.Policy(AxesShop.FirstPurchase with { Term = TermRule.AlignedTo(Anchor.OnDay(1)), NewPrice = NewPrice.ForTheRest }, AxesShop.AtOnce, AxesShop.AtOnce), Tried.Catalog);
        var paid = shop.Advance(shop.Buy("2026-03-22", Monthly("basic")), "2026-04-01");
        Assert.Equal(["2026-04-01: TrialEnd, Service -30.00; Payment +30.00"], paid.Steps.Select(Written.Step));
        Assert.Equal(shop.Term("2026-04-01", "2026-05-01"), paid.Subscription.Term);
    }

    /// <summary>wasp-lang/open-saas#683 and kobotoolbox/kpi#5524: what began on 31 January and was cancelled ended on a wrong day.</summary>
    [Theory]
    [InlineData("2026-02-10", "2026-02-28")]
    [InlineData("2026-02-28", "2026-03-31")]
    [InlineData("2026-04-29", "2026-04-30")]
    public void A_cancellation_at_the_end_of_the_month_ends_with_its_term(string asked, string ends)
    {
        var held = Open.Advance(Open.Buy("2026-01-31", Monthly("basic")), asked).Subscription;
        Assert.Equal(Open.At(ends), Open.Cancel(held, asked).Pending!.EffectiveAt);
    }

    /// <summary>killbill/killbill#139: a cancellation at the end of the term, asked for in another zone, left a credit for one day.</summary>
    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Europe/Prague")]
    public void A_cancellation_at_the_end_of_the_term_leaves_no_credit(string zone)
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Plain.Difference with { Timing = Timing.AtBilledEnd })) with { Zone = DateTimeZoneProviders.Tzdb[zone] };
        var life = shop.Advance(shop.Cancel(shop.Buy("2026-03-01", Monthly("basic")), "2026-03-31"), "2026-06-01");
        Assert.Equal(["2026-04-01: Expiry, "], life.Steps.Select(Written.Step));
        Assert.Empty(life.Facts.Credit.Lots);
    }

    /// <summary>
    /// getlago/lago-api#4895: fixed charges are billed in the trial of the plan. What is not in the trial costs what it is held for, five of the 31 days of the month that ends with it,
    /// and then its term.
    /// </summary>
    [Fact]
    public void An_add_on_beside_a_plan_in_trial_is_billed_for_the_time_to_its_end()
    {
        var addOns = Tried with { Policy = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.AddOn }, Plain.Difference)).Policy };
        var life = addOns.Live(addOns.Buy("2026-04-01", Monthly("basic")), "2026-04-11", addOns.Asks("2026-04-06", Monthly("basic").With("locker")));
        Assert.Equal(["2026-04-06: Change, Service -2.42; Payment +2.42", "2026-04-11: TrialEnd, Service -30.00 -15.00; Payment +45.00"], life.Told());
    }

    /// <summary>killbill/killbill#877: from a free plan to a paid one and back on the same day was billed twice.</summary>
    [Fact]
    public void From_free_to_paid_on_the_day_of_the_purchase_is_billed_once()
    {
        var shop = Club.WithRule(Rule.For(new Case { Direction = Direction.Down }, Plain.Difference)) with
        {
            Catalog = Catalog.Of(Plan("free", 0, Price.Of(0m, "EUR", BillingInterval.Month)), Plan("basic", 1, Price.Of(30m, "EUR", BillingInterval.Month))),
        };
        var life = shop.Live(shop.NotStarted(), "2026-04-01", shop.Asks("2026-04-01", Monthly("free")), shop.Asks("2026-04-01", Monthly("basic")), shop.Asks("2026-04-01", Monthly("free")), shop.Asks("2026-04-01", Monthly("basic")));
        Assert.Equal(
            ["2026-04-01: Change, ", "2026-04-01: Change, Service -30.00; Payment +30.00", "2026-04-01: Change, Service +30.00; Balance -30.00", "2026-04-01: Change, Service -30.00; Balance +30.00"],
            life.Told());
    }

    /// <summary>An add-on bought together with a plan that is tried is not in the trial either: it has its own month, and is charged once for it.</summary>
    [Fact]
    public void An_add_on_bought_with_a_plan_in_trial_is_charged_once_for_its_own_month()
    {
        var life = Tried.Live(Tried.NotStarted(), "2026-05-01", Tried.Asks("2026-04-01", Monthly("basic").With("locker")));
        Assert.Equal(
            ["2026-04-01: Change, Service -15.00; Payment +15.00", "2026-04-11: TrialEnd, Service -30.00; Payment +30.00", "2026-05-01: AddOnTermEnd, Service -15.00; Payment +15.00"],
            life.Told());
    }
}
