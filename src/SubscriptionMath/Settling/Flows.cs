namespace SubscriptionMath;

/// <summary>The sources and the uses of the value on one bill.</summary>
/// <param name="Charges">The charges, time bought by a surplus included.</param>
/// <param name="Collected">The amount that had been deferred to this bill.</param>
/// <param name="Deferred">The amount deferred to the next invoice; negative if that invoice falls.</param>
/// <param name="Payment">The payment.</param>
/// <param name="Given">The surplus given back.</param>
/// <param name="LeftOver">
/// The rest of a surplus that bought time, which is forfeited; negative if the time is worth more, which is conceded.
/// </param>
internal readonly record struct Flows(Charges Charges, Money Collected, Money Deferred, Payment Payment, SurplusGiven Given, Money LeftOver)
{
    /// <summary>Gets the part of the new price that is waived; zero or more.</summary>
    internal required Money Waived { get; init; }

    /// <summary>Gives the entries, each value on its account; the entries sum to zero.</summary>
    /// <param name="lines">The lines of the bill.</param>
    /// <param name="firstLine">The place of the first line among those of the quote.</param>
    /// <param name="oldPrice">The price of the plan held before: the first of two payments.</param>
    internal Sequence<Entry> ToEntries(Sequence<Line> lines, int firstLine, Money oldPrice)
    {
        var entries = new List<Entry>(4);
        AddUnlessZero(entries, new Entry(Account.NextInvoice, -Collected) { Collects = true });
        AddLines(entries, lines, firstLine);
        AddUnlessZero(entries, new Entry(Account.Goodwill, Waived));
        AddUnlessZero(entries, new Entry(LeftOver.IsNegative ? Account.Goodwill : Account.Forfeited, -LeftOver));
        AddUnlessZero(entries, new Entry(Account.NextInvoice, Deferred.IsPositive ? Deferred : Money.Zero(oldPrice.Currency)));
        AddPayment(entries, oldPrice);
        AddSurplus(entries);
        AddUnlessZero(entries, new Entry(Account.Rounding, -Sum(entries, oldPrice.Currency)));
        return entries.ToSequence();
    }

    private static void AddLines(List<Entry> entries, Sequence<Line> lines, int place)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            AddUnlessZero(entries, new Entry(AccountOf(lines[i].Kind), lines[i].Net, place + i));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Tax.Amount: var tax, Forfeited: false })
            {
                AddUnlessZero(entries, new Entry(Account.Tax, tax, place + i));
            }
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Forfeited)
            {
                AddUnlessZero(entries, new Entry(Account.Forfeited, -lines[i].Net, place + i));
            }
        }
    }

    private void AddPayment(List<Entry> entries, Money oldPrice)
    {
        AddUnlessZero(entries, new Entry(Account.Balance, Payment.FromBalance));
        AddUnlessZero(entries, new Entry(Account.Promotion, Payment.FromPromotion));
        if (Payment.InMoney.IsPositive)
        {
            foreach (var part in TrialTermination.Payments(oldPrice, Payment.InMoney, Charges.When))
            {
                entries.Add(new Entry(Account.Payment, part));
            }
        }
    }

    private void AddSurplus(List<Entry> entries)
    {
        AddUnlessZero(entries, new Entry(Account.Payment, -Given.Refunded));
        AddUnlessZero(entries, new Entry(Account.Promotion, -Given.Promotion));
        AddUnlessZero(entries, new Entry(Account.NextInvoice, -Given.Deferred));
        AddUnlessZero(entries, new Entry(Account.Balance, -Given.Credited));
        AddUnlessZero(entries, new Entry(Account.Forfeited, -Given.Lost));
    }

    private static Account AccountOf(LineKind kind) => kind switch
    {
        LineKind.Goodwill => Account.Goodwill,
        LineKind.Withheld => Account.Forfeited,
        _ => Account.Service,
    };

    private static Money Sum(List<Entry> entries, Currency currency)
    {
        var sum = Money.Zero(currency);
        foreach (var entry in entries)
        {
            sum += entry.Amount;
        }

        return sum;
    }

    private static void AddUnlessZero(List<Entry> entries, Entry entry)
    {
        if (!entry.Amount.IsZero)
        {
            entries.Add(entry);
        }
    }
}
