using System.Globalization;

namespace SubscriptionMath;

/// <content>Ways to make an amount.</content>
public readonly partial record struct Money
{
    /// <summary>Makes an amount from its number of minor units.</summary>
    /// <param name="minor">Cents, yen, fils; may be negative.</param>
    /// <param name="currency">The currency; without one only zero can be made.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="minor"/> is not zero and there is no currency.</exception>
    /// <example>7500 of EUR is EUR 75.00; 7500 of JPY is JPY 7500; 7500 of KWD is KWD 7.500.</example>
    public static Money OfMinor(long minor, Currency currency) => minor == 0 || currency != Currency.None
        ? new Money(minor, currency)
        : throw new ArgumentException($"{Text(minor)} minor units need a currency, not XXX.", nameof(currency));

    /// <summary>Makes an amount from its number of minor units and a currency code.</summary>
    /// <param name="minor">Cents, yen, fils; may be negative.</param>
    /// <param name="currency">The code, as for <see cref="Currency.Of"/>.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not an active code.</exception>
    /// <example>-44 of "EUR" is EUR -0.44.</example>
    public static Money OfMinor(long minor, string currency) => OfMinor(minor, Currency.Of(currency));

    /// <summary>Makes an amount from major units, exactly or not at all.</summary>
    /// <param name="amount">Euros, yen, dinars; may be negative. Trailing zeros make no difference.</param>
    /// <param name="currency">The currency; without one only zero can be made.</param>
    /// <returns>The amount; nothing is rounded.</returns>
    /// <exception cref="ArgumentException"><paramref name="amount"/> is finer than the minor unit, or is not zero
    /// and there is no currency.</exception>
    /// <exception cref="OverflowException">The number of minor units does not fit in 64 bits.</exception>
    /// <example>75.00 of EUR is EUR 75.00 and 1.005 of KWD is KWD 1.005, but 75.005 of EUR is refused, and 0.5 of JPY.</example>
    public static Money Of(decimal amount, Currency currency)
    {
        var units = MinorUnits(amount, currency);
        return units.IsInteger
            ? OfMinor(checked((long)units.Numerator), currency)
            : throw new ArgumentException(
                $"{amount.ToString(CultureInfo.InvariantCulture)} is finer than the minor unit of {currency}"
                + $" ({Digits(currency)} after the point); name a rounding mode to round it.",
                nameof(amount));
    }

    /// <summary>Makes an amount from major units and a currency code, exactly or not at all.</summary>
    /// <param name="amount">Euros, yen, dinars; may be negative. Trailing zeros make no difference.</param>
    /// <param name="currency">The code, as for <see cref="Currency.Of"/>.</param>
    /// <returns>The amount; nothing is rounded.</returns>
    /// <exception cref="ArgumentException"><paramref name="amount"/> is finer than the minor unit, or
    /// <paramref name="currency"/> is not an active code.</exception>
    /// <exception cref="OverflowException">The number of minor units does not fit in 64 bits.</exception>
    /// <example>75 of "EUR" is EUR 75.00; 0.5 of "JPY" is refused.</example>
    public static Money Of(decimal amount, string currency) => Of(amount, Currency.Of(currency));

    /// <summary>Makes an amount from major units, rounded to the minor unit under a named rule.</summary>
    /// <param name="amount">Euros, yen, dinars; may be negative.</param>
    /// <param name="currency">The currency; without one only zero can be made.</param>
    /// <param name="mode">The rule for the part finer than the minor unit.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException">The rounded amount is not zero and there is no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not one of the named rules.</exception>
    /// <exception cref="OverflowException">The number of minor units does not fit in 64 bits.</exception>
    /// <example>75.005 of EUR is EUR 75.01 under <see cref="RoundingMode.HalfAwayFromZero"/> and EUR 75.00 under
    /// <see cref="RoundingMode.HalfEven"/>; -75.005 is EUR -75.01 under <see cref="RoundingMode.Floor"/>.</example>
    public static Money Of(decimal amount, Currency currency, RoundingMode mode) =>
        Round(MinorUnits(amount, currency), currency, mode);

    /// <summary>Makes an amount from major units and a currency code, rounded under a named rule.</summary>
    /// <param name="amount">Euros, yen, dinars; may be negative.</param>
    /// <param name="currency">The code, as for <see cref="Currency.Of"/>.</param>
    /// <param name="mode">The rule for the part finer than the minor unit.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not an active code.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not one of the named rules.</exception>
    /// <exception cref="OverflowException">The number of minor units does not fit in 64 bits.</exception>
    /// <example>402.5 of "JPY" is JPY 403 under <see cref="RoundingMode.HalfAwayFromZero"/>.</example>
    public static Money Of(decimal amount, string currency, RoundingMode mode) =>
        Of(amount, Currency.Of(currency), mode);

    /// <summary>Makes the zero of a currency.</summary>
    /// <param name="currency">Any currency, or none.</param>
    /// <returns>No units of it.</returns>
    /// <example>Zero of KWD prints "KWD 0.000".</example>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Rounds an exact number of minor units to an amount that can be settled.</summary>
    /// <param name="minorUnits">Minor units, not major ones: 499/30 is sixteen cents and some.</param>
    /// <param name="currency">The currency; without one only zero can be made.</param>
    /// <param name="mode">The rule for the part of a minor unit.</param>
    /// <returns>The amount, within one minor unit of the exact value; half a unit under the three "half" rules.</returns>
    /// <exception cref="ArgumentException">The rounded amount is not zero and there is no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not one of the named rules.</exception>
    /// <exception cref="OverflowException">The number of minor units does not fit in 64 bits.</exception>
    /// <example>499/30 cents of EUR, a thirtieth of EUR 4.99, is EUR 0.17 under
    /// <see cref="RoundingMode.HalfEven"/>; -499/30 is EUR -0.17; 5/2 yen is JPY 2.</example>
    public static Money Round(Fraction minorUnits, Currency currency, RoundingMode mode) =>
        OfMinor(checked((long)minorUnits.Round(mode)), currency);

    private static Fraction MinorUnits(decimal amount, Currency currency) =>
        Fraction.Of(amount) * Fraction.Of(UnitsPerMajor(currency));

    private static long UnitsPerMajor(Currency currency) => currency.MinorDigits switch
    {
        0 => 1,
        2 => 100,
        3 => 1_000,
        _ => 10_000,
    };

    private static string Digits(Currency currency) => currency.MinorDigits switch
    {
        0 => "no digits",
        var digits => $"{Text(digits)} digits",
    };
}
