namespace SubscriptionMath;

/// <content>Comparisons of a longer interval with a shorter one, as on a price list.</content>
public sealed partial record Price
{
    /// <summary>Gives the price of a quantity for one month, as a price list shows it: exactly, in minor units.</summary>
    /// <param name="quantity">The number of units; zero or more.</param>
    /// <remarks>For an interval of days, a month is a twelfth of a year of 365 days.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <example>EUR 100.00 a year is 2500/3 cents a month, shown as EUR 8.33.</example>
    public Fraction PerMonth(long quantity) => PerInterval(BillingInterval.Month, quantity);

    /// <summary>Gives the number of terms of a shorter price that are free in one term of this price.</summary>
    /// <param name="shorter">The price for the shorter interval, in the same currency; above zero for the quantity.</param>
    /// <param name="quantity">The number of units; 1 or more.</param>
    /// <returns>The number of terms; negative if this price is the dearer one.</returns>
    /// <exception cref="ArgumentNullException">The shorter price is null.</exception>
    /// <exception cref="ArgumentException">The currencies differ, or the shorter interval is free.</exception>
    /// <example>EUR 750.00 a year beside EUR 75.00 a month: 2 free months.</example>
    public Fraction FreeTermsBeside(Price shorter, long quantity) =>
        (Interval.NominalDays / Charging(shorter, quantity).Interval.NominalDays) - (For(quantity) / shorter.For(quantity));

    /// <summary>Gives the part by which this price is below a shorter one for the same time.</summary>
    /// <param name="shorter">The price for the shorter interval, in the same currency; above zero for the quantity.</param>
    /// <param name="quantity">The number of units; 1 or more.</param>
    /// <returns>The part; negative if this price is the dearer one.</returns>
    /// <exception cref="ArgumentNullException">The shorter price is null.</exception>
    /// <exception cref="ArgumentException">The currencies differ, or the shorter interval is free.</exception>
    /// <example>EUR 750.00 a year beside EUR 75.00 a month: 1/6, shown as 17 %.</example>
    public Fraction DiscountBeside(Price shorter, long quantity) =>
        Fraction.One - (For(quantity) / Charging(shorter, quantity).PerInterval(Interval, quantity));

    /// <summary>Gives this price, or the price as sold with its greatest rise if that is cheaper for the quantity.</summary>
    internal Price RaisedAtMost(Price sold, Fraction part, long quantity)
    {
        var factor = Fraction.One + part;
        return For(quantity) <= sold.For(quantity) * factor ? this
            : part.IsZero ? sold
            : sold.Times((decimal)factor.Numerator / (decimal)factor.Denominator);
    }

    private Fraction PerInterval(BillingInterval interval, long quantity) => For(quantity) * interval.NominalDays / Interval.NominalDays;

    private Price Charging(Price shorter, long quantity)
    {
        ArgumentNullException.ThrowIfNull(shorter);
        return shorter.Currency == Currency && shorter.For(quantity).Sign > 0
            ? shorter
            : throw new ArgumentException($"{this} cannot be compared with {shorter}.", nameof(shorter));
    }
}
