using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>A currency of the ISO 4217 active list: the unit in which an amount is settled.</summary>
/// <remarks>
/// <para>The list is that of 2026, built in: it changes only with a release of this library. It contains fund codes (CLF, USN and the
/// like). It leaves out codes without a minor unit (XAU, XDR, XTS and the like), which cannot be settled.</para>
/// <para>The default value is "XXX", no currency, with no digits after the point; its only amount is zero.
/// Equality is equality of the code; there is no order.</para>
/// <para>JSON is the code: <c>"EUR"</c>.</para>
/// </remarks>
/// <example><c>Currency.Of("KWD").MinorDigits</c> is 3: a dinar is 1000 fils.</example>
[JsonConverter(typeof(TextConverter<Currency>))]
public readonly struct Currency : IEquatable<Currency>, IParsable<Currency>
{
    private readonly ushort _index;

    private Currency(ushort index) => _index = index;

    /// <summary>Gets "XXX", no currency: the default value.</summary>
    /// <example><c>Currency.None == default(Currency)</c>.</example>
    public static Currency None => default;

    /// <summary>Gets the currencies that can be settled, in the order of their codes.</summary>
    /// <example>AED is the first; XAU (gold) and XXX are not among them.</example>
    public static ImmutableArray<Currency> All { get; } =
        [.. Enumerable.Range(1, Iso4217.Table.Length - 1).Select(index => new Currency((ushort)index))];

    /// <summary>Gets the code of three upper-case letters.</summary>
    /// <example>"JPY"; "XXX" for no currency.</example>
    public string Code => Entry.Code;

    /// <summary>Gets the number of the currency in the same list, 1 to 999.</summary>
    /// <example>978 for EUR; 8 for ALL, printed 008 in the list.</example>
    public int NumericCode => Entry.Number;

    /// <summary>Gets the number of digits after the point in the smallest amount settled: 0, 2, 3 or 4.</summary>
    /// <example>EUR 2, JPY 0, KWD 3, CLF 4.</example>
    public int MinorDigits => Entry.Digits;

    /// <summary>Gets the English name of the list.</summary>
    /// <example>"Pound Sterling" for GBP, "Yen" for JPY.</example>
    public string Name => Entry.Name;

    private Iso4217.Entry Entry => Iso4217.Table[_index];

    /// <summary>Tells whether two currencies are the same.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when they are.</returns>
    /// <example>VED and VES are not, though one name serves both.</example>
    public static bool operator ==(Currency left, Currency right) => left._index == right._index;

    /// <summary>Tells whether two currencies differ.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when they do.</returns>
    /// <example>USD differs from USN, the dollar of the next day.</example>
    public static bool operator !=(Currency left, Currency right) => left._index != right._index;

    /// <summary>Finds the currency of a code.</summary>
    /// <param name="code">Three upper-case letters.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not on the active list, or has no minor unit.</exception>
    /// <example>"EUR" is found; "eur", "EURO", "HRK" (withdrawn) and "XAU" (gold) are refused.</example>
    public static Currency Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryOf(code, out var currency)
            ? currency
            : throw new ArgumentException(Refusal(code), nameof(code));
    }

    /// <summary>Finds the currency of a code, or tells that there is none.</summary>
    /// <param name="code">Three upper-case letters; null is no code.</param>
    /// <param name="currency">The currency, or no currency.</param>
    /// <returns>True when the code is on the active list and has a minor unit.</returns>
    /// <example>True for "CLF", false for "BGN" (withdrawn when 2026 began) and "XXX".</example>
    public static bool TryOf([NotNullWhen(true)] string? code, out Currency currency)
    {
        currency = new Currency(Iso4217.IndexOf(code));
        return currency != None;
    }

    /// <summary>Reads a currency from its text, the code.</summary>
    /// <param name="text">As for <see cref="Of"/>; also "XXX", so that the text of <see cref="ToString"/> can always be read.</param>
    /// <returns>The currency; no currency for "XXX".</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is neither.</exception>
    /// <example>"JPY" is read; " JPY" is refused.</example>
    public static Currency Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var currency) ? currency : throw new FormatException(Refusal(text));
    }

    /// <summary>Reads a currency from its text, or tells that there is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>; null is no code.</param>
    /// <param name="currency">The currency, or no currency.</param>
    /// <returns>True when the text is a code or "XXX".</returns>
    /// <example>True for "XXX", unlike <see cref="TryOf"/>.</example>
    public static bool TryParse([NotNullWhen(true)] string? text, out Currency currency) =>
        TryOf(text, out currency) || text == None.Code;

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">As for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Ignored: a code is the same in every culture.</param>
    static Currency IParsable<Currency>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string, out Currency)"/>
    static bool IParsable<Currency>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) => TryParse(s, out result);

    /// <summary>Tells whether another currency is the same.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when it is.</returns>
    /// <example>EUR equals EUR and nothing else.</example>
    public bool Equals(Currency other) => _index == other._index;

    /// <summary>Tells whether an object is the same currency.</summary>
    /// <param name="obj">Any object.</param>
    /// <returns>True when it is; the text of a code never is.</returns>
    /// <example>The text "EUR" does not equal the currency EUR.</example>
    public override bool Equals(object? obj) => obj is Currency other && Equals(other);

    /// <summary>Gives a hash code that equal currencies share.</summary>
    /// <returns>The hash code.</returns>
    /// <example>That of no currency is 0.</example>
    public override int GetHashCode() => _index;

    /// <summary>Writes the code.</summary>
    /// <returns>Three upper-case letters.</returns>
    /// <example>"EUR"; "XXX" for no currency.</example>
    public override string ToString() => Code;

    /// <summary>The text, for LINQPad, which looks for this name.</summary>
    internal object ToDump() => ToString();

    private static string Refusal(string code) => Iso4217.HasNoMinorUnit(code)
        ? $"'{code}' has no minor unit in ISO 4217: amounts in it cannot be settled."
        : $"'{code}' is not an active ISO 4217 currency code.";
}
