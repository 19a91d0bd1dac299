namespace SubscriptionMath.Benchmarks;

/// <summary>The sum as it is written by hand: amount x left / whole, rounded half away from zero.</summary>
internal static class ByHand
{
    internal static long Int128(long minor, long left, long whole)
    {
        var (quotient, remainder) = System.Int128.DivRem((System.Int128)minor * left, whole);
        return (long)(remainder * 2 >= whole ? quotient + 1 : quotient);
    }

    internal static decimal Decimal(decimal amount, long left, long whole) =>
        decimal.Round(amount * left / whole, 2, MidpointRounding.AwayFromZero);
}
