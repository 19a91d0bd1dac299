using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Quotes;

/// <summary>Whole quotes on the days at which calendars go wrong: leap years, the end of February, the change of the clock.</summary>
public class CalendarQuotes
{
    [Fact]
    public void S3_A_in_a_leap_year()
    {
        var quote = WhaleBooks.Quote(WhaleBooks.Buy("2028-01-01", Yearly("personal")), Yearly("company"), "2028-07-02");
        Assert.Equal("Service +50.00 -120.00; Payment +70.00", Written.Entries(quote));
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
    [InlineData(ProrationUnit.CalendarDays, "Service +7.26 -12.10; NextInvoice +4.84")] // 3 of 31 days
    [InlineData(ProrationUnit.Seconds, "Service +7.17 -11.94; NextInvoice +4.78; Rounding -0.01")] // 255600 of 2674800
    public void The_day_of_the_clock_change_in_Prague(ProrationUnit unit, string entries)
    {
        var shop = SmrtPhone with { Zone = DateTimeZoneProviders.Tzdb["Europe/Prague"], Policy = SubscriptionMath.Vendors.SmrtPhone.Policy(unit: unit) };
        Assert.Equal(entries, Written.Entries(shop.Quote(shop.Buy("2026-03-01", Monthly("standard")), Monthly("pro"), "2026-03-29")));
    }

    [Fact]
    public void Quota_months_run_from_the_day_on_which_the_account_was_opened()
    {
        var first = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var held = PhotoDeck.Change(first, Yearly("standard").With("microjobs"), "2026-01-25");
        Assert.Equal(PhotoDeck.Term("2026-01-25", "2027-01-10"), Assert.Single(held.AddOns).Term); // the first month is the short one

        var ended = PhotoDeck.Quote(held, Yearly("standard"), "2026-02-01");
        Assert.Equal(new Share(11, 12, ProrationUnit.MonthsNotStarted), ended.Lines[0].Share);
        Assert.Equal("Service +110.00 -109.81; Forfeited -0.19", Written.Entries(ended)); // 167 of 365 days
        Assert.Equal(PhotoDeck.Term("2026-01-01", "2027-06-17"), ended.TermAfter);

        Assert.Equal(new Share(12, 12, ProrationUnit.MonthsNotStarted), PhotoDeck.Quote(held, Yearly("standard"), "2026-01-25").Lines[0].Share);
        Assert.Equal(new Share(11, 12, ProrationUnit.MonthsNotStarted), PhotoDeck.Quote(held, Yearly("standard"), "2026-02-10").Lines[0].Share);
        Assert.Equal(new Share(10, 12, ProrationUnit.MonthsNotStarted), PhotoDeck.Quote(held, Yearly("standard"), "2026-02-11").Lines[0].Share);
    }
}
