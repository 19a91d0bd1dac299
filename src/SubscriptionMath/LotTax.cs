namespace SubscriptionMath;

/// <summary>The tax of a lot at its sale: its credit reverses this tax, whatever the rates by then.</summary>
public sealed record LotTax
{
    /// <summary>Gets the rate at the sale.</summary>
    public required TaxRate Rate { get; init => field = Require.NotNull(value, nameof(Rate)); }

    /// <summary>
    /// Gets the tax on the amount billed; zero or more. An included tax is part of that amount, any other stands beside it.
    /// </summary>
    /// <remarks>Units that left took their part of the tax along.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <example>EUR 200.00 billed at 25 %: EUR 50.00 beside it, EUR 40.00 if included.</example>
    public required Money Billed { get; init => field = Require.NotNegative(value, nameof(Billed)); }
}
