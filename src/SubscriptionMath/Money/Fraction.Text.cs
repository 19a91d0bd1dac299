using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SubscriptionMath;

/// <content>The text form: "137/365", or "5" for a whole number.</content>
public readonly partial struct Fraction
{
    /// <summary>Reads a fraction from its text.</summary>
    /// <param name="text">Digits, optionally a leading '-', optionally '/' and a positive denominator; nothing else.</param>
    /// <returns>The fraction, in lowest terms even when the text is not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not a fraction, or does not fit in 128 bits.</exception>
    /// <example>"137/365" and "-5" are fractions; "10/4" reads as 5/2; "1/0", "1.5" and "+1" are refused.</example>
    public static Fraction Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException($"'{text}' is not a fraction such as '137/365' or '-5'.");
    }

    /// <summary>Reads a fraction from its text, or tells that there is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>; null is no fraction.</param>
    /// <param name="result">The fraction, or zero.</param>
    /// <returns>True when the text is a fraction.</returns>
    /// <example>True for "15/31", false for "15/-31".</example>
    public static bool TryParse([NotNullWhen(true)] string? text, out Fraction result)
    {
        result = default;
        var whole = text.AsSpan();
        var slash = whole.IndexOf('/');
        Int128 denominator = 1;
        if (slash >= 0)
        {
            if (!TryDigits(whole[(slash + 1)..], out denominator) || denominator == 0)
            {
                return false;
            }

            whole = whole[..slash];
        }

        if (!TryWhole(whole, out var numerator))
        {
            return false;
        }

        result = Reduced(numerator, denominator);
        return true;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    static Fraction IParsable<Fraction>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string, out Fraction)"/>
    static bool IParsable<Fraction>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Fraction result) => TryParse(s, out result);

    /// <summary>Writes the fraction in lowest terms, the same in every culture.</summary>
    /// <returns>Numerator, '/' and denominator; the numerator alone when the value is whole.</returns>
    /// <example>"137/365", "-3/2", "5".</example>
    public override string ToString() => IsInteger
        ? Text(_numerator)
        : string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{Denominator}");

    /// <summary>The text, for LINQPad, which looks for this name.</summary>
    internal object ToDump() => ToString();

    /// <inheritdoc cref="ToString()"/>
    /// <param name="format">Null, empty or "G".</param>
    /// <param name="formatProvider">Ignored: the text is the same in every culture.</param>
    /// <exception cref="FormatException"><paramref name="format"/> asks for anything else.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        TextForm.RefuseFormat(format, nameof(Fraction));
        return ToString();
    }

    /// <summary>Writes the text of <see cref="ToString()"/> without allocating.</summary>
    /// <param name="destination">The span to write to.</param>
    /// <param name="charsWritten">The number of characters written.</param>
    /// <param name="format">Empty or "G".</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    /// <returns>False when the text does not fit.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> asks for anything else.</exception>
    /// <example>"15/31" needs five characters.</example>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        TextForm.RefuseFormat(format, nameof(Fraction));
        return IsInteger
            ? _numerator.TryFormat(destination, out charsWritten, default, CultureInfo.InvariantCulture)
            : destination.TryWrite(CultureInfo.InvariantCulture, $"{_numerator}/{Denominator}", out charsWritten);
    }

    private static string Text(Int128 value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool TryWhole(ReadOnlySpan<char> text, out Int128 value)
    {
        value = 0;
        return TextForm.IsDigits(text is ['-', ..] ? text[1..] : text)
            && Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out Int128 value)
    {
        value = 0;
        return TextForm.IsDigits(text)
            && Int128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
