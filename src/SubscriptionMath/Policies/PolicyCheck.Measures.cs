namespace SubscriptionMath;

/// <content>Contradictions within a measure, and between a measure and what it counts.</content>
public static partial class PolicyCheck
{
    private static void OfMeasure(Measure measure, List<Contradiction> found)
    {
        var days = measure.Grain is Grain.CalendarDays or Grain.DaysOfEqualMonths or Grain.MonthsThenDays or Grain.DaysOfOwnMonths;
        var months = measure.Denominator is Denominator.Fixed { Days: var number, Per.TotalMonths: var per } && number % per == 0;
        Add(measure.ChangeDay != ChangeDay.New && measure.Grain != Grain.CalendarDays, found,
            $"change day {measure.ChangeDay}", $"grain {measure.Grain}", "Only a grain of calendar days has a day of the change.");
        Add(measure.Grain == Grain.Terms, found,
            "measure", $"grain {measure.Grain}", "Whole terms count time bought, not time left.");
        Add(measure.Grain == Grain.Parts, found,
            "measure", $"grain {measure.Grain}", "The caller states these parts; no measure counts them.");
        Add(measure.Denominator is Denominator.Fixed && !days, found,
            "a fixed number of days", $"grain {measure.Grain}", "A fixed number of days divides days.");
        Add(measure.Grain == Grain.DaysOfEqualMonths && !months, found,
            "days of equal months", "no number of days a month", "Equal months have a fixed number of days, a whole number for each.");
        Add(measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths && measure.Denominator is not Denominator.OwnPeriod
            && !months, found,
            $"grain {measure.Grain}", "no number of days a month",
            "A day is a part of its month, of the month's own days or of a fixed number.");
        Add(measure.Ratio is RatioRule.RateFirst
            && measure.Grain is Grain.Seconds or Grain.Minutes or Grain.Milliseconds or Grain.Nanoseconds, found,
            "the daily rate rounded first", $"grain {measure.Grain}", "A grain of instants has no price of a day.");
        Add(measure.Ratio is RatioRule.RateFirst && measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths, found,
            "the daily rate rounded first", $"grain {measure.Grain}", "Days of different months have different prices.");
    }

    /// <summary>A measure of parts of months needs something that is prorated.</summary>
    private static void OfParts(BillingPolicy policy, List<Contradiction> found)
    {
        var prorated = policy.AddOns.EndedValue is not UnusedValue.Nothing
            || policy.Rules.Any(rule => rule is Rule.Treated { Then: { NewPrice: NewPrice.ForTheRest } or { Unused: UnusedValue.Lots } });
        Add(policy.Measure.Grain is Grain.MonthsThenDays or Grain.DaysOfOwnMonths && !prorated, found,
            "partial months billed", "partial periods not prorated", "If no part of a period is billed, no part of a month is.");
    }

    /// <summary>A grain of months, whole or in parts, has nothing to count in a period of weeks or days.</summary>
    private static void OfWeeks(Measure measure, bool weeks, string what, List<Contradiction> found)
    {
        Add(weeks && measure.Grain is (Grain.MonthsNotStarted or Grain.MonthsNotEnded), found,
            "whole months", what, "A week has no months to count.");
        Add(weeks && measure.Grain is (Grain.MonthsThenDays or Grain.DaysOfOwnMonths), found,
            $"grain {measure.Grain}", what, "A week is not a number of months, and its days are not parts of months.");
    }
}
