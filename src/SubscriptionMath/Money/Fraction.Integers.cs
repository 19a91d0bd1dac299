using System.Numerics;

namespace SubscriptionMath;

/// <content>Products, quotients and common factors of integers, fast while they fit in 64 bits.</content>
public readonly partial struct Fraction
{
    private static UInt128 Magnitude(Int128 value) => unchecked((UInt128)(value < 0 ? -value : value));

    private static bool IsLong(Int128 value) => value >= long.MinValue && value <= long.MaxValue;

    // Two 64-bit factors always fit in 128 bits; only larger ones pay for the check.
    private static Int128 Times(Int128 left, Int128 right)
    {
        if (right == 1)
        {
            return left;
        }

        if (IsLong(left) && IsLong(right))
        {
            var high = unchecked(Math.BigMul((long)left, (long)right, out var low));
            return unchecked(new Int128((ulong)high, (ulong)low));
        }

        return checked(left * right);
    }

    private static Int128 Ratio(Int128 value, Int128 divisor) =>
        divisor == 1 ? value : Quotient(value, divisor, out _);

    private static Int128 Quotient(Int128 value, Int128 divisor, out Int128 remainder)
    {
        if (IsLong(value) && IsLong(divisor))
        {
            var (quotient, rest) = Math.DivRem(unchecked((long)value), unchecked((long)divisor));
            remainder = rest;
            return quotient;
        }

        var result = value / divisor;
        remainder = unchecked(value - (result * divisor));
        return result;
    }

    private static UInt128 Gcd(UInt128 left, UInt128 right)
    {
        while (left > ulong.MaxValue || right > ulong.MaxValue)
        {
            if (right == 0)
            {
                return left;
            }

            (left, right) = (right, left % right);
        }

        return Gcd(unchecked((ulong)left), unchecked((ulong)right));
    }

    // Binary algorithm: shifts and subtractions only.
    private static ulong Gcd(ulong left, ulong right)
    {
        if (left == 1 || right == 1)
        {
            return 1;
        }

        if (left == 0 || right == 0)
        {
            return left | right;
        }

        var shared = BitOperations.TrailingZeroCount(left | right);
        left >>= BitOperations.TrailingZeroCount(left);
        while (true)
        {
            right >>= BitOperations.TrailingZeroCount(right);
            if (left == right)
            {
                return left << shared;
            }

            if (left > right)
            {
                (left, right) = (right, left);
            }

            right -= left;
        }
    }

    private static UInt128 PowerOfTen(int exponent)
    {
        UInt128 power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
