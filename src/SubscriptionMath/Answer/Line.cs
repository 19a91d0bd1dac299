using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What a line of a quote is about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LineKind>))]
public enum LineKind
{
    /// <summary>Unused time of something that ends or falls in number.</summary>
    Unused,

    /// <summary>What is given back beyond the unused value of something that ends or falls in number: its used time, or more than was billed.</summary>
    Conceded,

    /// <summary>The price of something bought or raised in number.</summary>
    NewPrice,

    /// <summary>Time that a surplus bought.</summary>
    TimeBought,

    /// <summary>Used time of something that is charged in arrears.</summary>
    Used,

    /// <summary>The set-up fee of something that is bought.</summary>
    SetUp,

    /// <summary>What the vendor keeps of the unused value, by the policy: a percentage, the discount for what was used; negative.</summary>
    Retained,

    /// <summary>What is owed of a contract that is left before its end.</summary>
    EarlyEnd,
}

/// <summary>On what the amount of a line is reckoned.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LineBasis>))]
public enum LineBasis
{
    /// <summary>On the price: price x quantity x share.</summary>
    Price,

    /// <summary>On the price of all its units together, where they do not all cost the same: that amount x share.</summary>
    AllUnits,

    /// <summary>On what was paid for it in money: that amount x share.</summary>
    PaidInMoney,

    /// <summary>On what was billed for it: that amount x share.</summary>
    Billed,

    /// <summary>It is all that was billed and not yet credited; price x quantity x share would be more.</summary>
    LeftOfBilled,
}

/// <summary>The figures behind an entry: so much of such a price is so much.</summary>
/// <example>
/// 15 of 30 days of one Standard at 75.00, from 16 April to 1 May: exact 3750 minor units, EUR +37.50 where it is unused, and -37.50 where it
/// is bought.
/// </example>
public sealed record Line
{
    /// <summary>Gets what it is about.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>Gets the name of the plan or add-on, as a customer reads it.</summary>
    public required string Product { get; init; }

    /// <summary>Gets the number of units.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// Gets the price of one unit for the whole period, in major units; for whole terms bought, the price of one term; on another basis than
    /// the price, the amount that it is reckoned on.
    /// </summary>
    public required decimal Price { get; init; }

    /// <summary>Gets the stretch of time it is for; its end is exclusive.</summary>
    public required Term Covers { get; init; }

    /// <summary>Gets the part of the period that the stretch is; for whole terms bought, their number, of one.</summary>
    public required Share Share { get; init; }

    /// <summary>Gets the exact amount in minor units, before any rounding; positive when the customer brings it.</summary>
    public required Fraction Exact { get; init; }

    /// <summary>Gets the amount, rounded; positive when the customer brings it.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets on what the amount is reckoned.</summary>
    public required LineBasis Basis { get; init; }

    /// <summary>Gets whether the policy gives nothing for it.</summary>
    public required bool Forfeited { get; init; }

    /// <summary>Gets what a discount takes off the price of all its units for the whole period, exactly, in minor units; null where nothing is off.</summary>
    /// <example>25.00 off 100.00, 15 of 30 days: 2500 minor units, and an amount of 37.50.</example>
    public LineDiscount? Discount { get; init; }

    /// <summary>Gets the tax on it, or in it where the price contains the tax; null where it bears none, or where none goes back.</summary>
    public LineTax? Tax { get; init; }

    /// <summary>Gets the amount without tax; positive when the customer brings it.</summary>
    /// <example>EUR -119.00 with VAT of 19 % included: EUR -100.00. Where the tax comes on top, it is <see cref="Amount"/>.</example>
    [JsonIgnore]
    public Money Net => Tax is { Rate.Included: true } tax ? Amount - tax.Amount : Amount;

    /// <summary>Gets the amount with tax; positive when the customer brings it.</summary>
    /// <example>EUR -100.00 with VAT of 25 % on top: EUR -125.00. Where the price contains the tax, it is <see cref="Amount"/>.</example>
    [JsonIgnore]
    public Money Gross => Tax is { Rate.Included: false } tax ? Amount + tax.Amount : Amount;

    /// <summary>The exact amount with tax, in minor units.</summary>
    internal Fraction ExactGross => Tax is { Rate.Included: false } tax ? Exact + tax.Exact : Exact;

    /// <summary>Whether it is given back to the customer.</summary>
    internal bool GivesBack => Kind is LineKind.Unused or LineKind.Conceded;

    /// <summary>Whether its tax is that of what was sold before: it goes back, or is kept of what goes back.</summary>
    internal bool OfTheSold => GivesBack || Kind == LineKind.Retained;
}
