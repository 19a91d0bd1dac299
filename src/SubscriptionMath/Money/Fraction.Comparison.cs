namespace SubscriptionMath;

/// <content>Equality and ordering by value.</content>
public readonly partial struct Fraction
{
    /// <summary>Tells whether two fractions have the same value.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when they do.</returns>
    /// <example><c>new Fraction(2, 4) == new Fraction(-1, -2)</c>.</example>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Tells whether two fractions have different values.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when they do.</returns>
    /// <example>1/3 and 333/1000 differ.</example>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Tells whether the first value is below the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it is; false when they are equal.</returns>
    /// <example>-1/2 is below -1/3.</example>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the first value is above the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it is; false when they are equal.</returns>
    /// <example>15/29 is above 15/31.</example>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the first value is at most the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it is; also when they are equal.</returns>
    /// <example>2/4 is at most 1/2.</example>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the first value is at least the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it is; also when they are equal.</returns>
    /// <example>0 is at least -1/31.</example>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>Picks the smaller of two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The one further left on the number line.</returns>
    /// <example>The smaller of -1/2 and 1/3 is -1/2.</example>
    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    /// <summary>Picks the larger of two fractions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The one further right on the number line.</returns>
    /// <example>The larger of -1/2 and 1/3 is 1/3.</example>
    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    /// <summary>Compares with a boxed value, as F# does for its own operators and sorts.</summary>
    int IComparable.CompareTo(object? obj) => obj is null ? 1 : CompareTo(Require.Is<Fraction>(obj, nameof(obj)));

    /// <summary>Orders this fraction and another by value.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Below, at or above 0 when this value is below, at or above the other. Never overflows.</returns>
    /// <example>15/31 comes before 1/2.</example>
    public int CompareTo(Fraction other)
    {
        var (a, b, c, d) = (_numerator, Denominator, other._numerator, other.Denominator);
        if (b == d)
        {
            return a.CompareTo(c);
        }

        if (IsLong(a) && IsLong(b) && IsLong(c) && IsLong(d))
        {
            return Times(a, d).CompareTo(Times(c, b));
        }

        return CompareByParts(a, b, c, d);
    }

    /// <summary>Tells whether another fraction has the same value.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when it has.</returns>
    /// <example><c>default(Fraction)</c> equals <c>new Fraction(0, 31)</c>.</example>
    public bool Equals(Fraction other) =>
        _numerator == other._numerator && _denominatorMinusOne == other._denominatorMinusOne;

    /// <summary>Tells whether an object is a fraction of the same value.</summary>
    /// <param name="obj">Any object.</param>
    /// <returns>True when it is; a number that is not a <see cref="Fraction"/> never is.</returns>
    /// <example>The object 1 does not equal <see cref="One"/>.</example>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <summary>Gives a hash code that equal fractions share.</summary>
    /// <returns>The hash code; not the same from one run to the next.</returns>
    /// <example>2/4 and 1/2 have the same.</example>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorMinusOne);

    // Compares whole parts; while they agree, compares what is left, upside down. Nothing is multiplied up.
    private static int CompareByParts(Int128 a, Int128 b, Int128 c, Int128 d)
    {
        while (true)
        {
            var (first, second) = (Floored(a, b, out var aLeft), Floored(c, d, out var cLeft));
            if (first != second || aLeft == 0 || cLeft == 0)
            {
                return first != second ? first.CompareTo(second) : aLeft.CompareTo(cLeft);
            }

            (a, b, c, d) = (d, cLeft, b, aLeft);
        }
    }

    private static Int128 Floored(Int128 value, Int128 divisor, out Int128 remainder)
    {
        var quotient = Quotient(value, divisor, out remainder);
        if (remainder >= 0)
        {
            return quotient;
        }

        remainder += divisor;
        return unchecked(quotient - 1);
    }
}
