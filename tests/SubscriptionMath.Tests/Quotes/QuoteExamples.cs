using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests;

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

        var now = SmrtPhone with { Policy = SubscriptionMath.Vendors.SmrtPhone.Policy(Due.Now) };
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
    public void S3_A_in_a_leap_year()
    {
        var quote = WhaleBooks.Quote(WhaleBooks.Buy("2028-01-01", Yearly("personal")), Yearly("company"), "2028-07-02");
        Assert.Equal("Service +50.00 -120.00; Payment +70.00", Written.Entries(quote));
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

        var byLine = WhaleBooks with { Policy = WhaleBooks.Policy with { Rounding = Rounding.HalfAwayFromZeroByLine } };
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
        var lenient = PhotoDeck with { Policy = SubscriptionMath.Vendors.PhotoDeck.Policy(Origins.Purchased | Origins.Converted) };
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
    public void S4_D_all_add_ons_end_with_the_plan()
    {
        var first = PhotoDeck.Buy("2026-01-01", Yearly("standard").With("storage"));
        var held = PhotoDeck.Change(first, Yearly("standard").With("storage", "microjobs"), "2026-01-10");
        var quote = PhotoDeck.Quote(held, Yearly("premium"), "2026-06-01");
        Assert.Equal("Service +140.71 +35.18 +70.00 -480.00; Payment +234.11", Written.Entries(quote));
        Assert.Equal(["storage", "microjobs"], quote.EndedAddOns);
        Assert.Empty(quote.SubscriptionAfter.AddOns);

        var again = PhotoDeck.Quote(held, Yearly("premium").With("storage"), "2026-06-01");
        Assert.Equal("Service +140.71 +35.18 +70.00 -480.00 -60.00; Payment +294.11", Written.Entries(again));
        var storage = Assert.Single(again.SubscriptionAfter.AddOns);
        Assert.Equal(("storage", PhotoDeck.Term("2026-06-01", "2027-06-01")), (storage.ProductId, storage.Term));
        Assert.Equal(Origin.Conversion, Assert.Single(storage.Lots).Origin);

        // 4-G: 205/365 of 240.00 and of 60.00; the month that begins on 10 June is not started.
        Assert.Equal(
            "Service +134.79 +33.70 +70.00 -480.00; Payment +241.51", Written.Entries(PhotoDeck.Quote(held, Yearly("premium"), "2026-06-10")));
    }

    [Fact]
    public void S4_E_an_add_on_ended_alone_lengthens_the_plan_and_gives_no_credit_again()
    {
        var first = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var held = PhotoDeck.Change(first, Yearly("standard").With("microjobs"), "2026-01-10");
        var ended = PhotoDeck.Quote(held, Yearly("standard"), "2026-06-01");
        Assert.Equal("Service +70.00 -69.70; Forfeited -0.30", Written.Entries(ended));
        Assert.Equal(PhotoDeck.Term("2026-01-01", "2027-04-17"), ended.TermAfter);
        Assert.Equal(Origin.AddOnTermination, ended.SubscriptionAfter.Plan!.Lots[1].Origin);

        var premium = PhotoDeck.Quote(ended.SubscriptionAfter, Yearly("premium"), "2026-09-01");
        Assert.Equal("Service +80.22 +69.70 -480.00; Forfeited -69.70; Payment +399.78", Written.Entries(premium));
    }

    [Fact]
    public void Quota_months_run_from_the_day_on_which_the_account_was_opened()
    {
        var first = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var held = PhotoDeck.Change(first, Yearly("standard").With("microjobs"), "2026-01-25");
        Assert.Equal(PhotoDeck.Term("2026-01-25", "2027-01-10"), Assert.Single(held.AddOns).Term); // the first month is the short one

        var ended = PhotoDeck.Quote(held, Yearly("standard"), "2026-02-01");
        Assert.Equal(new Share(11, 12, Grain.MonthsNotStarted), ended.Lines[0].Share);
        Assert.Equal("Service +110.00 -109.81; Forfeited -0.19", Written.Entries(ended)); // 167 of 365 days
        Assert.Equal(PhotoDeck.Term("2026-01-01", "2027-06-17"), ended.TermAfter);

        Assert.Equal(new Share(12, 12, Grain.MonthsNotStarted), PhotoDeck.Quote(held, Yearly("standard"), "2026-01-25").Lines[0].Share);
        Assert.Equal(new Share(11, 12, Grain.MonthsNotStarted), PhotoDeck.Quote(held, Yearly("standard"), "2026-02-10").Lines[0].Share);
        Assert.Equal(new Share(10, 12, Grain.MonthsNotStarted), PhotoDeck.Quote(held, Yearly("standard"), "2026-02-11").Lines[0].Share);
    }

    [Fact]
    public void S2_E_seats_are_added_for_the_rest_of_the_term()
    {
        var three = Kaspr.Buy("2026-04-01", Monthly("licence", 3));
        var quote = Kaspr.Quote(three, Monthly("licence", 5), "2026-04-16");
        Assert.Equal("Service -50.00; Payment +50.00", Written.Entries(quote));
        Assert.Equal("Granted 200 phone of licence", Written.Grants(quote));
        Assert.Equal(
            [
                "3 x 50, billed 150.00, paid 150.00, carried 0.00, credited 0.00, Purchase",
                "2 x 50, billed 50.00, paid 50.00, carried 0.00, credited 0.00, Purchase",
            ],
            quote.SubscriptionAfter.Plan!.Lots.Select(Written.Lot));

        var full = Kaspr with { Policy = SubscriptionMath.Vendors.Kaspr.Policy(seatAdded: NewPrice.Full) };
        Assert.Equal("Service -100.00; Payment +100.00", Written.Entries(full.Quote(three, Monthly("licence", 5), "2026-04-16")));

        var yearly = Kaspr.Buy("2026-01-15", Yearly("licence", 3));
        Assert.Equal("Service -576.00; Payment +576.00", Written.Entries(Kaspr.Quote(yearly, Yearly("licence", 5), "2026-06-10"))); // 219/365
    }

    [Fact]
    public void The_allotment_of_an_added_seat_is_prorated_in_whole_units_where_the_policy_says_so()
    {
        var shop = Kaspr with { Policy = SubscriptionMath.Vendors.Kaspr.Policy(seatAllotment: Allotment.ForTheRest) };
        var one = shop.Buy("2026-04-01", Monthly("licence"));
        Assert.Equal("Granted 36 phone of licence", Written.Grants(shop.Quote(one, Monthly("licence", 2), "2026-04-20"))); // 100 x 11/30 = 36.7
    }

    [Fact]
    public void Fewer_seats_wait_for_the_renewal()
    {
        var five = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
        var quote = Kaspr.Quote(five, Monthly("licence", 3), "2026-04-16");
        Assert.Empty(quote.Entries);
        Assert.Equal(5, quote.SubscriptionAfter.Plan!.Quantity);
        Assert.Equal(
            new PendingChange { RequestedAt = Kaspr.At("2026-04-16"), EffectiveAt = Kaspr.At("2026-05-01"), Cart = Monthly("licence", 3) },
            quote.SubscriptionAfter.Pending);
    }

    [Fact]
    public void A_replaced_plan_takes_over_the_old_quantity_until_the_renewal()
    {
        var five = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
        var quote = Kaspr.Quote(five, Monthly("business", 3), "2026-04-16");
        Assert.Equal("Service +125.00 -200.00; Payment +75.00", Written.Entries(quote)); // five seats: 15/30 of 250.00 and of 400.00
        Assert.Equal(("business", 5), (quote.SubscriptionAfter.Plan!.ProductId, quote.SubscriptionAfter.Plan.Quantity));
        Assert.Equal(Monthly("business", 3), quote.SubscriptionAfter.Pending!.Cart);
        Assert.Equal("5 x 80, billed 200.00, paid 200.00, carried 125.00, credited 0.00, Conversion", Written.Lot(OnlyLot(quote)));
    }

    [Fact]
    public void A_restart_counts_as_a_renewal_for_the_seats()
    {
        var five = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
        var quote = Kaspr.Quote(five, Yearly("licence", 3), "2026-04-16");
        Assert.Equal("Service +125.00 -1440.00; Payment +1315.00", Written.Entries(quote));
        Assert.Equal(3, quote.SubscriptionAfter.Plan!.Quantity);
        Assert.Null(quote.SubscriptionAfter.Pending);
        Assert.Equal(Kaspr.Term("2026-04-16", "2027-04-16"), quote.TermAfter);
    }

    [Fact]
    public void S2_A_an_add_on_is_bought_in_full_and_ends_with_the_term()
    {
        var licence = Kaspr.Buy("2026-04-01", Monthly("licence"));
        var quote = Kaspr.Quote(licence, Monthly("licence").With("phone50"), "2026-04-20");
        Assert.Equal("Service -15.00; Payment +15.00", Written.Entries(quote));
        Assert.Equal("Granted 50 phone of phone50", Written.Grants(quote));
        Assert.Equal(Kaspr.Term("2026-04-20", "2026-05-01"), Assert.Single(quote.SubscriptionAfter.AddOns).Term);
        Assert.Equal(150m, CreditExpiry.LeftAt(quote.SubscriptionAfter.Grants, "phone", quote.At));

        // 2-G: 11 of 30 days; and 50 x 11/30 = 18.3 credits.
        var price = Kaspr with { Policy = SubscriptionMath.Vendors.Kaspr.Policy(addOnBought: NewPrice.ForTheRest) };
        Assert.Equal("Service -5.50; Payment +5.50", Written.Entries(price.Quote(licence, Monthly("licence").With("phone50"), "2026-04-20")));
        var both = Kaspr with { Policy = SubscriptionMath.Vendors.Kaspr.Policy(addOnBought: NewPrice.ForTheRest, addOnAllotment: Allotment.ForTheRest) };
        Assert.Equal("Granted 18 phone of phone50", Written.Grants(both.Quote(licence, Monthly("licence").With("phone50"), "2026-04-20")));
    }

    [Fact]
    public void A_dropped_add_on_stays_to_the_end_of_the_term()
    {
        var held = Kaspr.Buy("2026-04-01", Monthly("licence").With("phone50"));
        var quote = Kaspr.Quote(held, Monthly("licence"), "2026-04-25");
        Assert.Empty(quote.Entries);
        Assert.Empty(quote.EndedAddOns);
        Assert.Equal("phone50", Assert.Single(quote.SubscriptionAfter.AddOns).ProductId);
        Assert.Equal(Monthly("licence"), quote.SubscriptionAfter.Pending!.Cart);
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
    public void S0_A_and_0_E_usage_credits_are_added_on_the_way_up_and_lapse_on_the_way_down()
    {
        var starter = Used(Obi.Buy("2026-04-01", Monthly("starter")), 18m);
        var up = Obi.Quote(starter, Monthly("business"), "2026-04-16", timing: RequestedTiming.Now);
        Assert.Equal("Service +150.00 -250.00; Payment +100.00", Written.Entries(up));
        Assert.Equal("Carried 12 va of starter; Granted 60 va of business", Written.Grants(up));
        Assert.Equal(72m, CreditExpiry.LeftAt(up.SubscriptionAfter.Grants, "va", up.At));

        var agency = Obi.Buy("2026-04-01", Monthly("agency"));
        var down = Obi.Quote(agency, Monthly("business"), "2026-04-06", timing: RequestedTiming.Now);
        Assert.Equal("Service +666.67 -416.67; Balance -250.00", Written.Entries(down));
        Assert.Equal("Lapsed 100 va of agency; Granted 60 va of business", Written.Grants(down));

        var kept = Obi with { Policy = SubscriptionMath.Vendors.Obi.DayProration(GrantFate.Carried) };
        Assert.Equal(
            "Carried 100 va of agency; Granted 60 va of business",
            Written.Grants(kept.Quote(agency, Monthly("business"), "2026-04-06", timing: RequestedTiming.Now)));
    }

    [Theory]
    [InlineData(CarriedExpiry.WithTheNewGrant, "2026-05-16")]
    [InlineData(CarriedExpiry.AsBefore, "2026-05-01")]
    public void Carried_usage_credits_lapse_with_the_new_ones_or_as_before(CarriedExpiry expiry, string lapse)
    {
        var shop = Obi with { Policy = SubscriptionMath.Vendors.Obi.FullPriceAndCycleReset(carried: expiry) };
        var quote = shop.Quote(shop.Buy("2026-04-01", Monthly("starter")), Monthly("business"), "2026-04-16", timing: RequestedTiming.Now);
        Assert.Equal(shop.At(lapse), Assert.Single(quote.SubscriptionAfter.Grants.ToArray(), grant => grant.Source == GrantSource.Rollover).Expires);
    }

    [Fact]
    public void S1_B_and_1_H_down_and_up_again_in_one_month()
    {
        var pro = SmrtPhone.Buy("2026-04-01", Monthly("pro"));
        var down = SmrtPhone.Quote(pro, Monthly("standard"), "2026-04-11");
        Assert.Equal("Service +83.33 -50.00; Balance -33.33", Written.Entries(down));
        var up = SmrtPhone.Quote(down.SubscriptionAfter, Monthly("pro"), "2026-04-21", SmrtPhone.Facts with { Credit = down.CreditAfter });
        Assert.Equal("Service +25.00 -41.67; NextInvoice +16.67", Written.Entries(up));
        Assert.Equal("EUR 33.33", Assert.Single(up.CreditAfter.Lots).Left.ToString());
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
    public void A_term_that_ends_with_February()
    {
        var month = SmrtPhone.Buy("2026-01-31", Monthly("standard"));
        var pro = SmrtPhone.Quote(month, Monthly("pro"), "2026-02-14");
        Assert.Equal("Service +37.50 -62.50; NextInvoice +25.00", Written.Entries(pro)); // 14 of 28 days
        Assert.Equal("2026-01-31", pro.SubscriptionAfter.Anchor.ToString());

        var leapDay = WhaleBooks.Buy("2024-02-29", Yearly("personal"));
        var company = WhaleBooks.Quote(leapDay, Yearly("company"), "2024-12-31");
        Assert.Equal("Service +16.16 -38.79; Payment +22.63", Written.Entries(company)); // 59 of 365 days
        Assert.Equal((WhaleBooks.Term("2024-02-29", "2025-02-28"), "2024-02-29"), (company.TermAfter, company.SubscriptionAfter.Anchor.ToString()));
    }

    [Theory]
    [InlineData(Grain.CalendarDays, "Service +7.26 -12.10; NextInvoice +4.84")] // 3 of 31 days
    [InlineData(Grain.Seconds, "Service +7.17 -11.94; NextInvoice +4.78; Rounding -0.01")] // 255600 of 2674800
    public void The_day_of_the_clock_change_in_Prague(Grain grain, string entries)
    {
        var shop = SmrtPhone with { Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"], Policy = SubscriptionMath.Vendors.SmrtPhone.Policy(grain: grain) };
        Assert.Equal(entries, Written.Entries(shop.Quote(shop.Buy("2026-03-01", Monthly("standard")), Monthly("pro"), "2026-03-29")));
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
    public void The_newest_seats_leave_first()
    {
        var three = SmrtPhone.Buy("2026-04-01", Monthly("standard", 3));
        var five = SmrtPhone.Quote(three, Monthly("standard", 5), "2026-04-11");
        Assert.Equal("Service -100.00; NextInvoice +100.00", Written.Entries(five)); // 20/30 of 2 x 75.00
        var four = SmrtPhone.Quote(five.SubscriptionAfter, Monthly("standard", 4), "2026-04-16");
        Assert.Equal("Service +37.50; Balance -37.50", Written.Entries(four));
        Assert.Equal(
            [
                "3 x 75, billed 225.00, paid 225.00, carried 0.00, credited 0.00, Purchase",
                "1 x 75, billed 50.00, paid 0.00, carried 0.00, credited 0.00, Purchase, awaits invoice",
            ],
            four.SubscriptionAfter.Plan!.Lots.Select(Written.Lot));
    }

    [Fact]
    public void The_same_again_costs_nothing_and_changes_nothing()
    {
        var quote = WhaleBooks.Quote(Personal, Personal.Cart(), "2026-07-02");
        Assert.Empty(quote.Entries);
        Assert.Same(Personal, quote.SubscriptionAfter);
        Assert.Equal(Direction.Lateral, quote.Direction);
    }

    private static Lot OnlyLot(Quote quote) => Assert.Single(quote.SubscriptionAfter.Plan!.Lots.ToArray());

    private static Subscription Used(Subscription subscription, decimal units) =>
        subscription with { Grants = [subscription.Grants[0] with { Used = units }] };
}
