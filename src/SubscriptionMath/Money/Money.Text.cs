using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SubscriptionMath;

/// <content>The text form: "EUR 75.00".</content>
public readonly partial record struct Money
{
    // "XXX -922337203685477.5808" and its like.
    private const int LongestText = 32;

    /// <summary>Reads an amount from its text.</summary>
    /// <param name="text">Exactly the text of <see cref="ToString()"/>: code, one blank, amount with all minor digits.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is anything else, or does not fit in 64 bits of minor units.</exception>
    /// <example>"EUR -0.44", "JPY 403" and "KWD 1.005" are read; "EUR 75", "EUR 075.00", "75.00 EUR",
    /// "EUR 1,000.00" and "JPY 403.0" are refused.</example>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException(
                $"'{text}' is not an amount such as 'EUR 75.00' or 'JPY 403', with all the digits of its currency.");
    }

    /// <summary>Reads an amount from its text, or tells that there is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>; null is no amount.</param>
    /// <param name="result">The amount, or zero of no currency.</param>
    /// <returns>True when the text is an amount.</returns>
    /// <example>True for "EUR 75.00", false for "EUR 75.0".</example>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money result)
    {
        result = default;
        if (text is not [_, _, _, ' ', .. var number]
            || !Currency.TryParse(text[..3], out var currency)
            || !decimal.TryParse(
                number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        var units = amount * UnitsPerMajor(currency);
        if (units is < long.MinValue or > long.MaxValue || (units != 0 && currency == Currency.None))
        {
            return false;
        }

        // Only the one text that this amount has is good: no plus, no missing or extra digit, no leading zero.
        var read = new Money((long)units, currency);
        Span<char> written = stackalloc char[LongestText];
        if (!read.TryFormat(written, out var length, default, CultureInfo.InvariantCulture) || !written[..length].SequenceEqual(text))
        {
            return false;
        }

        result = read;
        return true;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    static Money IParsable<Money>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string, out Money)"/>
    static bool IParsable<Money>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) => TryParse(s, out result);

    /// <summary>Writes the amount, the same in every culture.</summary>
    /// <returns>Code, blank, amount with all minor digits, '-' before a negative number, no grouping.</returns>
    /// <example>"EUR 75.00", "EUR -0.44", "JPY 403", "KWD 1.005"; "XXX 0" for the default value.</example>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency.Code} {Amount}");

    /// <summary>The text, for LINQPad, which looks for this name.</summary>
    internal object ToDump() => ToString();

    /// <inheritdoc cref="ToString()"/>
    /// <param name="format">Null, empty or "G".</param>
    /// <param name="formatProvider">Ignored: the text is the same in every culture.</param>
    /// <exception cref="FormatException"><paramref name="format"/> asks for anything else.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        TextForm.RefuseFormat(format, nameof(Money));
        return ToString();
    }

    /// <summary>Writes the text of <see cref="ToString()"/> without allocating.</summary>
    /// <param name="destination">The span to write to.</param>
    /// <param name="charsWritten">The number of characters written.</param>
    /// <param name="format">Empty or "G".</param>
    /// <param name="provider">Ignored: the text is the same in every culture.</param>
    /// <returns>False when the text does not fit.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> asks for anything else.</exception>
    /// <example>"EUR -0.44" needs nine characters.</example>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        TextForm.RefuseFormat(format, nameof(Money));
        return destination.TryWrite(CultureInfo.InvariantCulture, $"{Currency.Code} {Amount}", out charsWritten);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
