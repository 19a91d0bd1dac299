namespace SubscriptionMath;

/// <content>Arithmetic and ordering within one currency.</content>
public readonly partial record struct Money
{
    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ; nothing is ever converted.</exception>
    /// <exception cref="OverflowException">The sum does not fit in 64 bits of minor units.</exception>
    /// <example>EUR 75.00 + EUR -75.44 is EUR -0.44; EUR 75.00 + JPY 0 is refused.</example>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? new Money(checked(left.Minor + right.Minor), left.Currency)
        : throw Mixed("add", left, right);

    /// <summary>Subtracts one amount from another of the same currency.</summary>
    /// <param name="left">The one subtracted from.</param>
    /// <param name="right">The one subtracted.</param>
    /// <returns>The difference; negative when the second is larger.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ; nothing is ever converted.</exception>
    /// <exception cref="OverflowException">The difference does not fit in 64 bits of minor units.</exception>
    /// <example>JPY 403 - JPY 500 is JPY -97.</example>
    public static Money operator -(Money left, Money right) => left.Currency == right.Currency
        ? new Money(checked(left.Minor - right.Minor), left.Currency)
        : throw Mixed("subtract", left, right);

    /// <summary>Turns the sign of an amount.</summary>
    /// <param name="value">Any amount.</param>
    /// <returns>The same number of units in the other direction.</returns>
    /// <exception cref="OverflowException">The amount is the smallest 64-bit number of minor units.</exception>
    /// <example>EUR -0.44 for EUR 0.44; EUR 0.00 stays what it is.</example>
    public static Money operator -(Money value) => new(checked(-value.Minor), value.Currency);

    /// <summary>Takes an amount a whole number of times.</summary>
    /// <param name="value">Any amount.</param>
    /// <param name="times">The factor; may be negative.</param>
    /// <returns>The product; for any other factor see <see cref="Exact"/> and <see cref="Round"/>.</returns>
    /// <exception cref="OverflowException">The product does not fit in 64 bits of minor units.</exception>
    /// <example>EUR 4.99 * 12 is EUR 59.88; EUR 4.99 * -1 is EUR -4.99.</example>
    public static Money operator *(Money value, long times) => new(checked(value.Minor * times), value.Currency);

    /// <inheritdoc cref="op_Multiply(Money, long)"/>
    public static Money operator *(long times, Money value) => value * times;

    /// <summary>Tells whether the first amount is below the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, of the same currency.</param>
    /// <returns>True when it is; false when they are equal.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <example>EUR -0.44 is below EUR 0.00.</example>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether the first amount is above the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, of the same currency.</param>
    /// <returns>True when it is; false when they are equal.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <example>JPY 403 is above JPY -500.</example>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether the first amount is at most the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, of the same currency.</param>
    /// <returns>True when it is; also when they are equal.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <example>EUR 0.00 is at most EUR 0.00.</example>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether the first amount is at least the second.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, of the same currency.</param>
    /// <returns>True when it is; also when they are equal.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <example>EUR -0.44 is at least EUR -0.44.</example>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Compares with a boxed value, as F# does for its own operators and sorts.</summary>
    int IComparable.CompareTo(object? obj) => obj is null ? 1 : CompareTo(Require.Is<Money>(obj, nameof(obj)));

    /// <summary>Orders this amount and another of the same currency.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Below, at or above 0 when this amount is below, at or above the other.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, even when both amounts are zero.</exception>
    /// <example>EUR -75.00 comes before EUR -0.44.</example>
    public int CompareTo(Money other) => Currency == other.Currency
        ? Minor.CompareTo(other.Minor)
        : throw Mixed("compare", this, other);

    private static InvalidOperationException Mixed(string verb, Money left, Money right) =>
        new($"Cannot {verb} {left} and {right}: the currencies differ.");
}
