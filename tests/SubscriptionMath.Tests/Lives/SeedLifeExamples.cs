using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>The vendors' worked scenarios as they go on after the change; the numbers of the scenarios head the tests.</summary>
public sealed class SeedLifeExamples
{
    [Fact]
    public void S0_B_what_is_unused_at_the_next_cycle_is_carried()
    {
        var starter = Used(Obi.Buy("2026-04-01", Monthly("starter")), 18m);
        var pending = Obi.Change(starter, Monthly("business"), "2026-04-16", timing: RequestedTiming.AtPeriodEnd);
        var may = Assert.Single(Obi.Advance(Used(pending, 23m), "2026-05-01").Steps);
        Assert.Equal(
            ("2026-05-01: PendingChange, Service -500.00; Payment +500.00", "Carried 7 va of starter; Granted 60 va of business"),
            (Written.Step(may), Written.Grants((Quote)may.Answer)));
        Assert.Equal(67m, CreditExpiry.LeftAt(may.Subscription.Grants, "va", Obi.At("2026-05-31")));
    }

    [Fact]
    public void S0_C_on_the_way_down_what_is_unused_lapses()
    {
        var agency = Obi.Buy("2026-04-01", Monthly("agency"));
        var pending = Obi.Change(agency, Monthly("business"), "2026-04-16", timing: RequestedTiming.AtPeriodEnd);
        var may = Assert.Single(Obi.Advance(Used(pending, 60m), "2026-05-01").Steps);
        Assert.Equal("Lapsed 40 va of agency; Granted 60 va of business", Written.Grants((Quote)may.Answer));
        Assert.Equal("2026-05-01: PendingChange, Service -500.00; Payment +500.00", Written.Step(may));
    }

    [Fact]
    public void S1_A_the_next_invoice_asks_for_the_renewal_and_what_waits()
    {
        var pro = SmrtPhone.Change(SmrtPhone.Buy("2026-04-01", Monthly("standard")), Monthly("pro"), "2026-04-16");
        var may = Assert.Single(SmrtPhone.Advance(pro, "2026-05-01").Steps);
        Assert.Equal("2026-05-01: Renewal, NextInvoice -25.00; Service -125.00; Payment +150.00", Written.Step(may));
        Assert.Empty(may.Subscription.NextInvoice);
    }

    [Fact]
    public void S1_D_credit_pays_as_many_months_as_it_lasts()
    {
        var annual = SmrtPhone.Buy("2026-01-01", Yearly("standard"));
        var quote = SmrtPhone.Quote(annual, Monthly("standard"), "2026-07-01");
        Assert.Equal("Service +378.08 -75.00; Balance -303.08", Written.Entries(quote));

        var rest = SmrtPhone.Advance(quote.SubscriptionAfter, "2026-12-01", SmrtPhone.Facts with { Credit = quote.CreditAfter });
        Assert.Equal(
            [
                "2026-08-01: Renewal, Service -75.00; Balance +75.00", "2026-09-01: Renewal, Service -75.00; Balance +75.00",
                "2026-10-01: Renewal, Service -75.00; Balance +75.00", "2026-11-01: Renewal, Service -75.00; Balance +75.00",
                "2026-12-01: Renewal, Service -75.00; Balance +3.08; Payment +71.92",
            ],
            rest.Steps.Select(Written.Step));
    }

    [Fact]
    public void S1_I_from_the_31st_the_months_are_held_to_their_ends()
    {
        var annual = SmrtPhone.Buy("2025-07-01", Yearly("standard"));
        var quote = SmrtPhone.Quote(annual, Monthly("standard"), "2026-01-31");
        Assert.Equal("Service +310.27 -75.00; Balance -235.27", Written.Entries(quote));
        Assert.Equal(
            [
                "2026-02-28: Renewal, Service -75.00; Balance +75.00", "2026-03-31: Renewal, Service -75.00; Balance +75.00",
                "2026-04-30: Renewal, Service -75.00; Balance +75.00", "2026-05-31: Renewal, Service -75.00; Balance +10.27; Payment +64.73",
            ],
            SmrtPhone.Advance(quote.SubscriptionAfter, "2026-05-31", SmrtPhone.Facts with { Credit = quote.CreditAfter }).Steps.Select(Written.Step));
    }

    [Fact]
    public void S2_A_and_C_an_add_on_renews_with_the_subscription_or_was_dropped()
    {
        var bought = Kaspr.Change(Kaspr.Buy("2026-04-01", Monthly("licence")), Monthly("licence").With("phone50"), "2026-04-20");
        var may = Assert.Single(Kaspr.Advance(bought, "2026-05-01").Steps);
        Assert.Equal("2026-05-01: Renewal, Service -50.00 -15.00; Payment +65.00", Written.Step(may));
        Assert.Equal(150m, CreditExpiry.LeftAt(may.Subscription.Grants, "phone", Kaspr.At("2026-05-01")));

        var dropped = Kaspr.Change(bought, Monthly("licence"), "2026-04-25");
        var without = Assert.Single(Kaspr.Advance(dropped, "2026-05-01").Steps);
        Assert.Equal("2026-05-01: PendingChange, Service -50.00; Payment +50.00", Written.Step(without));
        Assert.Equal("Lapsed 100 phone of licence; Granted 100 phone of licence; Lapsed 50 phone of phone50", Written.Grants((Quote)without.Answer));
        Assert.Equal(100m, CreditExpiry.LeftAt(without.Subscription.Grants, "phone", Kaspr.At("2026-05-01")));
    }

    [Fact]
    public void S3_C_D_E_and_H_an_overpayment_pays_renewals_and_upgrades_and_is_lost_at_expiry()
    {
        var company = WhaleBooks.Buy("2026-01-01", Yearly("company"));
        var down = WhaleBooks.Quote(company, Yearly("personal"), "2026-04-01");
        Assert.Equal("Service +180.82 -75.34; Balance -105.48", Written.Entries(down));
        var (personal, facts) = (down.SubscriptionAfter, Facts.None with { Credit = down.CreditAfter });
        var lives = WhaleBooks.Advance(personal, "2028-01-01", facts);
        Assert.Equal(
            ["2027-01-01: Renewal, Service -100.00; Balance +100.00", "2028-01-01: Renewal, Service -100.00; Balance +5.48; Payment +94.52"],
            lives.Steps.Select(Written.Step));

        var up = WhaleBooks.Quote(personal, Yearly("company"), "2026-05-01", facts);
        Assert.Equal("Service +67.12 -161.10; Balance +93.97; Rounding +0.01", Written.Entries(up));
        Assert.Equal(
            "2027-01-01: Renewal, Service -240.00; Balance +11.51; Payment +228.49",
            Written.Step(Assert.Single(WhaleBooks.Advance(up.SubscriptionAfter, "2027-01-01", Facts.None with { Credit = up.CreditAfter }).Steps)));

        var canceled = WhaleBooks.Cancel(personal, "2026-06-01");
        Assert.Equal(Status.NonRenewing, canceled.Status);
        var ended = Assert.Single(WhaleBooks.Advance(canceled, "2027-06-01", facts).Steps);
        Assert.Equal("2027-01-01: Expiry, Balance +105.48; Forfeited -105.48", Written.Step(ended));
        Assert.Equal(("free", Status.Active), (ended.Subscription.Plan!.ProductId, ended.Subscription.Status));
        Assert.Empty(ended.Credit.Lots);

        var renewed = lives.Steps[0];
        var later = WhaleBooks.Quote(renewed.Subscription, Yearly("company"), "2027-07-02", Facts.None with { Credit = renewed.Credit });
        Assert.Equal("Service +50.14 -120.33; Balance +5.48; Payment +64.71", Written.Entries(later));
        Assert.Equal("2028-01-01: Renewal, Service -240.00; Payment +240.00", Written.Step(Assert.Single(WhaleBooks.Advance(later.SubscriptionAfter, "2028-01-01").Steps)));
    }

    [Fact]
    public void S4_B_renewed_a_week_ahead_and_creditable_again()
    {
        var standard = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var premium = PhotoDeck.Change(standard, Yearly("premium"), "2026-06-01");
        var life = PhotoDeck.Advance(premium, "2027-07-01");
        Assert.Equal(
            ["2027-05-25: Renewal, Service -480.00; Payment +480.00", "2027-06-01: TermStart, "],
            life.Steps.Select(Written.Step));
        Assert.Equal(PhotoDeck.Term("2027-06-01", "2028-06-01"), life.Subscription.Term);

        var quote = PhotoDeck.Quote(life.Subscription, Yearly("standard"), "2027-07-01");
        Assert.Equal(("EUR 440.66", "EUR 0.00"), (quote.Totals.UnusedValue.ToString(), quote.Totals.DueNow.ToString()));
        Assert.Equal(PhotoDeck.At("2029-05-02"), quote.TermAfter!.Value.End);
    }
}
