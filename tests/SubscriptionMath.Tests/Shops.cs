namespace SubscriptionMath.Tests;

/// <summary>The five vendors, each with the catalog of its worked scenarios.</summary>
internal static class Shops
{
    public static Facts AskedByTheOwner { get; } = Facts.None with { AskedBy = Roles.Owner };

    /// <summary>Personal EUR 100.00 and Company EUR 240.00 a year, a free plan below.</summary>
    public static Shop WhaleBooks { get; } = new(Vendors.WhaleBooks.Policy(), Catalog.Of(
        Plan("free", 0, Price.Of(0m, "EUR", BillingInterval.Year)),
        Plan("personal", 1, Price.Of(100m, "EUR", BillingInterval.Year)),
        Plan("company", 2, Price.Of(240m, "EUR", BillingInterval.Year))));

    /// <summary>The same, with fourteen days of trial before the first payment.</summary>
    public static Shop WhaleBooksWithTrial { get; } = WhaleBooks with
    {
        Catalog = new() { Plans = [.. WhaleBooks.Catalog.Plans.Select(plan => plan with { Trial = new TrialOffer(BillingInterval.Days(14)) })] },
    };

    /// <summary>Starter, Business and Agency by the month with 30, 60 and 100 credits of a virtual assistant.</summary>
    public static Shop Obi { get; } = new(Vendors.Obi.DayProration(), Catalog.Of(
        Team("starter", 1, 300m, 30), Team("business", 2, 500m, 60), Team("agency", 3, 800m, 100)));

    public static Shop ObiFullPrice { get; } = Obi with { Policy = Vendors.Obi.FullPriceAndCycleReset() };

    /// <summary>Standard and Pro, by the month or by the year.</summary>
    public static Shop SmrtPhone { get; } = new(Vendors.SmrtPhone.Policy(), Catalog.Of(
        Plan("standard", 1, Price.Of(75m, "EUR", BillingInterval.Month), Price.Of(750m, "EUR", BillingInterval.Year)),
        Plan("pro", 2, Price.Of(125m, "EUR", BillingInterval.Month), Price.Of(1250m, "EUR", BillingInterval.Year))))
    {
        Facts = AskedByTheOwner,
    };

    /// <summary>A licence of EUR 50.00 a month or 480.00 a year, Business above it, and credits as add-ons.</summary>
    public static Shop Kaspr { get; } = new(Vendors.Kaspr.Policy(), new Catalog
    {
        Plans =
        [
            Plan("licence", 1, Price.Of(50m, "EUR", BillingInterval.Month), Price.Of(480m, "EUR", BillingInterval.Year)) with
            {
                Allowances = [Credits("phone", 100)], AddOns = ["phone50", "phone100", "export1000"],
            },
            Plan("business", 2, Price.Of(80m, "EUR", BillingInterval.Month), Price.Of(780m, "EUR", BillingInterval.Year)) with
            {
                Allowances = [Credits("phone", 200)], AddOns = ["phone50", "phone100", "export1000"],
            },
            Plan("solo", 0, Price.Of(30m, "EUR", BillingInterval.Month)) with { Seats = new() { Most = 1 } },
        ],
        AddOns =
        [
            Pack("phone50", 15m, Credits("phone", 50)), Pack("phone100", 30m, Credits("phone", 100)), Pack("export1000", 5m, Credits("export", 1000)),
        ],
    })
    {
        Facts = Facts.None with { MembersInUse = 1 },
    };

    /// <summary>Standard and Premium by the year or month; storage counted by days, microjobs by months not started.</summary>
    public static Shop PhotoDeck { get; } = new(Vendors.PhotoDeck.Policy(), new Catalog
    {
        Plans =
        [
            Plan("standard", 1, Price.Of(240m, "EUR", BillingInterval.Year), Price.Of(25m, "EUR", BillingInterval.Month)) with { AddOns = ["storage", "microjobs"] },
            Plan("premium", 2, Price.Of(480m, "EUR", BillingInterval.Year), Price.Of(50m, "EUR", BillingInterval.Month)) with { AddOns = ["storage", "microjobs"] },
        ],
        AddOns =
        [
            AddOn("storage", Price.Of(60m, "EUR", BillingInterval.Year)) with { Units = new() { Most = 1 } },
            AddOn("microjobs", Price.Of(120m, "EUR", BillingInterval.Year)) with { Measure = Measure.MonthsNotStarted, Units = new() { Most = 1 } },
        ],
    })
    {
        QuotaAnchor = Anchor.On(new LocalDate(2025, 12, 10)),
    };

    public static Plan Plan(string id, int rank, params ReadOnlySpan<Price> prices) =>
        new() { Id = id, Name = Title(id), Rank = rank, Prices = Sequence.Of(prices) };

    public static AddOn AddOn(string id, params ReadOnlySpan<Price> prices) =>
        new() { Id = id, Name = Title(id), Prices = Sequence.Of(prices) };

    public static Allowance Credits(string kind, decimal units) => new() { Kind = kind, Units = units, Rollover = Rollover.None };

    public static Cart Monthly(string plan, int quantity = 1) => Cart.Of(plan, BillingInterval.Month) with { Quantity = quantity };

    public static Cart Yearly(string plan, int quantity = 1) => Cart.Of(plan, BillingInterval.Year) with { Quantity = quantity };

    /// <summary>The cart with these add-ons, one of each, and no other.</summary>
    public static Cart With(this Cart cart, params ReadOnlySpan<string> addOns)
    {
        Sequence<CartAddOn> held = [];
        foreach (var id in addOns)
        {
            held = held.Plus(new CartAddOn { Id = id });
        }

        return cart with { AddOns = held };
    }

    /// <summary>The one lot of the plan after a quote.</summary>
    public static Lot OnlyLot(Quote quote) => Assert.Single(quote.SubscriptionAfter.Plan!.Lots.ToArray());

    /// <summary>So many of the first grant's units are used.</summary>
    public static Subscription Used(Subscription subscription, decimal units) =>
        subscription with { Grants = [subscription.Grants[0] with { Used = units }] };

    private static AddOn Pack(string id, decimal price, Allowance credits) =>
        AddOn(id, Price.Of(price, "EUR", BillingInterval.Month), Price.Of(price * 12, "EUR", BillingInterval.Year)) with { Allowances = [credits] };

    private static Plan Team(string id, int rank, decimal price, decimal units) =>
        Plan(id, rank, Price.Of(price, "EUR", BillingInterval.Month)) with { Allowances = [Credits("va", units) with { Rollover = Rollover.Full }] };

    private static string Title(string id) => char.ToUpperInvariant(id[0]) + id[1..];
}
