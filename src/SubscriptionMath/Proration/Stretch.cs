namespace SubscriptionMath;

/// <summary>A stretch of time, the period whose price it carries, and the interval of that price where it is known.</summary>
internal readonly record struct Stretch(Term Covers, Term Period, BillingInterval? Every)
{
    /// <summary>A stretch whose period holds so many terms: its interval is as many times that of the price.</summary>
    internal static Stretch Of(Term covers, Term period, BillingInterval every, int terms) => new(
        covers,
        period,
        terms == 1 ? every
        : every.TotalMonths > 0 ? BillingInterval.Months(checked(every.TotalMonths * terms))
        : BillingInterval.Days(checked(every.TotalDays * terms)));

    internal BillingInterval Interval => Every
        ?? throw new ArgumentException($"To divide {Covers} by other than its period, the interval of the price must be told.", nameof(Every));
}
