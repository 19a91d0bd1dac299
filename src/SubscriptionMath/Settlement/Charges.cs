namespace SubscriptionMath;

/// <summary>The lines that are settled together: due at the same time, with a surplus that goes the same way.</summary>
/// <param name="When">When the customer pays.</param>
/// <param name="Surplus">What becomes of a surplus.</param>
/// <param name="Lines">The lines, in the order of the bill.</param>
/// <param name="Sold">The lots that they sell.</param>
/// <param name="Returned">How the units that leave had been paid.</param>
internal sealed record Charges(Due When, Surplus Surplus, Line[] Lines, SoldLot[] Sold, Returned Returned)
{
    /// <summary>Gets whether unused value is settled apart from the new price, which is paid in full.</summary>
    internal bool AreApart => Surplus.IsApart;

    /// <summary>Gets the price with tax of the plan, time that a surplus bought included, and that of everything else.</summary>
    internal (Money Plan, Money AddOns) GrossOf(ItemDraft? plan, Currency currency)
    {
        var (forPlan, forAddOns) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var sold in Sold)
        {
            if (ReferenceEquals(sold.Item, plan))
            {
                forPlan += sold.Lot.Gross;
            }
            else
            {
                forAddOns += sold.Lot.Gross;
            }
        }

        foreach (var line in Lines)
        {
            forPlan += line.Kind == LineKind.TimeBought ? line.Gross : Money.Zero(currency);
        }

        return (forPlan, forAddOns);
    }

    /// <summary>Gets whether a line gives value back that the policy credits.</summary>
    internal bool GiveBack => Array.Exists(Lines, line => line.GivesBack && !line.Forfeited);
}
