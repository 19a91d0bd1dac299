namespace BillingService.Settling;

/// <summary>An invoice: its lines, the tax by rate, and how the total is settled.</summary>
internal sealed record Invoice(
    string SubscriptionId,
    string QuoteId,
    Instant IssuedAt,
    IReadOnlyList<InvoiceLine> Lines,
    IReadOnlyList<InvoiceTax> Taxes,
    Money Total,
    IReadOnlyList<InvoiceLine> Settlement)
{
    /// <summary>Gets the number of the invoice among those of the account; 0 for a preview.</summary>
    public long Number { get; init; }

    /// <summary>Gets whether the amount due is paid.</summary>
    public bool Paid { get; init; }

    /// <summary>Makes the invoice of a quote; null if the quote bills nothing now.</summary>
    internal static Invoice? Of(Quote quote)
    {
        var zone = quote.SubscriptionAfter.Zone;
        Sequence<Line> lines = [.. quote.Collected.SelectMany(charge => charge.Lines), .. BilledNow(quote)];
        Sequence<Line> billed = [.. lines.Where(line => !line.Forfeited)];
        if (billed.IsEmpty)
        {
            return null;
        }

        var taxes = TaxTotal.ByRate(billed);
        var total = taxes.Aggregate(Money.Zero(quote.SubscriptionAfter.Currency), (sum, tax) => sum + tax.Net + tax.Tax);
        return new Invoice(
            quote.SubscriptionId,
            quote.Id ?? "",
            quote.At,
            [.. billed.Select(line => new InvoiceLine(Explanation.Of(line, zone), -line.Net))],
            [.. from tax in taxes where tax.Rate is not null select new InvoiceTax($"{tax.Rate}", tax.Net, tax.Tax)],
            total,
            SettledBy(quote));
    }

    /// <summary>The lines of a change that waits for the next invoice are billed there.</summary>
    private static IEnumerable<Line> BilledNow(Quote quote)
    {
        var deferred = quote.SubscriptionAfter.NextInvoice
            .Where(charge => charge.Since == quote.At && !charge.Owed)
            .SelectMany(charge => charge.Lines).ToList();
        return quote.Lines.Where(line => !deferred.Remove(line));
    }

    private static InvoiceLine[] SettledBy(Quote quote) =>
    [
        .. from index in Enumerable.Range(0, quote.Entries.Count)
           let entry = quote.Entries[index]
           where entry.Account is Account.Payment or Account.Balance or Account.Promotion or Account.Rounding or Account.Goodwill
           select new InvoiceLine(Explanation.Of(quote, index), entry.Amount),
    ];
}

/// <summary>A text and an amount; positive for a charge to the customer.</summary>
internal sealed record InvoiceLine(string Text, Money Amount);

/// <summary>The net and the tax of one rate.</summary>
internal sealed record InvoiceTax(string Rate, Money Net, Money Tax);
