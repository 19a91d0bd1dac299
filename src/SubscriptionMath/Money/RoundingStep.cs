namespace SubscriptionMath;

/// <summary>The one decision of every rounding: whether a cut number goes on to the next one away from zero.</summary>
internal static class RoundingStep
{
    /// <summary>Tells whether a number cut towards zero goes one further from zero.</summary>
    /// <param name="mode">The rule.</param>
    /// <param name="isCut">Whether there is a part after the point.</param>
    /// <param name="half">That part compared with a half: below, at or above zero.</param>
    /// <param name="isOdd">Whether the cut number is odd.</param>
    /// <param name="isNegative">Whether the value is negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mode is not one of the named rules.</exception>
    internal static bool GoesAway(this RoundingMode mode, bool isCut, int half, bool isOdd, bool isNegative) => mode switch
    {
        RoundingMode.HalfAwayFromZero => half >= 0,
        RoundingMode.HalfEven => half > 0 || (half == 0 && isOdd),
        RoundingMode.HalfTowardZero => half > 0,
        RoundingMode.TowardZero => false,
        RoundingMode.AwayFromZero => isCut,
        RoundingMode.Floor => isNegative && isCut,
        RoundingMode.Ceiling => !isNegative && isCut,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, $"{(int)mode} is not a rounding mode."),
    };
}
