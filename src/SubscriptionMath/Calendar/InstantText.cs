using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SubscriptionMath;

/// <summary>The text of an instant, "2026-04-01T00:00:00Z": whole seconds in a short way, everything else by the pattern.</summary>
internal static class InstantText
{
    private const string Form = "0000-00-00T00:00:00Z";

    internal static string Format(Instant instant)
    {
        var local = instant.InUtc().LocalDateTime;
        return local.NanosecondOfSecond == 0 && local.Year is >= 1 and <= 9999
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{local.Year:D4}-{local.Month:D2}-{local.Day:D2}T{local.Hour:D2}:{local.Minute:D2}:{local.Second:D2}Z")
            : InstantPattern.ExtendedIso.Format(instant);
    }

    internal static bool TryParse(ReadOnlySpan<char> text, out Instant instant) =>
        TryParseWholeSeconds(text, out instant) || InstantPattern.ExtendedIso.Parse(text.ToString()).TryGetValue(default, out instant);

    private static bool TryParseWholeSeconds(ReadOnlySpan<char> text, out Instant instant)
    {
        instant = default;
        if (text.Length != Form.Length)
        {
            return false;
        }

        for (var i = 0; i < Form.Length; i++)
        {
            if (Form[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != Form[i])
            {
                return false;
            }
        }

        var (year, month, day) = ((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        instant = Instant.FromUtc(year, month, day, hour, minute, second);
        return true;
    }

    private static int Two(ReadOnlySpan<char> text, int place) => ((text[place] - '0') * 10) + text[place + 1] - '0';
}
