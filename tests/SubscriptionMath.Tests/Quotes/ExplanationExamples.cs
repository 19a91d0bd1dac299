using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Quotes;

/// <summary>Every sentence in which a quote explains an entry.</summary>
public class ExplanationExamples
{
    [Fact]
    public void Unused_time_and_the_next_invoice() => Explains(
        SmrtPhone.Quote(SmrtPhone.Buy("2026-04-01", Monthly("standard")), Monthly("pro"), "2026-04-16"),
        "Unused time on Standard, 16 Apr to 1 May 2026: 15 of 30 days of EUR 75.00 = EUR 37.50",
        "Pro, 16 Apr to 1 May 2026: 15 of 30 days of EUR 125.00 = EUR 62.50",
        "On the next invoice");

    [Fact]
    public void The_year_is_shown_twice_where_it_changes() => Explains(
        WhaleBooks.Quote(WhaleBooks.Buy("2026-01-01", Yearly("personal")), Yearly("company"), "2026-07-02"),
        "Unused time on Personal, 2 Jul 2026 to 1 Jan 2027: 183 of 365 days of EUR 100.00 = EUR 50.14",
        "Company, 2 Jul 2026 to 1 Jan 2027: 183 of 365 days of EUR 240.00 = EUR 120.33",
        "To be paid now");

    [Fact]
    public void A_whole_price_is_said_once() => Explains(
        SmrtPhone.Quote(SmrtPhone.NotStarted(), Monthly("standard"), "2026-04-01"),
        "Standard, 1 Apr to 1 May 2026: EUR 75.00",
        "To be paid now");

    [Fact]
    public void Two_payments_at_the_end_of_a_trial() => Explains(
        WhaleBooksWithTrial.Quote(WhaleBooksWithTrial.Buy("2026-03-01", Yearly("personal")), Yearly("company"), "2026-03-08"),
        "Company, 8 Mar 2026 to 8 Mar 2027: EUR 240.00",
        "First payment: the price of the plan in trial",
        "Second payment: the difference to the new plan");

    [Fact]
    public void Payments_of_two_bills_are_not_those_of_a_trial()
    {
        // Two rules whose surplus goes two ways: their lines are settled apart.
        var first = Kaspr.Policy.Rules[^1];
        var apart = Kaspr with
        {
            Policy = Kaspr.Policy with
            {
                Rules =
                [
                    Rule.For(new Case { Changes = ChangeKinds.AddOn }, ((Rule.Treated)first).Then with { NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited }),
                    first,
                ],
            },
        };
        Explains(
            apart.Quote(apart.Buy("2026-04-01", Monthly("licence")), Monthly("business").With("phone50"), "2026-04-16"),
            "Unused time on Licence, 16 Apr to 1 May 2026: 15 of 30 days of EUR 50.00 = EUR 25.00",
            "Business, 16 Apr to 1 May 2026: 15 of 30 days of EUR 80.00 = EUR 40.00",
            "To be paid now",
            "Phone50, 16 Apr to 1 May 2026: EUR 15.00",
            "To be paid now");
    }

    [Fact]
    public void Credit_kept_and_drawn_and_the_rounding_of_the_net()
    {
        var down = WhaleBooks.Quote(WhaleBooks.Buy("2026-01-01", Yearly("company")), Yearly("personal"), "2026-04-01");
        Explains(
            down,
            "Unused time on Company, 1 Apr 2026 to 1 Jan 2027: 275 of 365 days of EUR 240.00 = EUR 180.82",
            "Personal, 1 Apr 2026 to 1 Jan 2027: 275 of 365 days of EUR 100.00 = EUR 75.34",
            "Kept as credit");
        Explains(
            WhaleBooks.Quote(down.SubscriptionAfter, Yearly("company"), "2026-05-01", Facts.None with { Credit = down.CreditAfter }),
            "Unused time on Personal, 1 May 2026 to 1 Jan 2027: 245 of 365 days of EUR 100.00 = EUR 67.12",
            "Company, 1 May 2026 to 1 Jan 2027: 245 of 365 days of EUR 240.00 = EUR 161.10",
            "Drawn from the credit",
            "Rounded once, on the net: the difference to the rounded lines");
    }

    [Fact]
    public void Time_bought_in_days() => Explains(
        PhotoDeck.Quote(PhotoDeck.Buy("2026-01-01", Yearly("premium")), Yearly("standard"), "2026-03-02"),
        "Unused time on Premium, 2 Mar 2026 to 1 Jan 2027: 305 of 365 days of EUR 480.00 = EUR 401.10",
        "Standard, 2 Mar 2026 to 2 Mar 2027: EUR 240.00",
        "Time bought on Standard, 2 Mar to 2 Nov 2027: 245 of 366 days of EUR 240.00 = EUR 160.66",
        "Too little for another day");

    [Fact]
    public void Time_bought_in_whole_terms() => Explains(
        PhotoDeck.Quote(PhotoDeck.Buy("2026-01-01", Yearly("premium")), Monthly("standard"), "2026-03-02"),
        "Unused time on Premium, 2 Mar 2026 to 1 Jan 2027: 305 of 365 days of EUR 480.00 = EUR 401.10",
        "Standard, 2 Mar to 2 Apr 2026: EUR 25.00",
        "Time bought on Standard, 2 Apr 2026 to 2 Jul 2027: 15 terms of EUR 25.00 = EUR 375.00",
        "Time bought on Standard, 2 Jul to 3 Jul 2027: 1 of 31 days of EUR 25.00 = EUR 0.81",
        "Too little for another day");

    [Fact]
    public void A_single_term_is_not_plural()
    {
        // 365/365 of 480.00 buy a year of Standard and one term more.
        var quote = PhotoDeck.Quote(PhotoDeck.Buy("2026-01-01", Yearly("premium")), Yearly("standard"), "2026-01-01");
        Explains(
            quote,
            "Unused time on Premium, 1 Jan 2026 to 1 Jan 2027: 365 of 365 days of EUR 480.00 = EUR 480.00",
            "Standard, 1 Jan 2026 to 1 Jan 2027: EUR 240.00",
            "Time bought on Standard, 1 Jan 2027 to 1 Jan 2028: 1 term of EUR 240.00 = EUR 240.00");
    }

    [Fact]
    public void What_is_not_credited() => Explains(
        ObiFullPrice.Quote(Obi.Buy("2026-04-01", Monthly("starter")), Monthly("business"), "2026-04-16", timing: RequestedTiming.Now),
        "Unused time on Starter, 16 Apr to 1 May 2026: 15 of 30 days of EUR 300.00 = EUR 150.00",
        "Business, 16 Apr to 16 May 2026: EUR 500.00",
        "Not credited: the unused time on Starter",
        "To be paid now");

    [Fact]
    public void A_surplus_that_is_forfeited_buys_no_day()
    {
        var lost = WhaleBooks with
        {
            Policy = WhaleBooks.Policy with
            {
                Rules = [Rule.Otherwise(((Rule.Treated)WhaleBooks.Policy.Rules[^1]).Then with { Surplus = Surplus.Forfeited })],
            },
        };
        Explains(
            lost.Quote(WhaleBooks.Buy("2026-01-01", Yearly("company")), Yearly("personal"), "2026-04-01"),
            "Unused time on Company, 1 Apr 2026 to 1 Jan 2027: 275 of 365 days of EUR 240.00 = EUR 180.82",
            "Personal, 1 Apr 2026 to 1 Jan 2027: 275 of 365 days of EUR 100.00 = EUR 75.34",
            "Remainder, not credited");
    }

    [Fact]
    public void Several_units() => Explains(
        Kaspr.Quote(Kaspr.Buy("2026-04-01", Monthly("licence", 3)), Monthly("licence", 5), "2026-04-16"),
        "Licence, 16 Apr to 1 May 2026: 15 of 30 days of 2 x EUR 50.00 = EUR 50.00",
        "To be paid now");

    [Fact]
    public void A_whole_price_of_several_units_is_reckoned() => Explains(
        Kaspr.Quote(Kaspr.NotStarted(), Monthly("licence", 3), "2026-04-01"),
        "Licence, 1 Apr to 1 May 2026: 3 x EUR 50.00 = EUR 150.00",
        "To be paid now");

    [Fact]
    public void Months_and_an_add_on()
    {
        var held = PhotoDeck.Change(PhotoDeck.Buy("2026-01-01", Yearly("standard")), Yearly("standard").With("microjobs"), "2026-01-10");
        Explains(
            PhotoDeck.Quote(held, Yearly("standard"), "2026-06-01"),
            "Unused time on Microjobs, 1 Jun 2026 to 10 Jan 2027: 7 of 12 months of EUR 120.00 = EUR 70.00",
            "Time bought on Standard, 1 Jan to 17 Apr 2027: 106 of 365 days of EUR 240.00 = EUR 69.70",
            "Too little for another day");
    }

    [Fact]
    public void Seconds()
    {
        var shop = SmrtPhone with { Policy = SubscriptionMath.Vendors.SmrtPhone.Policy(unit: ProrationUnit.Seconds) };
        Explains(
            shop.Quote(shop.Buy("2026-04-01", Monthly("standard")), Monthly("pro"), "2026-04-16"),
            "Unused time on Standard, 16 Apr to 1 May 2026: 1296000 of 2592000 seconds of EUR 75.00 = EUR 37.50",
            "Pro, 16 Apr to 1 May 2026: 1296000 of 2592000 seconds of EUR 125.00 = EUR 62.50",
            "On the next invoice");
    }

    [Fact]
    public void A_single_day_is_not_plural()
    {
        var daily = SmrtPhone with
        {
            Catalog = Catalog.Of(
                Plan("standard", 1, Price.Of(3m, "EUR", BillingInterval.Day)), Plan("pro", 2, Price.Of(0.0005m, "EUR", BillingInterval.Day))),
        };
        Explains(
            daily.Quote(daily.Buy("2026-04-01", Cart.Of("standard", BillingInterval.Day)), Cart.Of("pro", BillingInterval.Day) with { Quantity = 8000 }, "2026-04-01"),
            "Unused time on Standard, 1 Apr to 2 Apr 2026: 1 of 1 day of EUR 3.00 = EUR 3.00",
            "Pro, 1 Apr to 2 Apr 2026: 8000 x EUR 0.0005 = EUR 4.00",
            "On the next invoice");
    }

    [Fact]
    public void A_lot_reckoned_on_what_was_paid_for_it_in_money()
    {
        var lenient = PhotoDeck with { Policy = SubscriptionMath.Vendors.PhotoDeck.Policy(LotSources.Purchase | LotSources.Conversion) };
        var premium = lenient.Change(lenient.Buy("2026-01-01", Yearly("standard")), Yearly("premium"), "2026-06-01");
        Assert.Equal(
            "Unused time on Premium, 1 Sep 2026 to 1 Jun 2027: 273 of 365 days of EUR 339.29 paid in money = EUR 253.77",
            Explanation.Of(lenient.Quote(premium, Yearly("standard"), "2026-09-01"), 0));
    }

    [Fact]
    public void The_dates_are_those_of_the_billing_zone()
    {
        var prague = SmrtPhone with { Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"] };
        Assert.Equal(
            "Unused time on Standard, 29 Mar to 1 Apr 2026: 3 of 31 days of EUR 75.00 = EUR 7.26",
            Explanation.Of(prague.Quote(prague.Buy("2026-03-01", Monthly("standard")), Monthly("pro"), "2026-03-28T23:30:00Z"), 0));
    }

    private static void Explains(Quote quote, params string[] sentences) => Assert.Equal(sentences, Explanation.Of(quote));
}
