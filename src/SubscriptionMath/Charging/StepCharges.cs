namespace SubscriptionMath;

/// <summary>The charges of one step.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Back">The charges for value given back and for used time, which stand first on the bill.</param>
/// <param name="Forth">The other charges.</param>
internal sealed record StepCharges(string ProductId, Charge[] Back, Charge[] Forth)
{
    private readonly object? _daysLeft;

    /// <summary>Gets no charges.</summary>
    internal static StepCharges None { get; } = new("", [], []);

    /// <summary>Gets how the value given back had been paid.</summary>
    internal Returned Returned { get; init; }

    /// <summary>
    /// Gets the days of the period that is left of units that leave, for each of its nominal days, if a surplus buys days.
    /// </summary>
    internal Fraction? DaysLeft { get => (Fraction?)_daysLeft; init => _daysLeft = value; }

    /// <summary>Gets the lots that the item keeps, or null if these are the same.</summary>
    internal Sequence<Lot>? Kept { get; init; }

    /// <summary>Gets whether the tax rates of now were read.</summary>
    internal bool ReadsTaxes { get; init; }
}
