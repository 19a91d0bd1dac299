namespace SubscriptionMath;

/// <summary>The argument checks of amounts, beside those of <see cref="Require"/>.</summary>
internal static class RequireMoney
{
    extension(Require)
    {
        internal static Money NotNegative(Money value, string name) => !value.IsNegative
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must not be negative.");
    }
}
