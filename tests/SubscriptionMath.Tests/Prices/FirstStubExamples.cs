namespace SubscriptionMath.Tests.Prices;

/// <summary>The day of a change belongs to changes alone: what begins after nothing has all of its days, whoever a change's day belongs to.</summary>
public sealed class FirstStubExamples
{
    [Theory]
    [InlineData(ChangeDay.New)]
    [InlineData(ChangeDay.Old)]
    [InlineData(ChangeDay.Both)]
    public void A_first_stub_is_billed_with_all_of_its_days(ChangeDay day)
    {
        // 15 March to 1 April: 17 of 31 days of 31.00.
        var shop = Stubs(day, Counter.Monthly(31m));
        Assert.Equal("Service -17.00; Payment +17.00", Written.Entries(shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-03-15")));
    }

    [Theory]
    [InlineData(ChangeDay.New)]
    [InlineData(ChangeDay.Old)]
    public void And_so_is_one_in_arrears(ChangeDay day)
    {
        var shop = Stubs(day, Counter.Monthly(31m) with { BillingTiming = BillingTiming.InArrears });
        var renewal = (Quote)shop.Advance(shop.Buy("2026-03-15", Counter.Cart("p1")), "2026-04-01").Steps[^1].Answer;
        Assert.Equal("Service -17.00; Payment +17.00", Written.Entries(renewal));
    }

    [Theory]
    [InlineData(ChangeDay.New)]
    [InlineData(ChangeDay.Old)]
    public void And_so_is_the_stub_after_a_trial(ChangeDay day)
    {
        // Ten days from 5 March, then 15 March to 1 April.
        var shop = Stubs(day, Counter.Monthly(31m));
        shop = shop with { Catalog = shop.Catalog with { Plans = [shop.Catalog.Plans[0] with { Trial = new TrialOffer(BillingInterval.Days(10)) }] } };
        shop = shop with { Policy = MonthsStartedExamples.Starting(shop.Policy, ((Rule.Treated)shop.Policy.Rules[0]).Then with { Trial = TrialFate.Restarted }) };
        var end = (Quote)shop.Advance(shop.Buy("2026-03-05", Counter.Cart("p1")), "2026-03-15").Steps[^1].Answer;
        Assert.Equal("Service -17.00; Payment +17.00", Written.Entries(end));
    }

    [Fact]
    public void A_stub_that_begins_with_a_change_is_billed_without_the_day_of_the_change()
    {
        // 1 to 31 March at 31.00, changed on the 15th: the day is the old plan's, which has 16 left; so has the new one.
        var shop = Stubs(ChangeDay.Old, Counter.Monthly(31m), Counter.Monthly(62m));
        var quote = shop.Quote(shop.Buy("2026-03-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-03-15");
        Assert.Equal("Service +16.00 -32.00; Payment +16.00", Written.Entries(quote));
    }

    private static Shop Stubs(ChangeDay day, params Price[] prices)
    {
        var shop = Counter.Of(prices);
        var aligned = Counter.Rest with { Term = TermRule.AlignedTo(Anchor.OnDay(1)) };
        var policy = Counter.Policy(aligned, aligned, aligned).WithMeasure(Measure.Days with { ChangeDay = day });
        return shop with { Policy = MonthsStartedExamples.Starting(policy, aligned with { Trial = TrialFate.Kept }) };
    }
}
