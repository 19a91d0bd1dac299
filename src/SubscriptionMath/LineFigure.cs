namespace SubscriptionMath;

/// <summary>The price that a line shows: of one unit if each costs the same, else of all units together.</summary>
internal static class LineFigure
{
    /// <param name="price">The price as sold.</param>
    /// <param name="exact">The price of all the units for the whole period, in minor units.</param>
    /// <param name="terms">The number of terms of the price in the period.</param>
    internal static (decimal Amount, LineBasis Basis) Of(Price price, Fraction exact, int terms) => price.Each is { } each
        ? (each * terms, LineBasis.Price)
        : (MinorUnits.Major(exact, price.Currency), LineBasis.AllUnits);
}
