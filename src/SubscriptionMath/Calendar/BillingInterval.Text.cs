using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SubscriptionMath;

/// <content>The text form: "month", or "3 months".</content>
public readonly partial record struct BillingInterval
{
    /// <summary>Reads an interval from its text.</summary>
    /// <param name="text">A unit ("day", "week", "month", "year"), or a count, one space and the unit, singular or plural.</param>
    /// <returns>The interval, in its largest whole unit even when the text is not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not an interval, or its count is zero or too large.</exception>
    /// <example>"month", "1 month" and "3 months" are intervals; "12 months" reads as a year; "0 days" and "Month" are refused.</example>
    public static BillingInterval Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException($"'{text}' is not an interval such as 'month', '3 months' or '30 days'.");
    }

    /// <summary>Reads an interval from its text, or tells that there is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>; null is no interval.</param>
    /// <param name="result">The interval, or one day.</param>
    /// <returns>True when the text is an interval.</returns>
    /// <example>True for "2 weeks", false for "fortnight".</example>
    public static bool TryParse([NotNullWhen(true)] string? text, out BillingInterval result)
    {
        result = default;
        var unit = text.AsSpan();
        var count = 1;
        var space = unit.IndexOf(' ');
        if (space >= 0)
        {
            if (!int.TryParse(unit[..space], NumberStyles.None, CultureInfo.InvariantCulture, out count))
            {
                return false;
            }

            unit = unit[(space + 1)..];
            unit = unit is [.., 's'] ? unit[..^1] : unit;
        }

        var (each, inMonths) = unit switch
        {
            "day" => (1, false),
            "week" => (DaysPerWeek, false),
            "month" => (1, true),
            "year" => (MonthsPerYear, true),
            _ => (0, false),
        };
        if (each == 0 || count < 1 || count > int.MaxValue / each)
        {
            return false;
        }

        result = inMonths ? Months(count * each) : Days(count * each);
        return true;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    static BillingInterval IParsable<BillingInterval>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string, out BillingInterval)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>; null is no interval.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    /// <param name="result">The interval, or one day.</param>
    static bool IParsable<BillingInterval>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out BillingInterval result) => TryParse(s, out result);

    /// <summary>Writes the interval in its largest whole unit, the same in every culture.</summary>
    /// <returns>The unit alone for a count of one, else the count and the plural.</returns>
    /// <example>"month", "3 months", "30 days"; "2 weeks" for 14 days and "year" for 12 months.</example>
    public override string ToString()
    {
        var unit = Unit switch
        {
            IntervalUnit.Year => "year",
            IntervalUnit.Month => "month",
            IntervalUnit.Week => "week",
            _ => "day",
        };
        return Count == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{Count} {unit}s");
    }

    /// <summary>The text, for LINQPad, which looks for this name.</summary>
    internal object ToDump() => ToString();
}
