using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Plans that are sold for a year, or for some terms, whatever they are billed by: EUR 30.00 or 60.00 a month.</summary>
public sealed class ContractExamples
{
    private static readonly Case Left = new() { Changes = ChangeKinds.End, InContract = true };

    /// <summary>Committed for a year from 1 March 2026, by the month.</summary>
    private static Shop Sold(AfterContract then, Rule? rule = null, int months = 12, BillingTiming charged = BillingTiming.InAdvance, BillingInterval? interval = null, BillingInterval? trial = null)
    {
        var shop = rule is null ? Club.Open : Club.WithRule(rule);
        return shop with { Catalog = Catalog.Of([.. new[] { ("basic", 1, 30m), ("plus", 2, 60m) }.Select(plan => Plan(plan.Item1, plan.Item2, Price(plan.Item3)) with { Trial = trial is { } length ? new(length) : null })]) };

        Price Price(decimal amount) => SubscriptionMath.Price.Of(amount, "EUR", interval ?? BillingInterval.Month) with
        {
            BillingTiming = charged,
            Contract = new(BillingInterval.Months(months), then),
        };
    }

    private static IEnumerable<string> Told(Shop shop, Subscription held, string until) => shop.Advance(held, until).Steps.Select(Written.Step);

    [Fact]
    public void A_contract_begins_with_the_first_day_that_is_paid_for()
    {
        var shop = Sold(AfterContract.GoesOn);
        Assert.Equal(shop.Term("2026-03-01", "2027-03-01"), shop.Buy("2026-03-01", Monthly("basic")).Plan!.Contract);
        var tried = Sold(AfterContract.GoesOn, trial: BillingInterval.Days(10));
        Assert.Equal(shop.Term("2026-03-11", "2027-03-11"), tried.Buy("2026-03-01", Monthly("basic")).Plan!.Contract);
        Assert.Null(Club.Open.Buy("2026-03-01", Monthly("basic")).Plan!.Contract);
        Assert.Equal("EUR 30.00 per month, for 1 year, then term by term", shop.Catalog.Plans[0].Prices[0].ToString());
    }

    [Fact]
    public void A_contract_that_has_run_out_goes_on_term_by_term_or_begins_anew()
    {
        foreach (var (then, next) in new[] { (AfterContract.GoesOn, (Term?)null), (AfterContract.Anew, Club.Open.Term("2024-02-29", "2026-02-28")) })
        {
            var shop = Sold(then);
            var held = shop.Buy("2024-02-29", Monthly("basic"));
            Assert.Equal(shop.Term("2024-02-29", "2025-02-28"), held.Plan!.Contract);
            Assert.Equal(next, shop.Advance(held, "2025-03-01").Subscription.Plan!.Contract);
        }

        // All its ends are counted from its first day: four years later it is a leap day again.
        var anew = Sold(AfterContract.Anew);
        Assert.Equal(anew.Term("2024-02-29", "2028-02-29"), anew.Advance(anew.Buy("2024-02-29", Monthly("basic")), "2027-03-01").Subscription.Plan!.Contract);
    }

    /// <summary>Who stays after the year is bound no longer: neither a seat more, nor another billing date, begins another year. Another plan does.</summary>
    [Fact]
    public void A_contract_that_is_over_is_not_begun_anew_by_a_change_of_seats_or_dates()
    {
        var shop = Sold(AfterContract.GoesOn, Rule.For(new Case { Changes = ChangeKinds.NextBilling }, MovedBillingExamples.Kept));
        var held = shop.Advance(shop.Buy("2026-03-01", Monthly("basic")), "2027-04-02").Subscription;
        Assert.Null(held.Plan!.Contract);
        var moved = Billing.Price(
            held, Change.To(Monthly("basic")) with { NextBilling = shop.At("2027-05-16") }, shop.Facts, shop.Catalog, shop.Policy, shop.At("2027-04-11")).OrThrow();
        Assert.Equal(shop.Term("2027-04-01", "2027-05-16"), moved.TermAfter);
        Assert.Null(moved.SubscriptionAfter.Plan!.Contract);
        Assert.Null(shop.Change(held, Monthly("basic", 2), "2027-04-11").Plan!.Contract);
        Assert.Equal(shop.At("2027-04-11"), shop.Change(held, Monthly("plus"), "2027-04-11").Plan!.Contract?.Start);
    }

    /// <summary>A fixed term: twelve payments, and then nothing.</summary>
    [Fact]
    public void A_plan_of_a_fixed_term_ends_by_itself()
    {
        var shop = Sold(AfterContract.Ends, months: 3);
        var held = shop.Buy("2026-01-31", Monthly("basic"));
        Assert.Equal(
            ["2026-02-28: Renewal, Service -30.00; Payment +30.00", "2026-03-31: Renewal, Service -30.00; Payment +30.00", "2026-04-30: Expiry, "], Told(shop, held, "2026-12-31"));
        var last = shop.Advance(held, "2026-03-31").Subscription;
        Assert.Equal(new DueEvent { BillingReason = BillingReason.Expiry, At = shop.At("2026-04-30") }, Lifecycle.NextEvent(last, Facts.None, shop.Policy));
        Assert.Equal(RefusalCode.NothingToRenew, Assert.IsType<Refused>(Billing.Renew(last, Facts.None, shop.Catalog, shop.Policy, shop.At("2026-04-10"))).Code);
        Assert.Equal(Status.Expired, shop.Advance(held, "2026-04-30").Subscription.Status);
    }

    /// <summary>The term before that is renewed ahead, the last one is not.</summary>
    [Fact]
    public void The_last_term_is_not_renewed_ahead_either()
    {
        var shop = Sold(AfterContract.Ends, months: 2);
        shop = shop with { Policy = shop.Policy with { Renewal = shop.Policy.Renewal with { DaysAhead = 7 } } };
        Assert.Equal(
            ["2026-03-25: Renewal, Service -30.00; Payment +30.00", "2026-04-01: TermStart, ", "2026-05-01: Expiry, "], Told(shop, shop.Buy("2026-03-01", Monthly("basic")), "2026-12-31"));
    }

    /// <summary>Three years billed every two: 366 of 731 days of the second term are left before the end. In arrears it is the same, a term later.</summary>
    [Theory]
    [InlineData(BillingTiming.InAdvance, "2023-12-01: Renewal, Service -20.03; Payment +20.03", "2024-12-01: Expiry, ")]
    [InlineData(BillingTiming.InArrears, "2023-12-01: Renewal, Service -40.00; Payment +40.00", "2024-12-01: Expiry, Service -20.03; Payment +20.03")]
    public void A_term_that_would_run_beyond_the_end_is_cut_to_it(BillingTiming charged, params string[] told)
    {
        var shop = Sold(AfterContract.Ends, months: 36, charged: charged, interval: BillingInterval.Years(2));
        shop = shop with { Catalog = Catalog.Of(shop.Catalog.Plans[0] with { Prices = [shop.Catalog.Plans[0].Prices[0] with { Model = new PriceModel.PerUnit(40m) }] }) };
        Assert.Equal(told, Told(shop, shop.Buy("2021-12-01", Cart.Of("basic", BillingInterval.Years(2))), "2030-01-01"));
    }

    /// <summary>Eight months by the quarter from 15 January: 15 July to 15 September are 62 of the 92 days to 15 October, 60.65 of 90.00.</summary>
    [Theory]
    [InlineData(BillingTiming.InAdvance, null, "2026-07-15: Renewal, Service -60.65; Payment +60.65", "2026-09-15: Expiry, ")]
    [InlineData(BillingTiming.InAdvance, true, "2026-07-15: Renewal, Service -90.00; Payment +90.00", "2026-09-15: Expiry, ")]
    [InlineData(BillingTiming.InArrears, true, "2026-07-15: Renewal, Service -90.00; Payment +90.00", "2026-09-15: Expiry, Service -90.00; Payment +90.00")]
    public void A_last_term_that_the_end_cuts_costs_its_part_or_all(BillingTiming charged, bool? full, params string[] told)
    {
        var shop = Quarterly(full, null, charged);
        Assert.Equal(told, Told(shop, shop.Buy("2026-01-15", Cart.Of("basic", BillingInterval.Months(3))), "2027-01-01").TakeLast(2));
    }

    /// <summary>
    /// Renewed a week ahead, the last term costs the same. Left half-way, on 15 August with 31 of its 62 days left, it gives back half of all of it, which this shop takes with the end.
    /// </summary>
    [Fact]
    public void A_last_term_charged_in_full_is_so_ahead_of_its_start_too_and_is_worth_its_own_days()
    {
        var shop = Quarterly(full: true, Rule.For(Left, Plain.Difference));
        shop = shop with { Policy = shop.Policy with { Renewal = shop.Policy.Renewal with { DaysAhead = 7 } } };
        var life = shop.Advance(shop.Buy("2026-01-15", Cart.Of("basic", BillingInterval.Months(3))), "2026-08-01");
        Assert.Equal(["2026-07-08: Renewal, Service -90.00; Payment +90.00", "2026-07-15: TermStart, "], life.Steps.TakeLast(2).Select(Written.Step));
        var left = Billing.Price(life.Subscription, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-08-15")).OrThrow();
        Assert.Equal("Service +45.00; Balance -45.00 +45.00; Forfeited -45.00", Written.Entries(left));
    }

    /// <summary>Left on 1 March, when one quarter is billed: the second one and the last are owed, 90.00 and 60.65, or 90.00 twice.</summary>
    [Theory]
    [InlineData(null, "Service -150.65; Payment +150.65")]
    [InlineData(true, "Service -180.00; Payment +180.00")]
    public void The_rest_that_is_owed_has_the_last_term_in_full_too(bool? full, string owed)
    {
        var shop = Quarterly(full, Rule.For(Left, Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.PartOfTheRest(Fraction.One) }));
        var held = shop.Buy("2026-01-15", Cart.Of("basic", BillingInterval.Months(3)));
        Assert.Equal(owed, Written.Entries(Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-03-01")).OrThrow()));
    }

    /// <summary>A contract that goes on cuts no term, so the part of a term up to its end is owed as a part.</summary>
    [Fact]
    public void Only_a_contract_that_ends_the_subscription_has_a_last_term()
    {
        var shop = Quarterly(full: true, Rule.For(Left, Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.PartOfTheRest(Fraction.One) }), then: AfterContract.GoesOn);
        var held = shop.Buy("2026-01-15", Cart.Of("basic", BillingInterval.Months(3)));
        Assert.Equal("Service -150.65; Payment +150.65", Written.Entries(Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-03-01")).OrThrow()));
        Assert.Equal("2026-07-15: Renewal, Service -90.00; Payment +90.00", Told(shop, held, "2026-08-01").Last());
    }

    /// <summary>Eight months at EUR 90.00 a quarter.</summary>
    private static Shop Quarterly(bool? full, Rule? rule, BillingTiming charged = BillingTiming.InAdvance, AfterContract then = AfterContract.Ends)
    {
        var shop = Sold(then, rule, months: 8, charged: charged, interval: BillingInterval.Months(3));
        return shop with
        {
            Catalog = Catalog.Of(shop.Catalog.Plans[0] with { Prices = [shop.Catalog.Plans[0].Prices[0].Times(3m)] }),
            Policy = shop.Policy with { Renewal = shop.Policy.Renewal with { ChargesLastTermInFull = full } },
        };
    }

    /// <summary>A request for the time after a fixed term comes before its end.</summary>
    [Fact]
    public void Another_plan_that_waits_for_the_end_goes_on_after_it()
    {
        var shop = Sold(AfterContract.Ends, months: 2);
        var held = shop.Advance(shop.Buy("2026-03-01", Monthly("plus")), "2026-04-01").Subscription;
        var life = shop.Advance(shop.Change(held, Monthly("basic"), "2026-04-10"), "2026-05-01");
        Assert.Equal(["2026-05-01: PendingChange, Service -30.00; Payment +30.00"], life.Steps.Select(Written.Step));
        Assert.Equal(shop.Term("2026-05-01", "2026-07-01"), life.Subscription.Plan!.Contract);
    }

    [Fact]
    public void Another_plan_goes_on_under_the_contract_that_runs()
    {
        var shop = Sold(AfterContract.Anew);
        var held = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("plus"), "2026-04-16");
        Assert.Equal(shop.Term("2026-04-01", "2027-04-01"), held.Plan!.Contract);
        Assert.Equal(held.Plan.Contract, shop.Advance(shop.Change(held, Monthly("basic"), "2026-04-20"), "2026-05-01").Subscription.Plan!.Contract);

        // A new term, and with it a new contract: where the policy says that everything begins anew.
        var anew = Club.WithRule(Rule.For(new Case { Direction = Direction.Up }, Plain.Anew)) with { Catalog = shop.Catalog };
        Assert.Equal(shop.Term("2026-04-16", "2027-04-16"), anew.Change(anew.Buy("2026-04-01", Monthly("basic")), Monthly("plus"), "2026-04-16").Plan!.Contract);
    }

    /// <summary>The minimum stay: no cancellation takes effect before it is over.</summary>
    [Fact]
    public void A_cancellation_waits_for_the_end_of_the_contract()
    {
        var shop = Sold(AfterContract.Anew, Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = Timing.AtContractEnd }), months: 3);
        var ended = shop.Cancel(shop.Buy("2026-03-01", Monthly("basic")), "2026-03-16");
        Assert.Equal((Status.NonRenewing, shop.At("2026-06-01")), (ended.Status, ended.Pending!.EffectiveAt));
        Assert.Equal(
            ["2026-04-01: Renewal, Service -30.00; Payment +30.00", "2026-05-01: Renewal, Service -30.00; Payment +30.00", "2026-06-01: Expiry, "], Told(shop, ended, "2026-12-31"));
        Assert.Equal(["2026-03-20: Change, "], shop.Live(ended, "2026-03-20", new Command.Resume { At = shop.At("2026-03-20") }).Told());

        // One that goes on term by term is left at the end of a term, once it has run out.
        var after = Sold(AfterContract.GoesOn, shop.Policy.Rules[0], months: 3);
        var free = after.Advance(after.Buy("2026-03-01", Monthly("basic")), "2026-06-10").Subscription;
        Assert.Equal(after.At("2026-07-01"), after.Cancel(free, "2026-06-16").Pending!.EffectiveAt);
    }

    [Theory]
    [InlineData("2026-03-01", "InContract")]
    [InlineData("2026-05-31", "InContract")]
    [InlineData("2026-06-01", null)]
    public void A_cancellation_within_the_contract_is_refused_where_the_policy_says_so(string day, string? refused)
    {
        var shop = Sold(AfterContract.GoesOn, Rule.Refuse(RefusalCode.InContract, Left), months: 3);
        var held = shop.Advance(shop.Buy("2026-03-01", Monthly("basic")), day).Subscription;
        var answer = Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At(day));
        Assert.Equal(refused, (answer as Refused)?.Code.ToString());
        Assert.Equal(refused is null ? null : "The contract has not ended; the plan runs to the contract's end.", (answer as Refused)?.Message);
    }

    /// <summary>
    /// Adobe, "annual, paid monthly": leaving costs half of what is left, and the service runs to the end of the month. USD 20.00 a month, five of twelve left: 50.00.
    /// </summary>
    [Fact]
    public void Whoever_leaves_early_owes_a_part_of_the_rest()
    {
        var leaves = Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.PartOfTheRest(new Fraction(1, 2)) };
        var shop = Sold(AfterContract.Anew, Rule.For(Left, leaves));
        shop = shop with { Catalog = Catalog.Of(shop.Catalog.Plans[0] with { Prices = [shop.Catalog.Plans[0].Prices[0] with { Model = new PriceModel.PerUnit(20m) }] }) };
        var held = shop.Advance(shop.Buy("2026-01-01", Monthly("basic")), "2026-07-01").Subscription;
        var quote = Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-07-15")).OrThrow();
        Assert.Equal("Service -50.00; Payment +50.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-08-01", "2027-01-01"), quote.Lines.Single().Covers);
        Assert.Equal("Rest of the contract on Basic, 1 Aug 2026 to 1 Jan 2027: 1 of 2 parts of EUR 100.00 for 1 unit = EUR 50.00", Explanation.Of(quote, 0));
        Assert.Equal(["2026-08-01: Expiry, "], Told(shop, shop.Accept(held, quote), "2027-12-31"));

        // In the last month there is no rest, and in a trial no contract yet.
        var last = shop.Advance(held, "2026-12-01").Subscription;
        Assert.Empty(Billing.Price(last, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-12-15")).OrThrow().Entries);
        var tried = Sold(AfterContract.Anew, Rule.For(new Case { Changes = ChangeKinds.End }, leaves), trial: BillingInterval.Days(14));
        Assert.Empty(Billing.Price(tried.Buy("2026-01-01", Monthly("basic")), Change.Cancel(), Facts.None, tried.Catalog, tried.Policy, tried.At("2026-01-10")).OrThrow().Entries);
    }

    /// <summary>
    /// A year from 1 March 2026: a fee of EUR 120.00 less 10.00 for each month that is billed. On the first day a month is, 110.00; in July five, 70.00; in January
    /// eleven, 10.00; in February the billed time reaches the end. One that falls by 15.00 is down to nothing after eight months. Two seats of 120.00 less 50.00 each.
    /// </summary>
    [Theory]
    [InlineData(120, -10, null, "2026-03-01", 110)]
    [InlineData(120, -10, null, "2026-03-31T23:59:59Z", 110)]
    [InlineData(120, -10, null, "2026-04-01", 100)]
    [InlineData(120, -10, null, "2026-07-15", 70)]
    [InlineData(120, -10, null, "2027-01-31", 10)]
    [InlineData(120, -10, null, "2027-02-01", 0)]
    [InlineData(120, -15, null, "2026-09-30", 15)]
    [InlineData(120, -15, null, "2026-10-01", 0)]
    [InlineData(120, -10, true, "2026-07-15", 140)]
    [InlineData(50, 0, null, "2026-07-15", 50)]
    [InlineData(0, 5, null, "2026-07-15", 25)]
    [InlineData(0, 5, true, "2026-07-15", 50)]
    public void A_fee_may_fall_or_rise_by_the_month_of_the_contract(int amount, int eachMonth, bool? perUnit, string left, int owed)
    {
        var fee = new EarlyTerminationCharge.FeeOwed([Money.Of(amount, "EUR")], eachMonth == 0 ? [] : [Money.Of(eachMonth, "EUR")], perUnit);
        Assert.Equal(perUnit is null && eachMonth != 0 ? EarlyTerminationCharge.Fee(Money.Of(amount, "EUR"), Money.Of(eachMonth, "EUR")) : fee, fee);
        var shop = Sold(AfterContract.Anew, Rule.For(Left, Treatment.AtPeriodEnd with { EarlyTermination = fee }));
        var held = shop.Advance(shop.Buy("2026-03-01", Monthly("basic", 2)), left).Subscription;
        var quote = Billing.Price(held, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At(left)).OrThrow();
        Assert.Equal(Money.Of(owed, "EUR"), quote.Totals.DueNow);
        if (owed == 70)
            Assert.Equal("Rest of the contract on Basic, 1 Aug 2026 to 1 Mar 2027: 1 of 1 part of EUR 70.00 for 1 unit = EUR 70.00", Explanation.Of(quote, 0));

        // Withdrawn, it is not given back; asked for again before that, it is owed once.
        var gone = shop.Accept(held, quote);
        Assert.Empty(Billing.Price(gone, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At(left)).OrThrow().Entries);
    }

    /// <summary>A contract from 31 January by the month: 28 February ends its first month, so that one month is over then, as in the terms.</summary>
    [Fact]
    public void A_month_of_the_contract_ends_with_the_term()
    {
        var shop = Sold(AfterContract.Anew, Rule.For(Left, Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.Fee(Money.Of(120m, "EUR"), Money.Of(-10m, "EUR")) }));
        var quote = Billing.Price(shop.Buy("2026-01-31", Monthly("basic")), Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-02-10")).OrThrow();
        Assert.Equal(Money.Of(110m, "EUR"), quote.Totals.DueNow);
    }

    [Fact]
    public void A_fee_has_one_amount_for_each_currency_and_none_in_another()
    {
        var (euro, yen) = (Money.Of(1m, "EUR"), Money.Of(100m, "JPY"));
        Assert.Throws<ArgumentException>(() => new EarlyTerminationCharge.FeeOwed([], []));
        Assert.Throws<ArgumentException>(() => new EarlyTerminationCharge.FeeOwed([euro, euro], []));
        Assert.Throws<ArgumentException>(() => new EarlyTerminationCharge.FeeOwed([euro], [yen]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EarlyTerminationCharge.Fee(-euro));
        var shop = Sold(AfterContract.Anew, Rule.For(Left, Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.Fee(yen) }));
        Assert.Empty(Billing.Price(shop.Buy("2026-03-01", Monthly("basic")), Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At("2026-03-02")).OrThrow().Entries);
    }

    /// <summary>All of the rest, at once, with VAT on it, for two seats, the later phase of the price among it, and the time that is unused given back.</summary>
    [Fact]
    public void The_rest_is_what_would_have_been_billed()
    {
        var shop = Sold(AfterContract.Ends, Rule.For(Left, Plain.Difference with { EarlyTermination = EarlyTerminationCharge.PartOfTheRest(Fraction.One) }), months: 3);
        shop = shop with
        {
            Catalog = Catalog.Of(shop.Catalog.Plans[0] with { Prices = [shop.Catalog.Plans[0].Prices[0] with { Phases = [new(BillingInterval.Months(2), new PriceModel.PerUnit(45m))] }] }),
            Facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 20m }) },
        };
        var held = shop.Buy("2026-04-01", Monthly("basic", 2));
        var quote = Billing.Price(held, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow();
        Assert.Equal("Service +30.00 -150.00; Tax +6.00 -30.00; Payment +144.00", Written.Entries(quote));
        Assert.Equal(Status.Expired, quote.SubscriptionAfter.Status);
    }

    [Fact]
    public void A_pause_that_keeps_the_time_left_lengthens_the_contract()
    {
        var shop = Sold(AfterContract.Ends, months: 1);
        var held = shop.Buy("2026-04-01", Monthly("basic"));
        var paused = shop.Change(held, Monthly("basic") with { Paused = true }, "2026-04-11");
        var resumed = shop.Change(paused, Monthly("basic"), "2026-04-21");
        Assert.Equal(shop.Term("2026-04-11", "2026-05-11"), resumed.Plan!.Contract);
        Assert.Equal(["2026-05-11: Expiry, "], Told(shop, resumed, "2026-12-31"));
    }

    /// <summary>If the time runs on, the contract does too: an item resumed after its end has ended.</summary>
    [Fact]
    public void A_fixed_term_runs_out_in_a_pause_that_does_not_keep_the_time()
    {
        var shop = Sold(AfterContract.Ends, Rule.For(new Case { Changes = ChangeKinds.Pause }, Plain.Nothing), months: 1);
        var paused = shop.Change(shop.Buy("2026-04-01", Monthly("basic")), Monthly("basic") with { Paused = true }, "2026-04-11");
        Assert.Equal(Status.Expired, shop.Change(paused, Monthly("basic"), "2026-05-21").Status);
    }

    /// <summary>
    /// Twelve months from 1 April 2026, on hold from 10 January to 15 March 2027: the month from then on is cut by the end, 17 of 31 days of 30.00, now or on the next invoice.
    /// </summary>
    [Theory]
    [InlineData(PaymentTiming.Now, "Service -16.45; Payment +16.45")]
    [InlineData(PaymentTiming.NextInvoice, "Service -16.45; NextInvoice +16.45")]
    public void A_term_after_a_pause_that_the_end_cuts_costs_its_part_whenever_it_is_due(PaymentTiming due, string entries)
    {
        var shop = Sold(AfterContract.Ends, Rule.For(new Case { Changes = ChangeKinds.Pause }, Treatments.Resumption));
        shop = shop with { Policy = shop.Policy.WithRule(Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption with { PaymentTiming = due })) };
        var held = shop.Advance(shop.Buy("2026-04-01", Monthly("basic")), "2027-01-02").Subscription;
        var paused = shop.Change(held, Monthly("basic") with { Paused = true }, "2027-01-10");
        var resumed = shop.Quote(paused, Monthly("basic"), "2027-03-15");
        Assert.Equal(shop.Term("2027-03-15", "2027-04-01"), resumed.SubscriptionAfter.Term);
        Assert.Equal(entries, Written.Entries(resumed));
    }

    [Fact]
    public void Contracts_and_their_rules_are_written_and_read()
    {
        var shop = Sold(AfterContract.Anew, Rule.For(Left, Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.PartOfTheRest(new Fraction(1, 2)) }));
        var policy = shop.Policy with { Rules = [Rule.Refuse(RefusalCode.InContract, new Case { Direction = Direction.Down, InContract = true }), Rule.For(new Case { Changes = ChangeKinds.Quantity }, Treatment.AtPeriodEnd with { Timing = Timing.AtContractEnd }), .. shop.Policy.Rules] };
        Assert.Equal(policy, BillingJson.Read<BillingPolicy>(BillingJson.Write(policy)));
        var full = policy with { Renewal = policy.Renewal with { ChargesLastTermInFull = true } };
        Assert.Equal(full, BillingJson.Read<BillingPolicy>(BillingJson.Write(full)));
        Assert.DoesNotContain("chargesLastTermInFull", BillingJson.Write(policy), StringComparison.Ordinal);
        Assert.Equal(shop.Catalog, BillingJson.Read<Catalog>(BillingJson.Write(shop.Catalog)));
        var held = shop.Buy("2026-03-01", Monthly("basic"));
        Assert.Equal(held, BillingJson.Read<Subscription>(BillingJson.Write(held)));
    }

    [Fact]
    public void A_contract_lasts_for_a_term_at_least_and_is_the_plans()
    {
        var price = Price.Of(30m, "EUR", BillingInterval.Year) with { Contract = new(BillingInterval.Month, AfterContract.Ends) };
        Assert.Throws<ArgumentException>("Prices", () => Plan("basic", 1, price));
        Assert.Throws<ArgumentException>("Prices", () => AddOn("extra", price with { Contract = new(BillingInterval.Year, AfterContract.Ends) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EarlyTerminationCharge.PartOfTheRest(Fraction.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => EarlyTerminationCharge.PartOfTheRest(new Fraction(3, 2)));
    }
}
