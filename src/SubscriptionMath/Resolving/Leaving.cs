namespace SubscriptionMath;

/// <summary>Resolves units that leave an item.</summary>
/// <param name="On">The given values of the pricing.</param>
/// <param name="Catalog">The catalog.</param>
internal readonly record struct Leaving(Circumstances On, Catalog Catalog)
{
    /// <summary>Gives the steps for all units of an item that ends. The set-up fee goes back as well if the policy says so.</summary>
    internal Sequence<BillStep> Whole(Item item, string name, in Settles settles, in Valuation by)
    {
        var all = Of(item, item.Quantity, name, settles, by);
        return item.SetUp is { } fee && by.Answer is UnusedValue.WholeTerm { SetUp: true }
            ? [all, Of(item with { Quantity = fee.Quantity, Lots = [fee] }, fee.Quantity, name, settles, by)]
            : [all];
    }

    /// <summary>Gives the step for some units of an item.</summary>
    internal BillStep.UnitsLeave Of(Item item, int units, string name, in Settles settles, in Valuation by) =>
        new(settles, new LeavingUnits(item, units, On.Policy.Proration.LotChoice), name, by)
        {
            Shorter = by.Answer.Withheld is WithheldValue.DiscountKept { Interval: var interval } ? PriceOf(item, interval) : null,
        };

    /// <summary>Gives the price at a shorter interval, which had no discount for a longer one.</summary>
    private Price? PriceOf(Item item, BillingInterval interval) => item.ProductId == On.Before.Plan?.ProductId
        ? Catalog.HeldPlan(item.ProductId).PriceFor(interval, On.Currency)
        : Catalog.HeldAddOn(item.ProductId).PriceFor(interval, On.Currency);
}
