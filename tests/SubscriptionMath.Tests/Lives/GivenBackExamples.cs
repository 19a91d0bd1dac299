using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Money given back outside the library: later credits are smaller by it. Basic is EUR 1.00 a day in April and all year, Plus EUR 2.00.</summary>
public sealed class GivenBackExamples
{
    /// <summary>Whoever ends gets the value of the time left back at once.</summary>
    private static readonly Shop Shop = Refunding(UnusedValue.OfAllLots);

    private static readonly Subscription April = Shop.Buy("2026-04-01", Monthly("basic"));

    /// <summary>The sentence of the documentation: 20.00 of 100.00 a year are given back, so that half a year is half of 80.00.</summary>
    [Fact]
    public void Half_of_what_is_left_of_the_price_comes_back()
    {
        var year = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
        var given = Billing.RecordGivenBack(year, year.Plan!.Lots[0], Eur(20));
        var half = Shop with { Catalog = WhaleBooks.Catalog, Facts = Facts.None with { TimeLeft = new Fraction(1, 2) } };
        Assert.Equal("Service +40.00; Payment -40.00", Ended(half, given, "2026-07-02"));
        Assert.Equal(["Unused time on Personal, 2 Jul 2026 to 1 Jan 2027: 1 of 2 parts of (EUR 100.00 less EUR 20.00) = EUR 40.00", "Refunded"],
            Explanation.Of(Billing.Price(given, Change.Cancel(), half.Facts, half.Catalog, half.Policy, half.At("2026-07-02")).OrThrow()));
    }

    [Fact]
    public void What_was_not_paid_yet_is_given_back_without_a_payment_below_nothing()
    {
        // A cent and a cent of tax wait for the next invoice. The cent is given back: nothing was paid before, and nothing is afterwards.
        var lot = April.Plan!.Lots[0] with { Billed = Eur(0.01m), Paid = Eur(0), Tax = new LotTax { Rate = new TaxRate { Name = "VAT", Percent = 100m }, Billed = Eur(0.01m) } };
        var held = April with { Plan = April.Plan with { Lots = [lot] } };
        var given = Assert.Single(Billing.RecordGivenBack(held, held.Plan!.Lots[0], Eur(0.01m)).Plan!.Lots);
        Assert.Equal((Eur(0), Eur(0)), (given.Billed, given.Paid));
    }

    /// <summary>A fifth of EUR 365.00 was given back, so a day is worth EUR 0.80: all of it on the first day, one day on the last, and nothing at the end.</summary>
    [Theory]
    [InlineData("2026-01-01", "292.00")]
    [InlineData("2026-07-02", "146.40")]
    [InlineData("2026-12-31", "0.80")]
    [InlineData("2026-12-31T23:59:59Z", "0.80")]
    [InlineData("2027-01-01", "0.00")]
    public void A_part_of_the_price_makes_each_day_worth_less(string day, string worth)
    {
        var year = Shop.Buy("2026-01-01", Yearly("basic"));
        var given = Billing.RecordGivenBack(year, year.Plan!.Lots[0], Eur(73));
        Assert.Equal($"EUR {worth}", $"{Billing.UnusedValue(given, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, Shop.At(day))}");
    }

    /// <summary>EUR 5.00 of the 15.00 left on 16 April: two thirds of each day stay. EUR 5.00 on the first day are a sixth of the price, as without a measure.</summary>
    [Theory]
    [InlineData("2026-04-16", "2026-04-16", "10.00")]
    [InlineData("2026-04-16", "2026-04-21", "6.67")]
    [InlineData("2026-04-16", "2026-04-30", "0.67")]
    [InlineData("2026-04-01", "2026-04-16", "12.50")]
    [InlineData("2026-04-30", "2026-04-30", "0.00")]
    public void A_credit_for_the_time_left_is_taken_from_its_value(string given, string ended, string worth) => Assert.Equal(
        $"EUR {worth}",
        $"{Billing.UnusedValue(Credited(5m, given), UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, Shop.At(ended))}");

    /// <summary>More than the 15.00 left: the rest was for used time, and nothing comes back twice.</summary>
    [Theory]
    [InlineData(15, "")]
    [InlineData(20, "")]
    [InlineData(30, "")]
    [InlineData(14, "Service +1.00; Payment -1.00")]
    public void No_more_comes_back_than_is_left(int amount, string entries) =>
        Assert.Equal(entries, Ended(Shop, Credited(amount, "2026-04-16"), "2026-04-16"));

    /// <summary>Thirty cents, one at a time, each for the seconds left at an odd instant: each takes its cent, and no figure grows out of 128 bits.</summary>
    [Fact]
    public void Many_credits_for_the_time_left_each_take_their_cent()
    {
        var held = April;
        for (var i = 1; i <= 30; i++)
        {
            var at = Shop.At("2026-04-02") + Duration.FromSeconds(i * 60_007L);
            Money Left() => Billing.UnusedValue(held, UnusedValue.OfAllLots, Measure.Seconds, RoundingMode.HalfAwayFromZero, at);
            var before = Left();
            held = Billing.RecordGivenBack(held, held.Plan!.Lots[0], Eur(0.01m), Measure.Seconds, at);
            Assert.Equal(before - Eur(0.01m), Left());
        }
    }

    /// <summary>All of the term goes back, less what went back already: 30.00 less 20.00, of which 5.00 are the value of half of 10.00.</summary>
    [Fact]
    public void The_whole_term_is_given_back_once()
    {
        var given = Billing.RecordGivenBack(April, April.Plan!.Lots[0], Eur(20));
        Assert.Equal("Goodwill +5.00; Service +5.00; Payment -10.00", Ended(Refunding(UnusedValue.OfTheWholeTerm), given, "2026-04-16"));
    }

    /// <summary>EUR 12.00 of 30.00: an upgrade credits 9.00 instead of 15.00 and charges 30.00 for half a month of Plus.</summary>
    [Fact]
    public void An_upgrade_credits_less()
    {
        var given = Billing.RecordGivenBack(April, April.Plan!.Lots[0], Eur(12));
        Assert.Equal("Service +9.00 -30.00; Payment +21.00", Written.Entries(Shop.Quote(given, Monthly("plus"), "2026-04-16")));
        Assert.Equal("Service -30.00; Payment +30.00", Written.Entries((Quote)Shop.Advance(given, "2026-05-01").Steps[0].Answer));
    }

    /// <summary>Three seats for 90.00 and 9.00 given back: the third one leaves with a tenth less than 15.00, and the two that stay are billed 54.00.</summary>
    [Fact]
    public void A_seat_that_leaves_takes_its_part_along()
    {
        var shop = Club.WithRule(Rule.For(new Case { Direction = Direction.Down }, Plain.Difference));
        var seats = shop.Buy("2026-04-01", Monthly("basic", 3));
        var given = Billing.RecordGivenBack(seats, seats.Plan!.Lots[0], Eur(9));
        var quote = shop.Quote(given, Monthly("basic", 2), "2026-04-16");
        Assert.Equal("Service +13.50; Balance -13.50", Written.Entries(quote));
        Assert.Equal("2 x 30, billed 54.00, paid 54.00, carried 0.00, credited 0.00, Purchase", Written.Lot(quote.SubscriptionAfter.Plan!.Lots[0]));
    }

    /// <summary>EUR 37.50 with a quarter of tax; 7.50 given back are 6.00 and 1.50 of tax, and half of the other 30.00 comes back: 12.00 and 3.00.</summary>
    [Fact]
    public void The_amount_is_with_tax_as_the_customer_got_it()
    {
        var shop = Shop with { Facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 25m }) } };
        var taxed = shop.Buy("2026-04-01", Monthly("basic"));
        var given = Billing.RecordGivenBack(taxed, taxed.Plan!.Lots[0], Eur(7.5m));
        Assert.Equal((Eur(24), Eur(6)), (given.Plan!.Lots[0].Billed, given.Plan.Lots[0].Tax!.Billed));
        Assert.Equal("Service +12.00; Tax +3.00; Payment -15.00", Ended(shop, given, "2026-04-16"));
    }

    /// <summary>EUR 20.00 of 30.00 are paid. EUR 5.00 given back leave 5.00 of the other ten unpaid; 15.00 make it 15.00 paid of 15.00.</summary>
    [Theory]
    [InlineData(5, 25, 20)]
    [InlineData(10, 20, 20)]
    [InlineData(15, 15, 15)]
    public void The_unpaid_part_is_given_first(int amount, int billed, int paid)
    {
        var lot = April.Plan!.Lots[0] with { Paid = Eur(20) };
        var owing = April with { Plan = April.Plan with { Lots = [lot] } };
        var given = Billing.RecordGivenBack(owing, lot, Eur(amount)).Plan!.Lots[0];
        Assert.Equal((Eur(billed), Eur(paid)), (given.Billed, given.Paid));
    }

    /// <summary>
    /// antiwork/gumroad#6077: an upgrade that was refunded counted as value held. Plus for half of April is billed 30.00, 15.00 of it the value of
    /// Basic. The other 15.00 are refunded, so ten days of Plus are worth 10.00 instead of 20.00 on the 21st.
    /// </summary>
    [Fact]
    public void An_upgrade_that_was_refunded_is_no_value_held()
    {
        var plus = Shop.Change(April, Monthly("plus"), "2026-04-16");
        Assert.Equal("Service +10.00; Payment -10.00", Ended(Shop, Billing.RecordGivenBack(plus, plus.Plan!.Lots[0], Eur(15)), "2026-04-21"));
    }

    /// <summary>useautumn/autumn#3320: seats that were refunded in full were credited once more. The two added on 16 April are; the first one is not.</summary>
    [Fact]
    public void Seats_that_were_refunded_in_full_are_not_credited_again()
    {
        var shop = Club.WithRule(Rule.For(new Case { Direction = Direction.Down }, Plain.Difference));
        var seats = shop.Change(April, Monthly("basic", 3), "2026-04-16");
        var given = Billing.RecordGivenBack(seats, seats.Plan!.Lots[1], Eur(30));
        Assert.Equal("", Written.Entries(shop.Quote(given, Monthly("basic", 1), "2026-04-21")));
        Assert.Equal("Service +10.00; Payment -10.00", Ended(Shop, given, "2026-04-21"));
    }

    /// <summary>Preview and booking: a quote of before is stale, and nothing given is nothing changed.</summary>
    [Fact]
    public void What_was_quoted_before_is_stale()
    {
        var quote = Shop.Quote(April, Monthly("plus"), "2026-04-16");
        var given = Billing.RecordGivenBack(April, April.Plan!.Lots[0], Eur(1));
        Assert.Equal(RefusalCode.StaleQuote, ((Stale)Billing.Accept(given, quote, Facts.None)).Refusal.Code);
        Assert.Same(April, Billing.RecordGivenBack(April, April.Plan.Lots[0], Eur(0)));
    }

    /// <summary>An add-on and a set-up fee have lots as well; what stands beside them stays.</summary>
    [Fact]
    public void An_add_on_is_given_back_by_itself()
    {
        var held = Shop.Buy("2026-04-01", Monthly("basic").With("locker"));
        var given = Billing.RecordGivenBack(held, held.AddOns[0].Lots[0], Eur(3));
        Assert.Equal((held.Plan, Eur(12), held.Version + 1), (given.Plan, given.AddOns[0].Lots[0].Billed, given.Version));
    }

    [Fact]
    public void More_than_was_billed_is_an_error_of_the_caller()
    {
        var lot = April.Plan!.Lots[0];
        Misusing.Refuses<ArgumentOutOfRangeException>(
            () => Billing.RecordGivenBack(April, lot, Eur(30.01m)), "amount", "EUR 30.01 was given back for 2026-04-01T00:00:00Z/2026-05-01T00:00:00Z; EUR 30.00 was billed and not credited.");
        Misusing.Refuses<ArgumentOutOfRangeException>(() => Billing.RecordGivenBack(April, lot, -Eur(1)), "amount", "amount is EUR -1.00; it must not be negative.");
        Misusing.Refuses<ArgumentException>(
            () => Billing.RecordGivenBack(April, lot with { Billed = Eur(31) }, Eur(1)), "lot", "The subscription 'S-1' does not hold the lot for 2026-04-01T00:00:00Z/2026-05-01T00:00:00Z.");
        Assert.Throws<InvalidOperationException>(() => Billing.RecordGivenBack(April, lot, Money.Of(1m, "USD")));
        Assert.Throws<ArgumentNullException>(() => Billing.RecordGivenBack(null!, lot, Eur(1)));
        Assert.Throws<ArgumentNullException>(() => Billing.RecordGivenBack(April, null!, Eur(1)));
        Assert.Throws<ArgumentNullException>(() => Billing.RecordGivenBack(April, lot, Eur(1), null!, Shop.At("2026-04-16")));
        Assert.Equal(Eur(0), Billing.RecordGivenBack(April, lot, Eur(30)).Plan!.Lots[0].Billed);
    }

    private static Shop Refunding(UnusedValue value) => Club.WithRule(Rule.For(
        new Case { Changes = ChangeKinds.End }, Plain.Difference with { Unused = value, Surplus = Surplus.Refunded(RefundRest.ToBalance) }));

    private static Subscription Credited(decimal amount, string day) =>
        Billing.RecordGivenBack(April, April.Plan!.Lots[0], Eur(amount), Measure.Days, Shop.At(day));

    private static string Ended(Shop shop, Subscription subscription, string day) =>
        Written.Entries(Billing.Price(subscription, Change.Cancel(), shop.Facts, shop.Catalog, shop.Policy, shop.At(day)).OrThrow());

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");
}
