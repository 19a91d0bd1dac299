using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>A change that is meant for an earlier term: each term since then is priced as the difference. Basic is EUR 20.00 a month, Plus 40.00, a locker 15.00.</summary>
public sealed class SinceExamples
{
    private static readonly Shop Shop = Clubbed(Plain.Difference);

    /// <summary>Basic since 1 April, on 11 June: April and May as they were billed, and June.</summary>
    private static readonly (Subscription Now, Sequence<Subscription> Earlier) Basic = Lived(Shop, Monthly("basic"));

    /// <summary>The sentence of the documentation: 20.00 for each whole term. At the first instant of the running one the answer is the same.</summary>
    [Theory]
    [InlineData("2026-06-11")]
    [InlineData("2026-06-01")]
    public void Each_whole_term_costs_the_difference(string day)
    {
        var quote = Since(Shop, Basic, Monthly("plus"), "2026-04-01", day);
        Assert.Equal(
            "Service +20.00 -40.00; Payment +20.00; Service +20.00 -40.00; Payment +20.00; Service +20.00 -40.00; Payment +20.00", Written.Entries(quote));
        Assert.Equal((Eur(60), Shop.At(day), "plus", Basic.Now.Version + 1), (quote.Totals.DueNow, quote.At, quote.SubscriptionAfter.Plan!.ProductId, quote.SubscriptionAfter.Version));
        Assert.Equal(
            ["Unused time on Basic, 1 Apr to 1 May 2026: 30 of 30 days of EUR 20.00 = EUR 20.00", "Plus, 1 Apr to 1 May 2026: EUR 40.00", "To be paid now"],
            Explanation.Of(quote).Take(3));
    }

    /// <summary>From 16 April 15 of 30 days: 10.00 and 20.00. From 17 May 15 of 31 days: 9.68 and 19.35, exactly 9.677; June is whole. On the last day of May a day: 0.65 and 1.29.</summary>
    [Theory]
    [InlineData("2026-04-16", "10.00", 50.00)]
    [InlineData("2026-05-17", "9.68", 29.68)]
    [InlineData("2026-05-31", "0.65", 20.65)]
    [InlineData("2026-05-31T23:59:59Z", "0.65", 20.65)]
    [InlineData("2026-06-01", "20.00", 20.00)]
    public void The_first_term_costs_the_difference_for_its_rest(string since, string first, decimal all)
    {
        var quote = Since(Shop, Basic, Monthly("plus"), since, "2026-06-11");
        Assert.Equal((first, Eur(all)), ($"{quote.Totals.DueNow - (quote.EarlierTerms.Count(term => term.Term!.Value.End > Shop.At(since)) * Eur(20))}"[4..], quote.Totals.DueNow));
    }

    /// <summary>Plus was sold since May, and was meant since 16 April: half of April is left to charge.</summary>
    [Fact]
    public void A_term_that_is_right_already_costs_nothing()
    {
        var plus = Lived(Shop, Monthly("basic"), Shop.Asks("2026-05-01", Monthly("plus")));
        Assert.Equal("Service +10.00 -20.00; Payment +10.00", Written.Entries(Since(Shop, plus, Monthly("plus"), "2026-04-16", "2026-06-11")));
    }

    /// <summary>Down since April: 20.00 of credit for each term, or a refund where the policy says so.</summary>
    [Fact]
    public void A_downgrade_gives_credit_in_the_same_way()
    {
        var quote = Since(Shop, Lived(Shop, Monthly("plus")), Monthly("basic"), "2026-04-01", "2026-06-11");
        Assert.Equal((Eur(60), Eur(0)), (quote.Totals.ToCredit, quote.Totals.DueNow));
        var refunding = Clubbed(Plain.Difference with { Surplus = Surplus.Refunded(RefundRest.ToBalance) });
        Assert.Equal(Eur(60), Since(refunding, Lived(refunding, Monthly("plus")), Monthly("basic"), "2026-04-01", "2026-06-11").Totals.Refunded);
    }

    /// <summary>Two seats to three since 16 May: 16 of 31 days of 20.00 are 10.32, and June's seat is 20.00; a locker since 16 April: 7.50, 15.00, 15.00; without it since May: 30.00 back.</summary>
    [Fact]
    public void Seats_and_add_ons_are_changed_likewise()
    {
        Assert.Equal("Service -10.32; Payment +10.32; Service -20.00; Payment +20.00", Written.Entries(Since(Shop, Lived(Shop, Monthly("basic", 2)), Monthly("basic", 3), "2026-05-16", "2026-06-11")));
        Assert.Equal(
            "Service -7.50; Payment +7.50; Service -15.00; Payment +15.00; Service -15.00; Payment +15.00",
            Written.Entries(Since(Shop, Basic, Monthly("basic").With("locker"), "2026-04-16", "2026-06-11")));
        Assert.Equal(
            "Service +15.00; Balance -15.00; Service +15.00; Balance -15.00",
            Written.Entries(Since(Shop, Lived(Shop, Monthly("basic").With("locker")), Monthly("basic"), "2026-05-01", "2026-06-11")));
    }

    /// <summary>A cancellation that was asked for in April and overlooked: three months come back, and the subscription has ended.</summary>
    [Fact]
    public void A_cancellation_gives_back_all_since_then()
    {
        var shop = Clubbed(Plain.Difference with { Surplus = Surplus.Refunded(RefundRest.ToBalance) });
        var (now, earlier) = Lived(shop, Monthly("basic"));
        var quote = Ask(shop, now, Change.Cancel() with { Since = shop.At("2026-04-16") }, Facts.None with { EarlierTerms = earlier }, "2026-06-11").OrThrow();
        Assert.Equal((Eur(50), Status.Expired), (quote.Totals.Refunded, quote.SubscriptionAfter.Status));
    }

    /// <summary>30.00 of credit pay for April and half of May; the facts that the quote read are those of before.</summary>
    [Fact]
    public void Credit_goes_from_one_term_to_the_next()
    {
        var facts = Facts.None with { Credit = MoneyCredit.Of(Eur(30)), EarlierTerms = Basic.Earlier };
        var quote = Ask(Shop, Basic.Now, Change.To(Monthly("plus")) with { Since = Shop.At("2026-04-01") }, facts, "2026-06-11").OrThrow();
        Assert.Equal((Eur(30), Eur(30), facts.Credit), (quote.Totals.FromCredit, quote.Totals.DueNow, quote.Read.Credit));
        Assert.Equal(Eur(0), Billing.Accept(Basic.Now, quote, facts).OrThrow().Credit.LeftAt(quote.At, Currency.Of("EUR")));
    }

    /// <summary>With the terms as they should have been, the same change costs nothing: not even after another renewal.</summary>
    [Fact]
    public void What_was_corrected_is_correct()
    {
        var quote = Since(Shop, Basic, Monthly("plus"), "2026-04-16", "2026-06-11");
        var after = (Shop.Accept(Basic.Now, quote, Facts.None with { EarlierTerms = Basic.Earlier }), quote.EarlierTerms);
        Assert.Equal("", Written.Entries(Since(Shop, after, Monthly("plus"), "2026-04-16", "2026-06-12")));
        Assert.StartsWith("Service +20.00 -10.00; Balance -10.00; ", Written.Entries(Since(Shop, after, Monthly("basic"), "2026-04-16", "2026-06-12")), StringComparison.Ordinal);
        Assert.Equal(["2026-07-01: Renewal, Service -40.00; Payment +40.00"], Shop.Advance(after.Item1, "2026-07-01").Told());
    }

    /// <summary>20.00 of tax at a quarter: each term 5.00 back and 10.00 charged.</summary>
    [Fact]
    public void Tax_is_that_of_each_line()
    {
        var shop = Shop with { Facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 25m }) } };
        var (now, earlier) = Lived(shop, Monthly("basic"));
        var quote = Ask(shop, now, Change.To(Monthly("plus")) with { Since = shop.At("2026-04-01") }, shop.Facts with { EarlierTerms = earlier }, "2026-06-11").OrThrow();
        Assert.Equal((Eur(75), Eur(30), Eur(15)), (quote.Totals.DueNow, quote.Totals.TaxCharged, quote.Totals.TaxReversed));
    }

    /// <summary>Three differences wait for the next invoice: the renewal collects 60.00 and charges 40.00.</summary>
    [Fact]
    public void Differences_may_wait_for_the_next_invoice()
    {
        var shop = Clubbed(Plain.Difference with { PaymentTiming = PaymentTiming.NextInvoice });
        var (now, earlier) = Lived(shop, Monthly("basic"));
        var quote = Since(shop, (now, earlier), Monthly("plus"), "2026-04-01", "2026-06-11");
        Assert.Equal((Eur(0), Eur(60)), (quote.Totals.DueNow, quote.Totals.OnNextInvoice));
        Assert.Equal(["2026-07-01: Renewal, NextInvoice -60.00; Service -40.00; Payment +100.00"], shop.Advance(quote.SubscriptionAfter, "2026-07-01").Told());
    }

    /// <summary>A set-up fee of 5.00 is due once, in the first of the terms.</summary>
    [Fact]
    public void A_fee_is_due_once()
    {
        var shop = Shop with
        {
            Catalog = Shop.Catalog with { AddOns = [AddOn("locker", Price.Of(15m, "EUR", BillingInterval.Month) with { SetUp = 5m })] },
        };
        Assert.Equal(Eur(50), Since(shop, Basic, Monthly("basic").With("locker"), "2026-04-01", "2026-06-11").Totals.DueNow);
    }

    /// <summary>Within the running term no history is needed: from 1 June the whole difference, from the 6th 25 of 30 days: 16.67.</summary>
    [Theory]
    [InlineData("2026-06-01", 20.00)]
    [InlineData("2026-06-06", 16.67)]
    [InlineData("2026-06-11", 13.33)]
    public void Within_the_term_it_is_priced_as_of_then_and_booked_now(string since, decimal due)
    {
        var quote = Ask(Shop, Basic.Now, Change.To(Monthly("plus")) with { Since = Shop.At(since) }, Facts.None, "2026-06-11").OrThrow();
        Assert.Equal((Eur(due), Shop.At("2026-06-11"), Shop.At(since)), (quote.Totals.DueNow, quote.At, quote.SubscriptionAfter.Plan!.Lots[0].Covers.Start));
    }

    /// <summary>An imported history: the subscription of today with the term and the lots of April, then of May. Plus had been billed 25.00 for April by the old system.</summary>
    [Fact]
    public void An_imported_history_is_the_lots_of_the_terms()
    {
        Subscription Billed(string start, string end, decimal amount) => Basic.Now with
        {
            Plan = Basic.Now.Plan! with
            {
                Term = Shop.Term(start, end),
                Lots = [Basic.Now.Plan.Lots[0] with { Covers = Shop.Term(start, end), Period = Shop.Term(start, end), Price = Price.Of(amount, "EUR", BillingInterval.Month), Billed = Eur(amount), Paid = Eur(amount) }],
            },
        };
        var imported = (Basic.Now, (Sequence<Subscription>)[Billed("2026-04-01", "2026-05-01", 25m), Billed("2026-05-01", "2026-06-01", 20m)]);
        Assert.Equal(
            "Service +25.00 -40.00; Payment +15.00; Service +20.00 -40.00; Payment +20.00; Service +20.00 -40.00; Payment +20.00",
            Written.Entries(Since(Shop, imported, Monthly("plus"), "2026-04-01", "2026-06-11")));
    }

    [Fact]
    public void A_term_that_is_not_stated_is_a_fact_that_is_not_known()
    {
        void Lacks(string instant, Sequence<Subscription> earlier) => Misusing.Refuses<ArgumentException>(
            () => Since(Shop, (Basic.Now, earlier), Monthly("plus"), "2026-04-16", "2026-06-11"), "facts", $"The policy needs the term that held {instant} (Facts.EarlierTerms), which the caller did not supply.");
        Lacks("2026-04-16T00:00:00Z", default);
        Lacks("2026-04-16T00:00:00Z", [Basic.Earlier[1]]);
        Lacks("2026-05-01T00:00:00Z", [Basic.Earlier[0]]);
        Misusing.Refuses<ArgumentException>(
            () => Since(Shop, (Basic.Now, [Basic.Earlier[0] with { Id = "S-2" }]), Monthly("plus"), "2026-04-16", "2026-06-11"), "facts", "An earlier term of the subscription 'S-1' in EUR is one of 'S-2' in EUR.");
        Misusing.Refuses<ArgumentOutOfRangeException>(
            () => Since(Shop, Basic, Monthly("plus"), "2026-06-12", "2026-06-11"), "change", "The change of 2026-06-11T00:00:00Z is meant for 2026-06-12T00:00:00Z, after it.");
        Misusing.Refuses<ArgumentException>(
            () => Ask(Shop, Basic.Now, Change.To(Monthly("plus")) with { Since = Shop.At("2026-06-01"), Date = Shop.At("2026-06-20") }, Facts.None, "2026-06-11"), "change", "A change meant for an earlier instant has no date");
    }

    /// <summary>What cannot be priced within its term is refused, and says why.</summary>
    [Fact]
    public void What_cannot_be_priced_within_a_term_is_refused()
    {
        var later = Club.With(policy => policy with { });
        Refused(later with { Catalog = Shop.Catalog }, Lived(later with { Catalog = Shop.Catalog }, Monthly("plus")), Monthly("basic"), "2026-04-01", "it takes effect at the end of the term.");
        Refused(Clubbed(Plain.Anew), Lived(Clubbed(Plain.Anew), Monthly("basic")), Monthly("plus"), "2026-04-16", "the term would end at 2026-05-16T00:00:00Z.");
        var upgraded = Lived(Shop, Monthly("basic"), Shop.Asks("2026-04-16", Monthly("plus")));
        Refused(Shop, upgraded, Monthly("basic"), "2026-04-10", "'plus' was bought after 2026-04-10T00:00:00Z, and what was held before is not known.");
        var yearly = Lived(Shop, Monthly("basic") with { AddOns = [new CartAddOn { Id = "storage", Interval = BillingInterval.Year }] });
        Refused(Shop, yearly, Monthly("basic"), "2026-04-10", "'storage' has terms of its own.");
        Assert.Equal(Eur(50), Since(Shop, yearly, Monthly("plus") with { AddOns = [new CartAddOn { Id = "storage", Interval = BillingInterval.Year }] }, "2026-04-16", "2026-06-11").Totals.DueNow);
        Refused(Shop, Basic, Monthly("basic") with { Discounts = [Discount.OfPercent("d", 10m) with { Periods = 2 }] }, "2026-04-16", "it begins phases, a contract or a discount for a time, which are counted from their start.");
    }

    [Fact]
    public void The_request_the_history_and_the_quote_are_written_and_read()
    {
        var change = Change.To(Monthly("plus")) with { Since = Shop.At("2026-04-01") };
        var facts = Facts.None with { EarlierTerms = Basic.Earlier };
        Answer quote = Ask(Shop, Basic.Now, change, facts, "2026-06-11").OrThrow();
        Assert.Contains("\"since\":\"2026-04-01T00:00:00Z\"", BillingJson.Write(change), StringComparison.Ordinal);
        Assert.Equal(change, BillingJson.Read<Change>(BillingJson.Write(change)));
        Assert.Equal(facts, BillingJson.Read<Facts>(BillingJson.Write(facts)));
        Assert.Equal(quote, BillingJson.Read<Answer>(BillingJson.Write(quote)));
    }

    /// <summary>A timeline keeps the corrected terms among its facts.</summary>
    [Fact]
    public void A_timeline_books_a_correction()
    {
        var line = Timeline.Of(Basic.Now, Facts.None with { EarlierTerms = Basic.Earlier }).Play(
            Script.Of(new Command.Ask { At = Shop.At("2026-06-11"), Change = Change.To(Monthly("plus")) with { Since = Shop.At("2026-05-01") } },
                new Command.Ask { At = Shop.At("2026-06-12"), Change = Change.To(Monthly("plus")) with { Since = Shop.At("2026-05-01") } }),
            Shop.Catalog, Shop.Policy, Shop.At("2026-07-01"));
        Assert.Equal(
            [
                "2026-06-11: Change, Service +20.00 -40.00; Payment +20.00; Service +20.00 -40.00; Payment +20.00", "2026-06-12: Change, ",
                "2026-07-01: Renewal, Service -40.00; Payment +40.00",
            ],
            line.Told());
        Assert.Equal(["basic", "plus"], line.Facts.EarlierTerms.Select(term => term.Plan!.ProductId));
    }

    private static Shop Clubbed(Treatment change) => Club.With(policy => policy with
    {
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Plain.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Plain.Nothing),
            Rule.For(new Case { Changes = ChangeKinds.Pause }, Plain.Nothing),
            Rule.For(new Case { Changes = ChangeKinds.End }, change with { Term = TermRule.EndKept, NewPrice = NewPrice.NothingUntilRenewal, PaymentTiming = PaymentTiming.Now }),
            Rule.Otherwise(change),
        ],
        AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.OfAllLots),
        Balance = BalancePolicy.NeverLost,
    }) with
    {
        Catalog = new()
        {
            Plans =
            [
                Plan("basic", 1, Price.Of(20m, "EUR", BillingInterval.Month)) with { AddOns = ["locker", "storage"] },
                Plan("plus", 2, Price.Of(40m, "EUR", BillingInterval.Month)) with { AddOns = ["locker", "storage"] },
            ],
            AddOns = [AddOn("locker", Price.Of(15m, "EUR", BillingInterval.Month)), AddOn("storage", Price.Of(73m, "EUR", BillingInterval.Year))],
        },
    };

    /// <summary>A life from 1 April to 11 June, with the last state of each term before the current one.</summary>
    private static (Subscription Now, Sequence<Subscription> Earlier) Lived(Shop shop, Cart cart, params ReadOnlySpan<Command> commands)
    {
        var first = shop.Buy("2026-04-01", cart);
        var line = shop.Live(first, "2026-06-11", commands);
        return (line.Subscription,
        [
            .. line.Steps.Select(step => step.Subscription).Prepend(first)
                .GroupBy(state => state.Term).Select(term => term.Last()).Where(state => state.Term!.Value.End <= line.Subscription.Term!.Value.Start),
        ]);
    }

    private static Quote Since(Shop shop, (Subscription Now, Sequence<Subscription> Earlier) held, Cart cart, string since, string day) =>
        Ask(shop, held.Now, Change.To(cart) with { Since = shop.At(since) }, Facts.None with { EarlierTerms = held.Earlier }, day).OrThrow();

    private static void Refused(Shop shop, (Subscription Now, Sequence<Subscription> Earlier) held, Cart cart, string since, string why)
    {
        var refused = Assert.IsType<Refused>(Ask(shop, held.Now, Change.To(cart) with { Since = shop.At(since) }, Facts.None with { EarlierTerms = held.Earlier }, "2026-06-11"));
        Assert.Equal((RefusalCode.EarlierTermNotPriced, why), (refused.Code, refused.Message[(refused.Message.IndexOf("Z: ", StringComparison.Ordinal) + 3)..]));
    }

    private static Answer Ask(Shop shop, Subscription held, Change change, Facts facts, string day) =>
        Billing.Price(held, change, facts, shop.Catalog, shop.Policy, shop.At(day));

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");
}
