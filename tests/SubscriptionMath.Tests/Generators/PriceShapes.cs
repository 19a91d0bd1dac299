namespace SubscriptionMath.Tests.Generators;

/// <summary>Generators of how a price is made of an amount for one unit: by which model, when it is charged, with which limits, fees and phases.</summary>
internal static class PriceShapes
{
    internal static Gen<BillingTiming> OfPlans { get; } =
        Gen.Frequency((14, Gen.Constant(BillingTiming.InAdvance)), (2, Gen.Constant(BillingTiming.InArrears)), (1, Gen.Constant(BillingTiming.Once)));

    internal static Gen<BillingTiming> OfAddOns { get; } =
        Gen.Frequency((6, Gen.Constant(BillingTiming.InAdvance)), (1, Gen.Constant(BillingTiming.InArrears)), (1, Gen.Constant(BillingTiming.Once)));

    private static Gen<Func<decimal, PriceModel>> Models { get; } =
        from units in Gen.Choose(1, 3)
        from size in Gen.Elements(1, 1, 2, 3)
        from less in Gen.Elements(0.5m, 0.8m, 1.25m)
        from model in Gen.Elements<Func<decimal, PriceModel>>(
            amount => new PriceModel.Flat(amount),
            amount => new PriceModel.Included(amount, units, amount * less),
            amount => new PriceModel.Package(amount, size, PackageRounding.Up),
            amount => new PriceModel.Package(amount, size, PackageRounding.Down),
            amount => new PriceModel.Graduated([PriceTier.Each(units, amount), new PriceTier(null, amount * less, amount)]) { PackageSize = size },
            amount => new PriceModel.Volume([PriceTier.Each(units, amount), PriceTier.Each(units + 2, amount * less), PriceTier.Each(null, amount * less * less)]),
            amount => PriceModel.StairStep(PriceTier.Step(units, amount), PriceTier.Step(null, amount * 3)))
        select model;

    private static Gen<Func<decimal, PriceModel>> AnyModel { get; } =
        Gen.Frequency((6, Gen.Constant<Func<decimal, PriceModel>>(amount => new PriceModel.PerUnit(amount))), (4, Models));

    /// <summary>The limits, as multiples of the amount: the least, the most, both or neither.</summary>
    private static Gen<(decimal? Least, decimal? Most)> Limits { get; } = Gen.Frequency(
        (9, Gen.Constant(((decimal?)null, (decimal?)null))),
        (2, from least in Gen.Elements<decimal?>(null, 2m, 3m)
            from room in Gen.Elements<decimal?>(null, 0m, 0.5m)
            select (least, room is { } more ? (least ?? 1.5m) + more : (decimal?)null)));

    /// <summary>The phase after the first: a number of months later, a multiple of the amount, with a model of its own.</summary>
    private static Gen<List<(int Months, decimal Part, Func<decimal, PriceModel> Model)>> Phases { get; } = Gen.Frequency(
        (7, Gen.Constant(new List<(int, decimal, Func<decimal, PriceModel>)>())),
        (1, from months in Gen.Choose(1, 7)
            from more in Gen.Choose(0, 7)
            from part in Gen.Elements(0m, 0.5m, 2m)
            from first in AnyModel
            from second in AnyModel
            select more == 0 ? new List<(int, decimal, Func<decimal, PriceModel>)> { (months, part, first) } : [(months, part, first), (months + more, 1.5m, second)]));

    /// <summary>Any shape of a price that is charged at a time.</summary>
    internal static Gen<Func<Price, decimal, Price>> Any(Gen<BillingTiming> when) =>
        from model in AnyModel
        from charged in when
        from limits in Limits
        from fee in Gen.Elements<decimal?>(null, null, null, null, null, null, 0m, 0.5m, 2m)
        from phases in Phases
        select (Func<Price, decimal, Price>)((price, amount) => price with
        {
            Model = model(amount),
            BillingTiming = charged,
            Minimum = amount * limits.Least,
            Maximum = amount * limits.Most,
            SetUp = amount * fee,
            Phases = [.. phases.Select(phase => new PricePhase(BillingInterval.Months(phase.Months), phase.Model(amount * phase.Part)))],
        });

    /// <summary>Prices with less to say: all as plain as can be, then one word less at a time.</summary>
    internal static IEnumerable<Sequence<Price>> Simpler(Sequence<Price> prices) =>
        new Func<Price, Price>[]
        {
            price => new Price { Model = Plain(price), Currency = price.Currency, Interval = price.Interval },
            price => price with { Model = Plain(price), Minimum = null, Maximum = null, Phases = [] },
            price => price with { Phases = [] },
            price => price with { SetUp = null },
            price => price with { Minimum = null, Maximum = null },
            price => price with { BillingTiming = BillingTiming.InAdvance },
        }.Select(simplify => (Sequence<Price>)[.. prices.Select(simplify)]).Where(simpler => simpler != prices);

    // So much for each unit, and a hundred a term, unless it is less already.
    private static PriceModel.PerUnit Plain(Price price)
    {
        var one = ((price.Model as PriceModel.PerUnit) ?? new PriceModel.PerUnit(100m)).Amount;
        return new PriceModel.PerUnit(one is 0m or 100m ? one : one < 100m ? decimal.Floor(one) : 100m);
    }
}
