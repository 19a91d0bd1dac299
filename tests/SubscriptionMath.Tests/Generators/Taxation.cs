namespace SubscriptionMath.Tests.Generators;

/// <summary>Generators of the rates that a caller gives, and of what a policy does with them.</summary>
internal static class Taxation
{
    private static readonly Gen<TaxRate> Rates =
        from percent in Gen.Elements(25m, 19m, 20m, 10m, 8.875m, 0m, 5.5m, 100m, 0.1m)
        from included in Gen.Elements(true, false, false)
        select new TaxRate { Name = "VAT", Percent = percent, Included = included };

    internal static Gen<TaxRates?> In(Catalog catalog) => Gen.Frequency(
        (2, Gen.Constant<TaxRates?>(null)),
        (1, Rates.Select(TaxRates? (rate) => TaxRates.Of(rate))),
        (1, from rate in Rates
            from other in Rates
            from product in Gen.Elements(catalog.Plans.Select(plan => plan.Id).Concat(catalog.AddOns.Select(addOn => addOn.Id)))
            select (TaxRates?)(TaxRates.Of(rate) with { Products = [new ProductTax(product, other)] })));

    private static readonly Gen<TaxRule> Rules =
        from basis in Gen.Elements(TaxBase.Net, TaxBase.Net, TaxBase.Gross)
        from mode in Gen.Elements(RoundingMode.HalfAwayFromZero, RoundingMode.HalfAwayFromZero, RoundingMode.HalfEven, RoundingMode.TowardZero, RoundingMode.AwayFromZero)
        select new TaxRule(basis, mode);

    internal static Gen<TaxPolicy> Policies { get; } = Gen.Frequency(
        (1, Gen.Elements(TaxPolicy.ByLine, TaxPolicy.ByInvoice)),
        (2, from charged in Rules
            from credited in Rules
            from same in Gen.Elements(true, false)
            from stage in Gen.Elements(Enum.GetValues<TaxStage>())
            select new TaxPolicy(charged, same ? charged : credited, stage)));

    /// <summary>The policy, where it does not contradict how lines are rounded; else the plainest that does not.</summary>
    internal static TaxPolicy Beside(TaxPolicy tax, Rounding rounding) => rounding.Stage != RoundingStage.Lines
        ? tax with { Stage = TaxStage.Invoice, Credited = tax.Credited with { Base = tax.Charged.Base } }
        : tax.Stage == TaxStage.Invoice ? tax with { Charged = tax.Charged with { Base = TaxBase.Net }, Credited = tax.Credited with { Base = TaxBase.Net } }
        : tax;
}
