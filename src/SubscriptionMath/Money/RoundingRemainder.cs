using System.Numerics;

namespace SubscriptionMath;

/// <summary>The difference between an exact amount and its rounding, in minor units.</summary>
internal static class RoundingRemainder
{
    private const long Parts = 1_000_000_000;

    /// <summary>Gives a remainder in lowest terms; a finer one is raised to a billionth of a minor unit, in the vendor's favor.</summary>
    /// <param name="exact">The remainder, in minor units.</param>
    internal static Fraction Kept(Fraction exact)
    {
        if (exact.Denominator <= Parts)
        {
            return exact;
        }

        var (whole, rest) = BigInteger.DivRem((BigInteger)exact.Numerator * Parts, (BigInteger)exact.Denominator);
        return new Fraction((Int128)(rest.Sign > 0 ? whole + 1 : whole), Parts);
    }

    /// <summary>Gives the whole minor units in a remainder, cut towards zero to whole steps.</summary>
    internal static long Whole(Fraction remainder, long step = 1)
    {
        var units = (long)remainder.Round(RoundingMode.TowardZero);
        return units - (units % step);
    }
}
