namespace BillingService.Shop;

/// <summary>The products that the demo sells. A real service reads its catalog from a file or a table (<c>BillingJson.Read</c>).</summary>
internal static class DemoShop
{
    private static readonly TaxRate Vat = new() { Name = "VAT", Percent = 20m };
    private static readonly TaxRate ReducedVat = new() { Name = "VAT", Percent = 10m };

    internal static Catalog Catalog { get; } = new()
    {
        Plans =
        [
            new Plan
            {
                Id = "solo",
                Name = "Solo",
                Rank = 1,
                Prices = Prices(month: 12m, year: 120m),
                Seats = new SeatLimits { Most = 1 },
                AddOns = ["handbook"],
            },
            Shared("team", "Team", rank: 2, month: 30m, calls: 100m),
            Shared("business", "Business", rank: 3, month: 60m, calls: 250m),
        ],
        AddOns =
        [
            new AddOn { Id = "handbook", Name = "Printed handbook", Prices = Prices(month: 5m, year: 50m) },
            new AddOn { Id = "calls", Name = "100 more calls", Prices = Prices(month: 8m, year: 80m), Allowances = [Calls(100m)] },
        ],
    };

    internal static TaxRates Taxes { get; } =
        TaxRates.Of(Vat) with { Products = [new ProductTax("handbook", ReducedVat)] };

    private static Plan Shared(string id, string name, int rank, decimal month, decimal calls) => new()
    {
        Id = id,
        Name = name,
        Rank = rank,
        Prices = Prices(month, year: 10 * month),
        Allowances = [Calls(calls)],
        AddOns = ["handbook", "calls"],
    };

    private static Sequence<Price> Prices(decimal month, decimal year) =>
        [Price.Of(month, "EUR", BillingInterval.Month), Price.Of(year, "EUR", BillingInterval.Year)];

    private static Allowance Calls(decimal units) => new() { Kind = "calls", Units = units, Rollover = Rollover.None };
}
