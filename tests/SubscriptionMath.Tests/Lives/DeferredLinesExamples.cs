using System.Text.Json;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>A deferred charge keeps the lines of its quote, with net and tax, so that the later invoice can be printed.</summary>
public sealed class DeferredLinesExamples
{
    private static readonly TaxRate Vat = new() { Name = "VAT", Percent = 20m };
    private static readonly Facts Taxed = Facts.None with { Taxes = TaxRates.Of(Vat), AskedBy = Roles.Owner };

    /// <summary>Standard at 75.00, Pro at 125.00: on 16 April, 15 of 30 days are 37.50 back and 62.50 charged.</summary>
    private static readonly Subscription Standard = Asked(SmrtPhone.NotStarted(), Monthly("standard"), "2026-04-01").SubscriptionAfter;
    private static readonly Quote Upgrade = Asked(Standard, Monthly("pro"), "2026-04-16");

    [Fact]
    public void The_lines_and_their_tax_by_rate_wait_with_the_amount()
    {
        // 25.00 net and 5.00 of VAT: 30.00.
        var charge = Assert.Single(Upgrade.SubscriptionAfter.NextInvoice);
        Assert.Equal(Money.Of(30m, "EUR"), charge.Amount);
        Assert.Equal(Upgrade.Lines, charge.Lines);
        Assert.Equal(new TaxTotal(Vat, Money.Of(25m, "EUR"), Money.Of(5m, "EUR")), Assert.Single(charge.Taxes));
        Assert.True(charge.BeyondLines.IsZero);
    }

    [Fact]
    public void The_renewal_has_what_its_invoice_prints()
    {
        var renewal = Lifecycle.PriceNext(Upgrade.SubscriptionAfter, Taxed, SmrtPhone.Catalog, SmrtPhone.Policy)!;
        Assert.Equal(Upgrade.SubscriptionAfter.NextInvoice, renewal.Collected);
        Assert.Empty(renewal.SubscriptionAfter.NextInvoice);

        // The invoice: 125.00 for May, 62.50 for the rest of April, 37.50 back; 150.00 net, 30.00 of VAT, 180.00 to pay.
        Sequence<Line> printed = [.. renewal.Collected.SelectMany(charge => charge.Lines), .. renewal.Lines];
        Assert.Equal(
            [
                "Unused time on Standard, 16 Apr to 1 May 2026: 15 of 30 days of EUR 75.00 = EUR 37.50",
                "Pro, 16 Apr to 1 May 2026: 15 of 30 days of EUR 125.00 = EUR 62.50",
                "Pro, 1 May to 1 Jun 2026: EUR 125.00",
            ],
            printed.Select(line => Explanation.Of(line, renewal.SubscriptionAfter.Zone)));
        Assert.Equal([new TaxTotal(Vat, Money.Of(150m, "EUR"), Money.Of(30m, "EUR"))], TaxTotal.ByRate(printed));
        Assert.Equal(Money.Of(180m, "EUR"), renewal.Totals.DueNow);
    }

    [Fact]
    public void Each_rate_has_its_sum_and_lines_without_tax_have_theirs()
    {
        var line = Upgrade.Lines[1];
        var reduced = new TaxRate { Name = "VAT", Percent = 10m };
        Line Of(TaxRate? rate, decimal amount, decimal tax) => line with
        {
            Amount = Money.Of(amount, "EUR"),
            Tax = rate is null ? null : new LineTax { Rate = rate, Exact = Fraction.Of(100m * tax), Amount = Money.Of(tax, "EUR") },
        };

        // Included tax is in the amount: 11.00 at 10 % are 10.00 and 1.00.
        var included = reduced with { Included = true };
        Assert.Equal(
            [
                new TaxTotal(Vat, Money.Of(90m, "EUR"), Money.Of(18m, "EUR")), new TaxTotal(null, Money.Of(7m, "EUR"), Money.Of(0m, "EUR")),
                new TaxTotal(included, Money.Of(10m, "EUR"), Money.Of(1m, "EUR")),
            ],
            TaxTotal.ByRate([Of(Vat, -100m, -20m), Of(null, -7m, 0m), Of(Vat, 10m, 2m), Of(included, -11m, -1m), Of(Vat, -5m, -1m) with { Forfeited = true }]));
        Assert.Empty(TaxTotal.ByRate([]));
    }

    [Fact]
    public void An_amount_owed_has_no_lines_since_its_bill_was_made()
    {
        var upgrade = WhaleBooks.Quote(WhaleBooks.Buy("2026-01-01", Yearly("personal")), Yearly("company"), "2026-07-02");
        var owing = Billing.AcceptUnpaid(WhaleBooks.Buy("2026-01-01", Yearly("personal")), upgrade, Facts.None).OrThrow().Subscription;
        var owed = Assert.Single(owing.NextInvoice);
        Assert.Equal((0, Money.Of(70.19m, "EUR")), (owed.Lines.Count, owed.BeyondLines));
        var collected = Billing.Collect(owing, Facts.None, WhaleBooks.Policy, WhaleBooks.At("2026-07-03"));
        Assert.Equal([owed], collected.Collected);
    }

    [Fact]
    public void A_quote_that_collects_other_charges_than_its_entries_is_refused()
    {
        var renewal = Lifecycle.PriceNext(Upgrade.SubscriptionAfter, Taxed, SmrtPhone.Catalog, SmrtPhone.Policy)!;
        Assert.Equal(renewal, BillingJson.Read<Quote>(BillingJson.Write(renewal)));

        var half = renewal with { Collected = [renewal.Collected[0] with { Amount = Money.Of(15m, "EUR") }] };
        Assert.Equal("$.collected", Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(BillingJson.Write(half))).Path);
        var dollars = renewal with { Collected = [renewal.Collected[0] with { Amount = Money.Of(30m, "USD") }] };
        Assert.Equal("$.collected[0].amount", Assert.Throws<JsonException>(() => BillingJson.Read<Quote>(BillingJson.Write(dollars))).Path);

        // An earlier build wrote no charges beside the entries.
        var earlier = renewal with { Collected = [] };
        Assert.Equal(earlier, BillingJson.Read<Quote>(BillingJson.Write(earlier)));
    }

    [Fact]
    public void A_line_in_another_currency_is_an_inconsistent_state()
    {
        var charge = Upgrade.SubscriptionAfter.NextInvoice[0];
        var wrong = Upgrade.SubscriptionAfter with
        {
            NextInvoice = [charge with { Lines = [charge.Lines[0], charge.Lines[1] with { Amount = Money.Of(1m, "USD"), Tax = null }] }],
        };
        var found = Assert.Single(SubscriptionCheck.Inconsistencies(wrong));
        Assert.Equal("nextInvoice[0].lines[1].amount", found.Path);
        Assert.Contains("USD 1.00 is a line", found.Message, StringComparison.Ordinal);

        var taxed = charge.Lines[1] with { Tax = charge.Lines[1].Tax! with { Amount = Money.Of(1m, "USD") } };
        var wrongTax = Upgrade.SubscriptionAfter with { NextInvoice = [charge with { Lines = [charge.Lines[0], taxed] }] };
        Assert.Equal("nextInvoice[0].lines[1].tax.amount", Assert.Single(SubscriptionCheck.Inconsistencies(wrongTax)).Path);
    }

    private static Quote Asked(Subscription held, Cart cart, string at) =>
        Billing.Price(held, Change.To(cart), Taxed, SmrtPhone.Catalog, SmrtPhone.Policy, SmrtPhone.At(at)).OrThrow();
}
