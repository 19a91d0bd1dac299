namespace SubscriptionMath;

/// <summary>A stretch of time, the period of its price, and the interval of that price, if known.</summary>
internal readonly record struct Stretch(Term Covers, Term Period, BillingInterval? PriceInterval)
{
    /// <summary>
    /// Whether nothing was held before. A purchase or renewal begins with its whole first day, which is no day of a change.
    /// </summary>
    internal bool IsFirst { get; init; }

    /// <summary>
    /// Whether the stretch lies within its period, like a stub; extended time, or time bought for several periods, does not.
    /// </summary>
    internal bool IsWithinPeriod => Period.Start <= Covers.Start && Covers.End <= Period.End;

    /// <summary>
    /// Whether the first day begins a month of its own. A purchase within a period continues a month that was started before.
    /// </summary>
    internal bool BeginsMonth => IsFirst || Covers.Start <= Period.Start;

    /// <summary>A stretch whose period holds a number of terms: its interval is that multiple of the price's.</summary>
    internal static Stretch Of(Term covers, Term period, BillingInterval interval, int terms) => new(
        covers,
        period,
        terms == 1 ? interval
        : interval.TotalMonths > 0 ? BillingInterval.Months(checked(interval.TotalMonths * terms))
        : BillingInterval.Days(checked(interval.TotalDays * terms)));

    internal BillingInterval Interval => PriceInterval
        ?? throw new ArgumentException($"To divide {Covers} by other than its period, the caller must give the interval of the price.",
            nameof(PriceInterval));
}
