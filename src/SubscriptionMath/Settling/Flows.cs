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
        const int few = 4;
        var entries = new NotZero(lines.Count <= few ? stackalloc Entry[NotZero.Most(few)] : new Entry[NotZero.Most(lines.Count)]);
        entries.Add(new Entry(Account.NextInvoice, -Collected) { Collects = true });
        AddLines(ref entries, lines, firstLine);
        entries.Add(new Entry(Account.Goodwill, Waived));
        entries.Add(new Entry(LeftOver.IsNegative ? Account.Goodwill : Account.Forfeited, -LeftOver));
        entries.Add(new Entry(Account.NextInvoice, Deferred.IsPositive ? Deferred : Money.Zero(oldPrice.Currency)));
        AddPayment(ref entries, oldPrice);
        AddSurplus(ref entries);
        entries.Add(new Entry(Account.Rounding, -Sum(entries.All, oldPrice.Currency)));
        return Sequence.Of(entries.All);
    }

    private static void AddLines(ref NotZero entries, Sequence<Line> lines, int place)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            entries.Add(new Entry(AccountOf(lines[i].Kind), lines[i].Net, place + i));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Tax.Amount: var tax, Forfeited: false })
            {
                entries.Add(new Entry(Account.Tax, tax, place + i));
            }
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Forfeited)
            {
                entries.Add(new Entry(Account.Forfeited, -lines[i].Net, place + i));
            }
        }
    }

    private void AddPayment(ref NotZero entries, Money oldPrice)
    {
        entries.Add(new Entry(Account.Balance, Payment.FromBalance));
        entries.Add(new Entry(Account.Promotion, Payment.FromPromotion));
        if (Payment.InMoney.IsPositive)
        {
            var (first, second) = TrialTermination.Parts(oldPrice, Payment.InMoney, Charges.When);
            entries.Add(new Entry(Account.Payment, first));
            entries.Add(new Entry(Account.Payment, second));
        }
    }

    private void AddSurplus(ref NotZero entries)
    {
        entries.Add(new Entry(Account.Payment, -Given.Refunded));
        entries.Add(new Entry(Account.Promotion, -Given.Promotion));
        entries.Add(new Entry(Account.NextInvoice, -Given.Deferred));
        entries.Add(new Entry(Account.Balance, -Given.Credited));
        entries.Add(new Entry(Account.Forfeited, -Given.Lost));
    }

    private static Account AccountOf(LineKind kind) => kind switch
    {
        LineKind.Goodwill => Account.Goodwill,
        LineKind.Withheld => Account.Forfeited,
        _ => Account.Service,
    };

    private static Money Sum(ReadOnlySpan<Entry> entries, Currency currency)
    {
        var sum = Money.Zero(currency);
        foreach (var entry in entries)
        {
            sum += entry.Amount;
        }

        return sum;
    }

    /// <summary>Collects the entries that are not zero; local to one function.</summary>
    private ref struct NotZero(Span<Entry> room)
    {
        private readonly Span<Entry> _room = room;
        private int _count;

        internal readonly ReadOnlySpan<Entry> All => _room[.._count];

        /// <summary>The most entries of so many lines: three for each, and one for each other call of <see cref="Add"/>.</summary>
        internal static int Most(int lines) => (3 * lines) + 14;

        internal void Add(Entry entry)
        {
            if (!entry.Amount.IsZero)
            {
                _room[_count++] = entry;
            }
        }
    }
}
