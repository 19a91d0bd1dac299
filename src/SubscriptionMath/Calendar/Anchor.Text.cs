using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace SubscriptionMath;

/// <content>The text form: "2026-01-31", or "2026-01-31T10:37:00".</content>
public readonly partial record struct Anchor
{
    /// <summary>Reads an anchor from its text.</summary>
    /// <param name="text">An ISO 8601 date, optionally with a time of day to the second or finer; no offset.</param>
    /// <returns>The anchor; at midnight when the text has no time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not a date, or not such a date and time.</exception>
    /// <example>"2024-02-29" and "2026-01-31T10:37:00" are anchors; "2026-02-29" and "31.01.2026" are refused.</example>
    public static Anchor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException($"'{text}' is not an anchor such as '2026-01-31' or '2026-01-31T10:37:00'.");
    }

    /// <summary>Reads an anchor from its text, or tells that there is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>; null is no anchor.</param>
    /// <param name="result">The anchor, or the default one.</param>
    /// <returns>True when the text is an anchor.</returns>
    /// <example>True for "2024-02-29", false for "2025-02-29", which is no date.</example>
    public static bool TryParse([NotNullWhen(true)] string? text, out Anchor result)
    {
        result = default;
        if (text is null)
        {
            return false;
        }

        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
        {
            result = On(date);
            return true;
        }

        var parsed = LocalDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var moment);
        result = new Anchor(moment);
        return parsed;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    static Anchor IParsable<Anchor>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string, out Anchor)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>; null is no anchor.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    /// <param name="result">The anchor, or the default one.</param>
    static bool IParsable<Anchor>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Anchor result) => TryParse(s, out result);

    /// <summary>Writes the anchor in ISO 8601, the same in every culture.</summary>
    /// <returns>The date alone at midnight, else the date and time.</returns>
    /// <example>"2026-01-31"; "2026-01-31T10:37:00".</example>
    public override string ToString() => Origin.TimeOfDay == LocalTime.Midnight
        ? LocalDatePattern.Iso.Format(Origin.Date)
        : LocalDateTimePattern.ExtendedIso.Format(Origin);

    /// <summary>The text, for LINQPad, which looks for this name.</summary>
    internal object ToDump() => ToString();
}
