using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>An exact ratio of two whole numbers, always in lowest terms.</summary>
/// <remarks>
/// <para>Numerator and denominator are 128-bit; the denominator is positive, so the sign is the numerator's. The default value is zero.
/// Equality is equality of value: 2/4 and 1/2 are the same fraction. Ordering is by value.</para>
/// <para>Nothing is ever rounded except by <see cref="Round"/> and <see cref="Floor"/>. A result that does not fit
/// is an <see cref="OverflowException"/>, never a wrong number.</para>
/// <para>JSON is the text of <see cref="ToString()"/>: <c>"15/31"</c>.</para>
/// </remarks>
/// <example><c>new Fraction(-6, 4)</c> is -3/2; <c>new Fraction(6, -4)</c> is the same.</example>
[JsonConverter(typeof(TextConverter<Fraction>))]
public readonly partial struct Fraction :
    IEquatable<Fraction>, IComparable<Fraction>, IComparable, ISpanFormattable, IParsable<Fraction>
{
    private readonly Int128 _numerator;
    private readonly Int128 _denominatorMinusOne;

    /// <summary>Makes the ratio of two whole numbers.</summary>
    /// <param name="numerator">The number divided; may be negative.</param>
    /// <param name="denominator">The number divided by; may be negative but not zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is zero.</exception>
    /// <exception cref="OverflowException">In lowest terms the ratio still does not fit in 128 bits.</exception>
    /// <example><c>new Fraction(30, 31)</c> is 30/31; <c>new Fraction(0, -7)</c> is 0.</example>
    public Fraction(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(denominator), "0", $"The denominator of {Text(numerator)}/0 must not be zero.");
        }

        this = Reduced(numerator, denominator);
    }

    // Trusts its caller: lowest terms, positive denominator.
    private Fraction(Int128 numerator, Int128 denominator, bool _)
    {
        _numerator = numerator;
        _denominatorMinusOne = unchecked(denominator - 1);
    }

    /// <summary>Gets 0.</summary>
    /// <example><c>Fraction.Zero == default(Fraction)</c>.</example>
    public static Fraction Zero => default;

    /// <summary>Gets 1.</summary>
    /// <example><c>Fraction.One - new Fraction(1, 31)</c> is 30/31.</example>
    public static Fraction One => new(1, 1, true);

    /// <summary>Gets the number above the line; it carries the sign.</summary>
    /// <example>-3 for <c>new Fraction(6, -4)</c>.</example>
    public Int128 Numerator => _numerator;

    /// <summary>Gets the number below the line: at least 1, and without a factor in common with the numerator.</summary>
    /// <example>2 for <c>new Fraction(6, -4)</c>; 1 for zero.</example>
    public Int128 Denominator => unchecked(_denominatorMinusOne + 1);

    /// <summary>Gets whether the value is zero.</summary>
    /// <example>True for <c>new Fraction(0, 31)</c>.</example>
    public bool IsZero => _numerator == 0;

    /// <summary>Gets whether the value is a whole number.</summary>
    /// <example>True for <c>new Fraction(62, 31)</c>, which is 2.</example>
    public bool IsInteger => _denominatorMinusOne == 0;

    /// <summary>Gets the sign of the value: -1, 0 or 1.</summary>
    /// <example>-1 for <c>new Fraction(1, -3)</c>.</example>
    public int Sign => Int128.Sign(_numerator);

    /// <summary>Makes the fraction that equals a whole number.</summary>
    /// <param name="value">Any whole number.</param>
    /// <returns>The number over 1.</returns>
    /// <example><c>Fraction.Of(-5)</c> prints "-5".</example>
    public static Fraction Of(long value) => new(value, 1, true);

    /// <summary>Makes the fraction that equals a decimal number exactly.</summary>
    /// <param name="value">Any decimal number; trailing zeros make no difference.</param>
    /// <returns>The same value; nothing is rounded, and every decimal fits.</returns>
    /// <example><c>Fraction.Of(0.0005m)</c> is 1/2000; <c>Fraction.Of(-1.50m)</c> is -3/2.</example>
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        unchecked
        {
            var magnitude = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
            var scale = (bits[3] >> 16) & 0xFF;
            return FromMagnitudes(magnitude, PowerOfTen(scale), bits[3] < 0);
        }
    }

    /// <summary>Finds the nearest whole number under a named rule.</summary>
    /// <param name="mode">The rule for the part after the point.</param>
    /// <returns>The whole number; the value itself when it is whole.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not one of the named rules.</exception>
    /// <example>499/30 is 16.63…, so 17 under <see cref="RoundingMode.HalfEven"/>; -5/2 is -3 under
    /// <see cref="RoundingMode.HalfAwayFromZero"/> and -2 under <see cref="RoundingMode.HalfEven"/>.</example>
    public Int128 Round(RoundingMode mode)
    {
        var denominator = Denominator;
        var quotient = Quotient(_numerator, denominator, out var remainder);
        var left = unchecked(remainder < 0 ? -remainder : remainder);

        // Compares the part after the point with a half, without doubling anything.
        var half = left.CompareTo(unchecked(denominator - left));
        var negative = _numerator < 0;
        var away = mode.GoesAway(left != 0, half, Int128.IsOddInteger(quotient), negative);

        // When a remainder exists the quotient is at most half the range: one step cannot overflow.
        return away ? unchecked(negative ? quotient - 1 : quotient + 1) : quotient;
    }

    /// <summary>Finds the largest whole number that is not above the value.</summary>
    /// <returns>The whole number; for a negative value it lies further from zero.</returns>
    /// <example>The floor of 7/2 is 3, that of -7/2 is -4.</example>
    public Int128 Floor()
    {
        var quotient = Quotient(_numerator, Denominator, out var remainder);
        return unchecked(remainder < 0 ? quotient - 1 : quotient);
    }
}
