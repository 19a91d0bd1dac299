namespace SubscriptionMath;

/// <summary>The measure of the time left against the period of the price.</summary>
public sealed record Measure
{
    /// <summary>Calendar days of the period, exactly; the day of the change belongs to the new item.</summary>
    public static Measure Days { get; } = new()
    {
        Unit = ProrationUnit.CalendarDays,
        ChangeDay = ChangeDay.New,
        Denominator = Denominator.Period,
        Ratio = RatioRule.Exact,
    };

    /// <summary>Elapsed seconds.</summary>
    public static Measure Seconds { get; } = Days with { Unit = ProrationUnit.Seconds };

    /// <summary>Months not started, of the item's own months.</summary>
    public static Measure MonthsNotStarted { get; } = Days with { Unit = ProrationUnit.MonthsNotStarted };

    /// <summary>Gets the unit that is counted.</summary>
    public required ProrationUnit Unit { get; init => field = Require.Defined(value, nameof(Unit)); }

    /// <summary>Gets the item that gets the day of the change; answers other than "new" need the unit of calendar days.</summary>
    public required ChangeDay ChangeDay { get; init => field = Require.Defined(value, nameof(ChangeDay)); }

    /// <summary>Gets the divisor of time left.</summary>
    public required Denominator Denominator { get; init => field = Require.NotNull(value, nameof(Denominator)); }

    /// <summary>Gets the rounding before that of the amount.</summary>
    public required RatioRule Ratio { get; init => field = Require.NotNull(value, nameof(Ratio)); }

    /// <summary>Gets the interval of which whole ones are counted, such as quarters; null for months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is one of days or weeks.</exception>
    /// <remarks>
    /// Only units of whole months have an interval. Whole intervals count as their months: two quarters left of a year are 6 of 12 months.
    /// </remarks>
    /// <example>A year from 10 January, left on 1 June: 7 months are not started, but only two quarters, 6 of 12 months.</example>
    public BillingInterval? Interval { get; init => field = value is { } interval ? OfMonths(interval) : null; }

    /// <summary>The part of the running period left as the caller stated it, without a count.</summary>
    internal Share? Said { get; init; }

    /// <summary>Whether the day of the change is not left: of an item that ends then, or of one that begins and is not the first.</summary>
    internal bool LosesDay(bool ends, bool isFirst) => ends ? ChangeDay != ChangeDay.New : ChangeDay == ChangeDay.Old && !isFirst;

    /// <summary>Whether the measure counts months, or days as parts of months.</summary>
    internal bool CountsMonths =>
        Unit is ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded
            or ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths;

    /// <summary>Whether the measure divides by the interval of the price, and not by the period.</summary>
    internal bool AsksForInterval =>
        Denominator is not Denominator.OwnPeriod || Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths;

    private static BillingInterval OfMonths(BillingInterval interval) => interval.TotalMonths > 0
        ? interval
        : throw new ArgumentOutOfRangeException(
            nameof(interval), interval, $"Whole intervals are counted in months or years, not in {interval}.");

    /// <summary>The part of a price for a share of time, not rounded to the minor unit.</summary>
    internal Fraction PartOf(Fraction price, Share share, BillingInterval? interval) =>
        Ratio.PartOf(price, share,
            Denominator is Denominator.Fixed days && interval is { TotalMonths: > 0 } months ? days.Parts(months) : 1);
}
