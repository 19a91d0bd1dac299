using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>A file for each noun as an earlier build wrote it, kept for good: today's build reads it, as the same value.</summary>
/// <remarks>A new noun gets its file with <c>GOLDEN_WRITE=1</c>, once. A file that exists is never written again.</remarks>
public sealed class GoldenFileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "SubscriptionMath.Tests", "Serialization", "Golden");
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = PhotoDeck.Buy("2026-01-01", Yearly("standard").With("storage"));
    private static readonly Quote Upgrade = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02");

    [Fact]
    public void A_policy_is_read() => Reads("policy", WhaleBooks.Policy);

    [Fact]
    public void A_catalog_is_read() => Reads("catalog", Kaspr.Catalog);

    [Fact]
    public void A_subscription_is_read()
    {
        Reads("subscription", Standard);
        Reads("subscription-of-schema-1", Standard);
        Reads("subscription-canceled", WhaleBooks.Cancel(Personal, "2026-06-01"));
        Reads("subscription-with-credits", Kaspr.Buy("2026-04-01", Monthly("licence", 5)));
        var deferred = SmrtPhone.Change(SmrtPhone.Buy("2026-04-01", Monthly("standard")), Monthly("pro"), "2026-04-16");
        Reads("subscription-with-deferred-lines", deferred);

        // An earlier build kept no lines with a deferred charge.
        Reads("subscription-with-deferred-charges", deferred with { NextInvoice = [.. deferred.NextInvoice.Select(charge => charge with { Lines = [] })] });
    }

    [Fact]
    public void A_change_and_its_facts_are_read()
    {
        Reads("change", Change.To(Yearly("company")));
        Reads("change-cancel", Change.Cancel(RequestedTiming.AtPeriodEnd));
        Reads("facts", Facts.None with
        {
            Credit = MoneyCredit.Of(Money.Of(30m, "EUR")),
            MembersInUse = 3,
            AskedBy = Roles.Owner,
            Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 20m }),
        });
    }

    [Fact]
    public void An_answer_is_read()
    {
        Reads<Answer>("quote", Upgrade);
        Reads<Answer>("quote-with-totals", Upgrade with { Id = "Q-17" });
        Reads<Answer>("refused", WhaleBooks.Ask(Personal, Monthly("company"), "2026-07-02"));
        Reads("accepted", Billing.Accept(Personal, Upgrade, Facts.None));
        Reads("stale", Billing.Accept(Upgrade.SubscriptionAfter, Upgrade, Facts.None));
    }

    [Fact]
    public void Money_credit_and_a_credit_pool_are_read()
    {
        var gift = new CreditLot { Left = Money.Of(5m, "EUR"), Source = CreditSource.Promotion, Expires = WhaleBooks.At("2026-12-01"), Priority = 1 };
        Reads("money-credit", new MoneyCredit { Lots = [.. MoneyCredit.Of(Money.Of(30m, "EUR")).Lots, gift] });
        var seats = Kaspr.Buy("2026-04-01", Monthly("licence", 5));
        Reads("credit-pool", CreditPool.Of(seats, seats.Grants[0].Kind, Kaspr.At("2026-04-10")));
    }

    [Fact]
    public void A_timeline_is_read() => Reads("timeline", WhaleBooks.Advance(Personal, "2028-01-01"));

    [Fact]
    public void Every_file_is_read_by_a_test()
    {
        var source = File.ReadAllText(Path.Combine(Folder, "..", "GoldenFileTests.cs"));
        Assert.All(Directory.GetFiles(Folder), file => Assert.Contains($"\"{Path.GetFileNameWithoutExtension(file)}\"", source, StringComparison.Ordinal));
    }

    private static void Reads<T>(string name, T value)
        where T : notnull
    {
        var file = Path.Combine(Folder, $"{name}.json");
        if (Environment.GetEnvironmentVariable("GOLDEN_WRITE") == "1" && !File.Exists(file))
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, BillingJson.Write(value, indented: true, explained: true) + "\n");
        }

        Assert.Equal(value, BillingJson.Read<T>(File.ReadAllText(file)));
    }
}
