namespace SubscriptionMath;

/// <summary>The settlement of the bills of a quote so far.</summary>
/// <param name="Entries">The entries; they sum to zero.</param>
/// <param name="Lines">The lines of all bills.</param>
/// <param name="Credit">The credit of the account afterwards.</param>
/// <param name="ReadsCredit">Whether the entries depend on the credit.</param>
/// <param name="Deferred">The charges deferred to the next invoice: in one sum, unless their remainders would come to a minor unit.</param>
/// <param name="ForDeferred">The promotional credit that paid for charges that had been deferred.</param>
internal readonly record struct Settlement(
    Sequence<Entry> Entries, Sequence<Line> Lines, MoneyCredit Credit, bool ReadsCredit, Sequence<Deferred> Deferred,
    Sequence<CreditLot> ForDeferred)
{
    /// <summary>Gets the remainder of rounding that the subscription holds, in minor units.</summary>
    internal Fraction Remainder { get; init; }

    internal static Settlement None(MoneyCredit credit) => new(default, default, credit, ReadsCredit: false, default, default);

    /// <summary>Adds a bill.</summary>
    internal Settlement Plus(in SettledBill bill) => new(
        Entries.IsEmpty ? bill.Entries : [.. Entries, .. bill.Entries],
        Lines.IsEmpty ? bill.Lines : [.. Lines, .. bill.Lines],
        bill.Credit,
        ReadsCredit || bill.ReadsCredit,
        bill.Deferred.JoinTo(Deferred),
        Promotions.Join(ForDeferred, bill.ForDeferred))
    {
        Remainder = bill.Remainder,
    };

    /// <summary>Adds credit that is lost.</summary>
    internal Settlement Plus(in CreditLost lost) =>
        this with { Entries = [.. Entries, .. lost.ToEntries()], Credit = lost.After, ReadsCredit = true };
}
