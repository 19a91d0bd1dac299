using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests;

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

    private static Lot OnlyLot(Quote quote) => Assert.Single(quote.SubscriptionAfter.Plan!.Lots.ToArray());

    private static Subscription Used(Subscription subscription, decimal units) =>
        subscription with { Grants = [subscription.Grants[0] with { Used = units }] };
}
