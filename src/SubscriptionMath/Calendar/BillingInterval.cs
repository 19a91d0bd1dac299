using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The time that a price pays for: a count, at least one, of days, weeks, months or years.</summary>
/// <remarks>
/// <para>An interval is kept in its largest whole unit: twelve months are one year, seven days are one week.
/// Equality is equality after that, so <c>Months(24)</c> equals <c>Years(2)</c>; 365 days do not equal a year,
/// because a schedule of years meets leap days otherwise. The default value is one day.</para>
/// <para>Ordering is by <see cref="NominalDays"/> and therefore coarser than equality: 365 days and a year differ, yet
/// neither is the longer.</para>
/// <para>JSON is the text of <see cref="ToString"/>: <c>"3 months"</c>.</para>
/// </remarks>
/// <example>
/// <c>BillingInterval.Months(12) == BillingInterval.Year</c> and <c>BillingInterval.Days(14) == BillingInterval.Weeks(2)</c>; 30 days are
/// shorter than a month, which nominally has 365/12 days, although 28 February to 28 March is shorter still.
/// </example>
[JsonConverter(typeof(TextConverter<BillingInterval>))]
public readonly partial record struct BillingInterval : IComparable<BillingInterval>, IComparable, IParsable<BillingInterval>
{
    private const int DaysPerWeek = 7;
    private const int MonthsPerYear = 12;
    private const int NominalDaysPerYear = 365;

    // Whole months, or zero for an interval of days; then the days are one more than the extra ones.
    private readonly int _months;
    private readonly int _extraDays;

    private BillingInterval(int months, int extraDays)
    {
        _months = months;
        _extraDays = extraDays;
    }

    /// <summary>Gets one day, the default value.</summary>
    /// <example><c>BillingInterval.Day == default(BillingInterval)</c>.</example>
    public static BillingInterval Day => Days(1);

    /// <summary>Gets one week, which is seven days.</summary>
    /// <example><c>BillingInterval.Week == BillingInterval.Days(7)</c>.</example>
    public static BillingInterval Week => Weeks(1);

    /// <summary>Gets one calendar month.</summary>
    /// <example>From 31 January a month leads to 28 February, in a leap year to 29 February.</example>
    public static BillingInterval Month => Months(1);

    /// <summary>Gets one year, which is twelve months.</summary>
    /// <example>From 29 February 2024 a year leads to 28 February 2025, four years to 29 February 2028.</example>
    public static BillingInterval Year => Years(1);

    /// <summary>Gets the number of <see cref="Unit"/> in the interval; at least one.</summary>
    /// <example>2 for <c>Months(24)</c>, which is two years; 18 for <c>Months(18)</c>.</example>
    public int Count => Unit switch
    {
        IntervalUnit.Year => TotalMonths / MonthsPerYear,
        IntervalUnit.Month => TotalMonths,
        IntervalUnit.Week => TotalDays / DaysPerWeek,
        _ => TotalDays,
    };

    /// <summary>Gets the largest unit of which the interval is a whole number.</summary>
    /// <example><see cref="IntervalUnit.Month"/> for 18 months, <see cref="IntervalUnit.Year"/> for 24.</example>
    public IntervalUnit Unit => _months > 0
        ? _months % MonthsPerYear == 0 ? IntervalUnit.Year : IntervalUnit.Month
        : TotalDays % DaysPerWeek == 0 ? IntervalUnit.Week : IntervalUnit.Day;

    /// <summary>Gets the number of calendar months; zero for an interval of days or weeks.</summary>
    /// <example>24 for <c>Years(2)</c>; 0 for <c>Days(30)</c>.</example>
    public int TotalMonths => _months;

    /// <summary>Gets the number of calendar days; zero for an interval of months or years.</summary>
    /// <example>14 for <c>Weeks(2)</c>; 0 for <c>Month</c>, which has no fixed number of days.</example>
    public int TotalDays => _months > 0 ? 0 : _extraDays + 1;

    /// <summary>Gets the nominal number of days: 365 for a year, 365/12 for a month.</summary>
    /// <remarks>Used to compare prices of different intervals; the days of an actual term are counted on the calendar.</remarks>
    /// <example>365/12 for a month, 365/4 for three, 730 for two years although one of them may be a leap year.</example>
    public Fraction NominalDays => _months > 0
        ? new Fraction((Int128)_months * NominalDaysPerYear, MonthsPerYear)
        : new Fraction(TotalDays, 1);

    private long NominalTwelfths =>
        _months > 0 ? (long)_months * NominalDaysPerYear : (long)TotalDays * MonthsPerYear;

    /// <summary>Makes an interval of days.</summary>
    /// <param name="count">At least one.</param>
    /// <returns>The interval; in weeks when the count is a multiple of seven.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than one.</exception>
    /// <example><c>Days(30)</c> is 30 days; <c>Days(14)</c> is two weeks.</example>
    public static BillingInterval Days(int count) => new(0, Checked(count, 1) - 1);

    /// <summary>Makes an interval of weeks.</summary>
    /// <param name="count">At least one, and no more than keeps the days within 32 bits.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than one or too large.</exception>
    /// <example><c>Weeks(2)</c> is 14 days.</example>
    public static BillingInterval Weeks(int count) => new(0, Checked(count, DaysPerWeek) - 1);

    /// <summary>Makes an interval of calendar months.</summary>
    /// <param name="count">At least one.</param>
    /// <returns>The interval; in years when the count is a multiple of twelve.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than one.</exception>
    /// <example><c>Months(3)</c> is a quarter; <c>Months(12)</c> is a year.</example>
    public static BillingInterval Months(int count) => new(Checked(count, 1), 0);

    /// <summary>Makes an interval of years.</summary>
    /// <param name="count">At least one, and no more than keeps the months within 32 bits.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than one or too large.</exception>
    /// <example><c>Years(2)</c> is 24 months.</example>
    public static BillingInterval Years(int count) => new(Checked(count, MonthsPerYear), 0);

    /// <summary>Tells whether the left interval is nominally shorter.</summary>
    /// <param name="left">The first interval.</param>
    /// <param name="right">The second interval.</param>
    /// <returns>True when it is; false for 365 days and a year, either way round.</returns>
    public static bool operator <(BillingInterval left, BillingInterval right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the left interval is nominally not longer.</summary>
    /// <inheritdoc cref="op_LessThan"/>
    /// <returns>True when it is not; true for 365 days and a year, either way round.</returns>
    public static bool operator <=(BillingInterval left, BillingInterval right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the left interval is nominally longer.</summary>
    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(BillingInterval left, BillingInterval right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the left interval is nominally not shorter.</summary>
    /// <inheritdoc cref="op_LessThanOrEqual"/>
    public static bool operator >=(BillingInterval left, BillingInterval right) => left.CompareTo(right) >= 0;

    /// <summary>Compares with a boxed value, as F# does for its own operators and sorts.</summary>
    int IComparable.CompareTo(object? obj) => obj is null ? 1 : CompareTo(Require.Is<BillingInterval>(obj, nameof(obj)));

    /// <summary>Compares by <see cref="NominalDays"/>.</summary>
    /// <param name="other">The interval to compare with.</param>
    /// <returns>Negative when this is the shorter, positive when it is the longer, else zero.</returns>
    /// <example>30 days come before a month, 31 days after it; 365 days and a year compare as zero and are not equal.</example>
    public int CompareTo(BillingInterval other) => NominalTwelfths.CompareTo(other.NominalTwelfths);

    private static int Checked(int count, int each) => count >= 1 && count <= int.MaxValue / each
        ? count * each
        : throw new ArgumentOutOfRangeException(
            nameof(count), count, $"An interval has a count between 1 and {int.MaxValue / each}.");
}
