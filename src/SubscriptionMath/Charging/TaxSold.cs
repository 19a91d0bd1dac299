namespace SubscriptionMath;

/// <summary>Finds the part of a lot's tax that goes back: in proportion to the amount that goes back, and never more.</summary>
internal static class TaxSold
{
    /// <summary>Gives the tax of some units of a lot; the units that stay keep the rest.</summary>
    internal static Money Part(Lot lot, int quantity) => lot.Tax!.Billed - lot.Staying(lot.Tax.Billed, quantity);

    /// <summary>
    /// Gives the tax on the unused value of some units, not rounded yet; null for no tax, or for forfeited value with tax on top.
    /// </summary>
    internal static LineTax? OfUnused(Lot lot, int quantity, in LotValue value, Money amount)
    {
        if (lot.Tax is not { } tax || (value.Forfeited && !tax.Rate.Included))
        {
            return null;
        }

        var part = Part(lot, quantity);
        var open = lot.Billed - lot.Credited;
        var whole = open - lot.Staying(open, quantity);
        var exact = amount >= whole ? part.Exact : Fraction.Min(part.Exact, tax.Billed.Exact * value.Exact / lot.Billed.Exact);
        return new LineTax { Rate = tax.Rate, Exact = exact, Amount = Money.Zero(amount.Currency) };
    }

    /// <summary>Gives the tax on the part that the vendor keeps, or null for none.</summary>
    internal static LineTax? OfKept(Lot lot, Fraction kept) => lot.Tax is { } tax && !kept.IsZero
        ? new LineTax { Rate = tax.Rate, Exact = -kept, Amount = Money.Zero(tax.Billed.Currency) }
        : null;

    /// <summary>Divides the whole tax over the two lines of a lot that is given back whole, in whole minor units.</summary>
    internal static (LineTax? Unused, LineTax? Goodwill) OfTheWhole(Lot lot, int quantity, LineTax? unused, RoundingMode mode)
    {
        if (lot.Tax is not { } tax)
        {
            return default;
        }

        var part = Part(lot, quantity);
        var left = unused is null ? Money.Zero(part.Currency) : Money.Round(unused.Exact, part.Currency, mode);
        var goodwill = new LineTax { Rate = tax.Rate, Exact = (part - left).Exact, Amount = left };
        return (unused is null ? null : unused with { Exact = left.Exact }, goodwill);
    }
}
