namespace SubscriptionMath.Tests.Generators;

/// <summary>Generators of catalogs, in a currency without, with two and with three decimals.</summary>
internal static class Markets
{
    private static readonly string[] Names = ["Basic", "Standard", "Pro", "Max"];

    private static readonly string[] Ids = ["basic", "standard", "pro", "max"];

    private static readonly string[] Extras = ["Phone", "Storage", "Export"];

    private static readonly string[] ExtraIds = ["phone", "storage", "export"];

    // In minor units; a cheap market is one in which nearly everything rounds to nothing.
    private static readonly Gen<decimal> UsualMonthly = Gen.OneOf(
        Gen.Elements(499m, 999m, 2500m, 7500m, 10000m, 12500m), Gen.Choose(100, 30000).Select(n => (decimal)n));

    private static readonly Gen<decimal> CheapMonthly = Gen.OneOf(
        Gen.Choose(1, 40).Select(n => (decimal)n), Gen.Elements(0.5m, 1.05m, 2.3335m, 7.25m));

    internal static Gen<Catalog> In(string currency) =>
        from cheap in Gen.Elements(true, false, false, false, false, false)
        from count in Gen.Choose(2, 4)
        from addOnCount in Gen.Choose(0, 3)
        from addOns in AddOns(currency, cheap, addOnCount)
        from tie in Gen.Elements(true, false, false, false, false)
        from plans in Plans(currency, cheap, tie, count, addOns)
        select new Catalog { Plans = [.. plans], AddOns = [.. addOns] };

    private static Gen<List<Plan>> Plans(string currency, bool cheap, bool tie, int count, List<AddOn> addOns) => Each(count, i =>
        from prices in Prices(currency, cheap, mayBeFree: i == 0, PriceShapes.OfPlans)
        from trial in Gen.Elements<TrialOffer?>(null, null, null, new TrialOffer(BillingInterval.Days(14)), new TrialOffer(BillingInterval.Month))
        from allowances in Allowances
        from all in Gen.Elements(true, true, true, true, false)
        from most in Gen.Elements<int?>(null, null, null, null, 3)
        from contract in Contracts
        select new Plan
        {
            Id = Ids[i],
            Name = Names[i],
            Rank = tie ? i / 2 : i,
            Prices = [.. prices.Select(price => price with { Contract = contract })],
            Trial = trial,
            Allowances = allowances,
            AddOns = [.. addOns.Where((_, place) => all || place != 0).Select(addOn => addOn.Id)],
            Seats = new SeatLimits { Most = most },
        });

    /// <summary>For a year, or for one that a yearly term does not fill; most plans are sold term by term.</summary>
    private static Gen<Contract?> Contracts { get; } = Gen.Frequency(
        (4, Gen.Constant<Contract?>(null)),
        (1, from months in Gen.Elements(12, 14) from then in Gen.Elements(Enum.GetValues<AfterContract>()) select (Contract?)new Contract(BillingInterval.Months(months), then)));

    private static Gen<List<AddOn>> AddOns(string currency, bool cheap, int count) => Each(count, i =>
        from prices in Prices(currency, cheap, mayBeFree: false, PriceShapes.OfAddOns)
        from allowances in Allowances
        from measure in Gen.Elements<Measure?>(null, null, null, Measure.MonthsNotStarted, Measure.Seconds)
        from runsOut in Gen.Elements(false, false, false, true)
        select new AddOn { Id = ExtraIds[i], Name = Extras[i], Prices = prices, Allowances = allowances, Measure = measure, RunsOut = runsOut });

    private static Gen<Sequence<Allowance>> Allowances { get; } = Gen.Frequency(
        (1, Gen.Constant(default(Sequence<Allowance>))),
        (1, from units in Gen.Elements(0m, 1m, 30m, 100m, 2.5m)
            from rollover in Gen.Elements(Rollover.Full, Rollover.Full, Rollover.None, Rollover.UpTo(20m), Rollover.UpToTimes(2m), Rollover.PartOfRest(50m))
            from interval in Gen.Elements<BillingInterval?>(null, null, null, BillingInterval.Month)
            select (Sequence<Allowance>)[new Allowance { Kind = "calls", Units = units, Rollover = rollover, Interval = interval }]));

    private static Gen<Sequence<Price>> Prices(string currency, bool cheap, bool mayBeFree, Gen<BillingTiming> charged) =>
        from free in Gen.Elements(mayBeFree, false, false)
        from monthly in cheap ? CheapMonthly : UsualMonthly
        from yearly in Gen.Frequency((2, Gen.Constant(monthly * 10)), (1, cheap ? CheapMonthly : Gen.Choose(1000, 60000).Select(n => (decimal)n)))
        from sold in Gen.Elements("both", "both", "both", "both", "both", "both", "both", "monthly", "yearly")
        from shape in PriceShapes.Any(charged)
        select (Sequence<Price>)
        [
            .. sold == "yearly" ? [] : new[] { Of(free ? 0m : monthly, currency, BillingInterval.Month, shape) },
            .. sold == "monthly" ? [] : new[] { Of(free ? 0m : yearly, currency, BillingInterval.Year, shape) },
        ];

    private static Price Of(decimal minor, string code, BillingInterval interval, Func<Price, decimal, Price> shape)
    {
        var currency = Currency.Of(code);
        var perMajor = 1m;
        for (var i = 0; i < currency.MinorDigits; i++)
            perMajor *= 10m;

        return shape(Price.Of(minor / perMajor, code, interval), minor / perMajor);
    }

    private static Gen<List<T>> Each<T>(int count, Func<int, Gen<T>> one) => Enumerable.Range(0, count).Aggregate(
        Gen.Constant(new List<T>()), (all, i) => from list in all from next in one(i) select new List<T>(list) { next });
}
