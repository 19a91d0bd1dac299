namespace SubscriptionMath;

/// <summary>Rounds the tax of charges, and records the tax in the lots sold.</summary>
internal static class TaxedCharges
{
    internal static Charges Of(Charges charges, BillingPolicy policy) =>
        Array.Exists(charges.All, charge => charge.Line?.Tax is not null)
            ? charges with { All = Of(charges.All, charges.AreApart, policy) }
            : charges;

    /// <summary>Gives the charges, with their tax rounded together.</summary>
    /// <param name="charges">The charges.</param>
    /// <param name="apart">Whether value given back is settled apart.</param>
    /// <param name="policy">The policy.</param>
    internal static Charge[] Of(Charge[] charges, bool apart, BillingPolicy policy)
    {
        List<Line> lines = [.. charges.Select(charge => charge.Line).OfType<Line>()];
        var (taxed, place) = (TaxRounding.Of(lines, policy.Invoicing.Tax, policy.Proration.Rounding, apart), 0);
        return [.. charges.Select(charge => charge.Line is { } line ? Taxed(charge, line, taxed[place++]) : charge)];
    }

    private static Charge Taxed(Charge charge, Line before, Line line)
    {
        if (charge.Lot is not { } lot || line.Tax is not { } tax)
        {
            return charge with { Line = line };
        }

        // If tax is backed out of the gross, the net is the rest.
        var billed = lot.Billed + before.Amount - line.Amount;
        var sold = new LotTax { Rate = tax.Rate, Billed = -tax.Amount };
        return charge with { Line = line, Lot = lot with { Billed = billed, Paid = billed, Tax = sold } };
    }
}
