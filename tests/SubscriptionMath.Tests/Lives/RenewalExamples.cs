using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Renewals early and late, paid and not, at which price, and what renews with the plan.</summary>
public sealed class RenewalExamples
{
    private static readonly Shop Open = Club.Open;

    private static readonly Shop Owing = Club.With(policy => policy.WithFailedPayment(FailedPayment.StandsAndIsOwed));

    [Fact]
    public void A_renewal_run_early_bills_the_next_term_twice_early_the_one_after_and_the_roll_bills_nothing()
    {
        var life = Open.Live(Open.Buy("2026-04-01", Monthly("basic")), "2026-07-01", Renew("2026-04-20"), Renew("2026-04-21"));
        Assert.Equal(
            [
                "2026-04-20: Renewal, Service -30.00; Payment +30.00", "2026-04-21: Renewal, Service -30.00; Payment +30.00",
                "2026-05-01: TermStart, ", "2026-06-01: TermStart, ", "2026-07-01: Renewal, Service -30.00; Payment +30.00",
            ],
            life.Told());
        Assert.Equal(
            [Open.Term("2026-05-01", "2026-06-01"), Open.Term("2026-06-01", "2026-07-01")],
            life.Steps.Take(2).Select(step => ((Quote)step.Answer).Lines[0].Covers));
        Assert.Equal(Open.Term("2026-07-01", "2026-08-01"), life.Subscription.Term);
    }

    [Fact]
    public void A_seat_added_after_an_early_renewal_is_charged_for_both_stretches()
    {
        // Half of April at 30.00 and all of May at 30.00.
        var life = Open.Live(Open.Buy("2026-04-01", Monthly("basic")), "2026-05-01", Renew("2026-04-10"), Open.Asks("2026-04-16", Monthly("basic", 2)));
        Assert.Equal(
            ["2026-04-10: Renewal, Service -30.00; Payment +30.00", "2026-04-16: Change, Service -15.00 -30.00; Payment +45.00", "2026-05-01: TermStart, "],
            life.Told());
        Assert.Equal(2, life.Subscription.Plan!.Lots.Sum(lot => lot.Quantity));
    }

    [Fact]
    public void A_change_at_the_end_of_the_term_waits_for_the_end_of_what_was_renewed_early()
    {
        var life = Open.Live(Open.Buy("2026-04-01", Monthly("plus")), "2026-06-01", Open.Asks("2026-04-05", Monthly("basic")), Renew("2026-04-10"), Open.Asks("2026-04-11", Monthly("plus")), Renew("2026-04-12"), Open.Asks("2026-04-13", Monthly("basic")));
        Assert.Equal(
            [
                "2026-04-05: Change, ", "2026-04-10: ChangePending", "2026-04-11: Change, ", "2026-04-12: Renewal, Service -60.00; Payment +60.00",
                "2026-04-13: Change, ", "2026-05-01: TermStart, ", "2026-06-01: PendingChange, Service -30.00; Payment +30.00",
            ],
            life.Told());
    }

    [Fact]
    public void A_renewal_run_late_begins_where_the_term_ended()
    {
        var basic = Open.Buy("2026-04-01", Monthly("basic"));
        var late = (Quote)Billing.Renew(basic, Open.Facts, Open.Catalog, Open.Policy, Open.At("2026-05-09"));
        Assert.Equal((Open.At("2026-05-09"), Open.Term("2026-05-01", "2026-06-01")), (late.At, late.TermAfter!.Value));
        Assert.Equal("Service -30.00; Payment +30.00", Written.Entries(late));
    }

    [Fact]
    public void A_renewal_that_failed_is_tried_again_when_payments_go_through_and_keeps_its_term()
    {
        var life = Open.Live(Open.Buy("2026-04-01", Monthly("basic")), "2026-06-01", Failing("2026-04-28", "2026-05-09"));
        Assert.Equal(
            [
                "2026-05-01: Renewal, Service -30.00; Payment +30.00 (NotPaid)", "2026-05-09: Renewal, Service -30.00; Payment +30.00",
                "2026-06-01: Renewal, Service -30.00; Payment +30.00",
            ],
            life.Told());
    }

    [Fact]
    public void Terms_that_were_missed_are_billed_one_by_one()
    {
        var life = Open.Live(Open.Buy("2026-04-01", Monthly("basic")), "2026-06-20", Failing("2026-04-28", "2026-06-10"));
        Assert.Equal(
            [
                "2026-05-01: Renewal, Service -30.00; Payment +30.00 (NotPaid)", "2026-06-10: Renewal, Service -30.00; Payment +30.00",
                "2026-06-10: Renewal, Service -30.00; Payment +30.00",
            ],
            life.Told());
        Assert.Equal(Open.Term("2026-06-01", "2026-07-01"), life.Subscription.Term);
    }

    [Fact]
    public void A_renewal_ahead_that_failed_until_after_the_end_is_the_renewal_at_the_end()
    {
        var shop = Club.With(policy => policy with { Renewal = policy.Renewal with { DaysAhead = 7 } });
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-05-20", Failing("2026-04-20", "2026-05-09"));
        Assert.Equal(["2026-04-24: Renewal, Service -30.00; Payment +30.00 (NotPaid)", "2026-05-09: Renewal, Service -30.00; Payment +30.00"], life.Told());
        Assert.Equal(shop.Term("2026-05-01", "2026-06-01"), life.Subscription.Term);
    }

    [Fact]
    public void A_change_whose_payment_failed_leaves_everything_as_it_was()
    {
        var life = Open.Live(
            Open.Buy("2026-04-01", Monthly("basic")), "2026-05-01", Failing("2026-04-16", "2026-04-17") with { Commands = [Open.Asks("2026-04-16", Monthly("plus"))] });
        Assert.Equal(
            ["2026-04-16: Change, Service +15.00 -30.00; Payment +15.00 (NotPaid)", "2026-05-01: Renewal, Service -30.00; Payment +30.00"], life.Told());
    }

    [Fact]
    public void Or_it_stands_and_is_owed_and_the_next_invoice_asks_for_it()
    {
        var script = Failing("2026-04-16", "2026-04-17") with { Commands = [Owing.Asks("2026-04-16", Monthly("plus"))] };
        var life = Owing.Live(Owing.Buy("2026-04-01", Monthly("basic")), "2026-05-01", script);
        Assert.Equal(
            [
                "2026-04-16: Change, Service +15.00 -30.00; Payment +15.00 (AcceptedAndOwed)",
                "2026-05-01: Renewal, NextInvoice -15.00; Service -60.00; Payment +75.00",
            ],
            life.Told());
        Assert.Equal([Status.PastDue, Status.Active], life.Steps.Select(step => step.Subscription.Status));
    }

    [Fact]
    public void What_is_owed_can_be_collected_before_the_next_invoice()
    {
        var script = Failing("2026-04-16", "2026-04-17") with
        {
            Commands = [Owing.Asks("2026-04-16", Monthly("plus")), new Command.Collect { At = Owing.At("2026-04-20") }, new Command.Collect { At = Owing.At("2026-04-21") }],
        };
        var life = Owing.Live(Owing.Buy("2026-04-01", Monthly("basic")), "2026-05-01", script);
        Assert.Equal(
            [
                "2026-04-16: Change, Service +15.00 -30.00; Payment +15.00 (AcceptedAndOwed)", "2026-04-20: Collection, NextInvoice -15.00; Payment +15.00",
                "2026-04-21: Collection, ", "2026-05-01: Renewal, Service -60.00; Payment +60.00",
            ],
            life.Told());
        Assert.All(life.Steps[1].Subscription.Plan!.Lots, lot => Assert.Equal((false, lot.Billed), (lot.AwaitsInvoice, lot.Paid)));
    }

    [Fact]
    public void Expiry_bills_what_still_waits()
    {
        var script = Failing("2026-04-16", "2026-04-17") with { Commands = [Owing.Asks("2026-04-16", Monthly("plus")), Owing.Ends("2026-04-20")] };
        var life = Owing.Live(Owing.Buy("2026-04-01", Monthly("basic")), "2026-06-01", script);
        Assert.Equal("2026-05-01: Expiry, NextInvoice -15.00; Payment +15.00", life.Told().Last());
        Assert.Empty(life.Subscription.NextInvoice);
    }

    [Theory]
    [InlineData(RenewalPrice.AsSold, "2026-05-01: Renewal, Service -30.00; Payment +30.00")]
    [InlineData(RenewalPrice.FromCatalog, "2026-05-01: Renewal, Service -36.00; Payment +36.00")]
    public void A_price_that_rose_reaches_a_subscription_at_its_renewal_or_not_at_all(RenewalPrice price, string renewal)
    {
        var shop = Club.With(policy => policy with { Renewal = policy.Renewal with { Price = price } });
        var basic = shop.Buy("2026-04-01", Monthly("basic"));
        var dearer = shop with
        {
            Catalog = shop.Catalog with { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Prices = [.. plan.Prices.Select(sold => sold.Times(1.2m))] })] },
        };
        Assert.Equal([renewal], dearer.Advance(basic, "2026-05-01").Told());
        Assert.Equal("Service -15.00; Payment +15.00", Written.Entries(dearer.Quote(basic, Monthly("basic", 2), "2026-04-16")));
    }

    [Theory]
    [InlineData("0", 1.2, "Service -30.00; Payment +30.00")] // 36.00 in the catalog: the lower of the two is the price as sold
    [InlineData("0", 0.8, "Service -24.00; Payment +24.00")] // a price that fell reaches everybody
    [InlineData("1/10", 1.2, "Service -33.00; Payment +33.00")] // 30.00 and a tenth
    [InlineData("1/3", 1.2, "Service -36.00; Payment +36.00")] // 40.00 would be more than the catalog's price
    [InlineData("1/6", 1.2, "Service -35.00; Payment +35.00")]
    public void A_renewal_from_the_catalog_rises_by_so_much_at_most(string part, double times, string bill)
    {
        var shop = Club.With(policy => policy with
        {
            Renewal = policy.Renewal with { Price = RenewalPrice.FromCatalog, RaisedAtMost = Fraction.Parse(part) },
        });
        var basic = shop.Buy("2026-04-01", Monthly("basic"));
        Assert.Equal([$"2026-05-01: Renewal, {bill}"], Dearer(shop, (decimal)times).Advance(basic, "2026-05-01").Told());
    }

    [Fact]
    public void A_capped_price_rises_from_renewal_to_renewal_up_to_the_catalogs()
    {
        // 30.00 and a tenth are 33.00; 33.00 and a tenth are 36.30, and the catalog has 36.00.
        var shop = Club.With(policy => policy with
        {
            Renewal = policy.Renewal with { Price = RenewalPrice.FromCatalog, RaisedAtMost = new Fraction(1, 10) },
        });
        var life = Dearer(shop, 1.2m).Advance(shop.Buy("2026-04-01", Monthly("basic")), "2026-07-01");
        Assert.Equal(["EUR 33.00", "EUR 36.00", "EUR 36.00"], life.Steps.Select(step => $"{((Quote)step.Answer).Totals.DueNow}"));
    }

    [Fact]
    public void A_capped_price_may_rise_for_ever_and_keeps_twelve_decimals()
    {
        // 1.001 to the fifth power has fifteen decimals. 30.00 x 1.001 ^ 5 is 30.1503003...: the bill is 30.15.
        var shop = Club.With(policy => policy with
        {
            Renewal = policy.Renewal with { Price = RenewalPrice.FromCatalog, RaisedAtMost = new Fraction(1, 1000) },
        });
        var life = Dearer(shop, 2m).Advance(shop.Buy("2026-04-01", Monthly("basic")), "2026-09-01");
        Assert.Equal("EUR 30.15", $"{((Quote)life.Steps[^1].Answer).Totals.DueNow}");
        Assert.Equal(30.15030030015m, life.Subscription.Plan!.SoldAt.Model is PriceModel.PerUnit each ? each.Amount : 0m); // ... 0150003, cut at twelve
    }

    [Fact]
    public void The_cheaper_price_is_that_of_the_units_that_renew()
    {
        // As sold 30.00 each. The catalog has 40.00 each up to two, then 10.00: two cost 80.00 instead of 60.00, four 100.00 instead of 120.00.
        var shop = Club.With(policy => policy with
        {
            Renewal = policy.Renewal with { Price = RenewalPrice.FromCatalog, RaisedAtMost = Fraction.Zero },
        });
        var tiers = Price.Of(new PriceModel.Graduated([PriceTier.Each(2, 40m), PriceTier.Each(null, 10m)]), "EUR", BillingInterval.Month);
        var other = shop with { Catalog = shop.Catalog with { Plans = [shop.Catalog.Plans[0] with { Prices = [tiers] }] } };
        Assert.Equal(["2026-05-01: Renewal, Service -60.00; Payment +60.00"], other.Advance(shop.Buy("2026-04-01", Monthly("basic", 2)), "2026-05-01").Told());
        Assert.Equal(["2026-05-01: Renewal, Service -100.00; Payment +100.00"], other.Advance(shop.Buy("2026-04-01", Monthly("basic", 4)), "2026-05-01").Told());
    }

    [Fact]
    public void A_renewal_by_an_index_has_the_catalog_that_the_caller_gives()
    {
        // The caller's own price of each holder, raised by 3.2 percent: 30.00 is 30.96, whatever the catalog has for others.
        var shop = Club.With(policy => policy with { Renewal = policy.Renewal with { Price = RenewalPrice.FromCatalog } });
        var basic = shop.Buy("2026-04-01", Monthly("basic"));
        var indexed = shop with
        {
            Catalog = shop.Catalog with { Plans = [shop.Catalog.Plans[0] with { Prices = [basic.Plan!.SoldAt.Times(1.032m)] }, shop.Catalog.Plans[1]] },
        };
        Assert.Equal(["2026-05-01: Renewal, Service -30.96; Payment +30.96"], indexed.Advance(basic, "2026-05-01").Told());
    }

    private static Shop Dearer(Shop shop, decimal times) => shop with
    {
        Catalog = shop.Catalog with { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Prices = [.. plan.Prices.Select(sold => sold.Times(times))] })] },
    };

    [Fact]
    public void An_add_on_with_a_term_of_its_own_that_was_dropped_runs_to_its_own_end()
    {
        // Storage of 73.00 a year from 11 April: dropped at the end of the month, it lasts to 11 April of the next year.
        var shop = Club.WithRule(Rule.For(
            new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Up },
            new(Timing.Now, TrialFate.Ended, TermRule.OwnTerm, UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance)));
        var storage = new CartAddOn { Id = "storage", Interval = BillingInterval.Year };
        var life = shop.Live(
            shop.Buy("2026-04-01", Monthly("basic")), "2027-04-30",
            shop.Asks("2026-04-11", Monthly("basic") with { AddOns = [storage] }), shop.Asks("2026-04-20", Monthly("basic")));
        Assert.Equal("2026-04-11: Change, Service -73.00; Payment +73.00", life.Told().First());
        Assert.Equal("2026-05-01: PendingChange, Service -30.00; Payment +30.00", life.Told().ElementAt(2));
        Assert.Equal(0, life.Steps[2].Subscription.AddOns[0].RenewsWith);
        var gone = Assert.Single(life.Steps, step => ((Quote)step.Answer).BillingReason == BillingReason.AddOnTermEnd);
        Assert.Equal("2027-04-11: AddOnTermEnd, ", Written.Step(gone));
        Assert.Equal((["storage"], 0), (((Quote)gone.Answer).EndedAddOns, gone.Subscription.AddOns.Count));
    }

    [Fact]
    public void An_add_on_whose_own_renewal_is_not_paid_comes_before_any_change()
    {
        // A year of Basic with a locker by the month, whose second month is not paid.
        var yearly = Yearly("basic") with { AddOns = [new CartAddOn { Id = "locker", Interval = BillingInterval.Month }] };
        var life = Open.Live(
            Open.Buy("2026-04-01", yearly), "2026-05-20",
            Failing("2026-04-20", "2026-05-15") with { Commands = [Open.Asks("2026-05-10", yearly with { Quantity = 2 }), Open.Asks("2026-05-20", yearly with { Quantity = 2 })] });
        Assert.Equal(
            [
                "2026-05-01: AddOnTermEnd, Service -15.00; Payment +15.00 (NotPaid)", "2026-05-10: RenewalDue",
                "2026-05-15: AddOnTermEnd, Service -15.00; Payment +15.00", "2026-05-20: Change, Service -316.00; Payment +316.00",
            ],
            life.Told());
        Assert.Equal(RefusalCode.RenewalDue, Assert.IsType<Refused>(Open.Ask(life.Steps[0].Subscription, yearly with { Quantity = 2 }, "2026-05-10")).Code);
    }

    [Fact]
    public void An_add_on_that_runs_out_is_gone_with_its_credits_at_the_renewal()
    {
        var life = Open.Live(Open.Buy("2026-04-01", Monthly("basic")), "2026-05-01", Open.Asks("2026-04-01", Monthly("basic").With("lessons")));
        Assert.Equal(["2026-04-01: Change, Service -90.00; Payment +90.00", "2026-05-01: Renewal, Service -30.00; Payment +30.00"], life.Told());
        var renewal = (Quote)life.Steps[1].Answer;
        Assert.Equal((["lessons"], "Lapsed 10 lesson of lessons"), (renewal.EndedAddOns, Written.Grants(renewal)));
        Assert.Empty(life.Subscription.AddOns);
    }

    [Fact]
    public void Two_subscriptions_draw_on_one_credit()
    {
        var (one, other) = (Open.Buy("2026-04-01", Monthly("basic")), Open.Buy("2026-04-15", Monthly("plus")));
        var credit = MoneyCredit.Of(Money.Of(50m, "EUR"));
        var first = Open.Advance(one, "2026-05-01", Facts.None with { Credit = credit, OtherSubscriptions = 1 });
        Assert.Equal(["2026-05-01: Renewal, Service -30.00; Balance +30.00"], first.Told());
        var second = Open.Advance(other, "2026-05-15", Facts.None with { Credit = first.Facts.Credit, OtherSubscriptions = 1 });
        Assert.Equal(["2026-05-15: Renewal, Service -60.00; Balance +20.00; Payment +40.00"], second.Told());
        var stale = Lifecycle.PriceNext(other, Facts.None with { Credit = credit, OtherSubscriptions = 1 }, Open.Catalog, Open.Policy)!;
        Assert.IsType<Stale>(Billing.Accept(other, stale, second.Facts));
    }

    [Theory]
    [InlineData(0, "2026-05-01: Expiry, Balance +50.00; Forfeited -50.00")]
    [InlineData(1, "2026-05-01: Expiry, ")]
    public void Credit_is_lost_with_the_last_subscription_that_draws_on_it(int others, string expiry)
    {
        var facts = Facts.None with { Credit = MoneyCredit.Of(Money.Of(50m, "EUR")), OtherSubscriptions = others };
        var ended = Open.Cancel(Open.Buy("2026-04-01", Monthly("basic")), "2026-04-20");
        Assert.Equal([expiry], Open.Advance(ended, "2026-05-01", facts).Told());
    }

    private static Command.Renew Renew(string day) => new Command.Renew { At = Open.At(day) };

    private static Script Failing(string from, string to) => new() { PaymentsFail = [Open.Term(from, to)] };
}
