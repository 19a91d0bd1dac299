using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Terms that end on a billing day, and terms that are given back whole.</summary>
public sealed class TermAxesExamples
{
    private static Shop Shop(Treatment start, Treatment end, Treatment otherwise) => new(
        AxesShop.Policy(start, end, otherwise),
        new Catalog
        {
            Plans =
            [
                Plan("basic", 1, Price.Of(31m, "EUR", BillingInterval.Month), Price.Of(365m, "EUR", BillingInterval.Year)) with { AddOns = ["extra"] },
                Plan("plus", 2, Price.Of(62m, "EUR", BillingInterval.Month)) with { AddOns = ["extra"] },
            ],
            AddOns = [AddOn("extra", Price.Of(3.10m, "EUR", BillingInterval.Month))],
        });

    private static Shop Calendar(NewPrice stub) => Shop(
        AxesShop.FirstPurchase with { Term = TermRule.AlignedTo(Anchor.OnDay(1)), NewPrice = stub },
        AxesShop.AtOnce,
        AxesShop.AtOnce with { Term = TermRule.AlignedTo(Anchor.OnDay(1)) });

    [Theory]
    [InlineData(NewPrice.ForTheRest, "Service -17.00 -1.70; Payment +18.70")]
    [InlineData(NewPrice.Full, "Service -31.00 -3.10; Payment +34.10")]
    [InlineData(NewPrice.NothingUntilRenewal, "")]
    public void By_the_calendar_a_first_term_is_a_stub_and_the_next_a_month(NewPrice stub, string entries)
    {
        var shop = Calendar(stub);
        var quote = shop.Quote(shop.NotStarted(), Monthly("basic").With("extra"), "2026-03-15");
        Assert.Equal(entries, Written.Entries(quote));
        Assert.Equal(shop.Term("2026-03-15", "2026-04-01"), quote.TermAfter);
        var april = shop.Advance(quote.SubscriptionAfter, "2026-04-01");
        Assert.Equal(shop.Term("2026-04-01", "2026-05-01"), april.Subscription.Term);
        Assert.Equal(shop.Term("2026-04-01", "2026-05-01"), april.Subscription.AddOns[0].Term);
    }

    [Fact]
    public void On_the_billing_day_itself_the_first_term_is_a_whole_one()
    {
        var shop = Calendar(NewPrice.ForTheRest);
        var quote = shop.Quote(shop.NotStarted(), Monthly("basic"), "2026-03-01");
        Assert.Equal("Service -31.00; Payment +31.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-03-01", "2026-04-01"), quote.TermAfter);
    }

    /// <summary>On 12 March 20 of 31 days are unused; to the end of the year there are 295 of 365 days.</summary>
    [Fact]
    public void Another_interval_runs_to_the_next_boundary_of_its_own()
    {
        var shop = Calendar(NewPrice.ForTheRest);
        var quote = shop.Quote(shop.Buy("2026-03-01", Monthly("basic")), Yearly("basic"), "2026-03-12");
        Assert.Equal("Service +20.00 -295.00; Payment +275.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-03-12", "2027-01-01"), quote.TermAfter);
        Assert.Equal(shop.Term("2027-01-01", "2028-01-01"), shop.Advance(quote.SubscriptionAfter, "2027-01-01").Subscription.Term);
    }

    /// <summary>A billing day of 31: the stub of 10 to 28 February is of the month from 31 January, and March is whole again.</summary>
    [Fact]
    public void A_billing_day_that_the_month_does_not_have_is_its_last_day()
    {
        var shop = Shop(AxesShop.FirstPurchase with { Term = TermRule.AlignedTo(Anchor.OnDay(31)), NewPrice = NewPrice.ForTheRest }, AxesShop.AtOnce, AxesShop.AtOnce);
        var quote = shop.Quote(shop.NotStarted(), Monthly("basic"), "2026-02-10");
        Assert.Equal("Service -19.93; Payment +19.93", Written.Entries(quote));
        var life = shop.Advance(quote.SubscriptionAfter, "2026-03-31");
        Assert.Equal(["2026-02-28: Renewal, Service -31.00; Payment +31.00", "2026-03-31: Renewal, Service -31.00; Payment +31.00"], life.Steps.Select(Written.Step));
    }

    [Fact]
    public void Aligned_to_its_own_billing_day_a_change_keeps_the_day()
    {
        var shop = Shop(AxesShop.FirstPurchase with { Term = TermRule.Aligned }, AxesShop.AtOnce, AxesShop.AtOnce with { Term = TermRule.Aligned });
        var bought = shop.Buy("2026-03-10", Monthly("basic"));
        Assert.Equal(shop.Term("2026-03-10", "2026-04-10"), bought.Term);
        var quote = shop.Quote(bought, Yearly("basic"), "2026-03-20");
        Assert.Equal("Service +21.00 -355.00; Payment +334.00", Written.Entries(quote));
        Assert.Equal(shop.Term("2026-03-20", "2027-03-10"), quote.TermAfter);
    }

    /// <summary>Of May 14 days are left on the 18th and 17 were used; all of it is given back, and on the first day nothing is conceded.</summary>
    [Theory]
    [InlineData("2026-05-18", "Goodwill +17.00; Service +14.00; Payment -31.00")]
    [InlineData("2026-05-01", "Service +31.00; Payment -31.00")]
    public void A_term_is_given_back_whole(string day, string entries)
    {
        var end = AxesShop.AtOnce with { Unused = UnusedValue.OfTheWholeTerm, Surplus = Surplus.Refunded(RefundRest.ToBalance) };
        var shop = Shop(AxesShop.FirstPurchase, end, AxesShop.AtOnce);
        var may = shop.Buy("2026-05-01", Monthly("basic"));
        var quote = Billing.Price(may, Change.Cancel(), Facts.None, shop.Catalog, shop.Policy, shop.At(day)).OrThrow();
        Assert.Equal(entries, Written.Entries(quote));
        Assert.Equal(day == "2026-05-18" ? 17m : 0m, quote.Totals.Goodwill.Amount);
        Assert.Equal(shop.At("2026-05-01"), quote.Lines.Min(line => line.Covers.Start));
        Assert.Equal(Status.Expired, quote.SubscriptionAfter.Status);
        Assert.Equal("EUR 31.00", Billing.UnusedValue(may, UnusedValue.OfTheWholeTerm, Measure.Days, RoundingMode.HalfEven, shop.At(day)).ToString());
    }

    /// <summary>Two of three seats leave: two thirds of what was billed, used or not.</summary>
    [Fact]
    public void Seats_that_leave_take_their_part_of_the_whole_term()
    {
        var shop = Shop(AxesShop.FirstPurchase, AxesShop.AtOnce, AxesShop.AtOnce with { Unused = UnusedValue.OfTheWholeTerm });
        var quote = shop.Quote(shop.Buy("2026-05-01", Monthly("basic", 3)), Monthly("basic", 1), "2026-05-18");
        Assert.Equal("Goodwill +34.00; Service +28.00; Balance -62.00", Written.Entries(quote));
        Assert.Equal("1 x 31, billed 31.00, paid 31.00, carried 0.00, credited 0.00, Purchase", Written.Lot(Assert.Single(quote.SubscriptionAfter.Plan!.Lots)));
    }

    [Fact]
    public void Contradictions_of_a_billing_day_are_found()
    {
        var aligned = AxesShop.AtOnce with { Term = TermRule.Aligned };
        var time = AxesShop.Policy(AxesShop.FirstPurchase, AxesShop.AtOnce, aligned with { Surplus = Surplus.ToTime(RoundingMode.Floor) });
        Assert.Equal("aligned to a billing day", Assert.Single(PolicyCheck.Contradictions(time), found => !found.IsWarning).Other);
        var kept = time with
        {
            Rules =
            [
                Rule.For(new Case { InTrial = true }, aligned with { Trial = TrialFate.Kept, NewPrice = NewPrice.NothingUntilRenewal }), Rule.Otherwise(AxesShop.AtOnce),
            ],
        };
        Assert.Equal("trial kept", Assert.Single(PolicyCheck.Contradictions(kept), found => !found.IsWarning).One);
        Assert.All(PolicyCheck.Contradictions(Calendar(NewPrice.ForTheRest).Policy), found => Assert.True(found.IsWarning));
    }
}
