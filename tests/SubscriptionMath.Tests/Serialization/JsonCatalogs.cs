using static SubscriptionMath.Tests.Serialization.JsonValues;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>Products for sale as JSON: prices of every model, plans, add-ons, discounts, carts and tax rates.</summary>
internal static class JsonCatalogs
{
    internal static readonly Gen<Sequence<PriceTier>> Tiers =
        from amounts in Amounts.Two()
        from last in Gen.Choose(1, 9)
        select (Sequence<PriceTier>)[new PriceTier(last, amounts.Item1, amounts.Item2), new PriceTier(null, amounts.Item2, 0m)];

    internal static readonly Gen<PriceModel> Models =
        from amounts in Amounts.Two()
        from units in Gen.Choose(1, 9)
        from tiers in Tiers
        from rounding in Any<PackageRounding>()
        from model in Gen.Elements<PriceModel>(
            new PriceModel.PerUnit(amounts.Item1),
            new PriceModel.Flat(amounts.Item1),
            new PriceModel.Included(amounts.Item1, units, amounts.Item2),
            new PriceModel.Package(amounts.Item1, units, rounding),
            new PriceModel.Graduated(tiers) { PackageSize = units },
            new PriceModel.Volume(tiers) { PackageSize = units })
        select model;

    internal static readonly Gen<Price> SomePrices =
        from model in Models
        from interval in Intervals
        from least in PerhapsValue(Amounts)
        from most in PerhapsValue(Amounts)
        from charged in Any<BillingTiming>()
        from setUp in PerhapsValue(Amounts)
        from phases in Gen.Elements<Sequence<PricePhase>>(
            default, [new(BillingInterval.Months(3), new PriceModel.Flat(7.5m))], [new(BillingInterval.Week, model), new(BillingInterval.Months(6), new PriceModel.PerUnit(1m))])
        select new Price { Model = model, Currency = Euro, Interval = interval, Minimum = least, Maximum = least > most ? null : most, BillingTiming = charged, SetUp = setUp, Phases = phases };

    internal static readonly Gen<Sequence<Price>> PriceLists = Several(SomePrices, least: 1)
        .Select(prices => Sequence.Of<Price>([.. prices.DistinctBy(price => price.Interval)]));

    internal static readonly Gen<Rollover> Rollovers =
        from part in Gen.Elements(0m, 2.5m, 50m)
        from rule in Gen.Elements(
            Rollover.None, Rollover.Full, Rollover.UpTo(part), Rollover.UpToTimes(1m + part), Rollover.UpToPercent(part), Rollover.PartOfRest(part))
        from least in PerhapsValue(Amounts)
        from lasts in PerhapsValue(Intervals)
        select rule with { Least = least, Lasts = lasts };

    internal static readonly Gen<Sequence<Allowance>> SomeAllowances = Several(
        from kind in Names
        from units in Amounts
        from rollover in Rollovers
        from interval in PerhapsValue(Intervals)
        select new Allowance { Kind = kind, Units = units, Rollover = rollover, Interval = interval });

    internal static readonly Gen<Plan> SomePlans =
        from rank in Gen.Choose(-1, 3)
        from name in Names
        from prices in PriceLists
        from trial in Perhaps(Intervals.Select(length => new TrialOffer(length)))
        from allowances in SomeAllowances
        from addOns in Several(Names)
        from includes in Several(Names)
        from contract in Perhaps(Any<AfterContract>().Zip(Gen.Choose(2, 20)).Select(then => new Contract(BillingInterval.Years(2 * then.Item2), then.Item1)))
        from seats in Gen.Elements(SeatLimits.Any, new SeatLimits { Least = 2, Most = 5 }, new SeatLimits { Most = 1 })
        select new Plan
        {
            Id = $"plan {name}",
            Name = name,
            Rank = rank,
            Prices = [.. prices.Select(price => price with { Contract = contract })],
            Trial = trial,
            Allowances = allowances,
            AddOns = addOns,
            Includes = includes,
            Seats = seats,
        };

    internal static readonly Gen<AddOn> SomeAddOns =
        from name in Names
        from prices in PriceLists
        from allowances in SomeAllowances
        from measure in Perhaps(Measures)
        from runsOut in Bool()
        from units in Gen.Elements(null, SeatLimits.Any, new SeatLimits { Most = 1 })
        select new AddOn { Id = $"add-on {name}", Name = name, Prices = prices, Allowances = allowances, Measure = measure, RunsOut = runsOut, Units = units };

    internal static readonly Gen<Discount> SomeDiscounts =
        from name in Names
        from product in Perhaps(Names)
        from periods in PerhapsValue(Gen.Choose(1, 12))
        from off in Euros
        from percent in Gen.Elements(0m, 12.5m, 100m)
        from kind in Bool()
        from next in Bool()
        from lasts in PerhapsValue(Intervals)
        from until in PerhapsValue(Instants)
        let discount = kind
            ? (Discount)new Discount.Percentage { Id = name, ProductId = product, Periods = periods, Percent = percent }
            : new Discount.Amount { Id = name, ProductId = product, Periods = periods, Off = off }
        select discount with { FromNextPeriod = next, Lasts = lasts, Until = until };

    internal static readonly Gen<Cart> Carts =
        from plan in Names
        from interval in Intervals
        from quantity in Gen.Choose(1, 9)
        from addOns in Several(
            from id in Names
            from units in Gen.Choose(1, 9)
            from own in PerhapsValue(Intervals)
            select new CartAddOn { Id = id, Quantity = units, Interval = own })
        from paused in Bool()
        from until in PerhapsValue(Instants)
        from discounts in Several(SomeDiscounts)
        select new Cart { PlanId = plan, Interval = interval, Quantity = quantity, AddOns = addOns, Paused = paused, PausedUntil = until, Discounts = discounts };

    internal static readonly Gen<TaxRate> SomeRates =
        from name in Names
        from percent in Amounts
        from included in Bool()
        select new TaxRate { Name = name, Percent = percent, Included = included };

    internal static readonly Gen<TaxRates> Taxes =
        from otherwise in Perhaps(SomeRates)
        from products in Several(SomeRates.Select(rate => new ProductTax(rate.Name, rate)))
        select new TaxRates { Otherwise = otherwise, Products = [.. products.DistinctBy(product => product.ProductId)] };
}
