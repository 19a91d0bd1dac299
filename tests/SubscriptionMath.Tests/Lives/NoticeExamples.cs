using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>A notice: the change waits for the first end that is late enough, and the plan renews until then.</summary>
public sealed class NoticeExamples
{
    private static Shop With(BillingInterval notice, Timing? timing = null, Contract? contract = null)
    {
        var shop = Club.WithRule(Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = timing ?? Timing.AtPeriodEnd, Notice = notice }));
        return shop with { Catalog = shop.Catalog with { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Prices = [.. plan.Prices.Select(price => price with { Contract = contract })] })] } };
    }

    private static Instant Ends(Shop shop, string bought, string canceled, BillingInterval? interval = null) =>
        shop.Cancel(shop.Advance(shop.Buy(bought, Cart.Of("basic", interval ?? BillingInterval.Month)), canceled).Subscription, canceled).Pending!.EffectiveAt;

    /// <summary>A month before 1 June is 1 May, 00:00; a second later is too late, and the month of June is served and paid.</summary>
    [Theory]
    [InlineData("2026-05-01T00:00:00Z", "2026-06-01")]
    [InlineData("2026-05-01T00:00:01Z", "2026-07-01")]
    [InlineData("2026-05-31", "2026-07-01")]
    public void The_very_instant_is_in_time(string canceled, string ends)
    {
        var shop = With(BillingInterval.Month);
        Assert.Equal(shop.At(ends), Ends(shop, "2026-03-01", canceled));
    }

    /// <summary>Sixty days from 2 January 2027 are 3 March 2027: the year to 1 March has to be renewed. From 31 December they are 1 March.</summary>
    [Fact]
    public void Sixty_days_before_the_end_of_a_year()
    {
        var shop = With(BillingInterval.Days(60));
        Assert.Equal(shop.At("2027-03-01"), Ends(shop, "2026-03-01", "2026-12-31", BillingInterval.Year));
        Assert.Equal(shop.At("2028-03-01"), Ends(shop, "2026-03-01", "2027-01-02", BillingInterval.Year));
    }

    [Fact]
    public void A_plan_renews_until_its_notice_is_over_and_the_request_can_be_taken_back()
    {
        var shop = With(BillingInterval.Month);
        var ended = shop.Cancel(shop.Buy("2026-03-01", Monthly("basic")), "2026-03-02");
        Assert.Equal(Status.NonRenewing, ended.Status);
        Assert.Equal(["2026-04-01: Renewal, Service -30.00; Payment +30.00", "2026-05-01: Expiry, "], shop.Advance(ended, "2026-12-31").Steps.Select(Written.Step));
        Assert.Null(shop.Change(ended, Monthly("basic"), "2026-03-20").Pending);
    }

    /// <summary>A notice longer than the term passes over as many terms as it takes; terms from the 31st end on 30 April, 31 May and 30 June.</summary>
    [Fact]
    public void A_notice_longer_than_the_term()
    {
        var shop = With(BillingInterval.Months(3));
        Assert.Equal(shop.At("2026-06-30"), Ends(shop, "2026-01-31", "2026-03-30"));
        Assert.Equal(shop.At("2026-07-31"), Ends(shop, "2026-01-31", "2026-03-31T00:00:01Z"));
    }

    /// <summary>A year from 1 March 2026, and another: 60 days before 1 March 2027 is 31 December. Without another, the month that the notice reaches is the last.</summary>
    [Theory]
    [InlineData(AfterContract.Anew, "2026-12-31", "2027-03-01")]
    [InlineData(AfterContract.Anew, "2027-01-01", "2028-03-01")]
    [InlineData(AfterContract.GoesOn, "2026-12-31", "2027-03-01")]
    [InlineData(AfterContract.GoesOn, "2027-01-01", "2027-04-01")]
    [InlineData(AfterContract.Ends, "2027-01-01", "2027-03-01")]
    public void A_notice_before_the_end_of_the_contract(AfterContract then, string canceled, string ends)
    {
        var shop = With(BillingInterval.Days(60), Timing.AtContractEnd, new Contract(BillingInterval.Year, then));
        Assert.Equal(shop.At(ends), Ends(shop, "2026-03-01", canceled));
    }

    /// <summary>A downgrade with a notice is made with the renewal for which it waits, at the new price.</summary>
    [Fact]
    public void A_downgrade_with_a_notice_waits_as_well()
    {
        var shop = Club.WithRule(Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd with { Notice = BillingInterval.Days(20) }));
        var held = shop.Change(shop.Buy("2026-03-01", Monthly("plus")), Monthly("basic"), "2026-03-16");
        Assert.Equal(
            ["2026-04-01: Renewal, Service -60.00; Payment +60.00", "2026-05-01: PendingChange, Service -30.00; Payment +30.00"], shop.Advance(held, "2026-05-02").Steps.Select(Written.Step));
    }

    [Fact]
    public void A_notice_of_a_change_at_once_is_idle() => Assert.Contains(
        PolicyCheck.Contradictions(Club.Policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Quantity }, Treatments.Prorated with { Notice = BillingInterval.Month }), .. Club.Policy.Rules] }),
        found => found is { One: "a notice", Other: "no end to wait for", IsWarning: true });
}
