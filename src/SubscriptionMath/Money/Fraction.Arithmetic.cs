namespace SubscriptionMath;

/// <content>Exact arithmetic: common factors go before anything is multiplied.</content>
public readonly partial struct Fraction
{
    /// <summary>Adds two fractions exactly.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The sum in lowest terms.</returns>
    /// <exception cref="OverflowException">The sum, over the least common denominator, does not fit in 128 bits.</exception>
    /// <example>1/6 + 1/10 is 4/15; 1/2 + -1/2 is 0.</example>
    public static Fraction operator +(Fraction left, Fraction right)
    {
        var (a, b, c, d) = (left._numerator, left.Denominator, right._numerator, right.Denominator);
        if (b == d)
        {
            var over = checked(a + c);
            return b == 1 ? new Fraction(over, 1, true) : Reduced(over, b);
        }

        // Only a factor of gcd(b, d) can be common to the sum and the least common denominator.
        var common = Gcd((UInt128)b, (UInt128)d);
        if (common == 1)
        {
            return new Fraction(checked(Times(a, d) + Times(c, b)), Times(b, d), true);
        }

        var part = (Int128)common;
        var sum = checked(Times(a, Ratio(d, part)) + Times(c, Ratio(b, part)));
        var last = (Int128)Gcd(Magnitude(sum), common);
        return new Fraction(Ratio(sum, last), Times(Ratio(b, part), Ratio(d, last)), true);
    }

    /// <summary>Subtracts one fraction from another exactly.</summary>
    /// <param name="left">The one subtracted from.</param>
    /// <param name="right">The one subtracted.</param>
    /// <returns>The difference in lowest terms.</returns>
    /// <exception cref="OverflowException">The difference, over the least common denominator, does not fit in 128 bits.</exception>
    /// <example>1 - 15/31 is 16/31; 15/31 - 1 is -16/31.</example>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>Turns the sign of a fraction.</summary>
    /// <param name="value">Any fraction.</param>
    /// <returns>The fraction as far on the other side of zero.</returns>
    /// <exception cref="OverflowException">The numerator is the smallest 128-bit number.</exception>
    /// <example>-(3/2) is -3/2; -0 is 0.</example>
    public static Fraction operator -(Fraction value) =>
        new(checked(-value._numerator), value.Denominator, true);

    /// <summary>Multiplies two fractions exactly.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The product in lowest terms.</returns>
    /// <exception cref="OverflowException">The product in lowest terms does not fit in 128 bits.</exception>
    /// <example>499 * 1/30 is 499/30; -2/3 * 3/4 is -1/2.</example>
    public static Fraction operator *(Fraction left, Fraction right) =>
        Product(left._numerator, left.Denominator, right._numerator, right.Denominator);

    /// <summary>Divides one fraction by another exactly.</summary>
    /// <param name="left">The one divided.</param>
    /// <param name="right">The one divided by; not zero.</param>
    /// <returns>The quotient in lowest terms.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    /// <exception cref="OverflowException">The quotient in lowest terms does not fit in 128 bits.</exception>
    /// <example>1/2 / 3/4 is 2/3; 1/2 / -3 is -1/6.</example>
    public static Fraction operator /(Fraction left, Fraction right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException($"{left} cannot be divided by zero.");
        }

        return right._numerator > 0
            ? Product(left._numerator, left.Denominator, right.Denominator, right._numerator)
            : Product(left._numerator, left.Denominator, -right.Denominator, checked(-right._numerator));
    }

    /// <summary>Gives the distance from zero.</summary>
    /// <returns>The fraction without its sign.</returns>
    /// <exception cref="OverflowException">The numerator is the smallest 128-bit number.</exception>
    /// <example>The distance of -3/2 from zero is 3/2.</example>
    public Fraction Abs() => _numerator < 0 ? -this : this;

    // (a/b) * (c/d), b and d positive, both in lowest terms; so is the result.
    private static Fraction Product(Int128 a, Int128 b, Int128 c, Int128 d)
    {
        var first = (Int128)Gcd(Magnitude(a), (UInt128)d);
        var second = (Int128)Gcd(Magnitude(c), (UInt128)b);
        return new Fraction(
            Times(Ratio(a, first), Ratio(c, second)), Times(Ratio(b, second), Ratio(d, first)), true);
    }

    private static Fraction Reduced(Int128 numerator, Int128 denominator) =>
        FromMagnitudes(Magnitude(numerator), Magnitude(denominator), numerator < 0 != denominator < 0);

    private static Fraction FromMagnitudes(UInt128 numerator, UInt128 denominator, bool negative)
    {
        var common = Gcd(numerator, denominator);
        if (common != 1)
        {
            numerator /= common;
            denominator /= common;
        }

        var below = checked((Int128)denominator);
        return negative && numerator == Magnitude(Int128.MinValue)
            ? new Fraction(Int128.MinValue, below, true)
            : new Fraction(negative ? -checked((Int128)numerator) : checked((Int128)numerator), below, true);
    }
}
