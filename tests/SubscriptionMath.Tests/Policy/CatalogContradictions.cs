using SubscriptionMath.Vendors;
using static SubscriptionMath.Tests.Contradicting;

namespace SubscriptionMath.Tests;

/// <summary>Contradictions about whole months, parts of months and time bought; and those between a policy and what is sold under it.</summary>
public sealed class CatalogContradictions
{
    [Fact]
    public void Whole_months_on_terms_of_weeks()
    {
        var weekly = Usual with { Term = TermRule.AlignedTo(Anchor.OnDay(1), BillingInterval.Week) };
        foreach (var grain in new[] { Grain.MonthsNotStarted, Grain.MonthsNotEnded })
        {
            var months = Measure.Days with { Grain = grain };
            Contradicts("whole months", "terms of weeks", Rules(Rule.Otherwise(weekly)) with { Measure = months });
            Contradicts("whole months", "terms of weeks", Rules(Rule.Otherwise(weekly with { Measure = months })));
        }

        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.Otherwise(weekly))));
    }

    [Fact]
    public void Whole_months_on_a_price_of_a_week()
    {
        var months = Sound with { Measure = Measure.MonthsNotStarted };
        Contradicts("whole months", "'plan' sold every week", months, Selling(BillingInterval.Week));
        Contradicts("whole months", "'pack' sold every 10 days", Sound, Catalog.Of(Plan(BillingInterval.Month)) with
        {
            AddOns = [new AddOn { Id = "pack", Name = "Pack", Prices = [Price.Of(1m, "USD", BillingInterval.Days(10))], Measure = Measure.MonthsNotStarted }],
        });
        Assert.Empty(PolicyCheck.Contradictions(months, Selling(BillingInterval.Months(3))));
        Assert.Empty(PolicyCheck.Contradictions(Sound, Selling(BillingInterval.Week)));
    }

    [Theory]
    [InlineData(Grain.MonthsThenDays)]
    [InlineData(Grain.DaysOfOwnMonths)]
    public void A_partial_month_billed_with_a_partial_period_not_prorated(Grain grain)
    {
        var whole = Rules(Rule.Otherwise(Usual with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited }))
            with
        { Measure = Measure.Days with { Grain = grain } };
        Contradicts("partial months billed", "partial periods not prorated", whole);
        Assert.Empty(PolicyCheck.Contradictions(whole with { AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.OfAllLots) }));
        Assert.Empty(PolicyCheck.Contradictions(whole with { Rules = [Rule.Otherwise(Usual)] }));
        Assert.Empty(PolicyCheck.Contradictions(whole with { Measure = Measure.Days }));
    }

    [Fact]
    public void Surplus_to_time_with_nothing_given_back()
    {
        var time = Usual with { Term = TermRule.Restarted, NewPrice = NewPrice.Full, Surplus = Surplus.ToTime(RoundingMode.Floor) };
        Contradicts("surplus to time", "nothing given back", Rules(Rule.Otherwise(time with { Unused = UnusedValue.None })));
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.Otherwise(time))));
    }

    [Fact]
    public void Surplus_to_time_with_an_add_on_that_is_co_termed() => Contradicts(
        "surplus to time", "an add-on co-termed",
        Rules(Rule.For(AddOns with { Direction = Direction.Up }, Time), Rule.Otherwise(Usual)));

    [Fact]
    public void Add_on_value_as_time_on_a_base_that_ends() => Contradicts(
        "add-on value as time", "a base that ends",
        Rules(Rule.For(AddOns with { Status = Status.Terminated }, Time), Rule.Otherwise(Usual)));

    [Fact]
    public void Add_on_value_as_time_with_add_ons_kept()
    {
        Contradicts("add-on value as time", "add-ons kept", Rules(Rule.For(AddOns, Time with { Unused = UnusedValue.None }), Rule.Otherwise(Usual)));
        Contradicts(
            "add-on value as time", "add-ons kept",
            Rules(Rule.For(AddOns, Time with { Unused = UnusedValue.Kept, NewPrice = NewPrice.NothingUntilRenewal }), Rule.Otherwise(Usual)));
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.For(AddOns, Time), Rule.Otherwise(Usual))));
    }

    [Fact]
    public void Usage_credits_that_lapse_with_a_rollover_cap()
    {
        foreach (var cap in new[] { Rollover.UpTo(100m), Rollover.UpToTimes(2m), Rollover.UpToPercent(50m), Rollover.PartOfRest(50m), Rollover.Full })
            Contradicts("usage credits lapse", "'plan' rolls 'call' over", Sound, Catalog.Of(Plan(BillingInterval.Month, Calls(cap))));

        Assert.Empty(PolicyCheck.Contradictions(Sound, Catalog.Of(Plan(BillingInterval.Month, Calls(Rollover.None)))));
        Assert.Empty(PolicyCheck.Contradictions(Obi.DayProration(), Catalog.Of(Plan(BillingInterval.Month, Calls(Rollover.Full)))));
    }

    [Fact]
    public void Arrears_with_unused_value_from_payment()
    {
        var paid = UnusedValue.OfLots(Origins.All, ValueBasis.PaidInMoney);
        var arrears = Catalog.Of(Plan(BillingInterval.Month) with { Prices = [Price.Of(30m, "USD", BillingInterval.Month) with { Charged = Charged.InArrears }] });
        Contradicts("unused value of what was paid", "'plan' charged in arrears", Rules(Rule.Otherwise(Usual with { Unused = paid })), arrears);
        Contradicts("unused value of what was paid", "'plan' charged in arrears", Sound with { AddOns = new(AddOnFate.EndWithThePlan, paid) }, arrears);
        Assert.Empty(PolicyCheck.Contradictions(Sound, arrears));
        Assert.Empty(PolicyCheck.Contradictions(Rules(Rule.Otherwise(Usual with { Unused = paid })), Selling(BillingInterval.Month)));
    }

    [Fact]
    public void The_lesser_of_time_and_usage_with_an_unlimited_allowance()
    {
        var lesser = Rules(Rule.Otherwise(Usual with { Unused = UnusedValue.OfAllLots with { Retained = Retention.BeyondUsageOf("call") } }));
        Contradicts("the lesser of time and 'call'", "'plan' without a limit of 'call'", lesser, Selling(BillingInterval.Month));
        Assert.Empty(PolicyCheck.Contradictions(lesser, Catalog.Of(Plan(BillingInterval.Month, Calls(Rollover.None)))));
    }

    [Fact]
    public void What_a_policy_contradicts_by_itself_is_found_beside_a_catalog_too()
    {
        var found = Assert.Single(PolicyCheck.Contradictions(Sound with { Rules = [] }, Selling(BillingInterval.Month)));
        Assert.Equal("no rule for everything else", found.Other);
        Assert.Throws<ArgumentNullException>("policy", () => PolicyCheck.Contradictions(null!, Selling(BillingInterval.Month)));
        Assert.Throws<ArgumentNullException>("catalog", () => PolicyCheck.Contradictions(Sound, null!));
    }

    private static Treatment Time => Usual with { Surplus = Surplus.ToTime(RoundingMode.Floor) };

    private static Allowance Calls(Rollover rollover) => new() { Kind = "call", Units = 100m, Rollover = rollover };

    private static Plan Plan(BillingInterval every, params Sequence<Allowance> allowances) =>
        new() { Id = "plan", Name = "Plan", Rank = 1, Prices = [Price.Of(30m, "USD", every)], Allowances = allowances };

    private static Catalog Selling(BillingInterval every) => Catalog.Of(Plan(every));
}
