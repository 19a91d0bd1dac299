namespace SubscriptionMath.Tests.Generators;

/// <summary>Generators of discounts, and of what a policy does with them.</summary>
internal static class Discounting
{
    internal static Gen<DiscountPolicy> Policies { get; } =
        from split in Gen.Elements(Enum.GetValues<SplitMethod>())
        from reversal in Gen.Elements(DiscountReversal.InProportion, DiscountReversal.StaysBehind)
        from stage in Gen.Elements(DiscountStage.Price, DiscountStage.Price, DiscountStage.Line)
        select new DiscountPolicy(split, reversal) { Stage = stage };

    internal static Gen<Sequence<Discount>> In(Catalog catalog) => Gen.Frequency(
        (3, Gen.Constant(default(Sequence<Discount>))),
        (2, One(catalog).Select(discount => (Sequence<Discount>)[discount])),
        (1, One(catalog).Two().Select(two => (Sequence<Discount>)[two.Item1, two.Item2 with { Id = "second" }])));

    private static Gen<Discount> One(Catalog catalog) =>
        from percent in Gen.Elements(10m, 25m, 33.3m, 100m)
        from minor in Gen.Choose(1, 3000)
        from product in Gen.Elements(catalog.Plans.Select(plan => (string?)plan.Id).Concat(catalog.AddOns.Select(addOn => addOn.Id)).Append(null).Append(null))
        from periods in Gen.Elements<int?>(null, null, 1, 2, 3)
        from lasts in Gen.Elements<BillingInterval?>(null, null, null, BillingInterval.Month, BillingInterval.Months(3), BillingInterval.Days(40))
        from amount in Gen.Elements(true, false)
        let discount = amount
            ? (Discount)new Discount.Amount { Id = "first", Off = Money.OfMinor(minor, catalog.Plans[0].Prices[0].Currency), ProductId = product, Periods = periods }
            : new Discount.Percentage { Id = "first", Percent = percent, ProductId = product, Periods = periods }
        select discount with { Lasts = lasts };
}
