using SubscriptionMath.Scenarios;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Hostile;

/// <summary>All readers of the library and the reader of scenarios, each with valid documents.</summary>
internal static class Nouns
{
    internal const string Scenario = "scenario";

    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = PhotoDeck.Buy("2026-01-01", Yearly("standard").With("storage"));
    private static readonly Subscription Licences = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
    private static readonly Subscription Phones = SmrtPhone.Change(SmrtPhone.Buy("2026-04-01", Monthly("standard")), Monthly("pro"), "2026-04-16");
    private static readonly Subscription Tried = WhaleBooksWithTrial.Buy("2026-01-01", Yearly("personal"));
    private static readonly Quote Upgrade = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02");

    private static readonly Facts Paying = Facts.None with
    {
        Credit = new MoneyCredit
        {
            Lots =
            [
                new CreditLot { Left = Money.Of(30m, "EUR"), Source = CreditSource.Paid, Expires = null },
                new CreditLot { Left = Money.Of(5m, "EUR"), Source = CreditSource.Promotion, Expires = WhaleBooks.At("2026-08-01"), Priority = 1 },
            ],
        },
        MembersInUse = 3,
        AskedBy = Roles.Owner,
        Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 20m }),
    };

    private static readonly Script Wishes = new()
    {
        Commands =
        [
            new Command.Ask { At = WhaleBooks.At("2026-01-01"), Change = Change.To(Yearly("personal")) },
            new Command.Ask { At = WhaleBooks.At("2026-07-02"), Change = Change.To(Yearly("company")) },
            new Command.Ask { At = WhaleBooks.At("2026-09-01"), Change = Change.Cancel() },
            new Command.Withdraw { At = WhaleBooks.At("2026-10-01") },
        ],
        PaymentsFail = [WhaleBooks.Term("2026-12-31", "2027-01-04")],
    };

    private static readonly Shop[] Shops = [WhaleBooks, WhaleBooksWithTrial, Obi, ObiFullPrice, SmrtPhone, Kaspr, PhotoDeck];

    internal static IReadOnlyList<Noun> All { get; } =
    [
        Noun.Of("policy", Shops.Select(shop => shop.Policy).Append(Vendors.Stripe.Flexible()).Append(Vendors.Orb.Immediate()).Append(Vendors.OpenMeter.Policy()), Uses.OfPolicy),
        Noun.Of("rule", Shops.SelectMany(shop => shop.Policy.Rules)),
        Noun.Of("catalog", Shops.Select(shop => shop.Catalog), Uses.OfCatalog),
        Noun.Of("plan", Shops.SelectMany(shop => shop.Catalog.Plans)),
        Noun.Of("add-on", Shops.SelectMany(shop => shop.Catalog.AddOns)),
        Noun.Of("price", Shops.SelectMany(shop => shop.Catalog.Plans).SelectMany(plan => plan.Prices)),
        Noun.Of("subscription", [Personal, Standard, Licences, Phones, Tried, WhaleBooks.Cancel(Personal, "2026-06-01")], Uses.OfSubscription),
        Noun.Of("grant", Licences.Grants),
        Noun.Of("change", [Change.To(Yearly("company")), Change.To(Monthly("personal", 2)) with { Timing = RequestedTiming.AtPeriodEnd }, Change.Cancel(RequestedTiming.AtPeriodEnd), Change.To(Yearly("personal") with { Paused = true })], Uses.OfChange),
        Noun.Of("facts", [Facts.None, Paying], Uses.OfFacts),
        Noun.Of("money credit", [MoneyCredit.None, Paying.Credit]),
        Noun.Of("tax rates", [TaxRates.Of(new TaxRate { Name = "VAT", Percent = 20m }), new TaxRates { Products = [new ProductTax("company", new TaxRate { Name = "QST", Percent = 9.975m }), new ProductTax("personal", new TaxRate { Name = "GST", Percent = 5m })] }]),
        Noun.Of("discount", [Discount.OfPercent("SPRING", 20m), Discount.OfAmount("FIVE", Money.Of(5m, "EUR"))]),
        Noun.Of<Answer>("quote", [Upgrade, SmrtPhone.Quote(Phones, Monthly("standard"), "2026-04-20"), WhaleBooks.Ask(Personal, Monthly("company"), "2026-07-02")], Uses.OfAnswer),
        Noun.Of("acceptance", [Billing.Accept(Personal, Upgrade, Facts.None), Billing.Accept(Upgrade.SubscriptionAfter, Upgrade, Facts.None)]),
        Noun.Of<Spending>("spending", [Billing.Spend(Licences, Licences.Grants[0].Kind, 1m, Kaspr.Policy, Kaspr.At("2026-04-02"))]),
        Noun.Of("script", [Wishes], Uses.OfScript),
        Noun.Of("timeline", [WhaleBooks.Advance(Personal, "2028-01-01"), Timeline.Of(Personal, Facts.None)], Uses.OfTimeline),
        new(Scenario, [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "scenarios"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)], text => ScenarioReader.Read(text, "file"), Uses.OfScenario),
    ];
}
