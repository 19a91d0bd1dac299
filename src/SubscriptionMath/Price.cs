using System.Globalization;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The price of a plan or an add-on for one interval, as sold.</summary>
/// <remarks>
/// A price may be finer than the currency's minor unit (EUR 0.0005 per unit); only settled amounts are whole minor units.
/// Equality compares every member; 12 months and 1 year are the same interval.
/// </remarks>
/// <example><c>Price.Of(75m, "EUR", BillingInterval.Month)</c> is EUR 75.00 for each unit and month.</example>
public sealed partial record Price
{
    /// <summary>The greatest number of decimals in an amount of a price.</summary>
    public const int MostDecimals = 12;

    /// <summary>Gets the model, which gives the amount for a number of units.</summary>
    public required PriceModel Model { get; init => field = Require.NotNull(value, nameof(Model)); }

    /// <summary>Gets the currency of the amounts.</summary>
    /// <exception cref="ArgumentException">The currency is "no currency", the default value.</exception>
    public required Currency Currency
    {
        get;
        init => field = value != default ? value : throw new ArgumentException("A price needs a currency.", nameof(Currency));
    }

    /// <summary>Gets the interval that the price pays for.</summary>
    public required BillingInterval Interval { get; init; }

    /// <summary>Gets the least charge for one interval, in major units, or null for none; zero or more.</summary>
    /// <exception cref="ArgumentException">The amount is negative, has more than 12 decimals, or is above the maximum.</exception>
    public decimal? Minimum { get; init => field = Limited(value, value, Maximum, nameof(Minimum)); }

    /// <summary>Gets the greatest charge for one interval, in major units, or null for none; zero or more.</summary>
    /// <exception cref="ArgumentException">The amount is negative, has more than 12 decimals, or is below the minimum.</exception>
    public decimal? Maximum { get; init => field = Limited(value, Minimum, value, nameof(Maximum)); }

    /// <summary>Gets the time of the charge; in advance by default.</summary>
    public BillingTiming BillingTiming { get; init => field = Require.Defined(value, nameof(BillingTiming)); }

    /// <summary>Gets the set-up fee, in major units, or null for none: charged once, at the purchase, whatever the quantity.</summary>
    /// <remarks>
    /// The fee is never prorated, and not charged at a renewal or for another quantity or interval of the same product. It is given back
    /// only under a policy that says so (<see cref="UnusedValue.OfTheWholeTermAndSetUp"/>). It does not wait for the end of a trial.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
    public decimal? SetUp { get; init => field = value is { } fee ? Checked(fee, nameof(SetUp)) : null; }

    /// <summary>Gets the contract at which the plan is sold, or null for a sale term by term; for plans alone.</summary>
    /// <example>EUR 20.00 a month, committed for a year: <c>Contract = new(BillingInterval.Year, AfterContract.Anew)</c>.</example>
    public Contract? Contract { get; init; }

    /// <summary>Makes a price that is the same for each unit.</summary>
    /// <param name="amount">The amount for one unit and one interval, in major units.</param>
    /// <param name="currency">The ISO 4217 code of the currency.</param>
    /// <param name="interval">The interval that the price pays for.</param>
    /// <exception cref="ArgumentException">The amount is negative or too fine, or the currency is unknown.</exception>
    public static Price Of(decimal amount, string currency, BillingInterval interval) =>
        Of(new PriceModel.PerUnit(amount), currency, interval);

    /// <summary>Makes a price.</summary>
    /// <param name="model">The model, which gives the amount for a number of units.</param>
    /// <param name="currency">The ISO 4217 code of the currency.</param>
    /// <param name="interval">The interval that the price pays for.</param>
    /// <exception cref="ArgumentException">The model is null, or the currency is unknown.</exception>
    public static Price Of(PriceModel model, string currency, BillingInterval interval) =>
        new() { Model = model, Currency = Currency.Of(currency), Interval = interval };

    /// <summary>Gives the exact amount of a quantity for one interval, in minor units.</summary>
    /// <param name="quantity">The number of units; zero or more. Zero units cost nothing, not even the minimum.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="OverflowException">The amount is too great to be computed exactly.</exception>
    /// <example>
    /// EUR 0.0005 for each of three units is 3/20 of a cent. EUR 5.00 for each ten units, at least EUR 20.00: 2,000 for fifteen units.
    /// </example>
    public Fraction For(long quantity)
    {
        if (quantity <= 0)
        {
            return quantity == 0
                ? Fraction.Zero
                : throw new ArgumentOutOfRangeException(nameof(quantity), quantity,
                    $"{quantity.ToString(CultureInfo.InvariantCulture)} units have no price.");
        }

        var amount = Model.Of(quantity) * MinorUnits.PerMajor(Currency);
        amount = Minimum is { } least ? Fraction.Max(amount, MinorUnits.Of(least, Currency)) : amount;
        return Maximum is { } most ? Fraction.Min(amount, MinorUnits.Of(most, Currency)) : amount;
    }

    /// <summary>Gives this price with every amount multiplied, and rounded half up to twelve decimals.</summary>
    /// <param name="factor">The factor; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount becomes negative.</exception>
    /// <example>EUR 75.00 a month, times 1.2, is EUR 90.00 a month.</example>
    public Price Times(decimal factor) => new()
    {
        Model = Model.Times(factor),
        Currency = Currency,
        Interval = Interval,
        Minimum = Scaled(Minimum, factor),
        Maximum = Scaled(Maximum, factor),
        BillingTiming = BillingTiming,
        SetUp = Scaled(SetUp, factor),
        Contract = Contract,
        Phases = [.. Phases.Select(phase => phase with { Model = phase.Model.Times(factor) })],
    };

    /// <summary>Gets whether every quantity is free in every phase.</summary>
    [JsonIgnore]
    public bool IsFree => Maximum == 0m || (Model.IsFree && Minimum is (null or 0m) && StaysFree);

    /// <summary>The amount for each unit, in major units, or null if the units do not all cost the same.</summary>
    internal decimal? Each => Minimum is null && Maximum is null ? Model.Each : null;

    /// <summary>
    /// The price of units on top of others, exactly, in minor units, as the last units of all. Zero if all together are cheaper than the
    /// others alone.
    /// </summary>
    internal Fraction Beyond(int others, int quantity) => others == 0 || Each is not null
        ? For(quantity)
        : Fraction.Max(Fraction.Zero, For((long)others + quantity) - For(others));

    internal static decimal Checked(decimal amount, string name) =>
        decimal.Round(Require.NotNegative(amount, name), MostDecimals, MidpointRounding.ToZero) == amount
            ? amount
            : throw new ArgumentOutOfRangeException(name, amount, $"A price has at most {MostDecimals} decimals.");

    /// <summary>An amount multiplied and rounded half up to twelve decimals, without zeros at its end.</summary>
    internal static decimal Scaled(decimal amount, decimal factor) =>
        decimal.Round(amount * factor, MostDecimals, MidpointRounding.AwayFromZero) / 1.000000000000000000000000000m;

    private static decimal? Scaled(decimal? amount, decimal factor) => amount is { } some ? Scaled(some, factor) : null;

    /// <summary>Prints the price in words: "EUR 75.00 per month", or the model and its limits.</summary>
    public override string ToString() => Each is { } amount
        ? $"{MinorUnits.Print(amount, Currency)} per {Interval}{Terms}"
        : $"{Model.Say(amount => MinorUnits.Print(amount, Currency))} per {Interval}"
            + $"{Limit("at least", Minimum)}{Limit("at most", Maximum)}{Terms}";

    private string Terms => (BillingTiming switch { BillingTiming.InArrears => ", in arrears", BillingTiming.Once => ", once", _ => "" })
        + Limit("set up for", SetUp) + Later + (Contract is { } sold ? $", {sold}" : "");

    private static decimal? Limited(decimal? value, decimal? least, decimal? most, string name) => value is not { } limit ? null
        : least <= most || least is null || most is null ? Checked(limit, name)
        : throw new ArgumentException($"The minimum {Print(least)} is above the maximum {Print(most)}.", name);

    private static string Print(decimal? amount) => amount!.Value.ToString(CultureInfo.InvariantCulture);

    private string Limit(string word, decimal? amount) => amount is { } limit ? $", {word} {MinorUnits.Print(limit, Currency)}" : "";
}
