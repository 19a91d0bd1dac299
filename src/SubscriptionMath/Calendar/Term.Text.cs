using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SubscriptionMath;

/// <content>The text form: "2026-04-01T00:00:00Z/2026-05-01T00:00:00Z".</content>
public readonly partial record struct Term
{
    /// <summary>Reads a term from its text.</summary>
    /// <param name="text">Two ISO 8601 instants in UTC, to the second or finer, with '/' between them.</param>
    /// <returns>The term from the first, inclusive, to the second, exclusive.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not two such instants, or the second is before the first.</exception>
    /// <example>"2026-04-01T00:00:00Z/2026-05-01T00:00:00Z" is a term; local dates such as "2026-04-01/2026-05-01" are refused.</example>
    public static Term Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException(
                $"'{text}' is not a term such as '2026-04-01T00:00:00Z/2026-05-01T00:00:00Z', start first.");
    }

    /// <summary>Reads a term from its text, or tells that there is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>; null is no term.</param>
    /// <param name="result">The term, or the default one.</param>
    /// <returns>True when the text is a term.</returns>
    /// <example>False when the instants stand in the wrong order.</example>
    public static bool TryParse([NotNullWhen(true)] string? text, out Term result)
    {
        result = default;
        if (text is null || text.IndexOf('/', StringComparison.Ordinal) is not (>= 0 and var slash)
            || !InstantText.TryParse(text.AsSpan(0, slash), out var start)
            || !InstantText.TryParse(text.AsSpan(slash + 1), out var end)
            || end < start)
        {
            return false;
        }

        result = new Term(start, end);
        return true;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    static Term IParsable<Term>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string, out Term)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>; null is no term.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    /// <param name="result">The term, or the default one.</param>
    static bool IParsable<Term>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Term result) => TryParse(s, out result);

    /// <summary>Writes the term as two ISO 8601 instants in UTC, the same in every culture.</summary>
    /// <returns>Start, '/' and end.</returns>
    /// <example>"2026-04-01T00:00:00Z/2026-05-01T00:00:00Z".</example>
    public override string ToString() => $"{Text(Start)}/{Text(End)}";

    /// <summary>The text, for LINQPad, which looks for this name.</summary>
    internal object ToDump() => ToString();

    private static string Text(Instant instant) => InstantText.Format(instant);
}
