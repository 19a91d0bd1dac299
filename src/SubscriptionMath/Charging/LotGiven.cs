namespace SubscriptionMath;

/// <summary>The lines of some units of a lot that leave.</summary>
/// <param name="Unused">The line of their unused value.</param>
/// <param name="Beyond">The line of the value at the price held less the billed value.</param>
/// <param name="Goodwill">The line of their used part, if the whole term is given back.</param>
/// <param name="Kept">The line of the part that the vendor keeps.</param>
/// <param name="Given">The amount given for the units, before the kept part is taken off.</param>
internal readonly record struct LotGiven(Line? Unused, Line? Beyond, Line? Goodwill, Line? Kept, Money Given)
{
    /// <summary>Gets the amount that goes back to the customer.</summary>
    internal Money Back => Kept is null ? Given : Given + Kept.Amount;

    /// <summary>Gives the lines of units of a lot that was charged in advance or once.</summary>
    internal static LotGiven Of(in LotUnits units, in Valuation by, Price? shorter)
    {
        var (lot, quantity, value) = (units.Lot, units.Quantity, LotValue.Of(units, by));
        var amount = by.Rounded(value.Exact);
        var tax = TaxSold.OfUnused(lot, quantity, value, amount);
        var unused = value.Exact.IsZero ? null : LeavingLines.ToLine(units, value, (value.Exact, amount), tax, by.At);
        var beyond = value.Beyond.IsZero ? null : LeavingLines.BeyondBilled(units, value, amount, by);
        var (goodwill, given) = (default(Line), value.Forfeited ? by.Nothing : amount);
        var back = unused is null ? Fraction.Zero : tax?.Exact ?? Fraction.Zero;
        if (IsGivenWhole(units, by) && LeavingPaid.Left(lot, quantity) is var all && all > amount)
        {
            var (ofUnused, ofGoodwill) = TaxSold.OfTheWhole(lot, quantity, tax, by.Mode);
            unused = ofUnused is null || unused is null ? unused : unused with { Tax = ofUnused };
            goodwill = LeavingLines.Goodwill(units, all, value, amount, by.At) with { Tax = ofGoodwill };
            given = all;
            back = (unused is null ? Fraction.Zero : ofUnused?.Exact ?? Fraction.Zero) + (ofGoodwill?.Exact ?? Fraction.Zero);
        }

        var kept = by.Answer.Withheld is null || value.Forfeited
            ? null
            : LeavingLines.Kept(by, units, value, (goodwill?.Exact ?? Fraction.Zero, back), shorter);
        return new LotGiven(unused, beyond, goodwill, kept, given);
    }

    /// <summary>Whether all of a lot is given back, its used part included.</summary>
    private static bool IsGivenWhole(in LotUnits units, in Valuation by) =>
        by.Answer is UnusedValue.WholeTerm && units.Item.Runs(units.Lot, by.At)
            && (units.Lot.Covers.Start <= by.At || units.Lot.Price.BillingTiming == BillingTiming.Once);
}
