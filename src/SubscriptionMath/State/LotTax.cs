namespace SubscriptionMath;

/// <summary>The tax that a lot was sold with: its credit reverses this, whatever the rates are by then.</summary>
public sealed record LotTax
{
    /// <summary>Gets the rate that it was sold at.</summary>
    public required TaxRate Rate { get; init => field = Require.NotNull(value, nameof(Rate)); }

    /// <summary>Gets the tax on what was billed; part of it where the price contains the tax, else beside it. Zero or more.</summary>
    /// <remarks>Units that left took their part of it with them.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <example>EUR 200.00 billed at 25 %: EUR 50.00 beside it, EUR 40.00 where it is included.</example>
    public required Money Billed { get; init => field = Require.NotNegative(value, nameof(Billed)); }
}
