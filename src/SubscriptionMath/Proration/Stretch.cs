namespace SubscriptionMath;

/// <summary>A stretch of time, the period whose price it carries, and the interval of that price where it is known.</summary>
internal readonly record struct Stretch(Term Covers, Term Period, BillingInterval? Every)
{
    /// <summary>Whether nothing was held before it: a purchase and a renewal begin with all of their first day, which no change has.</summary>
    internal bool IsFirst { get; init; }

    /// <summary>Whether it lies within its period, as a stub does; time that was stretched or bought for several periods does not.</summary>
    internal bool IsWithinPeriod => Period.Start <= Covers.Start && Covers.End <= Period.End;

    /// <summary>Whether its first day begins a month of its own; what is bought within a period goes on in a month that was started before it.</summary>
    internal bool BeginsMonth => IsFirst || Covers.Start <= Period.Start;

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
