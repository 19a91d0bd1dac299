using System.Globalization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The English words of a quote: one rendering of its figures, made on request only.</summary>
public static class Explanation
{
    // The English month, as the invariant culture writes it.
    private static readonly Sequence<string> Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Explains an entry of a quote with the figures behind the entry.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="index">The index of the entry among the entries of the quote, from 0.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quote has no such entry.</exception>
    /// <example>"Unused time on Standard, 16 Apr to 1 May 2026: 15 of 30 days of EUR 75.00 = EUR 37.50".</example>
    public static string Of(Quote quote, int index)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var entry = quote.Entries[index];
        var line = entry.Line == Entry.NoLine ? null : quote.Lines[entry.Line];
        return entry.Account switch
        {
            Account.Service => Bought(line!, quote.SubscriptionAfter.Zone),
            Account.Goodwill when line is null && BuysTime(quote) => "Rounded up to a whole day",
            Account.Goodwill when line is null => "Not charged: the new price beyond the unused value",
            Account.Goodwill => Conceded(line, quote.SubscriptionAfter.Zone),
            Account.Tax => Tax(line!),
            Account.Forfeited when line is { Kind: LineKind.Withheld } => Kept(line),
            Account.Forfeited when line is not null => $"Not credited: the unused time on {line.Product}",
            Account.Forfeited when IsLostCredit(quote, index - 1) =>
                quote.BillingReason == BillingReason.MoneyCreditExpiry ? "Expired" : "Lost with the subscription",
            Account.Forfeited when BuysTime(quote) => "Too little for another day",
            Account.Forfeited => "Remainder, not credited",
            Account.Payment when entry.Amount.IsNegative => "Refunded",
            Account.Payment => Payment(quote, index),
            Account.NextInvoice when entry.Collects => "Deferred to this invoice",
            Account.NextInvoice when entry.Amount.IsNegative => "Off the next invoice",
            Account.NextInvoice => "On the next invoice",
            Account.Balance when IsLostCredit(quote, index) => "Remaining credit",
            Account.Balance when entry.Amount.IsPositive => "Drawn from the credit",
            Account.Balance => "Kept as credit",
            Account.Promotion when IsLostCredit(quote, index) => "Remaining promotional credit",
            Account.Promotion when entry.Amount.IsPositive => "Drawn from the promotional credit",
            Account.Promotion => "Back as promotional credit",
            _ => "Rounded once, on the net: the difference to the rounded lines",
        };
    }

    /// <summary>Explains a quote entry by entry, in their order.</summary>
    /// <param name="quote">The quote.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<string> Of(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var words = new string[quote.Entries.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Of(quote, i);
        }

        return words;
    }

    /// <summary>Explains a line alone, with its figures, for an invoice that bills the line later.</summary>
    /// <param name="line">The line of a quote, or of a deferred charge (<see cref="DeferredCharge.Lines"/>).</param>
    /// <param name="zone">The zone in which the customer counts days: <see cref="Subscription.Zone"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>"Pro, 16 Apr to 1 May 2026: 15 of 30 days of EUR 125.00 = EUR 62.50".</example>
    public static string Of(Line line, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(zone);
        return line.Kind switch
        {
            LineKind.Goodwill => Conceded(line, zone),
            LineKind.Withheld => Kept(line),
            _ => Bought(line, zone),
        };
    }

    private static string Kept(Line line) => $"Kept of the unused time on {line.Product}: {line.Net.Abs()}";

    private static string Conceded(Line line, DateTimeZone zone) => line.Basis == LineBasis.LeftOfBilled
        ? $"Used time on {line.Product}, {Dates(line.Covers, zone)}, given back as well: {line.Net.Abs()}"
        : $"Unused time on {line.Product}, {Dates(line.Covers, zone)}, beyond the amount billed: {line.Net.Abs()}";

    private static string Bought(Line line, DateTimeZone zone)
    {
        var net = line.Tax is { Rate.Included: true } tax ? $", without {tax.Rate} {line.Net.Abs()}" : "";
        if (line.Kind == LineKind.SetUp)
        {
            return $"Set-up of {line.Product}: {line.Amount.Abs()}{net}";
        }

        var what = line.Kind switch
        {
            LineKind.Unused => "Unused time on ",
            LineKind.Used => "Used time on ",
            LineKind.NewPrice => "",
            LineKind.EarlyTermination => "Rest of the contract on ",
            _ => "Time bought on ",
        };
        var (figures, amount) = (Figures(line), line.Amount.Abs().ToString());
        return figures == amount
            ? $"{what}{line.Product}, {Dates(line.Covers, zone)}: {amount}{net}"
            : $"{what}{line.Product}, {Dates(line.Covers, zone)}: {figures} = {amount}{net}";
    }

    /// <summary>The tax on a line, or in the line.</summary>
    private static string Tax(Line line)
    {
        var (tax, amount) = (line.Tax!, line.Amount.Abs());
        var fate = line.GivesBack ? " given back" : line.Kind == LineKind.Withheld ? " kept" : "";
        return $"{tax.Rate}{fate}, {(tax.Rate.Included ? "in" : "on")} {amount}";
    }

    private static string Figures(Line line)
    {
        var price = MinorUnits.Print(line.Price, line.Amount.Currency);
        switch (line.Basis)
        {
            case LineBasis.Billed: return $"{Count(line.Share)} of {price} billed";
            case LineBasis.PaidInMoney: return $"{Count(line.Share)} of {price} paid in money";
            case LineBasis.LeftOfBilled: return $"all of the {price} billed and not yet credited";
        }

        var whole = line.Basis == LineBasis.AllUnits ? $"{price} for {Units(line.Quantity)}"
            : line.Quantity == 1 ? price : $"{line.Quantity.ToString(CultureInfo.InvariantCulture)} x {price}";
        whole = line.Discount is { Off: var off }
            ? $"({whole} less {Money.Round(off, line.Amount.Currency, RoundingMode.HalfAwayFromZero)})"
            : whole;
        var part = line.Share.Left == line.Share.Of && line.Kind == LineKind.NewPrice
            ? whole
            : $"{Count(line.Share)} of {whole}";
        return part;
    }

    private static string Units(int quantity) =>
        string.Create(CultureInfo.InvariantCulture, $"{quantity} unit{Plural(quantity)}");

    private static string Count(Share share) => share.Unit == ProrationUnit.Terms
        ? string.Create(CultureInfo.InvariantCulture, $"{share.Left} {Name(share.Unit)}{Plural(share.Left)}")
        : string.Create(CultureInfo.InvariantCulture, $"{share.Left} of {share.Of} {Name(share.Unit)}{Plural(share.Of)}");

    private static string Plural(long count) => count == 1 ? "" : "s";

    private static string Name(ProrationUnit unit) => unit switch
    {
        ProrationUnit.CalendarDays or ProrationUnit.DaysOfEqualMonths
            or ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths
            or ProrationUnit.DaysNotStarted or ProrationUnit.DaysNotEnded => "day",
        ProrationUnit.Minutes => "minute",
        ProrationUnit.Seconds => "second",
        ProrationUnit.Parts => "part",
        ProrationUnit.Milliseconds => "millisecond",
        ProrationUnit.Nanoseconds => "nanosecond",
        ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded => "month",
        _ => "term",
    };

    /// <summary>Two payments in a row belong to one bill; each bill begins with its service.</summary>
    private static string Payment(Quote quote, int index) =>
        IsPayment(quote, index + 1) ? "First payment: the price of the plan in trial"
        : IsPayment(quote, index - 1) ? "Second payment: the difference to the new plan"
        : "To be paid now";

    private static bool IsPayment(Quote quote, int index) =>
        index >= 0 && index < quote.Entries.Count && quote.Entries[index] is { Account: Account.Payment, Amount.IsPositive: true };

    /// <summary>Lost credit is two entries in a row: from the balance, to forfeited.</summary>
    private static bool IsLostCredit(Quote quote, int index) =>
        index >= 0 && index + 1 < quote.Entries.Count
        && quote.Entries[index] is { Account: Account.Balance or Account.Promotion, Amount: { IsPositive: true } lost }
        && quote.Entries[index + 1] is { Account: Account.Forfeited, Line: Entry.NoLine } forfeited && forfeited.Amount == -lost;

    private static bool BuysTime(Quote quote)
    {
        foreach (var line in quote.Lines)
        {
            if (line.Kind == LineKind.TimeBought)
            {
                return true;
            }
        }

        return false;
    }

    private static string Dates(Term term, DateTimeZone zone)
    {
        var (start, end) = (term.Start.DateAt(zone), term.End.DateAt(zone));
        var (from, to) = (Months[start.Month - 1], Months[end.Month - 1]);
        return start.Year == end.Year
            ? string.Create(CultureInfo.InvariantCulture, $"{start.Day} {from} to {end.Day} {to} {end.Year:0000}")
            : string.Create(CultureInfo.InvariantCulture, $"{start.Day} {from} {start.Year:0000} to {end.Day} {to} {end.Year:0000}");
    }
}
