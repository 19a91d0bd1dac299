namespace SubscriptionMath.Tests.Laws;

/// <summary>Laws of the lines that wait for a later invoice.</summary>
public sealed class DeferredLaws
{
    [Law]
    public void Charges_that_wait_keep_their_lines_until_the_invoice_that_collects_them(Life life)
    {
        foreach (var ((before, _), _, quote) in LifeLaws.Taken(life))
        {
            var collects = quote.Entries.Where(entry => entry.Collects).Sum(entry => entry.Amount.Minor);
            Assert.Equal(collects, -quote.Collected.Sum(charge => charge.Amount.Minor));
            Assert.True(quote.Collected.IsEmpty || quote.Collected == before.NextInvoice);

            // Those that waited and were not collected stand first, as they were.
            var still = quote.Collected.IsEmpty ? before.NextInvoice : [];
            Assert.Equal(still, quote.SubscriptionAfter.NextInvoice.Take(still.Count));
            var joined = quote.SubscriptionAfter.NextInvoice.Skip(still.Count).ToList();
            var known = quote.Lines.Concat(quote.Collected.SelectMany(charge => charge.Lines)).ToHashSet();
            Assert.All(joined, charge => Assert.Subset(known, charge.Lines.ToHashSet()));

            // Where all lines wait, the entries beside them are the rest of the amount.
            if (quote.Collected.IsEmpty && joined.Count > 0 && joined.Sum(charge => charge.Lines.Count) == quote.Lines.Count)
            {
                var beside = quote.Entries.Where(entry => entry.Line == Entry.NoLine && entry.Account != Account.NextInvoice).Sum(entry => entry.Amount.Minor);
                Assert.Equal(-beside, joined.Sum(charge => charge.BeyondLines.Minor));
            }
        }
    }

    [Law]
    public void The_taxes_of_lines_rate_by_rate_are_those_of_the_lines(Life life)
    {
        foreach (var (_, _, quote) in LifeLaws.Taken(life))
        {
            var (taxes, counted) = (TaxTotal.ByRate(quote.Lines), quote.Lines.Where(line => !line.Forfeited).ToList());
            Assert.Equal(-counted.Sum(line => line.Gross.Minor), taxes.Sum(one => one.Net.Minor + one.Tax.Minor));
            Assert.Equal(-counted.Sum(line => line.Tax?.Amount.Minor ?? 0), taxes.Sum(one => one.Tax.Minor));
            Assert.Equal(counted.Select(line => line.Tax?.Rate).Distinct(), taxes.Select(one => one.Rate));
        }
    }
}
