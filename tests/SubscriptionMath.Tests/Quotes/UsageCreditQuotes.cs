using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Quotes;

/// <summary>Whole quotes of plans that grant usage credits: added on the way up, lapsed on the way down, never granted twice.</summary>
public class UsageCreditQuotes
{
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

    // USD 50.00 paid for April and 25.00 of it left on the 16th: 30 days of a plan at 25.00, whose allotment lasts as long, or comes every 14 days.
    [Theory]
    [InlineData(null, "2026-05-16")]
    [InlineData(14, "2026-04-30 2026-05-14 2026-05-16")]
    public void A_term_as_long_as_what_was_bought_has_its_allotment(int? days, string ends)
    {
        var (utc, policy) = (DateTimeZone.Utc, Vendors.WooCommerce.Policy());
        var searches = new Allowance { Kind = "searches", Units = 100m, Rollover = Rollover.None, Interval = days is { } every ? BillingInterval.Days(every) : null };
        var catalog = Catalog.Of(
            new Plan { Id = "large", Name = "Large", Rank = 2, Prices = [Price.Of(50m, "USD", BillingInterval.Month)] },
            new Plan { Id = "small", Name = "Small", Rank = 1, Prices = [Price.Of(25m, "USD", BillingInterval.Month)], Allowances = [searches] },
            new Plan { Id = "free", Name = "Free", Rank = 0, Prices = [Price.Of(0m, "USD", BillingInterval.Month)], Allowances = [searches] });
        var large = Priced(Subscription.NotStarted("S-1", "USD", utc), "large", Instant.FromUtc(2026, 4, 1, 0, 0)).SubscriptionAfter;

        var down = Priced(large, "small", Instant.FromUtc(2026, 4, 16, 0, 0));
        Assert.Equal(ends.Split(' '), down.SubscriptionAfter.Grants.Select(grant => $"{grant.Expires!.Value.InUtc().Date:uuuu-MM-dd}"));
        Assert.Equal(100m, down.SubscriptionAfter.Grants[0].Granted);

        // Nothing buys time on a free plan: it renews at once, and brings its allotment then.
        var free = Priced(large, "free", Instant.FromUtc(2026, 4, 16, 0, 0)).SubscriptionAfter;
        Assert.Empty(free.Grants);
        Assert.Equal(100m, Lifecycle.Advance(free, Facts.None, catalog, policy, Instant.FromUtc(2026, 4, 16, 0, 0)).Subscription.Grants[0].Granted);

        Quote Priced(Subscription held, string plan, Instant at) =>
            Billing.Price(held, Change.To(Cart.Of(plan, BillingInterval.Month)), Facts.None, catalog, policy, at).OrThrow();
    }
}
