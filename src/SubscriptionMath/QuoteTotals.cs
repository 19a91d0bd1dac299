namespace SubscriptionMath;

/// <summary>The sums of a quote. Every sum is zero or positive, except <see cref="OnNextInvoice"/>, which may be negative.</summary>
/// <param name="DueNow">The amount due at once.</param>
/// <param name="OnNextInvoice">
/// The rise of the next invoice; negative for a fall. A deferred charge has the other sign when it is billed.
/// </param>
/// <param name="FromCredit">The fall of the account's money credit, promotional credit included: it pays, expires or is lost.</param>
/// <param name="ToCredit">The rise of the account's money credit, with credit that comes back.</param>
/// <param name="Refunded">The amount refunded.</param>
/// <param name="Forfeited">Unused value without credit, and credit that expires or is lost.</param>
/// <param name="UnusedValue">The unused value of items that end or fall in number, credited or not.</param>
/// <param name="NewPrice">The charge for items bought, set-up fees included, before any credit.</param>
/// <param name="TimeBought">The value of the time that a surplus bought.</param>
/// <param name="DaysGranted">The calendar days that a surplus bought, whole terms included.</param>
/// <example>Personal to Company on 2 July 2026 (WhaleBooks, 3-A): unused 50.14, new price 120.33, due now 70.19, all else zero.</example>
public sealed record QuoteTotals(
    Money DueNow,
    Money OnNextInvoice,
    Money FromCredit,
    Money ToCredit,
    Money Refunded,
    Money Forfeited,
    Money UnusedValue,
    Money NewPrice,
    Money TimeBought,
    long DaysGranted)
{
    /// <summary>Gets the net for the customer: due now, on the next invoice and from credit, less new credit and refunds.</summary>
    /// <remarks>
    /// Positive if the customer brings more than the customer gets, at whatever time and from whatever source; negative the other way.
    /// </remarks>
    /// <example>EUR 70.19 for 3-A; EUR -105.48 for 3-C, whose net becomes credit (WhaleBooks).</example>
    public Money Net => DueNow + OnNextInvoice + FromCredit - ToCredit - Refunded;

    /// <summary>Gets the part of the unused value that is credited.</summary>
    public Money Credited => UnusedValue - NotCredited;

    /// <summary>Gets the credit beyond the unused value.</summary>
    /// <remarks>
    /// Such credit is for used time, at a price that was not billed, for days rounded up, or for the waived part of a new price.
    /// </remarks>
    public Money Goodwill { get; private init; }

    /// <summary>Gets the charge for used time, in arrears.</summary>
    public Money Used { get; private init; }

    /// <summary>Gets the tax on purchases; the amount due contains it, the new price does not.</summary>
    public Money TaxCharged { get; private init; }

    /// <summary>Gets the tax that goes back with an earlier sale; the unused value does not contain it.</summary>
    public Money TaxReversed { get; private init; }

    private Money NotCredited { get; init; }

    internal static QuoteTotals Of(Quote quote)
    {
        var currency = quote.SubscriptionAfter.Currency;
        var zero = Money.Zero(currency);
        var (due, invoice, from, to, refunded, forfeited, goodwill, taxed, untaxed) = (zero, zero, zero, zero, zero, zero, zero, zero,
            zero);
        foreach (var entry in quote.Entries)
        {
            switch (entry.Account)
            {
                case Account.Payment when entry.Amount.IsPositive: due += entry.Amount; break;
                case Account.Payment: refunded -= entry.Amount; break;
                case Account.NextInvoice: invoice += entry.Amount; break;
                case Account.Balance or Account.Promotion when entry.Amount.IsPositive: from += entry.Amount; break;
                case Account.Balance or Account.Promotion: to -= entry.Amount; break;
                case Account.Tax when entry.Amount.IsPositive: untaxed += entry.Amount; break;
                case Account.Tax: taxed -= entry.Amount; break;
                case Account.Forfeited: forfeited -= entry.Amount; break;
                case Account.Goodwill: goodwill += entry.Amount; break;
            }
        }

        var (unused, notCredited, price, time, used) = (zero, zero, zero, zero, zero);
        var days = 0L;
        foreach (var line in quote.Lines)
        {
            switch (line.Kind)
            {
                case LineKind.Unused: unused += line.Net; break;
                case LineKind.Withheld: notCredited -= line.Net; break;
                case LineKind.Used: used -= line.Net; break;
                case LineKind.NewPrice or LineKind.SetUp or LineKind.EarlyTermination: price -= line.Net; break;
                case LineKind.TimeBought:
                    time -= line.Net;
                    days += TimeCount.DaysBetween(line.Covers.Start, line.Covers.End, quote.SubscriptionAfter.Zone);
                    break;
            }

            notCredited += line.Forfeited ? line.Net : zero;
        }

        return new QuoteTotals(due, invoice, from, to, refunded, forfeited, unused, price, time, days)
        {
            NotCredited = notCredited,
            Goodwill = goodwill,
            Used = used,
            TaxCharged = taxed,
            TaxReversed = untaxed,
        };
    }
}
