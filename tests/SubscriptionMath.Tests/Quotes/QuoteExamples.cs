using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Quotes;

/// <summary>Whole quotes of the vendors' worked scenarios, entry by entry; the numbers of the scenarios head the tests.</summary>
public class QuoteExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Company = WhaleBooks.Buy("2026-01-01", Yearly("company"));
    private static readonly Subscription Standard = SmrtPhone.Buy("2026-04-01", Monthly("standard"));

    [Fact]
    public void S0_D_the_full_price_and_a_new_cycle()
    {
        var starter = Used(Obi.Buy("2026-04-01", Monthly("starter")), 18m);
        var quote = ObiFullPrice.Quote(starter, Monthly("business"), "2026-04-16", timing: RequestedTiming.Now);
        Assert.Equal("Service +150.00 -500.00; Forfeited -150.00; Payment +500.00", Written.Entries(quote));
        Assert.Equal("Carried 12 va of starter; Granted 60 va of business", Written.Grants(quote));
        Assert.Equal(ObiFullPrice.Term("2026-04-16", "2026-05-16"), quote.TermAfter);
        Assert.Equal(72m, CreditExpiry.LeftAt(quote.SubscriptionAfter.Grants, "va", Obi.At("2026-05-15")));
        Assert.Equal("1 x 500, billed 500.00, paid 500.00, carried 0.00, credited 0.00, Conversion", Written.Lot(OnlyLot(quote)));
    }

    [Fact]
    public void S1_A_the_next_invoice()
    {
        var quote = SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-16");
        Assert.Equal("Service +37.50 -62.50; NextInvoice +25.00", Written.Entries(quote));
        Assert.Equal(SmrtPhone.Term("2026-04-01", "2026-05-01"), quote.TermAfter);
        Assert.Equal("1 x 125, billed 62.50, paid 37.50, carried 37.50, credited 0.00, Conversion, awaits invoice", Written.Lot(OnlyLot(quote)));
        Assert.Equal("EUR 25.00", Assert.Single(quote.SubscriptionAfter.NextInvoice).Amount.ToString());

        var now = SmrtPhone with { Policy = SubscriptionMath.Vendors.SmrtPhone.Policy(PaymentTiming.Now) };
        Assert.Equal("Service +37.50 -62.50; Payment +25.00", Written.Entries(now.Quote(Standard, Monthly("pro"), "2026-04-16")));
    }

    [Fact]
    public void S3_A_the_end_is_kept_and_the_difference_paid()
    {
        var quote = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02");
        Assert.Equal("Service +50.14 -120.33; Payment +70.19", Written.Entries(quote));
        Assert.Equal(WhaleBooks.Term("2026-01-01", "2027-01-01"), quote.TermAfter);
        Assert.Equal("1 x 240, billed 120.33, paid 120.33, carried 50.14, credited 0.00, Conversion", Written.Lot(OnlyLot(quote)));
        Assert.Equal(WhaleBooks.Term("2026-07-02", "2027-01-01"), OnlyLot(quote).Covers);
        Assert.Equal(WhaleBooks.Term("2026-01-01", "2027-01-01"), OnlyLot(quote).Period);
        Assert.Equal(
            "EUR 120.33",
            Billing.UnusedValue(quote.SubscriptionAfter, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, quote.At).ToString());
    }

    [Fact]
    public void S3_B_a_trial_ended_on_the_way_up_is_paid_twice()
    {
        var trial = WhaleBooksWithTrial.Buy("2026-03-01", Yearly("personal"));
        Assert.Equal(WhaleBooks.Term("2026-03-01", "2026-03-15"), trial.Term);
        Assert.Empty(trial.Plan!.Lots);
        var quote = WhaleBooksWithTrial.Quote(trial, Yearly("company"), "2026-03-08");
        Assert.Equal("Service -240.00; Payment +100.00 +140.00", Written.Entries(quote));
        Assert.Equal(WhaleBooks.Term("2026-03-08", "2027-03-08"), quote.TermAfter);
        Assert.Equal(WhaleBooks.Term("2026-03-01", "2026-03-08"), quote.SubscriptionAfter.Trial!.Term);
        Assert.Equal("1 x 240, billed 240.00, paid 240.00, carried 0.00, credited 0.00, Purchase", Written.Lot(OnlyLot(quote)));
    }

    [Fact]
    public void A_downgrade_in_trial_keeps_the_trial_and_costs_nothing()
    {
        var trial = WhaleBooksWithTrial.Buy("2026-03-01", Yearly("company"));
        var quote = WhaleBooksWithTrial.Quote(trial, Yearly("personal"), "2026-03-08");
        Assert.Empty(quote.Entries);
        Assert.Equal(("personal", trial.Term), (quote.SubscriptionAfter.Plan!.ProductId, quote.TermAfter));
        Assert.Equal(trial.Trial, quote.SubscriptionAfter.Trial);
    }

    [Fact]
    public void S3_C_and_3_D_a_surplus_is_kept_and_pays_the_way_back()
    {
        var down = WhaleBooks.Quote(Company, Yearly("personal"), "2026-04-01");
        Assert.Equal("Service +180.82 -75.34; Balance -105.48", Written.Entries(down));
        Assert.Equal(WhaleBooks.Term("2026-01-01", "2027-01-01"), down.TermAfter);
        Assert.Equal("1 x 100, billed 75.34, paid 75.34, carried 75.34, credited 0.00, Conversion", Written.Lot(OnlyLot(down)));

        var credit = Facts.None with { Credit = down.CreditAfter };
        var up = WhaleBooks.Quote(down.SubscriptionAfter, Yearly("company"), "2026-05-01", credit);
        Assert.Equal("Service +67.12 -161.10; Balance +93.97; Rounding +0.01", Written.Entries(up));
        Assert.Equal("EUR 11.51", Assert.Single(up.CreditAfter.Lots).Left.ToString());

        var byLine = WhaleBooks with { Policy = WhaleBooks.Policy.WithRounding(Rounding.HalfAwayFromZeroByLine) };
        var lines = byLine.Quote(down.SubscriptionAfter, Yearly("company"), "2026-05-01", credit);
        Assert.Equal("Service +67.12 -161.10; Balance +93.98", Written.Entries(lines));
        Assert.Equal("EUR 11.50", Assert.Single(lines.CreditAfter.Lots).Left.ToString());
    }

    [Fact]
    public void S4_A_and_4_B_what_was_converted_gives_no_credit_again()
    {
        var premium = PhotoDeck.Quote(PhotoDeck.Buy("2026-01-01", Yearly("standard")), Yearly("premium"), "2026-06-01");
        Assert.Equal("Service +140.71 -480.00; Payment +339.29", Written.Entries(premium));
        Assert.Equal(PhotoDeck.Term("2026-06-01", "2027-06-01"), premium.TermAfter);
        Assert.Equal("1 x 480, billed 480.00, paid 480.00, carried 140.71, credited 0.00, Conversion", Written.Lot(OnlyLot(premium)));

        var back = PhotoDeck.Quote(premium.SubscriptionAfter, Yearly("standard"), "2026-09-01");
        Assert.Equal("Service +359.01 -240.00; Forfeited -359.01; Payment +240.00", Written.Entries(back)); // 273/365 of 480.00
        Assert.Equal(PhotoDeck.Term("2026-09-01", "2027-09-01"), back.TermAfter);
    }

    [Fact]
    public void S4_B_lenient_credits_the_money_that_was_added()
    {
        var lenient = PhotoDeck with { Policy = SubscriptionMath.Vendors.PhotoDeck.Policy(LotSources.Purchase | LotSources.Conversion) };
        var premium = lenient.Change(lenient.Buy("2026-01-01", Yearly("standard")), Yearly("premium"), "2026-06-01");
        var back = lenient.Quote(premium, Yearly("standard"), "2026-09-01");

        // 273/365 of 339.29; the 13.77 above 240.00 buy 20 days of the 366 from 1 September 2027 (20.99976).
        Assert.Equal("Service +253.77 -240.00 -13.11; Forfeited -0.66", Written.Entries(back));
        Assert.Equal(lenient.Term("2026-09-01", "2027-09-21"), back.TermAfter);
    }

    [Fact]
    public void S4_C_a_surplus_becomes_time()
    {
        var premium = PhotoDeck.Buy("2026-01-01", Yearly("premium"));
        var year = PhotoDeck.Quote(premium, Yearly("standard"), "2026-03-02");
        Assert.Equal("Service +401.10 -240.00 -160.66; Forfeited -0.44", Written.Entries(year));
        Assert.Equal(PhotoDeck.Term("2026-03-02", "2027-11-02"), year.TermAfter);
        Assert.Equal("2027-11-02", year.SubscriptionAfter.Anchor.ToString());
        Assert.Equal(
            [
                "1 x 240, billed 240.00, paid 240.00, carried 240.00, credited 0.00, Conversion",
                "1 x 240, billed 160.66, paid 160.66, carried 160.66, credited 0.00, Conversion",
            ],
            year.SubscriptionAfter.Plan!.Lots.Select(Written.Lot));

        // Fifteen months more for 375.00 of the 376.10 left, and one of 31 days for the rest.
        var month = PhotoDeck.Quote(premium, Monthly("standard"), "2026-03-02");
        Assert.Equal("Service +401.10 -25.00 -375.00 -0.81; Forfeited -0.29", Written.Entries(month));
        Assert.Equal(PhotoDeck.Term("2026-03-02", "2027-07-03"), month.TermAfter);
    }

    [Fact]
    public void The_newest_pending_change_replaces_the_older_and_today_s_cart_withdraws_it()
    {
        var starter = Obi.Buy("2026-04-01", Monthly("starter"));
        var business = Obi.Change(starter, Monthly("business"), "2026-04-10", timing: RequestedTiming.AtPeriodEnd);
        Assert.Equal(("starter", "business"), (business.Plan!.ProductId, business.Pending!.Cart!.PlanId));

        var agency = Obi.Change(business, Monthly("agency"), "2026-04-12", timing: RequestedTiming.AtPeriodEnd);
        Assert.Equal((Obi.At("2026-04-12"), "agency"), (agency.Pending!.RequestedAt, agency.Pending.Cart!.PlanId));

        var withdrawn = Obi.Change(agency, agency.Cart(), "2026-04-14");
        Assert.Equal(starter with { Version = 4 }, withdrawn);

        var now = Obi.Quote(agency, Monthly("business"), "2026-04-16", timing: RequestedTiming.Now);
        Assert.Equal("Service +150.00 -250.00; Payment +100.00", Written.Entries(now));
        Assert.Null(now.SubscriptionAfter.Pending);
    }

    [Fact]
    public void S0_B_the_customer_chooses_the_next_cycle()
    {
        var starter = Used(Obi.Buy("2026-04-01", Monthly("starter")), 18m);
        var quote = Obi.Quote(starter, Monthly("business"), "2026-04-16", timing: RequestedTiming.AtPeriodEnd);
        Assert.Empty(quote.Entries);
        Assert.Empty(quote.Grants);
        Assert.Equal(Obi.At("2026-05-01"), quote.SubscriptionAfter.Pending!.EffectiveAt);
        Assert.Equal((starter.Plan, starter.Grants), (quote.SubscriptionAfter.Plan, quote.SubscriptionAfter.Grants));
    }

    [Fact]
    public void S1_C_1_D_and_1_I_another_interval_restarts()
    {
        var year = SmrtPhone.Quote(Standard, Yearly("standard"), "2026-04-11");
        Assert.Equal("Service +50.00 -750.00; Payment +700.00", Written.Entries(year));
        Assert.Equal(SmrtPhone.Term("2026-04-11", "2027-04-11"), year.TermAfter);

        var month = SmrtPhone.Quote(SmrtPhone.Buy("2026-01-01", Yearly("standard")), Monthly("standard"), "2026-07-01");
        Assert.Equal("Service +378.08 -75.00; Balance -303.08", Written.Entries(month)); // 184/365
        Assert.Equal(SmrtPhone.Term("2026-07-01", "2026-08-01"), month.TermAfter);

        var january = SmrtPhone.Quote(SmrtPhone.Buy("2025-07-01", Yearly("standard")), Monthly("standard"), "2026-01-31");
        Assert.Equal("Service +310.27 -75.00; Balance -235.27", Written.Entries(january)); // 151/365
        Assert.Equal((SmrtPhone.Term("2026-01-31", "2026-02-28"), "2026-01-31"), (january.TermAfter, january.SubscriptionAfter.Anchor.ToString()));
    }

    [Theory]
    [InlineData(RoundingStage.Net, "Service +790 -1194; NextInvoice +403; Rounding +1")]
    [InlineData(RoundingStage.Lines, "Service +790 -1194; NextInvoice +404")]
    public void S1_J_yen_have_no_minor_unit(RoundingStage stage, string entries)
    {
        var shop = SmrtPhone with
        {
            Currency = "JPY",
            Policy = SubscriptionMath.Vendors.SmrtPhone.Policy(rounding: stage),
            Catalog = Catalog.Of(
                Plan("standard", 1, Price.Of(980m, "JPY", BillingInterval.Month)), Plan("pro", 2, Price.Of(1480m, "JPY", BillingInterval.Month))),
        };
        Assert.Equal(entries, Written.Entries(shop.Quote(shop.Buy("2026-03-01", Monthly("standard")), Monthly("pro"), "2026-03-07")));
    }

    [Fact]
    public void Three_changes_in_one_term_lose_no_cent()
    {
        var first = WhaleBooks.Quote(Personal, Yearly("company"), "2026-04-01");
        Assert.Equal("Service +75.34 -180.82; Payment +105.48", Written.Entries(first));
        var second = WhaleBooks.Quote(first.SubscriptionAfter, Yearly("personal"), "2026-07-02");
        Assert.Equal("Service +120.33 -50.14; Balance -70.19", Written.Entries(second));
        var third = WhaleBooks.Quote(second.SubscriptionAfter, Yearly("company"), "2026-10-01", Facts.None with { Credit = second.CreditAfter });
        Assert.Equal("Service +25.21 -60.49; Balance +35.29; Rounding -0.01", Written.Entries(third));

        // Paid 100.00 + 105.48, kept 34.90: 170.58 for 181/365 of 100.00 and 184/365 of 240.00 = 170.575.
        Assert.Equal("EUR 34.90", Assert.Single(third.CreditAfter.Lots).Left.ToString());
        Assert.Equal("1 x 240, billed 60.49, paid 60.49, carried 25.20, credited 0.00, Conversion", Written.Lot(OnlyLot(third)));
        Assert.Equal(WhaleBooks.Term("2026-10-01", "2027-01-01"), OnlyLot(third).Covers);
        Assert.Equal(WhaleBooks.Term("2026-01-01", "2027-01-01"), OnlyLot(third).Period);
    }

    [Fact]
    public void The_same_again_costs_nothing_and_changes_nothing()
    {
        var quote = WhaleBooks.Quote(Personal, Personal.Cart(), "2026-07-02");
        Assert.Empty(quote.Entries);
        Assert.Same(Personal, quote.SubscriptionAfter);
        Assert.Equal(Direction.Lateral, quote.Direction);
    }
}
