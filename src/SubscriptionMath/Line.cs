using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The subject of a line of a quote.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LineKind>))]
public enum LineKind
{
    /// <summary>Unused time of an item that ends or falls in number.</summary>
    Unused,

    /// <summary>A credit beyond the unused value of an item that ends or falls in number: its used time, or more than was billed.</summary>
    Goodwill,

    /// <summary>The price of an item bought or raised in number.</summary>
    NewPrice,

    /// <summary>Time that a surplus bought.</summary>
    TimeBought,

    /// <summary>Used time of an item that is charged in arrears.</summary>
    Used,

    /// <summary>The set-up fee of a purchase.</summary>
    SetUp,

    /// <summary>
    /// The part of the unused value that the vendor keeps by the policy: a percentage, or the discount for used time; negative.
    /// </summary>
    Withheld,

    /// <summary>The charge for leaving a contract before its end.</summary>
    EarlyTermination,
}

/// <summary>The basis of the amount of a line.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LineBasis>))]
public enum LineBasis
{
    /// <summary>The price: price x quantity x share.</summary>
    Price,

    /// <summary>The price of all units together, if they do not all cost the same: that amount x share.</summary>
    AllUnits,

    /// <summary>The amount paid in money: that amount x share.</summary>
    PaidInMoney,

    /// <summary>The amount billed: that amount x share.</summary>
    Billed,

    /// <summary>All that was billed and not yet credited; price x quantity x share would be more.</summary>
    LeftOfBilled,
}

/// <summary>The figures behind an entry: a share of a price, and its amount.</summary>
/// <example>
/// 15 of 30 days of one Standard at 75.00, from 16 April to 1 May: exact 3750 minor units, EUR +37.50 if unused, and -37.50 if bought.
/// </example>
public sealed record Line
{
    /// <summary>Gets the subject of the line.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>Gets the name of the plan or add-on that a customer reads.</summary>
    public required string Product { get; init; }

    /// <summary>Gets the number of units.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets the price of one unit for the whole period, in major units; for whole terms bought, the price of one term.</summary>
    /// <remarks>On another basis than the price, this is the amount of that basis.</remarks>
    public required decimal Price { get; init; }

    /// <summary>Gets the stretch of time of the line; its end is exclusive.</summary>
    public required Term Covers { get; init; }

    /// <summary>Gets the stretch as a part of the period; for whole terms bought, their number, of one.</summary>
    public required Share Share { get; init; }

    /// <summary>Gets the exact amount in minor units, before any rounding; positive when the customer brings it.</summary>
    public required Fraction Exact { get; init; }

    /// <summary>Gets the amount, rounded; positive when the customer brings it.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the basis of the amount.</summary>
    public required LineBasis Basis { get; init; }

    /// <summary>Gets whether the policy gives nothing for the line.</summary>
    public required bool Forfeited { get; init; }

    /// <summary>Gets the discount on the price of all units for the whole period, exactly, in minor units; null for none.</summary>
    /// <example>25.00 off 100.00, 15 of 30 days: 2500 minor units, and an amount of 37.50.</example>
    public LineDiscount? Discount { get; init; }

    /// <summary>Gets the tax on the line, or in the line if the price contains tax; null if there is none, or none goes back.</summary>
    public LineTax? Tax { get; init; }

    /// <summary>Gets the amount without tax; positive when the customer brings it.</summary>
    /// <example>EUR -119.00 with VAT of 19 % included: EUR -100.00. With tax on top, this is <see cref="Amount"/>.</example>
    [JsonIgnore]
    public Money Net => Tax is { Rate.Included: true } tax ? Amount - tax.Amount : Amount;

    /// <summary>Gets the amount with tax; positive when the customer brings it.</summary>
    /// <example>EUR -100.00 with VAT of 25 % on top: EUR -125.00. With included tax, this is <see cref="Amount"/>.</example>
    [JsonIgnore]
    public Money Gross => Tax is { Rate.Included: false } tax ? Amount + tax.Amount : Amount;

    /// <summary>The exact amount with tax, in minor units.</summary>
    internal Fraction ExactGross => Tax is { Rate.Included: false } tax ? Exact + tax.Exact : Exact;

    /// <summary>Whether the line gives value back to the customer.</summary>
    internal bool GivesBack => Kind is LineKind.Unused or LineKind.Goodwill;

    /// <summary>Whether the tax is that of an earlier sale: the line gives back, or keeps a part of what goes back.</summary>
    internal bool OfTheSold => GivesBack || Kind == LineKind.Withheld;
}
