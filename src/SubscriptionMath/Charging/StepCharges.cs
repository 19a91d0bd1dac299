namespace SubscriptionMath;

/// <summary>The charges of one step, before they are put on their bill.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Back">The charges for value given back and for used time, which stand first on the bill.</param>
/// <param name="Forth">The other charges.</param>
internal readonly record struct StepCharges(string ProductId, Charge[] Back, Charge[] Forth)
{
    private readonly object? _daysLeft;

    /// <summary>Gets no charges.</summary>
    internal static StepCharges None { get; } = new("", [], []);

    /// <summary>Gets the earlier payment of the value given back.</summary>
    internal Returned Returned { get; init; }

    /// <summary>
    /// Gets the days in the period of the leaving units, divided by the nominal days of the interval; null unless a surplus buys days.
    /// </summary>
    internal Fraction? DaysLeft { get => (Fraction?)_daysLeft; init => _daysLeft = value; }

    /// <summary>Gets the changed lots of the item, or null if its lots stay the same.</summary>
    internal Sequence<Lot>? Kept { get; init; }

    /// <summary>Gets whether the current tax rates were read.</summary>
    internal bool ReadsTaxes { get; init; }
}
