namespace SubscriptionMath;

/// <summary>The price of one unit of a plan or an add-on for one interval, as it is sold.</summary>
/// <remarks>
/// A price may be finer than the currency's minor unit (EUR 0.0005 per unit); only amounts that are settled are whole minor units.
/// Equality compares interval, amount and currency; 12 months and 1 year are the same interval.
/// </remarks>
/// <example><c>Price.Of(75m, "EUR", BillingInterval.Month)</c> is EUR 75.00 for each month.</example>
public sealed record Price
{
    /// <summary>The most decimals that a price may have.</summary>
    public const int MostDecimals = 12;

    /// <summary>Gets the amount for one unit and one interval, in major units; zero or more, with at most 12 decimals; zeros after them do not count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
    public required decimal Amount
    {
        get;
        init => field = decimal.Round(Require.NotNegative(value, nameof(Amount)), MostDecimals, MidpointRounding.ToZero) == value
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Amount), value, $"A price has at most {MostDecimals} decimals.");
    }

    /// <summary>Gets the currency of the amount.</summary>
    /// <exception cref="ArgumentException">The currency is "no currency", the default value.</exception>
    public required Currency Currency
    {
        get;
        init => field = value != default ? value : throw new ArgumentException("A price needs a currency.", nameof(Currency));
    }

    /// <summary>Gets how long one such price lasts.</summary>
    public required BillingInterval Every { get; init; }

    /// <summary>Makes a price.</summary>
    /// <param name="amount">The amount for one unit and one interval, in major units.</param>
    /// <param name="currency">The ISO 4217 code of the currency.</param>
    /// <param name="every">How long one such price lasts.</param>
    /// <exception cref="ArgumentException">The amount is negative or too fine, or the currency is unknown.</exception>
    public static Price Of(decimal amount, string currency, BillingInterval every) =>
        new() { Amount = amount, Currency = Currency.Of(currency), Every = every };

    /// <summary>Gets whether nothing is charged.</summary>
    internal bool IsFree => Amount == 0m;

    /// <summary>The exact amount for one unit, in minor units.</summary>
    internal Fraction Exact => MinorUnits.Of(Amount, Currency);

    /// <summary>Prints the price as people write it: "EUR 75.00 per month".</summary>
    public override string ToString() => $"{MinorUnits.Print(Amount, Currency)} per {Every}";
}
