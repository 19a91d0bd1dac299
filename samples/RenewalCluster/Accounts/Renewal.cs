using System.Globalization;

namespace RenewalCluster;

/// <summary>The renewal of one account: a pure function, the same in a grain and in a loop.</summary>
public static class Renewal
{
    /// <summary>Renews an account if its term ends by an instant.</summary>
    /// <param name="number">The number of the subscription.</param>
    /// <param name="account">The account.</param>
    /// <param name="until">The end of the night, exclusive.</param>
    /// <returns>The account after the renewal, and the booking; null if nothing is due.</returns>
    public static (Account After, Booking Booking)? Due(int number, Account account, Instant until)
    {
        var facts = account.Facts();
        if (Lifecycle.NextEvent(account.Subscription, facts, Shop.Policy) is not { } due || due.At >= until)
        {
            return null;
        }

        var quote = Lifecycle.PriceNext(account.Subscription, facts, Shop.Catalog, Shop.Policy)!;
        var accepted = Billing.Accept(account.Subscription, quote, facts).OrThrow();
        return (account with { Subscription = accepted.Subscription, Credit = accepted.Credit }, BookingOf(number, quote));
    }

    private static Booking BookingOf(int number, Quote quote) => new(
        number,
        UInt128.Parse(BillingJson.DerivedId(quote), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        quote.Entries.Count,
        quote.Totals.DueNow.Minor);
}
