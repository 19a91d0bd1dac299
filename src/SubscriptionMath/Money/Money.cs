using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>An amount that can be settled: a whole number of minor units of one currency.</summary>
/// <remarks>
/// <para>Negative amounts are amounts in the other direction, such as credits. The default value is zero of no
/// currency, the only amount without a currency. Equality means the same number of units of the same
/// currency, so EUR 0.00 does not equal JPY 0; amounts are ordered within one currency only.</para>
/// <para>Arithmetic is exact. An amount that does not fit in 64 bits of minor units is an <see cref="OverflowException"/>. A value that may
/// be finer than the minor unit is a <see cref="Fraction"/> (see <see cref="Exact"/>), and only <see cref="Round"/>, with a named rule,
/// leads back.</para>
/// <para>JSON is the text of <see cref="ToString()"/>: <c>"EUR 75.00"</c>.</para>
/// </remarks>
/// <example><c>Money.Of(75m, "EUR")</c> is 7500 cents; <c>Money.Of(403m, "JPY")</c> is 403 yen.</example>
[JsonConverter(typeof(TextConverter<Money>))]
public readonly partial record struct Money : IComparable<Money>, IComparable, ISpanFormattable, IParsable<Money>
{
    private Money(long minor, Currency currency)
    {
        Minor = minor;
        Currency = currency;
    }

    /// <summary>Gets the number of minor units; negative for an amount in the other direction.</summary>
    /// <example>EUR -0.44 has -44, JPY 403 has 403, KWD 1.005 has 1005.</example>
    public long Minor { get; }

    /// <summary>Gets the currency.</summary>
    /// <example><see cref="Currency.None"/> for the default value.</example>
    public Currency Currency { get; }

    /// <summary>Gets the amount in major units, exactly, with all the digits of the currency.</summary>
    /// <example>-0.44 for EUR -0.44, 75.00 for EUR 75.00, 403 for JPY 403.</example>
    public decimal Amount
    {
        get
        {
            var magnitude = Minor < 0 ? unchecked(0UL - (ulong)Minor) : (ulong)Minor;
            return unchecked(
                new decimal((int)magnitude, (int)(magnitude >> 32), 0, Minor < 0, (byte)Currency.MinorDigits));
        }
    }

    /// <summary>Gets the number of minor units as a fraction, to be multiplied and divided without loss.</summary>
    /// <example>EUR 4.99 times 1/30 is <c>money.Exact * new Fraction(1, 30)</c>: 499/30 cents.</example>
    public Fraction Exact => Fraction.Of(Minor);

    /// <summary>Gets whether the amount is zero, in whatever currency.</summary>
    /// <example>True for JPY 0.</example>
    public bool IsZero => Minor == 0;

    /// <summary>Gets whether the amount is above zero.</summary>
    /// <example>False for EUR 0.00.</example>
    public bool IsPositive => Minor > 0;

    /// <summary>Gets whether the amount is below zero.</summary>
    /// <example>True for EUR -0.44.</example>
    public bool IsNegative => Minor < 0;

    /// <summary>Gives the amount without its sign.</summary>
    /// <returns>The amount's distance from zero.</returns>
    /// <exception cref="OverflowException">The amount is the smallest 64-bit number of minor units.</exception>
    /// <example>EUR 0.44 for EUR -0.44.</example>
    public Money Abs() => Minor < 0 ? -this : this;
}
