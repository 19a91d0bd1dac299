using static SubscriptionMath.Tests.PolicyChecks.Contradicting;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>Measures that cannot be: a unit, a denominator and a change day that do not go together.</summary>
public class PolicyMeasureContradictions
{
    [Fact]
    public void Change_day_old_or_both_with_a_unit_that_has_no_days()
    {
        Contradicts("change day Old", "unit Seconds", Sound.WithMeasure(Measure.Seconds with { ChangeDay = ChangeDay.Old }));
        Contradicts("change day Both", "unit Seconds", Sound.WithMeasure(Measure.Seconds with { ChangeDay = ChangeDay.Both }));
        Contradicts(
            "change day Old", "unit MonthsNotStarted", Sound.WithMeasure(Measure.MonthsNotStarted with { ChangeDay = ChangeDay.Old }));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(Measure.Days with { ChangeDay = ChangeDay.Both })));
    }

    [Fact]
    public void Whole_terms_as_the_measure() =>
        Contradicts("measure", "unit Terms", Sound.WithMeasure(Measure.Days with { Unit = ProrationUnit.Terms }));

    [Theory]
    [InlineData(ProrationUnit.Seconds)]
    [InlineData(ProrationUnit.Minutes)]
    [InlineData(ProrationUnit.Milliseconds)]
    [InlineData(ProrationUnit.Nanoseconds)]
    [InlineData(ProrationUnit.MonthsThenDays)]
    [InlineData(ProrationUnit.DaysOfOwnMonths)]
    public void The_daily_rate_rounded_first_with_a_unit_that_has_no_one_price_of_a_day(ProrationUnit unit)
    {
        var rate = Measure.Days with { Ratio = RatioRule.RateRounded(RoundingMode.HalfAwayFromZero) };
        Contradicts("the daily rate rounded first", $"unit {unit}", Sound.WithMeasure(rate with { Unit = unit }));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(rate)));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(rate with { Unit = ProrationUnit.MonthsNotEnded })));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(Measure.Days with { Unit = unit, Ratio = RatioRule.Rounded(5, RoundingMode.HalfEven) })));
    }

    [Theory]
    [InlineData(ProrationUnit.Seconds)]
    [InlineData(ProrationUnit.Minutes)]
    [InlineData(ProrationUnit.MonthsNotStarted)]
    [InlineData(ProrationUnit.MonthsNotEnded)]
    public void A_fixed_number_of_days_with_a_unit_other_than_days(ProrationUnit unit)
    {
        var fixedDays = Measure.Days with { Denominator = Denominator.FixedDays(365, BillingInterval.Year) };
        Contradicts("a fixed number of days", $"unit {unit}", Sound.WithMeasure(fixedDays with { Unit = unit }));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(fixedDays)));
    }

    [Theory]
    [InlineData(ProrationUnit.CalendarDays)]
    [InlineData(ProrationUnit.DaysNotStarted)]
    [InlineData(ProrationUnit.MonthsThenDays)]
    public void Whole_intervals_of_a_unit_other_than_whole_months(ProrationUnit unit)
    {
        var quarters = Measure.MonthsNotStarted with { Interval = BillingInterval.Months(3) };
        Contradicts("whole intervals of 3 months", $"unit {unit}", Sound.WithMeasure(quarters with { Unit = unit }));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(quarters)));
    }

    [Fact]
    public void Days_of_equal_months_without_their_number()
    {
        foreach (var none in new[] { Denominator.Period, Denominator.AtTheBoundary, Denominator.NextPeriod, Denominator.FixedDays(365, BillingInterval.Year) })
        {
            Contradicts(
                "days of equal months", "no number of days a month",
                Sound.WithMeasure(Measure.Days with { Unit = ProrationUnit.DaysOfEqualMonths, Denominator = none }));
        }

        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(Measure.Days with { Unit = ProrationUnit.DaysOfEqualMonths, Denominator = Denominator.FixedDays(360, BillingInterval.Year) })));
    }

    [Theory]
    [InlineData(ProrationUnit.MonthsThenDays)]
    [InlineData(ProrationUnit.DaysOfOwnMonths)]
    public void Parts_of_months_with_a_denominator_that_is_no_month(ProrationUnit unit)
    {
        var parts = Measure.Days with { Unit = unit };
        Contradicts($"unit {unit}", "no number of days a month", Sound.WithMeasure(parts with { Denominator = Denominator.AtTheBoundary }));
        Contradicts($"unit {unit}", "no number of days a month", Sound.WithMeasure(parts with { Denominator = Denominator.FixedDays(365, BillingInterval.Year) }));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(parts)));
        Assert.Empty(PolicyCheck.Contradictions(Sound.WithMeasure(parts with { Denominator = Denominator.FixedDays(30, BillingInterval.Month) })));
    }

    [Fact]
    public void Surplus_to_time_with_days_rounded_by_sign()
    {
        foreach (var mode in Enum.GetValues<RoundingMode>())
        {
            var then = Usual with { Term = TermRule.Restarted, Surplus = Surplus.ToTime(mode) };
            if (mode is RoundingMode.Floor or RoundingMode.Ceiling or RoundingMode.HalfAwayFromZero)
            {
                Assert.Empty(PolicyCheck.Contradictions(Always(then)));
            }
            else
            {
                Contradicts("surplus to time", "a rounding of days by sign", then);
            }
        }
    }

    [Fact]
    public void What_the_caller_says_is_no_measure() =>
        Contradicts("measure", "unit Parts", Sound.WithMeasure(Measure.Days with { Unit = ProrationUnit.Parts }));
}
