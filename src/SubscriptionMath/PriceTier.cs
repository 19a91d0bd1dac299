using System.Globalization;

namespace SubscriptionMath;

/// <summary>A range of quantities with an amount for each unit, or one for the range, or both.</summary>
/// <param name="UpTo">The last quantity of the tier, inclusive, or null for no end; the first is the one after the tier below.</param>
/// <param name="PerUnit">The amount for each unit, or package of units, in major units.</param>
/// <param name="Flat">The amount for the tier as a whole, in major units.</param>
/// <example><c>new PriceTier(100, 0.10m, 0m)</c> is 0.10 for each unit up to the hundredth.</example>
public sealed record PriceTier(int? UpTo, decimal PerUnit, decimal Flat)
{
    /// <summary>Gets the last quantity of the tier, inclusive, or null for no end; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public int? UpTo { get; init => field = Last(value); } = Last(UpTo);

    /// <summary>Gets the amount for each unit, or package of units, in major units; zero or more, with at most 12 decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
    public decimal PerUnit { get; init => field = Price.Checked(value, nameof(PerUnit)); } = Price.Checked(PerUnit, nameof(PerUnit));

    /// <summary>Gets the amount for the tier as a whole, in major units; zero or more, with at most 12 decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
    public decimal Flat { get; init => field = Price.Checked(value, nameof(Flat)); } = Price.Checked(Flat, nameof(Flat));

    /// <summary>Makes a tier with an amount for each unit.</summary>
    /// <param name="upTo">The last quantity of the tier, inclusive, or null for no end.</param>
    /// <param name="perUnit">The amount for each unit, in major units.</param>
    public static PriceTier Each(int? upTo, decimal perUnit) => new(upTo, perUnit, 0m);

    /// <summary>Makes a step: a tier with one amount for any quantity in it.</summary>
    /// <param name="upTo">The last quantity of the step, inclusive, or null for no end.</param>
    /// <param name="flat">The amount, in major units.</param>
    public static PriceTier Step(int? upTo, decimal flat) => new(upTo, 0m, flat);

    /// <summary>Prints the tier with plain amounts: "up to 10: 8 each and 5".</summary>
    public override string ToString() => Say(amount => amount.ToString(CultureInfo.InvariantCulture));

    internal string Say(Func<decimal, string> amount)
    {
        var range = UpTo is { } last ? string.Create(CultureInfo.InvariantCulture, $"up to {last}") : "beyond";
        return PerUnit == 0m ? $"{range}: {amount(Flat)}" : $"{range}: {amount(PerUnit)} each{(Flat == 0m ? "" : $" and {amount(Flat)}")}";
    }

    private static int? Last(int? upTo) => upTo is { } units ? Require.AtLeast(1, units, nameof(UpTo)) : null;
}
