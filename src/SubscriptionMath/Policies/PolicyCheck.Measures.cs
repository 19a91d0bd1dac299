namespace SubscriptionMath;

/// <content>Contradictions within a measure, and between a measure and what it counts.</content>
public static partial class PolicyCheck
{
    private static void OfMeasure(Measure measure, List<Contradiction> found)
    {
        var days = measure.Unit is ProrationUnit.CalendarDays or ProrationUnit.DaysOfEqualMonths
            or ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths or ProrationUnit.DaysNotStarted or ProrationUnit.DaysNotEnded;
        var months = measure.Denominator is Denominator.Fixed { Days: var number, Per.TotalMonths: var per } && number % per == 0;
        Add(measure.ChangeDay != ChangeDay.New && measure.Unit != ProrationUnit.CalendarDays, found,
            $"change day {measure.ChangeDay}", $"unit {measure.Unit}", "Only the unit of calendar days has a day of the change.");
        Add(measure.Unit == ProrationUnit.Terms, found,
            "measure", $"unit {measure.Unit}", "Whole terms count time bought, not time left.");
        Add(measure.Unit == ProrationUnit.Parts, found,
            "measure", $"unit {measure.Unit}", "The caller states these parts; no measure counts them.");
        Add(measure.Interval is not null && measure.Unit is not (ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded), found,
            $"whole intervals of {measure.Interval}", $"unit {measure.Unit}", "Only whole months are counted by the interval.");
        Add(measure.Denominator is Denominator.Fixed && !days, found,
            "a fixed number of days", $"unit {measure.Unit}", "A fixed number of days divides days.");
        Add(measure.Unit == ProrationUnit.DaysOfEqualMonths && !months, found,
            "days of equal months", "no number of days a month", "Equal months have a fixed number of days, a whole number for each.");
        Add(measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths
            && measure.Denominator is not Denominator.OwnPeriod
            && !months, found,
            $"unit {measure.Unit}", "no number of days a month",
            "A day is a part of its month, of the month's own days or of a fixed number.");
        Add(measure.Ratio is RatioRule.RateFirst
            && measure.Unit is ProrationUnit.Seconds or ProrationUnit.Minutes or ProrationUnit.Milliseconds or ProrationUnit.Nanoseconds,
                found,
            "the daily rate rounded first", $"unit {measure.Unit}", "A unit finer than days has no price of a day.");
        Add(measure.Ratio is RatioRule.RateFirst && measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths, found,
            "the daily rate rounded first", $"unit {measure.Unit}", "Days of different months have different prices.");
    }

    /// <summary>A measure of parts of months needs something that is prorated, and a net in steps has to be rounded.</summary>
    private static void OfParts(BillingPolicy policy, List<Contradiction> found)
    {
        Add(policy.Proration.Rounding is { ByLine: true, Steps.IsEmpty: false }, found,
            "net in steps", "rounded line by line", "Where each line is rounded, no net is; a step is one of the net.");
        var prorated = policy.AddOns.EndedValue is not UnusedValue.Nothing
            || policy.Rules.Any(rule => rule is Rule.Treated { Then: { NewPrice: NewPrice.ForTheRest } or { Unused: UnusedValue.Lots } });
        Add(policy.Proration.Measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths && !prorated, found,
            "partial months billed", "partial periods not prorated", "If no part of a period is billed, no part of a month is.");
    }

    /// <summary>A unit of months, whole or in parts, has nothing to count in a period of weeks or days.</summary>
    private static void OfWeeks(Measure measure, bool weeks, string what, List<Contradiction> found)
    {
        Add(weeks && measure.Unit is (ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded), found,
            "whole months", what, "A week has no months to count.");
        Add(weeks && measure.Unit is (ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths), found,
            $"unit {measure.Unit}", what, "A week is not a number of months, and its days are not parts of months.");
    }
}
