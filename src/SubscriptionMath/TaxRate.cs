using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>A rate of tax on a sale, supplied by the caller: the library looks none up.</summary>
/// <remarks>
/// For several taxes on one sale (a state's and a county's), give their sum as one rate. A rate of zero is a rate: its lines say that they
/// were taxed at 0 %.
/// </remarks>
/// <example>VAT at 25 % on EUR 200.00 is EUR 50.00 beside it; included, EUR 40.00 of the EUR 200.00 are tax.</example>
public sealed record TaxRate
{
    /// <summary>Gets the name that a customer reads ("VAT"); not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.Text(value, nameof(Name)); }

    /// <summary>Gets the rate in percent of the price without tax; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    /// <example>8.875 for sales tax in New York City.</example>
    public required decimal Percent { get; init => field = Require.NotNegative(value, nameof(Percent)); }

    /// <summary>Gets whether prices contain the tax; else it comes on top of them.</summary>
    public bool Included { get; init; }

    /// <summary>The tax per unit of the amount without tax.</summary>
    [JsonIgnore]
    internal Fraction Fraction => Fraction.Of(Percent) / Fraction.Of(100);

    /// <summary>The exact tax on, or in, an amount from prices.</summary>
    internal Fraction Of(Fraction amount) => Included ? InGross(amount) : amount * Fraction;

    /// <summary>The exact tax in an amount that contains it.</summary>
    internal Fraction InGross(Fraction gross) => gross * Fraction / (Fraction.One + Fraction);

    /// <summary>The exact amount to pay for an amount from prices.</summary>
    internal Fraction GrossOf(Fraction amount) => Included ? amount : amount + (amount * Fraction);

    /// <summary>Prints the tax in words: "VAT 25 %".</summary>
    public override string ToString() =>
        Name + " " + (Percent / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture) + " %";
}
