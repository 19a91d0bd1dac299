namespace SubscriptionMath;

/// <summary>The tax of a line.</summary>
/// <example>193.33 at 25 %: exact -4833.33... minor units on a purchase of 193.333..., EUR -48.33.</example>
public sealed record LineTax
{
    /// <summary>Gets the rate: that of this sale, or, for a credit, that of the earlier sale.</summary>
    public required TaxRate Rate { get; init => field = Require.NotNull(value, nameof(Rate)); }

    /// <summary>Gets the exact tax in minor units, before any rounding; positive when the customer gets it back.</summary>
    public required Fraction Exact { get; init; }

    /// <summary>Gets the tax, rounded as the policy says; positive when the customer gets it back.</summary>
    public required Money Amount { get; init; }

    /// <summary>The tax on a sale now, not rounded yet.</summary>
    internal static LineTax? On(Fraction amount, TaxRate? rate, Currency currency) => rate is null
        ? null
        : new LineTax { Rate = rate, Exact = rate.Of(amount), Amount = Money.Zero(currency) };
}
