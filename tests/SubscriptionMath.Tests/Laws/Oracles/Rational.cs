using System.Globalization;
using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>A ratio of unbounded integers that is never reduced: dumb, and never out of range.</summary>
internal readonly record struct Rational(BigInteger Top, BigInteger Bottom)
{
    internal static Rational Zero { get; } = new(0, 1);

    internal static Rational Of(BigInteger value) => new(value, 1);

    /// <summary>A price in major units as minor units, read from its digits.</summary>
    internal static Rational OfPrice(decimal major, int minorDigits)
    {
        var parts = major.ToString(CultureInfo.InvariantCulture).Split('.');
        var after = parts.Length > 1 ? parts[1] : "";
        return new(
            BigInteger.Parse(parts[0] + after, CultureInfo.InvariantCulture) * BigInteger.Pow(10, minorDigits), BigInteger.Pow(10, after.Length));
    }

    internal Rational Times(BigInteger factor) => new(Top * factor, Bottom);

    internal Rational Times(BigInteger top, BigInteger bottom) => top == 0 ? Zero : new(Top * top, Bottom * bottom);

    internal Rational Plus(Rational other) => new((Top * other.Bottom) + (other.Top * Bottom), Bottom * other.Bottom);

    internal Rational Negated() => new(-Top, Bottom);

    internal Rational Minus(Rational other) => Plus(other.Negated());

    internal bool IsAtLeast(Rational other) => Top * other.Bottom >= other.Top * Bottom;

    internal bool Is(Fraction value) => Top * (BigInteger)value.Denominator == (BigInteger)value.Numerator * Bottom;

    /// <summary>Rounds by the definition of each rule: the two whole numbers around the value, and which of them it is.</summary>
    internal BigInteger Rounded(RoundingMode mode)
    {
        var below = BigInteger.Divide(Top - (((Top % Bottom) + Bottom) % Bottom), Bottom);
        if (below * Bottom == Top)
            return below;

        var (above, twice) = (below + 1, 2 * (Top - (below * Bottom)));
        var nearest = twice == Bottom ? (BigInteger?)null : twice < Bottom ? below : above;
        var (inward, outward) = Top > 0 ? (below, above) : (above, below);
        return mode switch
        {
            RoundingMode.Floor => below,
            RoundingMode.Ceiling => above,
            RoundingMode.TowardZero => inward,
            RoundingMode.AwayFromZero => outward,
            RoundingMode.HalfTowardZero => nearest ?? inward,
            RoundingMode.HalfEven => nearest ?? (below.IsEven ? below : above),
            _ => nearest ?? outward,
        };
    }
}
