namespace SubscriptionMath;

/// <summary>Sums the unused value of an item over its lots.</summary>
internal static class UnusedWorth
{
    /// <summary>Gives the exact value, in minor units.</summary>
    internal static Fraction Of(Item item, in Valuation by)
    {
        var worth = by.Answer is UnusedValue.WholeTerm { SetUp: true } && item.SetUp is { } fee && fee.Covers.End > by.At
            ? LeavingPaid.Left(fee, fee.Quantity).Exact
            : Fraction.Zero;
        foreach (var lot in item.Lots)
        {
            var value = LotValue.Of(new LotUnits(item, "", lot, lot.Quantity), by);
            worth += value.Forfeited ? Fraction.Zero : value.Exact + Fraction.Max(Fraction.Zero, value.Beyond);
            worth += by.Answer is UnusedValue.WholeTerm && lot.Covers.Start <= by.At && item.Runs(lot, by.At)
                ? LeavingPaid.Left(lot, lot.Quantity).Exact - value.Exact
                : Fraction.Zero;
        }

        return worth;
    }
}
