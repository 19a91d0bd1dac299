namespace SubscriptionMath.Tests.Prices;

/// <summary>Retained unused value keeps its part of the tax; each figure by hand.</summary>
public sealed class RetentionExamples
{
    private static readonly UnusedValue LessATenth = UnusedValue.OfAllLots with { Withheld = WithheldValue.Part(new Fraction(1, 10)) };

    [Theory]
    [InlineData(RoundingStage.Net, TaxBase.Net)]
    [InlineData(RoundingStage.Lines, TaxBase.Net)]
    [InlineData(RoundingStage.Lines, TaxBase.Gross)]
    public void A_tenth_that_is_kept_keeps_a_tenth_of_the_tax(RoundingStage stage, TaxBase basis)
    {
        // 100.00 at 25 %, half of it left: 50.00 and 12.50 go back, less 5.00 and 1.25.
        var (shop, facts) = (Shop(LessATenth, 100m, stage, basis), Taxed(included: false));
        var end = End(shop, shop.Accept(shop.NotStarted(), shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-04-01", facts), facts), facts);
        Assert.Equal("Service +50.00; Forfeited -5.00; Tax +12.50 -1.25; Balance -56.25", Written.Entries(end));
        Assert.Equal("VAT 25 % kept, on EUR 5.00", Explanation.Of(end)[3]);
    }

    [Fact]
    public void So_it_does_where_the_price_contains_the_tax()
    {
        // 125.00, of which 25.00 is tax: 62.50 go back, less 6.25 of which 1.25 is tax.
        var (shop, facts) = (Shop(LessATenth, 125m, RoundingStage.Net, TaxBase.Net), Taxed(included: true));
        var end = End(shop, shop.Accept(shop.NotStarted(), shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-04-01", facts), facts), facts);
        Assert.Equal("Service +50.00; Forfeited -5.00; Tax +12.50 -1.25; Balance -56.25", Written.Entries(end));
    }

    [Fact]
    public void Where_all_is_kept_all_of_the_tax_is()
    {
        var all = UnusedValue.OfTheWholeTerm with { Withheld = WithheldValue.Part(Fraction.One) };
        var (shop, facts) = (Shop(all, 100m, RoundingStage.Lines, TaxBase.Net), Taxed(included: false));
        var end = End(shop, shop.Accept(shop.NotStarted(), shop.Quote(shop.NotStarted(), Counter.Cart("p1"), "2026-04-01", facts), facts), facts);
        Assert.Equal("Goodwill +50.00; Service +50.00; Forfeited -100.00; Tax +12.50 +12.50 -25.00", Written.Entries(end));
    }

    [Theory]
    [InlineData(RoundingStage.Net)]
    [InlineData(RoundingStage.Lines)]
    public void Where_all_of_an_odd_cent_is_kept_nothing_goes_back(RoundingStage stage)
    {
        // 10.01, half of it left: 5.005 are unused, 5.005 more are given back, and 10.01 are kept; not 5.005 and the rounded 5.00, which would leave half a cent to round.
        var shop = Shop(UnusedValue.OfTheWholeTerm with { Withheld = WithheldValue.Part(Fraction.One) }, 10.01m, stage, TaxBase.Net);
        var end = End(shop, shop.Buy("2026-04-01", Counter.Cart("p1")), Facts.None);
        Assert.Equal("Goodwill +5.00; Service +5.01; Forfeited -10.01", Written.Entries(end));
        Assert.Equal(Fraction.Of(-1001), end.Lines.Single(line => line.Kind == LineKind.Withheld).Exact);
    }

    [Fact]
    public void What_has_fewer_usage_credits_left_than_time_is_a_part_of_what_it_was_sold_for()
    {
        // 30.00 less half, half of the month and a tenth of the credits left: 7.50 are unused, 1.50 go back.
        var shop = Shop(UnusedValue.OfAllLots with { Withheld = WithheldValue.BeyondUsageOf("calls") }, 30m, RoundingStage.Lines, TaxBase.Net);
        var calls = new Allowance { Kind = "calls", Units = 10m, Rollover = Rollover.None };
        shop = shop with { Catalog = shop.Catalog with { Plans = [.. shop.Catalog.Plans.Select(plan => plan with { Allowances = [calls] })] } };
        var held = shop.Buy("2026-04-01", Counter.Cart("p1") with { Discounts = [Discount.OfPercent("half", 50m)] });
        held = held with { Grants = [.. held.Grants.Select(grant => grant with { Used = 9m })] };
        Assert.Equal("Service +7.50; Forfeited -6.00; Balance -1.50", Written.Entries(End(shop, held, Facts.None)));
    }

    private static Shop Shop(UnusedValue unused, decimal price, RoundingStage stage, TaxBase basis)
    {
        var shop = Counter.Of(Counter.Monthly(price));
        var rule = new TaxRule(basis, RoundingMode.HalfAwayFromZero);
        return shop with
        {
            Policy = Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest with { Unused = unused }).WithRounding(Rounding.HalfAwayFromZeroByLine with { Stage = stage }).WithTax(new TaxPolicy(rule, rule, stage == RoundingStage.Net ? TaxStage.Invoice : TaxStage.Lines)),
        };
    }

    private static Facts Taxed(bool included) => Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 25m, Included = included }) };

    private static Quote End(Shop shop, Subscription held, Facts facts) =>
        Billing.Price(held, Change.Cancel(), facts, shop.Catalog, shop.Policy, shop.At("2026-04-16")).OrThrow();
}
