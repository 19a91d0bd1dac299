namespace SubscriptionMath.Tests.Lives;

/// <summary>The next billing is moved while what was bought is kept: its value is conserved, there and back.</summary>
public sealed class MovedBillingExamples
{
    internal static readonly Treatment Kept = Counter.Free with { Trial = TrialFate.Kept, Term = TermRule.MovedAsAsked, Unused = UnusedValue.Kept };

    private static readonly Treatment Forfeits = Kept with { Surplus = Surplus.Forfeited };

    [Fact]
    public void Put_off_what_is_unused_stays_as_it_was_on_every_day()
    {
        // EUR 30.00 for April, put off on the 11th to 16 May: twenty of thirty days are EUR 20.00, on the 16th fifteen are 15.00, and from 1 May on nothing is.
        var shop = Moving(Kept);
        var quote = Move(shop, shop.Buy("2026-04-01", Counter.Cart("p1")), "2026-05-16", "2026-04-11");
        Assert.Empty(quote.Entries);
        Assert.Equal(shop.Term("2026-04-01", "2026-05-16"), quote.TermAfter);
        Assert.Equal((20m, 15m, 0m), (Unused(shop, quote.SubscriptionAfter, "2026-04-11"), Unused(shop, quote.SubscriptionAfter, "2026-04-16"), Unused(shop, quote.SubscriptionAfter, "2026-05-06")));
        Assert.Equal(["2026-05-16: Renewal, Service -30.00; Payment +30.00", "2026-06-16: Renewal, Service -30.00; Payment +30.00"], shop.Advance(quote.SubscriptionAfter, "2026-06-16").Told());
    }

    /// <summary>A year at EUR 100.00, and 200.00 after ten months: a date that is put off in the eleventh leaves the price of the running year, and the next one costs 200.00.</summary>
    [Fact]
    public void A_date_that_is_put_off_begins_no_later_phase_of_the_price()
    {
        var price = Price.Of(100m, "EUR", BillingInterval.Year);
        var shop = Moving(Kept, Counter.Of(price with { Phases = [new PricePhase(BillingInterval.Months(10), new PriceModel.PerUnit(200m))] }));
        var held = shop.Buy("2026-04-01", Cart.Of("p1", BillingInterval.Year));
        var moved = Move(shop, held, "2027-04-17", "2027-03-01").SubscriptionAfter;
        Assert.Equal(held.Plan!.SoldAt, moved.Plan!.SoldAt);
        Assert.Equal("2027-04-17: Renewal, Service -200.00; Payment +200.00", shop.Advance(moved, "2027-04-17").Told().Single());
    }

    /// <summary>
    /// A year at EUR 100.00, each line floored, is brought forward by a day sixty times: each day is 27.397 cents, so that 0.397 stay behind. Whole cents of these come
    /// back with a later day, and what is left stays less than two cents. All given back and the rest of the lot are what was billed.
    /// </summary>
    [Fact]
    public void What_is_floored_of_a_date_that_is_moved_day_by_day_comes_back()
    {
        var shop = Moving(Kept, Counter.Of(Price.Of(100m, "EUR", BillingInterval.Year)));
        shop = shop with { Policy = shop.Policy.WithRounding(new Rounding(RoundingMode.Floor, RoundingStage.Lines)) };
        var (held, given) = (shop.Buy("2026-04-01", Cart.Of("p1", BillingInterval.Year)), 0m);
        for (var days = 1; days <= 60; days++)
        {
            var quote = Move(shop, held, new LocalDate(2027, 4, 1).PlusDays(-days).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "2026-04-11");
            (held, given) = (quote.SubscriptionAfter, given + quote.Totals.ToCredit.Amount);
            Assert.Equal(new Fraction(10000 * days, 365), Fraction.Of(given * 100m) - (held.Remainder ?? Fraction.Zero));
            Assert.True(held.Remainder is null || (held.Remainder.Value.Sign < 0 && held.Remainder.Value.Abs() < Fraction.Of(2)), $"{held.Remainder} after {days} days");
            Assert.True(given + held.Plan!.Lots[0].Billed.Amount <= 100m);
        }
    }

    /// <summary>Up to 60.00 a month on 11 April: 40.00 less 20.00 to 1 May. The days behind it are free on any plan, so that there is nothing to pay on 6 May.</summary>
    [Theory]
    [InlineData("2026-04-11", "Service +20.00 -40.00; Payment +20.00", "Service +40.00 -20.00; Balance -20.00")]
    [InlineData("2026-05-06", "", "")]
    public void Put_off_a_change_there_and_back_nets_to_zero(string day, string there, string back)
    {
        var shop = Moving(Kept);
        var moved = Move(shop, shop.Buy("2026-04-01", Counter.Cart("p1")), "2026-05-16", "2026-04-11").SubscriptionAfter;
        var up = shop.Quote(moved, Counter.Cart("p2"), day);
        Assert.Equal(there, Written.Entries(up));
        Assert.Equal(back, Written.Entries(shop.Quote(up.SubscriptionAfter, Counter.Cart("p1"), day)));
        Assert.Equal("2026-05-16: Renewal, Service -60.00; Payment +60.00", shop.Advance(up.SubscriptionAfter, "2026-05-16").Told().Last());
    }

    [Fact]
    public void Put_off_seats_that_come_and_go_cost_what_they_give_back()
    {
        var shop = Moving(Kept);
        var moved = Move(shop, shop.Buy("2026-04-01", Counter.Cart("p1", 2)), "2026-05-16", "2026-04-11").SubscriptionAfter;
        var more = shop.Quote(moved, Counter.Cart("p1", 3), "2026-04-11");
        Assert.Equal("Service -20.00; Payment +20.00", Written.Entries(more));
        Assert.Equal("Service +20.00; Balance -20.00", Written.Entries(shop.Quote(more.SubscriptionAfter, Counter.Cart("p1", 2), "2026-04-11")));
        Assert.Equal("", Written.Entries(shop.Quote(more.SubscriptionAfter, Counter.Cart("p1"), "2026-05-10")));
    }

    [Theory]
    [InlineData("2026-04-11")]
    [InlineData("2026-04-01")]
    public void Put_off_and_back_at_one_instant_is_as_it_was(string day)
    {
        var shop = Moving(Kept);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1", 2));
        var moved = Move(shop, held, "2026-05-16", day).SubscriptionAfter;
        var further = Move(shop, moved, "2026-06-20", day).SubscriptionAfter;
        Assert.Equal(moved.Plan, Move(shop, further, "2026-05-16", day).SubscriptionAfter.Plan);
        var back = Move(shop, further, "2026-05-01", day);
        Assert.Empty(back.Entries);
        Assert.Equal(held with { Version = back.SubscriptionAfter.Version }, back.SubscriptionAfter);
    }

    /// <summary>Brought forward on 11 April to the 16th: five of thirty days stay, fifteen are given back, or forfeited by an entry.</summary>
    [Fact]
    public void Brought_forward_nothing_is_lost_without_an_entry()
    {
        var (gives, forfeits) = (Moving(Kept), Moving(Forfeits));
        var held = gives.Buy("2026-04-01", Counter.Cart("p1"));
        var given = Move(gives, held, "2026-04-16", "2026-04-11");
        Assert.Equal("Service +15.00; Balance -15.00", Written.Entries(given));
        Assert.Equal("Service +15.00; Forfeited -15.00", Written.Entries(Move(forfeits, held, "2026-04-16", "2026-04-11")));
        Assert.Equal((5m, 1m), (Unused(gives, given.SubscriptionAfter, "2026-04-11"), Unused(gives, given.SubscriptionAfter, "2026-04-15")));
        Assert.Equal("2026-04-16: Renewal, Service -30.00; Balance +15.00; Payment +15.00", Renewed(gives, given));
    }

    [Fact]
    public void Brought_forward_a_lot_that_lies_behind_the_new_end_is_given_back_whole()
    {
        // April and, bought with a surplus, May in one term: brought forward to 16 April, half of April and all of May are given back.
        var shop = Moving(Kept);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var april = held.Plan!.Lots[0];
        held = held with
        {
            Plan = held.Plan with
            {
                Term = shop.Term("2026-04-01", "2026-06-01"),
                Lots = [april, april with { Covers = shop.Term("2026-05-01", "2026-06-01"), Period = shop.Term("2026-05-01", "2026-06-01") }],
            },
        };
        var quote = Move(shop, held, "2026-04-16", "2026-04-11");
        Assert.Equal("Service +15.00 +30.00; Balance -45.00", Written.Entries(quote));
        Assert.Equal(shop.At("2026-04-16"), quote.SubscriptionAfter.Plan!.ChargedThrough);
    }

    /// <summary>A year at 120.00 in months not started, from 10 January: on 15 February ten are left. Brought forward to 20 June six are given back, and four stay.</summary>
    [Fact]
    public void Brought_forward_whole_months_sum_to_what_was_left()
    {
        var shop = Counter.Of(Price.Of(120m, "EUR", BillingInterval.Year));
        shop = Moving(Kept, shop with { Policy = shop.Policy.WithMeasure(Measure.MonthsNotStarted) });
        var held = shop.Buy("2026-01-10", Cart.Of("p1", BillingInterval.Year));
        var quote = Move(shop, held, "2026-06-20", "2026-02-15");
        Assert.Equal("Service +60.00; Balance -60.00", Written.Entries(quote));
        Assert.Equal((100m, 40m), (Unused(shop, held, "2026-02-15"), Unused(shop, quote.SubscriptionAfter, "2026-02-15")));
    }

    [Fact]
    public void What_was_bought_ahead_moves_along_and_is_paid_once()
    {
        // May was bought on 24 April. Moved to 15 May it is the month from there on; the next bill is on 15 June.
        var shop = Moving(Kept);
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        var ahead = shop.Accept(held, Billing.Renew(held, shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-24")).OrThrow());
        var quote = Move(shop, ahead, "2026-05-15", "2026-04-25");
        Assert.Empty(quote.Entries);
        Assert.Equal(36m, Unused(shop, quote.SubscriptionAfter, "2026-04-25"));
        Assert.Equal(["2026-05-15: TermStart, ", "2026-06-15: Renewal, Service -30.00; Payment +30.00"], shop.Advance(quote.SubscriptionAfter, "2026-06-15").Told());

        // Brought forward to 28 April, three days of it are given back, and May begins then.
        var earlier = Move(shop, ahead, "2026-04-28", "2026-04-25");
        Assert.Equal("Service +3.00; Balance -3.00", Written.Entries(earlier));
        Assert.Equal("2026-05-28", shop.Advance(earlier.SubscriptionAfter, "2026-04-28").Subscription.Term!.Value.End.ToString()[..10]);
    }

    [Fact]
    public void In_arrears_as_many_days_are_billed_as_were_used()
    {
        var shop = Moving(Kept, Counter.Of(Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears }));
        var held = shop.Buy("2026-04-01", Counter.Cart("p1"));
        Assert.StartsWith("2026-05-16: Renewal, Service -45.00; Payment +45.00", shop.Advance(Move(shop, held, "2026-05-16", "2026-04-11").SubscriptionAfter, "2026-05-16").Told().First(), StringComparison.Ordinal);
        Assert.StartsWith("2026-04-16: Renewal, Service -15.00; Payment +15.00", shop.Advance(Move(shop, held, "2026-04-16", "2026-04-11").SubscriptionAfter, "2026-04-16").Told().First(), StringComparison.Ordinal);
    }

    /// <summary>USD 249.95 from 1 May, moved to the 15th; 599.95 to the 10th; a year at 2,399.95 to 10 May 2017: Kill Bill's own tests bill the days between.</summary>
    [Theory]
    [InlineData("249.95", 1, "2016-05-01", "2016-06-15", "2016-06-01", "112.88")]
    [InlineData("599.95", 1, "2016-05-01", "2016-06-10", "2016-06-01", "174.18")]
    [InlineData("2399.95", 12, "2016-05-01", "2017-05-10", "2017-05-01", "59.18")]
    public void The_extension_alone_is_billed_at_the_end_of_the_old_term(string price, int months, string bought, string to, string end, string stub)
    {
        var (interval, amount) = (BillingInterval.Months(months), decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));
        var plan = Plain.Plan("p1", 1, amount, interval);
        var shop = new Shop(Vendors.KillBill.Policy(Anchor.On(new LocalDate(2016, 5, 1)), Timing.Now), Catalog.Of(plan)) { Currency = "USD" };
        var moved = Move(shop, shop.Buy(bought, Cart.Of("p1", interval)), to, "2016-05-20");
        Assert.Empty(moved.Entries);
        Assert.Equal(shop.Term(bought, end), moved.TermAfter);
        var next = shop.At(to).InUtc().LocalDateTime.PlusMonths(months).InUtc().ToInstant();
        var life = Lifecycle.Advance(moved.SubscriptionAfter, shop.Facts, shop.Catalog, shop.Policy, next);
        Assert.Equal([$"{end}: Renewal, Service -{stub}; Payment +{stub}", $"{to}: Renewal, Service -{price}; Payment +{price}"], life.Told().Take(2));
        Assert.Equal(3, life.Steps.Count);
    }

    [Fact]
    public void A_stub_that_is_to_come_is_bought_ahead_as_well()
    {
        // EUR 30.00 from 1 May, moved to the 15th, renewed a week ahead: on 25 May 14 of 31 days are EUR 13.55, and on 8 June a month from the 15th on.
        var shop = Moving(Kept with { Term = TermRule.MovedAtTheEnd, NewPrice = NewPrice.ForTheRest });
        shop = shop with { Policy = shop.Policy with { Renewal = RenewalPolicy.AtTheEnd with { DaysAhead = 7 } } };
        var moved = Move(shop, shop.Buy("2026-05-01", Counter.Cart("p1")), "2026-06-15", "2026-05-20");
        var life = shop.Advance(moved.SubscriptionAfter, "2026-06-15");
        Assert.Equal(
            ["2026-05-25: Renewal, Service -13.55; Payment +13.55", "2026-06-01: TermStart, ", "2026-06-08: Renewal, Service -30.00; Payment +30.00", "2026-06-15: TermStart, "], life.Told());
        Assert.Equal((shop.Term("2026-06-15", "2026-07-15"), (Anchor?)null), (life.Subscription.Term!.Value, life.Subscription.NextAnchor));
    }

    [Fact]
    public void The_rest_of_a_contract_is_billed_from_the_moved_day()
    {
        // EUR 30.00 a month for five months from 1 May, moved to the 15th: from 1 June 14 of 31 days are 13.5484, then come three months to
        // 15 September, and 16 of 30 days to 1 October are 16.00.
        var leaves = Counter.Rest with { Timing = Timing.Now, EarlyTermination = EarlyTerminationCharge.PartOfTheRest(Fraction.One) };
        var shop = Moving(Kept with { Term = TermRule.MovedAtTheEnd, NewPrice = NewPrice.ForTheRest });
        shop = shop with
        {
            Catalog = Catalog.Of(new Plan { Id = "p1", Name = "P1", Rank = 0, Prices = [Counter.Monthly(30m) with { Contract = new(BillingInterval.Months(5), AfterContract.GoesOn) }] }),
            Policy = shop.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.End, InContract = true }, leaves), .. shop.Policy.Rules] },
        };
        var moved = Move(shop, shop.Buy("2026-05-01", Counter.Cart("p1")), "2026-06-15", "2026-05-20").SubscriptionAfter;
        var left = Billing.Price(moved, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-05-20")).OrThrow();
        var rest = Assert.Single(left.Lines, line => line.Kind == LineKind.EarlyTermination);
        Assert.Equal((shop.Term("2026-06-01", "2026-10-01"), -11955), (rest.Covers, rest.Amount.Minor));
    }

    /// <summary>An item billed with the plan moves with it; an add-on with another end keeps its end.</summary>
    [Fact]
    public void Add_ons_that_end_with_the_plan_move_along()
    {
        var own = new Treatment(Timing.Now, TrialFate.Ended, TermRule.OwnTerm, UnusedValue.OfAllLots, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance);
        var shop = Club.With(policy => policy with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Kept), Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Up }, own), .. policy.Rules],
        });
        var cart = Shops.Monthly("basic").With("locker");
        var held = shop.Buy("2026-04-01", cart);
        held = shop.Change(held, cart with { AddOns = [new CartAddOn { Id = "locker" }, new CartAddOn { Id = "storage", Interval = BillingInterval.Year }] }, "2026-04-05");

        // The locker is 15.00 a month: of it and of the plan half is given back.
        var earlier = Move(shop, held, "2026-04-16", "2026-04-11");
        Assert.Equal("Service +15.00 +7.50; Balance -22.50", Written.Entries(earlier));
        var life = shop.Advance(earlier.SubscriptionAfter, "2026-04-16");
        Assert.Equal("2026-04-16: Renewal, Service -30.00 -15.00; Payment +45.00", life.Told().Single());
        Assert.Equal([shop.At("2026-05-16"), shop.At("2027-04-05")], life.Subscription.AddOns.Select(addOn => addOn.Term.End).Order());

        var later = Move(shop, held, "2026-05-16", "2026-04-11").SubscriptionAfter;
        Assert.Equal("2026-05-16: Renewal, Service -30.00 -15.00; Payment +45.00", shop.Advance(later, "2026-05-16").Told().Single());
    }

    /// <summary>EUR 30.00 and 15.00 a month, moved from the 1st to the 15th: 14 of 31 days of both on 1 June.</summary>
    [Fact]
    public void Add_ons_that_end_with_the_plan_have_a_stub_as_well()
    {
        var stub = Kept with { Term = TermRule.MovedAtTheEnd, NewPrice = NewPrice.ForTheRest };
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.NextBilling }, stub));
        var moved = Move(shop, shop.Buy("2026-05-01", Shops.Monthly("basic").With("locker")), "2026-06-15", "2026-05-20");
        Assert.Equal(
            ["2026-06-01: Renewal, Service -13.55 -6.77; Payment +20.32", "2026-06-15: Renewal, Service -30.00 -15.00; Payment +45.00"], shop.Advance(moved.SubscriptionAfter, "2026-06-15").Told());
    }

    [Fact]
    public void A_change_that_waits_for_the_end_of_the_term_waits_for_where_it_was_moved_to()
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.NextBilling }, Kept)) with { Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"] };
        shop = shop with { Policy = shop.Policy.WithPending(PendingPolicy.Kept) };
        var held = shop.Change(shop.Buy("2026-03-01", Shops.Monthly("plus")), Shops.Monthly("basic"), "2026-03-10");
        var moved = Move(shop, held, "2026-04-16", "2026-03-11").SubscriptionAfter;
        Assert.Equal(shop.At("2026-04-16"), moved.Pending!.EffectiveAt);
        Assert.Equal("2026-04-16: PendingChange, Service -30.00; Payment +30.00", shop.Advance(moved, "2026-04-16").Told().Single());
    }

    /// <summary>A trial of thirty days from 15 June, made eleven days longer: 6 of 31 days of July, and August from the 1st (149.00 a month).</summary>
    [Fact]
    public void A_running_trial_is_made_longer()
    {
        var shop = Tried();
        var held = shop.Buy("2026-06-15", Counter.Cart("p1"));
        var moved = Move(shop, held, "2026-07-26", "2026-06-20");
        Assert.Empty(moved.Entries);
        Assert.Equal(shop.Term("2026-06-15", "2026-07-26"), moved.SubscriptionAfter.Trial!.Term);
        Assert.Equal(
            ["2026-07-26: TrialEnd, Service -28.84; Payment +28.84", "2026-08-01: Renewal, Service -149.00; Payment +149.00"], shop.Advance(moved.SubscriptionAfter, "2026-08-01").Told());
    }

    /// <summary>The same trial made shorter, to 26 June: 5 of 30 days of June.</summary>
    [Fact]
    public void A_running_trial_is_made_shorter()
    {
        var shop = Tried();
        var moved = Move(shop, shop.Buy("2026-06-15", Counter.Cart("p1")), "2026-06-26", "2026-06-20");
        Assert.Equal("2026-06-26: TrialEnd, Service -24.83; Payment +24.83", shop.Advance(moved.SubscriptionAfter, "2026-06-26").Told().Single());
    }

    [Fact]
    public void What_begins_after_a_trial_begins_where_it_was_moved_to()
    {
        // Half a year of contract and three months at EUR 10.00 are counted from the day that is paid for first.
        var price = Counter.Monthly(10m) with
        {
            Contract = new Contract(BillingInterval.Months(6), AfterContract.GoesOn),
            Phases = [new PricePhase(BillingInterval.Months(3), new PriceModel.PerUnit(20m))],
        };
        var shop = Tried(price);
        var moved = Move(shop, shop.Buy("2026-06-15", Counter.Cart("p1")), "2026-07-26", "2026-06-20").SubscriptionAfter.Plan!;
        Assert.Equal((shop.At("2026-07-26"), shop.Term("2026-07-26", "2027-01-26")), (moved.PhasesFrom, moved.Contract));
    }

    [Fact]
    public void Engines_that_move_a_bill_date_move_the_end_of_a_trial()
    {
        var plan = Plain.Plan("p1", 1, 149m, BillingInterval.Month, 30);
        foreach (var policy in new[] { Vendors.Recurly.Now(), Vendors.Paddle.ProratedImmediately(), Vendors.Chargebee.Prorated(), Vendors.LemonSqueezy.Prorated(), Vendors.Maxio.ProductChange(), Vendors.Square.Policy() })
        {
            var shop = new Shop(policy, Catalog.Of(plan)) { Currency = "USD" };
            var moved = Move(shop, shop.Buy("2026-06-15", Counter.Cart("p1")), "2026-07-26", "2026-06-20");
            Assert.Empty(moved.Entries);
            Assert.Equal("2026-07-26: TrialEnd, Service -149.00; Payment +149.00", shop.Advance(moved.SubscriptionAfter, "2026-07-26").Told().Single());
        }
    }

    private static Shop Tried(Price? price = null)
    {
        var shop = Moving(Forfeits, Counter.Of(price ?? Counter.Monthly(149m)), new Case { Changes = ChangeKinds.NextBilling, InTrial = true });
        var first = ((Rule.Treated)shop.Policy.Rules[0]).Then with { Term = TermRule.AlignedTo(Anchor.OnDay(1)), NewPrice = NewPrice.ForTheRest };
        return shop with
        {
            Policy = PolicyCheck.Checked(shop.Policy with { Rules = [Rule.For(shop.Policy.Rules[0].When, first), .. shop.Policy.Rules.Skip(1)] }),
            Catalog = shop.Catalog with { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(BillingInterval.Days(30)) })] },
        };
    }

    internal static Shop Moving(Treatment move, Shop? shop = null, Case? when = null)
    {
        shop ??= Counter.Of(Counter.Monthly(30m), Counter.Monthly(60m));
        var policy = shop.Policy with { Rules = [shop.Policy.Rules[0], Rule.For(when ?? new Case { Changes = ChangeKinds.NextBilling }, move), .. shop.Policy.Rules.Skip(1)] };
        return shop with { Policy = PolicyCheck.Checked(policy) };
    }

    internal static Quote Move(Shop shop, Subscription held, string to, string day) =>
        Billing.Price(held, Change.To(held.Cart()) with { NextBilling = shop.At(to) }, shop.Facts, shop.Catalog, shop.Policy, shop.At(day)).OrThrow();

    internal static decimal Unused(Shop shop, Subscription held, string day) =>
        Billing.UnusedValue(held, UnusedValue.OfAllLots, shop.Policy.Proration.Measure, RoundingMode.HalfAwayFromZero, shop.At(day)).Amount;

    private static string Renewed(Shop shop, Quote quote)
    {
        var life = Lifecycle.Advance(quote.SubscriptionAfter, shop.Facts with { Credit = quote.CreditAfter }, shop.Catalog, shop.Policy, shop.At("2026-04-16"));
        return life.Told().Single();
    }
}
