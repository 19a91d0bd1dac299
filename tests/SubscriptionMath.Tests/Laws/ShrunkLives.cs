using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Laws;

/// <summary>Findings of the laws of lives, shrunk and kept by name; those of general interest stand among the examples of lives.</summary>
public sealed class ShrunkLives
{
    private static readonly Shop Open = Club.Open;

    [Fact]
    public void An_add_on_that_ends_alone_and_bills_nothing_ends_once()
    {
        // A plan for a year, and a pack for a month that runs out: nothing is billed, and still something has changed.
        var cart = Yearly("basic") with { AddOns = [new CartAddOn { Id = "lessons", Interval = BillingInterval.Month }] };
        var step = Assert.Single(Open.Advance(Open.Buy("2026-04-01", cart), "2026-12-31").Steps);
        Assert.Equal("2026-05-01: AddOnTermEnd, ", Written.Step(step));
        Assert.Equal((0, 2L), (step.Subscription.AddOns.Count, step.Subscription.Version));
    }

    [Fact]
    public void A_pause_asked_for_again_long_after_the_term_changes_nothing()
    {
        var rests = Monthly("basic") with { Paused = true };
        var paused = Open.Change(Open.Buy("2026-04-01", Monthly("basic")), rests, "2026-04-11");
        var again = Open.Quote(paused, rests, "2026-08-01");
        Assert.Equal(("", paused), (Written.Entries(again), again.SubscriptionAfter));
        Assert.Equal(RefusalCode.ChangeWhilePaused, ((Refused)Open.Ask(paused, Monthly("plus") with { Paused = true }, "2026-08-01")).Code);
    }

    [Fact]
    public void A_trial_that_is_taken_up_again_does_not_begin_before_the_term_that_was_paid_for()
    {
        // Two weeks were tried and a month was paid for; Plus is tried for a month, counted from the first of April.
        var tried = new Treatment(
            Timing.Now, TrialFate.FromTheStart, TermRule.Restarted, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);
        var shop = Club.With(policy => policy with { Rules = [.. policy.Rules.Where(rule => rule.When != Case.Otherwise), Rule.Otherwise(tried)] });
        shop = shop with
        {
            Catalog = shop.Catalog with
            {
                Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(plan.Id == "plus" ? BillingInterval.Month : BillingInterval.Weeks(2)) })],
            },
        };
        var life = shop.Live(shop.Buy("2026-04-01", Monthly("basic")), "2026-04-15", shop.Asks("2026-04-15", Monthly("plus")));
        Assert.Equal(["2026-04-15: TrialEnd, Service -30.00; Payment +30.00", "2026-04-15: Change, Service +30.00; Balance -30.00"], life.Told());
        Assert.Equal(shop.Term("2026-04-15", "2026-05-01"), life.Subscription.Term);
    }

    [Theory]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-04")]
    [InlineData("2026-05-06")]
    [InlineData("2026-05-08")]
    public void Where_payments_fail_in_stretches_that_overlap_the_next_try_is_after_the_last_wherever_it_was_stopped(string stop)
    {
        var script = new Script { PaymentsFail = [Open.Term("2026-05-03", "2026-05-12"), Open.Term("2026-04-30", "2026-05-07")] };
        var begun = Timeline.Of(Open.Buy("2026-04-01", Monthly("basic")), Facts.None);
        var whole = begun.Play(script, Open.Catalog, Open.Policy, Open.At("2026-05-20"));
        Assert.Equal(["2026-05-01: Renewal, Service -30.00; Payment +30.00 (NotPaid)", "2026-05-12: Renewal, Service -30.00; Payment +30.00"], whole.Told());
        Assert.Equal(whole, begun.Play(script, Open.Catalog, Open.Policy, Open.At(stop)).Play(script, Open.Catalog, Open.Policy, Open.At("2026-05-20")));
    }

    [Fact]
    public void Credit_that_expires_while_a_renewal_fails_is_gone_before_the_renewal_is_paid()
    {
        var gift = new MoneyCredit { Lots = [new CreditLot { Left = Money.Of(10m, "EUR"), Source = CreditSource.Promotion, Expires = Open.At("2026-05-05") }] };
        var life = Open.Live(
            Open.Buy("2026-04-01", Monthly("basic")), "2026-05-20", new Script { PaymentsFail = [Open.Term("2026-04-30", "2026-05-10")] }, Facts.None with { Credit = gift });
        Assert.Equal(
            [
                "2026-05-01: Renewal, Service -30.00; Promotion +10.00; Payment +20.00 (NotPaid)", "2026-05-10: Renewal, Service -30.00; Payment +30.00",
                "2026-05-10: MoneyCreditExpiry, Promotion +10.00; Forfeited -10.00",
            ],
            life.Told());
    }

    [Fact]
    public void Days_that_were_bought_by_those_of_a_dear_stub_are_held_as_they_were_sold()
    {
        // Twelve days of p2 are sold at its month's price of 12.00, which is 1.00 a day; p1 costs half of that, so that 12.00 buys 24 days: two terms of twelve.
        var stub = Counter.Full with { Term = TermRule.MovedAsAsked, Unused = UnusedValue.None, Surplus = Surplus.Forfeited };
        var days = Counter.Free with { Term = TermRule.AsBought, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor, TimeUnits.Days) };
        var shop = Counter.Of(Counter.Monthly(6m), Counter.Monthly(12m));
        var rules = shop.Policy.Rules;
        shop = shop with
        {
            Policy = shop.Policy with
            {
                Rules = [rules[0], Rule.For(new Case { Changes = ChangeKinds.NextBilling }, stub), Rule.For(new Case { Changes = ChangeKinds.Plan }, days), .. rules.Skip(1)],
            },
        };
        var held = shop.Buy("2026-04-01", Counter.Cart("p2"));
        held = shop.Accept(held, Billing.Price(held, Change.To(held.Cart()) with { NextBilling = shop.At("2026-04-13") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-01")).OrThrow());
        held = shop.Change(held, Counter.Cart("p1"), "2026-04-01");
        Assert.Equal((shop.Term("2026-04-01", "2026-04-25"), 2), (held.Plan!.Term, held.Plan.Lots[0].Terms));

        // Half of them later, 6.00 are left: the check of state lets it pass.
        Assert.Equal(6m, Billing.UnusedValue(held, UnusedValue.OfAllLots, Measure.Days, RoundingMode.Floor, shop.At("2026-04-13")).Amount);
        Assert.Equal("2026-04-25: Renewal, Service -6.00; Payment +6.00", shop.Advance(held, "2026-04-25").Told().Single());
    }

    [Fact]
    public void Units_that_wait_for_an_add_ons_year_and_are_bought_ahead_are_held_when_it_begins()
    {
        // A year of one x beside a plan by the month; three are to be held from the next year on, which is bought a week ahead.
        var shop = WithX(Counter.Rest with { Timing = Timing.CustomerChooses }, BillingInterval.Year);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1") with { AddOns = [X(1, BillingInterval.Year)] });
        held = shop.Change(held, Counter.Cart("p1") with { AddOns = [X(3, BillingInterval.Year)] }, "2026-04-28", timing: RequestedTiming.AtPeriodEnd);
        held = shop.Advance(held, "2027-03-25").Subscription;
        var ahead = Billing.Renew(held, shop.Facts, shop.Catalog, shop.Policy, shop.At("2027-03-25")).OrThrow();
        Assert.Equal("Service -30.00 -36.00; Payment +66.00", Written.Entries(ahead));
        var year = shop.Advance(shop.Accept(held, ahead), "2027-05-01").Subscription.AddOns[0];
        Assert.Equal((3, (int?)null, shop.Term("2027-04-01", "2028-04-01")), (year.Quantity, year.RenewsWith, year.Term));
    }

    [Fact]
    public void A_year_of_an_add_on_that_is_kept_is_not_charged_for_again_by_the_month()
    {
        // Nothing is billed for the way from a year of x to a month of it: what was bought goes on, and the first month is bought when it is over.
        var shop = WithX(Counter.Free with { Unused = UnusedValue.Kept, Surplus = Surplus.Forfeited }, BillingInterval.Month, BillingInterval.Year);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1") with { AddOns = [X(2, BillingInterval.Year)] });
        held = shop.Change(held, Counter.Cart("p1") with { AddOns = [X(2, BillingInterval.Month)] }, "2026-04-11");
        Assert.Equal(
            ["2026-05-01: Renewal, Service -30.00; Payment +30.00", "2026-06-01: Renewal, Service -30.00; Payment +30.00"], shop.Advance(held, "2026-06-01").Told());
        Assert.Equal("2027-04-01: Renewal, Service -30.00 -24.00; Payment +54.00", shop.Advance(held, "2027-04-01").Told().Last());
    }

    [Fact]
    public void Time_is_bought_on_the_plan_that_is_held_while_another_one_waits()
    {
        // p1 waits for the end of the term; x ends at once, and its 12.00 buy twelve days of p2, at 30.00 for the 30 days of June.
        var buys = Counter.Free with { Term = TermRule.Restarted, Unused = UnusedValue.OfAllLots, Surplus = Surplus.ToTime(RoundingMode.Floor) };
        var shop = WithX(buys, BillingInterval.Month);
        var plans = new[] { ("p1", 10m), ("p2", 30m) }.Select(plan => shop.Catalog.Plans[0] with { Id = plan.Item1, Name = plan.Item1, Prices = [Counter.Monthly(plan.Item2)] });
        shop = shop with
        {
            Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(new Case { Changes = ChangeKinds.Plan }, Treatment.AtPeriodEnd), .. shop.Policy.Rules.Skip(1)] },
            Catalog = shop.Catalog with { Plans = [.. plans] },
        };
        var held = shop.Buy("2026-05-01", Counter.Cart("p2") with { AddOns = [X(1, BillingInterval.Month)] });
        var quote = shop.Quote(held, Counter.Cart("p1"), "2026-05-01");
        Assert.Equal(("p2", "p2"), (quote.Lines.Single(line => line.Kind == LineKind.TimeBought).Product, quote.SubscriptionAfter.Plan!.ProductId));
        Assert.Equal(shop.At("2026-06-13"), quote.SubscriptionAfter.Plan.Term.End);
    }

    [Fact]
    public void Units_that_were_added_at_the_price_of_two_terms_at_once_are_held()
    {
        // 60.00 of a dear month buy two months of p1 in one lot; a second unit added within them costs the full price of both.
        var full = Counter.Full with { Unused = UnusedValue.None, Surplus = Surplus.Forfeited };
        var shop = Counter.Of(Counter.Monthly(30m), Counter.Monthly(60m)) with { Policy = Counter.Policy(full, Counter.Rest, Counter.Free with { Term = TermRule.AsBought, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) }) };
        var held = shop.Change(shop.Buy("2026-05-01", Counter.Cart("p2")), Counter.Cart("p1"), "2026-05-01");
        Assert.Equal(shop.Term("2026-05-01", "2026-07-01"), held.Plan!.Term);
        var more = shop.Quote(held, Counter.Cart("p1", 2), "2026-06-24");
        Assert.Equal("Service -60.00; Payment +60.00", Written.Entries(more));
        Assert.Equal(["2026-07-01: Renewal, Service -60.00; Payment +60.00"], shop.Advance(more.SubscriptionAfter, "2026-07-01").Told());
    }

    private static CartAddOn X(int quantity, BillingInterval interval) => new() { Id = "x", Quantity = quantity, Interval = interval };

    /// <summary>A plan at 30.00 a month, and x at 12.00 an interval.</summary>
    private static Shop WithX(Treatment change, params BillingInterval[] intervals)
    {
        var shop = Counter.Of(Counter.Monthly(30m)) with { Policy = Counter.Policy(Counter.Rest, Counter.Rest, change) };
        return shop with
        {
            Catalog = new Catalog
            {
                Plans = [.. shop.Catalog.Plans.Select(plan => plan with { AddOns = ["x"] })],
                AddOns = [AddOn("x", [.. intervals.Select(one => Price.Of(12m, "EUR", one))])],
            },
        };
    }
}
