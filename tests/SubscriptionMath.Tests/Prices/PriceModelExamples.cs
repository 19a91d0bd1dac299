namespace SubscriptionMath.Tests.Prices;

/// <summary>The price of a quantity under each model, worked by hand; and a second, simpler computation for any of them.</summary>
public sealed class PriceModelExamples
{
    private static readonly PriceTier[] Tiers = [PriceTier.Each(10, 10m), PriceTier.Each(null, 8m)];

    public static TheoryData<PriceModel, int, string> Figures => new()
    {
        { new PriceModel.PerUnit(75m), 3, "22500" },
        { new PriceModel.PerUnit(0.0005m), 3, "3/20" },
        { new PriceModel.PerUnit(0.000000000001m), 1, "1/10000000000" },
        { new PriceModel.Flat(99m), 1, "9900" },
        { new PriceModel.Flat(99m), 40, "9900" },
        { new PriceModel.Included(50m, 5, 9m), 5, "5000" },
        { new PriceModel.Included(50m, 5, 9m), 7, "6800" },
        { new PriceModel.Package(5m, 10, PackageRounding.Up), 15, "1000" },
        { new PriceModel.Package(5m, 10, PackageRounding.Up), 20, "1000" },
        { new PriceModel.Package(5m, 10, PackageRounding.Down), 15, "500" },
        { new PriceModel.Package(5m, 10, PackageRounding.Down), 9, "0" },
        { new PriceModel.Graduated([.. Tiers]), 10, "10000" },
        { new PriceModel.Graduated([.. Tiers]), 15, "14000" },
        { new PriceModel.Graduated([new PriceTier(10, 10m, 5m), new PriceTier(null, 8m, 3m)]), 11, "11600" },
        { new PriceModel.Volume([.. Tiers]), 10, "10000" },
        { new PriceModel.Volume([.. Tiers]), 11, "8800" },
        { PriceModel.StairStep(PriceTier.Step(10, 50m), PriceTier.Step(null, 90m)), 10, "5000" },
        { PriceModel.StairStep(PriceTier.Step(10, 50m), PriceTier.Step(null, 90m)), 11, "9000" },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_quantity_costs_exactly(PriceModel model, int quantity, string minor) =>
        Assert.Equal(Fraction.Parse(minor), Price.Of(model, "EUR", BillingInterval.Month).For(quantity));

    [Theory]
    [InlineData(1, 2000)]
    [InlineData(5, 2500)]
    [InlineData(9, 4000)]
    public void A_minimum_and_a_maximum_hold_for_all_units_together(int quantity, long minor) => Assert.Equal(
        Fraction.Of(minor), (Price.Of(5m, "EUR", BillingInterval.Month) with { Minimum = 20m, Maximum = 40m }).For(quantity));

    [Fact]
    public void Of_no_units_nothing_is_charged_not_even_the_minimum() => Assert.Equal(
        Fraction.Zero, (Price.Of(new PriceModel.Flat(5m), "EUR", BillingInterval.Month) with { Minimum = 20m }).For(0));

    private static readonly string[] Currencies = ["EUR", "JPY", "KWD"];

    [Fact]
    public void Unit_after_unit_gives_the_same_amount() => Assert.All(
        from model in Figures.Select(row => row.Data.Item1).Distinct()
        from quantity in Enumerable.Range(0, 33)
        from currency in Currencies
        select (Price: Price.Of(model, currency, BillingInterval.Month), quantity),
        one => Assert.True(UnitByUnit.Price(one.Price, one.quantity).Is(one.Price.For(one.quantity)), $"{one.quantity} at {one.Price}: {one.Price.For(one.quantity)}"));

    [Fact]
    public void A_model_is_printed_in_words_whatever_the_culture()
    {
        Assert.Equal("EUR 50.00 with 5 units, then EUR 9.50 each per month", Price.Of(new PriceModel.Included(50m, 5, 9.5m), "EUR", BillingInterval.Month).ToString());
        Assert.Equal(
            "by tiers, each unit in its own (up to 10: EUR 10.00 each; beyond: EUR 8.00 each) per month, at least EUR 20.00",
            (Price.Of(new PriceModel.Graduated([.. Tiers]), "EUR", BillingInterval.Month) with { Minimum = 20m }).ToString());
        Assert.Equal("5 for each 10, full ones only", new PriceModel.Package(5m, 10, PackageRounding.Down).ToString());
    }

    [Fact]
    public void What_contradicts_itself_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new PriceModel.Volume([]));
        Assert.Throws<ArgumentException>(() => new PriceModel.Graduated([PriceTier.Each(10, 1m)]));
        Assert.Throws<ArgumentException>(() => new PriceModel.Graduated([PriceTier.Each(null, 1m), PriceTier.Each(null, 2m)]));
        Assert.Throws<ArgumentException>(() => new PriceModel.Graduated([PriceTier.Each(10, 1m), PriceTier.Each(10, 2m), PriceTier.Each(null, 2m)]));
        Assert.Throws<ArgumentException>(() => PriceModel.StairStep(PriceTier.Each(null, 1m)));
        Assert.Throws<ArgumentException>(() => Price.Of(5m, "EUR", BillingInterval.Month) with { Minimum = 2m, Maximum = 1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceModel.Package(5m, 0, PackageRounding.Up));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceModel.Flat(5m) with { Amount = -1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => Price.Of(5m, "EUR", BillingInterval.Month).For(-1));
    }

    [Theory]
    [InlineData("EUR", "1 month", "EUR 10.00")]
    [InlineData("USD", "1 month", "USD 12.00")]
    [InlineData("EUR", "1 year", "EUR 100.00")]
    [InlineData("JPY", "1 year", "JPY 15000")]
    public void A_plan_costs_what_its_price_list_says_for_the_interval_and_the_currency(string currency, string interval, string due)
    {
        var catalog = Catalog.Of(new Plan
        {
            Id = "p1",
            Name = "P1",
            Rank = 0,
            Prices =
            [
                Price.Of(10m, "EUR", BillingInterval.Month), Price.Of(100m, "EUR", BillingInterval.Year),
                Price.Of(12m, "USD", BillingInterval.Month), Price.Of(15_000m, "JPY", BillingInterval.Year),
            ],
        });
        var quote = Billing.Price(
            Subscription.NotStarted("S-1", currency, DateTimeZone.Utc), Change.To(Cart.Of("p1", BillingInterval.Parse(interval))), Facts.None, catalog,
            Counter.Policy(Counter.Rest, Counter.Rest, Counter.Rest), Instant.FromUtc(2026, 4, 1, 0, 0)).OrThrow();
        Assert.Equal(due, quote.Totals.DueNow.ToString());
    }
}
