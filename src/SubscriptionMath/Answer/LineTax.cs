namespace SubscriptionMath;

/// <summary>The tax of a line.</summary>
/// <example>193.33 at 25 %: exact -4833.33... minor units where 193.333... are bought, EUR -48.33.</example>
public sealed record LineTax
{
    /// <summary>Gets the rate: that of the sale, or, where something is given back, the one that it was sold at.</summary>
    public required TaxRate Rate { get; init => field = Require.NotNull(value, nameof(Rate)); }

    /// <summary>Gets the exact tax in minor units, before any rounding; positive when the customer brings it: it is given back.</summary>
    public required Fraction Exact { get; init; }

    /// <summary>Gets the tax, rounded as the policy says; positive when the customer brings it.</summary>
    public required Money Amount { get; init; }

    /// <summary>The tax on something that is sold now, not rounded yet.</summary>
    internal static LineTax? On(Fraction amount, TaxRate? rate, Currency currency) => rate is null
        ? null
        : new LineTax { Rate = rate, Exact = rate.Of(amount), Amount = Money.Zero(currency) };
}
