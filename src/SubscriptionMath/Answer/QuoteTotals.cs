namespace SubscriptionMath;

/// <summary>The sums that a customer asks for. Every one is zero or positive, except <see cref="OnNextInvoice"/>, which may lower it.</summary>
/// <param name="DueNow">What is to be paid at once.</param>
/// <param name="OnNextInvoice">What the next invoice rises by; negative where it falls. What waited for it has the other sign where it is billed.</param>
/// <param name="FromCredit">What leaves the account's money credit, promotional credit included: it pays, expires or is lost.</param>
/// <param name="ToCredit">What is added to the account's money credit, or comes back to it.</param>
/// <param name="Refunded">What is paid back.</param>
/// <param name="Forfeited">Unused value that is not credited, and credit that expires or is lost.</param>
/// <param name="UnusedValue">The unused value of what ends or falls in number, whether it is credited or not.</param>
/// <param name="NewPrice">What is charged for what is bought, set-up fees included, before any credit.</param>
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
    /// <summary>Gets what it all comes to for the customer: what is due now, on the next invoice and drawn from credit, less what becomes credit and is paid back.</summary>
    /// <remarks>Positive where the customer brings more than he gets, whenever and from where it is paid; negative the other way.</remarks>
    /// <example>EUR 70.19 for 3-A, EUR -105.48 for 3-C, where that becomes credit (WhaleBooks).</example>
    public Money Net => DueNow + OnNextInvoice + FromCredit - ToCredit - Refunded;

    /// <summary>Gets the part of the unused value that is credited.</summary>
    public Money Credited => UnusedValue - NotCredited;

    /// <summary>Gets the credit beyond the unused value: for time that was used, at a price that was not billed, for days that were rounded up, or the part of a new price that is waived.</summary>
    public Money Conceded { get; private init; }

    /// <summary>Gets what is charged for time that was used, in arrears.</summary>
    public Money Used { get; private init; }

    /// <summary>Gets the tax on what is bought; the amount due contains it, the new price does not.</summary>
    public Money TaxCharged { get; private init; }

    /// <summary>Gets the tax that goes back with what was sold with it; the unused value does not contain it.</summary>
    public Money TaxReversed { get; private init; }

    private Money NotCredited { get; init; }

    internal static QuoteTotals Of(Quote quote)
    {
        var currency = quote.SubscriptionAfter.Currency;
        var zero = Money.Zero(currency);
        var (due, invoice, from, to, refunded, forfeited, conceded, taxed, untaxed) = (zero, zero, zero, zero, zero, zero, zero, zero, zero);
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
                case Account.Conceded: conceded += entry.Amount; break;
            }
        }

        var (unused, notCredited, price, time, used) = (zero, zero, zero, zero, zero);
        var days = 0L;
        foreach (var line in quote.Lines)
        {
            switch (line.Kind)
            {
                case LineKind.Unused: unused += line.Net; break;
                case LineKind.Retained: notCredited -= line.Net; break;
                case LineKind.Used: used -= line.Net; break;
                case LineKind.NewPrice or LineKind.SetUp or LineKind.EarlyEnd: price -= line.Net; break;
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
            Conceded = conceded,
            Used = used,
            TaxCharged = taxed,
            TaxReversed = untaxed,
        };
    }
}
