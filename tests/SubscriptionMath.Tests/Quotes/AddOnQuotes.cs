using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Quotes;

/// <summary>Whole quotes of add-ons: bought, dropped, ended with the plan or alone.</summary>
public class AddOnQuotes
{
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
        Assert.Equal(LotSource.Conversion, Assert.Single(storage.Lots).Source);

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
        Assert.Equal(LotSource.AddOnTermination, ended.SubscriptionAfter.Plan!.Lots[1].Source);

        var premium = PhotoDeck.Quote(ended.SubscriptionAfter, Yearly("premium"), "2026-09-01");
        Assert.Equal("Service +80.22 +69.70 -480.00; Forfeited -69.70; Payment +399.78", Written.Entries(premium));
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
}
