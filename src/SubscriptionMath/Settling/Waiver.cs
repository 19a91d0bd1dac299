namespace SubscriptionMath;

/// <summary>
/// The waived part of a new price, if the policy takes no payment for a change. The lots sold are billed for the rest.
/// </summary>
/// <param name="Charges">The charges, with the lots billed for the rest.</param>
/// <param name="Amount">The amount waived, with tax; zero or more.</param>
internal readonly record struct Waiver(Charges Charges, Money Amount)
{
    /// <summary>
    /// Waives the price of the lots sold, as far as the customer would owe that price. Deferred charges and used time stay owed, and time
    /// that a surplus bought is paid for with that surplus.
    /// </summary>
    /// <param name="charges">The charges.</param>
    /// <param name="due">The net of the charges.</param>
    /// <param name="billed">The amount that had been deferred to this bill.</param>
    internal static Waiver Of(Charges charges, Money due, Money billed)
    {
        if (charges.When != PaymentTiming.Waived)
        {
            return new Waiver(charges, Money.Zero(due.Currency));
        }

        var prices = Prices(charges.All);
        var sold = Money.OfMinor(prices.Sum(), due.Currency);
        var owed = billed.IsNegative ? due + billed : due;
        var waived = owed < sold ? owed : sold;
        if (!waived.IsPositive)
        {
            return new Waiver(charges, Money.Zero(due.Currency));
        }

        var parts = waived.Split(prices, SplitMethod.LargestRemainder);
        var less = new Charge[charges.All.Length];
        for (var i = 0; i < less.Length; i++)
        {
            less[i] = charges.All[i] with { Lot = charges.All[i].Lot?.Less(parts[i]) };
        }

        return new Waiver(charges with { All = less }, waived);
    }

    /// <summary>The price of each charge's lot; zero for time that a surplus bought.</summary>
    private static long[] Prices(Charge[] charges)
    {
        var prices = SoldLots.Weights(charges);
        for (var i = 0; i < prices.Length; i++)
        {
            prices[i] = charges[i].Line?.Kind == LineKind.TimeBought ? 0 : prices[i];
        }

        return prices;
    }
}
