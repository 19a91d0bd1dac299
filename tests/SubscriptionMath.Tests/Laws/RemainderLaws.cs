namespace SubscriptionMath.Tests.Laws;

/// <summary>The rounding remainder over a life, at prices down to a thousandth of a minor unit, in currencies of no, two and three digits.</summary>
public sealed class RemainderLaws
{
    private static readonly Treatment Now = new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static readonly (string Currency, decimal Thousandth)[] Currencies = [("JPY", 0.001m), ("EUR", 0.00001m), ("KWD", 0.000001m)];

    [Law]
    public void Rounding__any_rounds_of_any_small_prices_give_nobody_more_than_was_billed(PositiveInt[] rounds, PositiveInt price, byte kind, byte way, byte tax)
    {
        // Each round is a day within half a year and what is held from it on: seats from 1 to 4, add-ons x and y or not; one in three without tax.
        var (currency, thousandth) = Currencies[kind % 3];
        var rounding = new Rounding((RoundingMode)(kind % 7), (RoundingStage)(way % 3));
        var step = rounding.Stage != RoundingStage.Net || kind % 4 != 0 ? 1 : 5;
        rounding = step == 1 ? rounding : rounding with { Steps = [Money.OfMinor(step, currency)] };
        var surplus = (way / 3 % 4) switch
        {
            0 => Surplus.ToBalance,
            1 => Surplus.ToNextInvoice,
            2 => Surplus.Refunded(RefundRest.ToBalance),
            _ => Surplus.AllUnusedRefunded(RefundRest.ToBalance),
        };
        var shop = Of(currency, thousandth * (price.Get % 5000), rounding, Now with { Surplus = surplus, PaymentTiming = way % 2 == 0 ? PaymentTiming.Now : PaymentTiming.NextInvoice });
        shop = Taxed(shop, tax);
        var start = new LocalDate(2026, 4, 1);
        var first = shop.Quote(shop.NotStarted(), Cart(0), "2026-04-01");
        var (held, sum, day, most) = (shop.Accept(shop.NotStarted(), first), Moved(first), 0, 0);
        foreach (var round in rounds)
        {
            day = Math.Min(180, day + (round.Get % 13));
            var at = start.PlusDays(day).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var life = shop.Advance(held, at);
            sum += life.Steps.Sum(step => step.Answer is Quote quote ? Moved(quote) : 0);
            var change = shop.Quote(life.Subscription, Cart(round.Get / 13), at);
            most = Math.Max(most, rounding.Stage == RoundingStage.Lines ? LifeLaws.LotsLeft(life.Subscription, change.SubscriptionAfter).Count() * (tax % 3 == 0 ? 1 : 2) : 0);
            (held, sum) = (shop.Accept(life.Subscription, change), sum + Moved(change));

            // An amount that waits was rounded with a remainder, and is rounded once more with it on its invoice.
            var waits = held.NextInvoice.Aggregate(Fraction.Zero, (all, charge) => all + (charge.Remainder ?? Fraction.Zero));
            Assert.True(Fraction.Of(sum) + waits >= Fraction.Zero, $"{-sum} more was given back than was billed");
            Assert.True((held.Remainder ?? Fraction.Zero).Abs() < Fraction.Of(step + most), $"{held.Remainder} is left, {most} lots left at once");
        }
    }

    /// <summary>
    /// Ten seats at 0.4 of a cent, bought one by one for nothing on 1 April, and left on the 16th: each was used for 0.2 of a cent, two cents that no bill has asked for.
    /// Another round leaves no more: what was left before is to come off what is given back, and where nothing is, it is let go.
    /// </summary>
    [Fact]
    public void Where_each_line_is_rounded_what_is_left_grows_with_the_lots_of_one_settlement_and_not_with_their_number()
    {
        var shop = Of("EUR", 0.004m, Rounding.HalfAwayFromZeroByLine, Now);
        var held = shop.Buy("2026-04-01", Seats(1));
        foreach (var month in new[] { "2026-04", "2026-06", "2026-09", "2026-11" })
        {
            var (first, later) = ($"{month}-01", $"{month}-16");
            held = shop.Advance(held, first).Subscription;
            for (var seats = 2; seats <= 11; seats++)
                held = shop.Change(held, Seats(seats), first);

            held = shop.Change(held, Seats(1), later);
            Assert.Equal(Fraction.Of(2), held.Remainder);
        }

        static Cart Seats(int count) => SubscriptionMath.Cart.Of("p", BillingInterval.Month) with { Quantity = count };
    }

    /// <summary>33.333 a month are rounded to 33.33 and waived: what rounding left is 0.3 of a cent, and not the price.</summary>
    [Fact]
    public void A_price_that_is_waived_leaves_no_more_than_the_rounding_of_its_line()
    {
        var shop = Of("EUR", 33.333m, Rounding.HalfAwayFromZeroByLine, Now with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, PaymentTiming = PaymentTiming.Waived });
        var held = shop.Change(shop.Buy("2026-04-01", Cart(0)), Cart(1), "2026-04-01");
        Assert.Equal((0m, new Fraction(3, 10)), (held.Plan!.Lots[^1].Billed.Amount, held.Plan.Lots[^1].Remainder));
    }

    /// <summary>Two bills of a tenth of a cent wait for one invoice, each rounded up to a cent: it comes to half a cent in all, which is rounded up once.</summary>
    [Fact]
    public void Two_bills_that_wait_each_keep_their_own_remainder()
    {
        var shop = Of("EUR", 0.001m, new Rounding(RoundingMode.Ceiling, RoundingStage.Invoice), Now with { PaymentTiming = PaymentTiming.NextInvoice });
        var seats = Rule.For(new Case { Changes = ChangeKinds.Quantity }, Now with { PaymentTiming = PaymentTiming.NextInvoice, Surplus = Surplus.Forfeited });
        shop = shop with { Policy = shop.Policy with { Rules = [shop.Policy.Rules[0], seats, shop.Policy.Rules[1]] } };
        var first = shop.Buy("2026-04-01", Cart(0));
        var held = shop.Change(first, Cart(1) with { AddOns = [new CartAddOn { Id = "y", Quantity = 2 }] }, "2026-04-01");
        Assert.Equal([(0.01m, new Fraction(-9, 10)), (0.01m, new Fraction(-9, 10))], held.NextInvoice.Select(charge => (charge.Amount.Amount, charge.Remainder!.Value)));
        Assert.Equal("2026-05-01: Renewal", shop.Advance(held, "2026-05-01").Told().Single()[..19]);
        Assert.Equal(0.01m, ((Quote)shop.Advance(held, "2026-05-01").Steps[0].Answer).Totals.DueNow.Amount);
    }

    /// <summary>
    /// 1.01 at 5.5 %, by the net that is floored with its tax: 1.06555, so 1.06 are paid. The tax of 5.555 cents was raised to 6, and 1.01 with 0.06 would give back
    /// 1.07: a cent that nobody paid. 0.555 of a cent of the net and 0.445 of the tax are the cent that is taken back.
    /// </summary>
    [Fact]
    public void A_tax_that_was_raised_within_a_net_that_was_floored_gives_back_no_cent_that_was_not_paid()
    {
        var shop = Of("EUR", 1.01m, new Rounding(RoundingMode.Floor, RoundingStage.Net), Now);
        shop = shop with
        {
            Policy = shop.Policy.WithTax(new(new(TaxBase.Gross, RoundingMode.AwayFromZero), TaxRule.OutOfTheGross, TaxStage.Invoice)),
            Facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 5.5m }) },
        };
        var bought = shop.Quote(shop.NotStarted(), Cart(0), "2026-04-01");
        Assert.Equal(Fraction.One, bought.SubscriptionAfter.Plan!.Lots[0].Remainder);
        var ended = Billing.Price(bought.SubscriptionAfter, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At("2026-04-01")).OrThrow();
        Assert.Equal((1.06m, 1.06m), (bought.Totals.DueNow.Amount, ended.Totals.ToCredit.Amount));
    }

    /// <summary>
    /// A second seat at a thousandth of a yen, whose tax of 5.5 % was raised to a yen, within a net of 0.001055 that was rounded to nothing. When it leaves the next
    /// day, 29/30 of the thousandth and the whole yen of tax would round to a yen that nobody paid; that the seat's fraction waits for an invoice changes nothing.
    /// </summary>
    [Theory]
    [InlineData(RoundingStage.Net, false)]
    [InlineData(RoundingStage.Invoice, false)]
    [InlineData(RoundingStage.Invoice, true)]
    public void A_tax_that_was_raised_on_next_to_nothing_gives_back_nothing(RoundingStage stage, bool apart)
    {
        var then = Now with { PaymentTiming = PaymentTiming.NextInvoice, Surplus = apart ? Surplus.AllUnusedRefunded(RefundRest.ToBalance) : Surplus.ToBalance };
        var shop = Of("JPY", 0.001m, new Rounding(RoundingMode.HalfEven, stage), then);
        shop = shop with
        {
            Policy = shop.Policy.WithTax(new(new(TaxBase.Gross, RoundingMode.AwayFromZero), TaxRule.OutOfTheGross, TaxStage.Invoice)),
            Facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 5.5m }) },
        };
        var two = shop.Change(shop.Buy("2026-04-01", Cart(0)), Cart(1), "2026-04-01");
        Assert.Equal(0, Moved(shop.Quote(two, Cart(0), "2026-04-02")));
    }

    private static long Moved(Quote quote) =>
        quote.Entries.Where(entry => entry.Account is Account.Payment or Account.NextInvoice or Account.Balance).Sum(entry => entry.Amount.Minor);

    private static Shop Taxed(Shop shop, byte tax)
    {
        TaxRule Rule(int which) => new((TaxBase)(which % 2), (RoundingMode)(which % 7));
        var (charged, credited) = (Rule(tax / 3), Rule(tax / 5));
        credited = shop.Policy.Proration.Rounding.Stage == RoundingStage.Lines ? credited : credited with { Base = charged.Base };
        var outOfGross = charged.Base == TaxBase.Gross || credited.Base == TaxBase.Gross;
        var byLine = shop.Policy.Proration.Rounding.Stage == RoundingStage.Lines && (outOfGross || tax % 2 == 0);
        return shop with
        {
            Policy = shop.Policy.WithTax(new(charged, credited, byLine ? TaxStage.Lines : TaxStage.Invoice)),
            Facts = tax % 3 == 0 ? shop.Facts : shop.Facts with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = tax % 3 == 1 ? 5.5m : 25m, Included = tax % 11 == 0 }) },
        };
    }

    private static Cart Cart(int which) => SubscriptionMath.Cart.Of("p", BillingInterval.Month) with
    {
        Quantity = 1 + (which % 4),
        AddOns = [.. new[] { ("x", 4), ("y", 8) }.Where(addOn => which / addOn.Item2 % 2 == 1).Select(addOn => new CartAddOn { Id = addOn.Item1 })],
    };

    private static Shop Of(string currency, decimal price, Rounding rounding, Treatment then) => new(
        Lives.Club.Policy.WithRounding(rounding) with
        {
            Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, then with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, PaymentTiming = PaymentTiming.Now }), Rule.Otherwise(then)],
        },
        new Catalog
        {
            Plans = [Shops.Plan("p", 1, Price.Of(price, currency, BillingInterval.Month)) with { AddOns = ["x", "y"] }],
            AddOns = [Shops.AddOn("x", Price.Of(price * 1.5m, currency, BillingInterval.Month)), Shops.AddOn("y", Price.Of(price / 2m, currency, BillingInterval.Month))],
        })
    {
        Currency = currency,
    };
}
