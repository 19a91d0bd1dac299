using SubscriptionMath.Vendors;
using static SubscriptionMath.Tests.PolicyChecks.Contradicting;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>Contradictions about whole months, parts of months and time bought; and those between a policy and what is sold under it.</summary>
public sealed class CatalogContradictions
{
    private static readonly Treatment Time = Usual with { Surplus = Surplus.ToTime(RoundingMode.Floor) };

    private static readonly UnusedValue PaidInMoney = UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney);

    [Theory]
    [InlineData(ProrationUnit.MonthsNotStarted)]
    [InlineData(ProrationUnit.MonthsNotEnded)]
    public void Whole_months_on_terms_of_weeks(ProrationUnit unit)
    {
        var weekly = Usual with { Term = TermRule.AlignedTo(Anchor.OnDay(1), BillingInterval.Week) };
        var months = Measure.Days with { Unit = unit };
        Contradicts("whole months", "terms of weeks", Always(weekly).WithMeasure(months));
        Contradicts("whole months", "terms of weeks", Always(weekly with { Measure = months }));
        Stands(Always(weekly));
    }

    [Fact]
    public void Whole_months_on_a_price_of_a_week()
    {
        var months = Sound.WithMeasure(Measure.MonthsNotStarted);
        Contradicts("whole months", "'plan' sold every week", months, Selling(BillingInterval.Week));
        Stands(months, Selling(BillingInterval.Months(3)));
        Stands(Sound, Selling(BillingInterval.Week));

        var pack = new AddOn { Id = "pack", Name = "Pack", Prices = [Price.Of(1m, "USD", BillingInterval.Days(10))], Measure = Measure.MonthsNotStarted };
        Contradicts("whole months", "'pack' sold every 10 days", Sound, Selling(BillingInterval.Month) with { AddOns = [pack] });
    }

    /// <summary>A day is a part of its month: a price of weeks, or of days, has no months to be a part of.</summary>
    [Theory]
    [InlineData(ProrationUnit.MonthsThenDays)]
    [InlineData(ProrationUnit.DaysOfOwnMonths)]
    public void Parts_of_months_on_prices_and_terms_of_weeks(ProrationUnit unit)
    {
        var parts = Measure.Days with { Unit = unit };
        Contradicts($"unit {unit}", "'plan' sold every week", Sound.WithMeasure(parts), Selling(BillingInterval.Week));
        Contradicts($"unit {unit}", "'plan' sold every 10 days", Sound.WithMeasure(parts), Selling(BillingInterval.Days(10)));
        Contradicts($"unit {unit}", "'plan' sold every week", Always(Usual with { Measure = parts }), Selling(BillingInterval.Week));
        Stands(Sound.WithMeasure(parts), Selling(BillingInterval.Year));

        var weekly = Usual with { Term = TermRule.AlignedTo(Anchor.OnDay(1), BillingInterval.Week) };
        Contradicts($"unit {unit}", "terms of weeks", Always(weekly).WithMeasure(parts));
        Contradicts($"unit {unit}", "terms of weeks", Always(weekly with { Measure = parts }));
    }

    [Theory]
    [InlineData(ProrationUnit.MonthsThenDays)]
    [InlineData(ProrationUnit.DaysOfOwnMonths)]
    public void A_partial_month_billed_with_a_partial_period_not_prorated(ProrationUnit unit)
    {
        var parts = Measure.Days with { Unit = unit };
        var whole = Usual with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited };
        Contradicts("partial months billed", "partial periods not prorated", Always(whole).WithMeasure(parts));
        Stands(Always(whole));
        Stands(Always(Usual).WithMeasure(parts));
        Stands(Always(whole).WithMeasure(parts) with { AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.OfAllLots) });
    }

    [Fact]
    public void Surplus_to_time_with_nothing_given_back()
    {
        var anew = Time with { Term = TermRule.Restarted, NewPrice = NewPrice.Full };
        Contradicts("surplus to time", "nothing given back", anew with { Unused = UnusedValue.None });
        Stands(Always(anew));
    }

    [Fact]
    public void Surplus_to_time_with_an_add_on_that_is_co_termed() =>
        Contradicts("surplus to time", "an add-on co-termed", Time, AddOns with { Direction = Direction.Up });

    [Fact]
    public void Add_on_value_as_time_on_a_base_that_ends() =>
        Contradicts("add-on value as time", "a base that ends", Time, AddOns with { Status = Status.NonRenewing });

    [Fact]
    public void Add_on_value_as_time_with_add_ons_kept()
    {
        Contradicts("add-on value as time", "add-ons kept", Time with { Unused = UnusedValue.None }, AddOns);
        Contradicts("add-on value as time", "add-ons kept", Time with { Unused = UnusedValue.Kept, NewPrice = NewPrice.NothingUntilRenewal }, AddOns);
        Stands(Rules(Rule.For(AddOns, Time), Rule.Otherwise(Usual)));
    }

    [Fact]
    public void Usage_credits_that_lapse_with_a_rollover_cap()
    {
        foreach (var cap in new[] { Rollover.UpTo(100m), Rollover.UpToTimes(2m), Rollover.UpToPercent(50m), Rollover.PartOfRest(50m), Rollover.Full })
            Contradicts("usage credits lapse", "'plan' rolls 'call' over", Sound, Granting(cap));

        Stands(Sound, Granting(Rollover.None));
        Stands(Obi.DayProration(), Granting(Rollover.Full));
    }

    [Fact]
    public void Arrears_with_unused_value_from_payment()
    {
        var (paid, advance) = (Always(Usual with { Unused = PaidInMoney }), Price.Of(30m, "USD", BillingInterval.Month));
        var arrears = Catalog.Of(Plan(advance with { BillingTiming = BillingTiming.InArrears }));
        Contradicts("unused value of what was paid", "'plan' charged in arrears", paid, arrears);
        Contradicts("unused value of what was paid", "'plan' charged in arrears", Sound with { AddOns = new(AddOnFate.EndWithThePlan, PaidInMoney) }, arrears);
        Stands(Sound, arrears);
        Stands(paid, Catalog.Of(Plan(advance)));
    }

    [Fact]
    public void The_lesser_of_time_and_usage_with_an_unlimited_allowance()
    {
        var lesser = Always(Usual with { Unused = UnusedValue.OfAllLots with { Withheld = WithheldValue.BeyondUsageOf("call") } });
        Contradicts("the lesser of time and 'call'", "'plan' without a limit of 'call'", lesser, Selling(BillingInterval.Month));
        Stands(lesser, Granting(Rollover.None));
    }

    [Fact]
    public void What_a_policy_contradicts_by_itself_is_found_beside_a_catalog_too()
    {
        var found = Assert.Single(PolicyCheck.Contradictions(Sound with { Rules = [] }, Selling(BillingInterval.Month)));
        Assert.Equal("no rule for everything else", found.Other);
        Assert.Throws<ArgumentNullException>("policy", () => PolicyCheck.Contradictions(null!, Selling(BillingInterval.Month)));
        Assert.Throws<ArgumentNullException>("catalog", () => PolicyCheck.Contradictions(Sound, null!));
    }

    private static Plan Plan(Price price) => new() { Id = "plan", Name = "Plan", Rank = 1, Prices = [price] };

    private static Catalog Selling(BillingInterval interval) => Catalog.Of(Plan(Price.Of(30m, "USD", interval)));

    /// <summary>A plan by the month, with a hundred calls.</summary>
    private static Catalog Granting(Rollover rollover) => Catalog.Of(Plan(Price.Of(30m, "USD", BillingInterval.Month)) with
    {
        Allowances = [new Allowance { Kind = "call", Units = 100m, Rollover = rollover }],
    });
}
