namespace RenewalCluster;

/// <summary>The vendor: three plans, one add-on, and a policy with downgrades at the period's end.</summary>
public static class Shop
{
    /// <summary>The currency of all prices.</summary>
    public const string Currency = "EUR";

    /// <summary>The add-on of the higher plans.</summary>
    public const string Backup = "backup";

    /// <summary>Gets the end of the night, exclusive: the first of December is over in every time zone.</summary>
    public static Instant NightEnd { get; } = Instant.FromUtc(2026, 12, 2, 12, 0);

    /// <summary>Gets the ids of the plans, the cheapest first.</summary>
    public static IReadOnlyList<string> Plans { get; } = ["solo", "team", "company"];

    /// <summary>Gets the products for sale.</summary>
    public static Catalog Catalog { get; } = new()
    {
        Plans = [Plan(1, "Solo", 9m, 90m), Plan(2, "Team", 29m, 290m, Backup), Plan(3, "Company", 79m, 790m, Backup)],
        AddOns = [new AddOn { Id = Backup, Name = "Backup", Prices = Prices(5m, 50m) }],
    };

    /// <summary>Gets the policy.</summary>
    public static BillingPolicy Policy { get; } = PolicyCheck.Checked(new BillingPolicy
    {
        Name = "Night shop",
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.Otherwise(Treatments.Prorated),
        ],
    });

    private static Plan Plan(int rank, string name, decimal month, decimal year, params string[] addOns) => new()
    {
        Id = Plans[rank - 1],
        Name = name,
        Rank = rank,
        Prices = Prices(month, year),
        AddOns = [.. addOns],
    };

    private static Sequence<Price> Prices(decimal month, decimal year) =>
        [Price.Of(month, Currency, BillingInterval.Month), Price.Of(year, Currency, BillingInterval.Year)];
}
