using NodaTime;

namespace SubscriptionMath;

/// <summary>Money credit that is lost, by its source.</summary>
/// <param name="Paid">The credit that was paid for; zero or more.</param>
/// <param name="Promotion">The promotional credit; zero or more.</param>
/// <param name="After">The credit left.</param>
internal readonly record struct CreditLost(Money Paid, Money Promotion, MoneyCredit After)
{
    internal static CreditLost None(Currency currency, MoneyCredit credit) => new(Money.Zero(currency), Money.Zero(currency), credit);

    /// <summary>The credit that has expired by an instant.</summary>
    internal static CreditLost Expired(MoneyCredit credit, Currency currency, Instant at)
    {
        var (paid, promotion, after) = credit.Expired(at, currency);
        return new(paid, promotion, after);
    }

    /// <summary>All credit of the lost sources, future credit included; expired credit was lost before.</summary>
    internal static CreditLost WithSubscription(MoneyCredit credit, Currency currency, Instant at, (bool Paid, bool Promotion) lost) =>
        Of(credit, currency, lot => !lot.HasExpired(at) && (lot.Source == CreditSource.Paid ? lost.Paid : lost.Promotion));

    /// <summary>Gives the entries: credit leaves its account and is forfeited.</summary>
    internal Sequence<Entry> ToEntries()
    {
        var entries = new List<Entry>(4);
        foreach (var (account, amount) in new[] { (Account.Balance, Paid), (Account.Promotion, Promotion) })
        {
            if (!amount.IsZero)
            {
                entries.Add(new Entry(account, amount));
                entries.Add(new Entry(Account.Forfeited, -amount));
            }
        }

        return entries.ToSequence();
    }

    private static CreditLost Of(MoneyCredit credit, Currency currency, Predicate<CreditLot> isLost)
    {
        var (paid, promotion) = (Money.Zero(currency), Money.Zero(currency));
        var left = new List<CreditLot>(credit.Lots.Count);
        foreach (var lot in credit.Lots)
        {
            if (!isLost(lot))
            {
                left.Add(lot);
            }
            else if (lot.Source == CreditSource.Paid)
            {
                paid += lot.Left;
            }
            else
            {
                promotion += lot.Left;
            }
        }

        return new CreditLost(paid, promotion, new MoneyCredit { Lots = left.ToSequence() });
    }
}
