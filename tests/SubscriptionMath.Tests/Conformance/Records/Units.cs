namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>The engines' names of intervals.</summary>
internal static class Units
{
    /// <summary>Some intervals of a name: "month", "monthly", "MONTHLY" and "BILLING_PERIOD_MONTHLY" are one.</summary>
    public static BillingInterval Of(string name, int count = 1) => name switch
    {
        "day" or "DAILY" or "BILLING_PERIOD_DAILY" or "ENTITLEMENT_USAGE_RESET_PERIOD_DAILY" or "RecurrencePeriodDaily" => BillingInterval.Days(count),
        "week" or "weekly" or "WEEKLY" or "BILLING_PERIOD_WEEKLY" or "RecurrencePeriodWeek" => BillingInterval.Weeks(count),
        "BIWEEKLY" => BillingInterval.Weeks(2 * count),
        "THIRTY_DAYS" => BillingInterval.Days(30 * count),
        "THIRTY_ONE_DAYS" => BillingInterval.Days(31 * count),
        "SIXTY_DAYS" => BillingInterval.Days(60 * count),
        "NINETY_DAYS" => BillingInterval.Days(90 * count),
        "month" or "monthly" or "MONTHLY" or "BILLING_PERIOD_MONTHLY" or "ENTITLEMENT_USAGE_RESET_PERIOD_MONTHLY" or "RecurrencePeriodMonth" => BillingInterval.Months(count),
        "BIMESTRIAL" => BillingInterval.Months(2 * count),
        "quarter" or "quarterly" or "QUARTERLY" or "BILLING_PERIOD_QUARTER" => BillingInterval.Months(3 * count),
        "TRIANNUAL" => BillingInterval.Months(4 * count),
        "semiannual" or "BIANNUAL" or "BILLING_PERIOD_HALF_YEAR" => BillingInterval.Months(6 * count),
        "year" or "yearly" or "annual" or "ANNUAL" or "BILLING_PERIOD_ANNUAL" => BillingInterval.Years(count),
        "SESQUIENNIAL" => BillingInterval.Months(18 * count),
        "BIENNIAL" => BillingInterval.Years(2 * count),
        "TRIENNIAL" => BillingInterval.Years(3 * count),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No engine has an interval of that name."),
    };

    /// <summary>The term that holds the first moment of a date, in UTC: engines that bill by dates have no clocks.</summary>
    public static Term TermAt(this Anchor anchor, LocalDate date, BillingInterval interval) =>
        anchor.TermAt(date.AtMidnight().InUtc().ToInstant(), interval, DateTimeZone.Utc);

    /// <summary>From an instant on, without end.</summary>
    public static Term From(Instant start) => new(start, Instant.MaxValue);

    /// <summary>The instant of a boundary, as a caller finds it with Noda Time: a skipped one moves forward, of a repeated one it is the earlier.</summary>
    public static Instant At(this LocalDateTime boundary, DateTimeZone zone) => boundary.InZoneLeniently(zone).ToInstant();

    /// <summary>The first moment of a date, in UTC.</summary>
    public static Instant AtUtc(this LocalDate date) => date.AtMidnight().InUtc().ToInstant();

    /// <summary>A ratio of as few digits as a decimal holds, as one.</summary>
    public static decimal Figure(this Fraction ratio) => (decimal)ratio.Numerator / (decimal)ratio.Denominator;

    public static LocalDate FirstDay(this Term term) => term.Start.InUtc().Date;

    /// <summary>The date after the last.</summary>
    public static LocalDate EndDay(this Term term) => term.End.InUtc().Date;
}
