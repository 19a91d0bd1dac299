namespace SubscriptionMath;

/// <summary>Checks a quote from outside: its entries balance, and agree with its lines.</summary>
internal static class QuoteCheck
{
    /// <summary>The first contradiction between the parts of a quote, or null for none.</summary>
    internal static Inconsistency? Find(Quote quote) =>
        OfSubscription(quote) ?? OfEntries(quote) ?? OfCollected(quote) ?? OfCredit(quote) ?? OfLines(quote);

    private static Inconsistency? OfSubscription(Quote quote)
    {
        var after = quote.SubscriptionAfter;
        return after.Id != quote.SubscriptionId
            ? new("subscriptionAfter.id", $"The quote is for the subscription '{quote.SubscriptionId}' and shows '{after.Id}'.")
            : after.Version - quote.ForVersion is not (0 or 1)
            ? new("subscriptionAfter.version", $"The quote is for version {quote.ForVersion} and shows version {after.Version}.")
            : null;
    }

    private static Inconsistency? OfEntries(Quote quote)
    {
        var (sum, currency) = ((Int128)0, quote.SubscriptionAfter.Currency);
        for (var i = 0; i < quote.Entries.Count; i++)
        {
            var entry = quote.Entries[i];
            if (entry.Amount.Currency != currency)
            {
                return new(At("entries", i, "amount"), $"The quote is in {currency}, and an entry is {entry.Amount}.");
            }

            if (entry.Line < Entry.NoLine || entry.Line >= quote.Lines.Count)
            {
                return new(At("entries", i, "line"),
                    $"An entry is of line {entry.Line}; the quote has {quote.Lines.Count} lines, from 0 on.");
            }

            sum += entry.Amount.Minor;
        }

        return sum == 0 ? null : new("entries", $"The entries sum to {sum} minor units of {currency}; they must sum to zero.");
    }

    /// <summary>The charges collected are those that the entries collect. An earlier build kept none of them in the quote.</summary>
    private static Inconsistency? OfCollected(Quote quote)
    {
        var (collected, sum) = ((Int128)0, (Int128)0);
        for (var i = 0; i < quote.Collected.Count; i++)
        {
            var amount = quote.Collected[i].Amount;
            if (amount.Currency != quote.SubscriptionAfter.Currency)
            {
                return new(At("collected", i, "amount"), $"The quote is in {quote.SubscriptionAfter.Currency}, and collects {amount}.");
            }

            sum += amount.Minor;
        }

        foreach (var entry in quote.Entries)
        {
            collected -= entry.Collects ? entry.Amount.Minor : 0;
        }

        return quote.Collected.IsEmpty || sum == collected
            ? null
            : new("collected", $"The charges collected sum to {sum} minor units, and the entries collect {collected}.");
    }

    private static Inconsistency? OfCredit(Quote quote)
    {
        var (moved, after, currency) = ((Int128)0, (Int128)0, quote.SubscriptionAfter.Currency);
        for (var i = 0; i < quote.CreditAfter.Lots.Count; i++)
        {
            var left = quote.CreditAfter.Lots[i].Left;
            if (left.Currency != currency)
            {
                return new(At("creditAfter.lots", i, "left"), $"The quote is in {currency}, and {left} of credit is left.");
            }

            after += left.Minor;
        }

        foreach (var entry in quote.Entries)
        {
            moved += entry.Account is Account.Balance or Account.Promotion ? entry.Amount.Minor : 0;
        }

        if (quote.Read.Credit is not { } before)
        {
            return null;
        }

        Int128 held = 0;
        foreach (var lot in before.Lots)
        {
            held += lot.Left.Minor;
        }

        return held - moved == after
            ? null
            : new("creditAfter",
                $"The quote shows {after} minor units of credit; {held} were there, and the entries take {moved} of them.");
    }

    private static Inconsistency? OfLines(Quote quote)
    {
        var booked = new Int128[quote.Lines.Count];
        foreach (var entry in quote.Entries)
        {
            if (entry is { Line: >= 0, Account: Account.Service or Account.Goodwill })
            {
                booked[entry.Line] += entry.Amount.Minor;
            }
        }

        for (var i = 0; i < booked.Length; i++)
        {
            if (LineCheck.Find(quote, quote.Lines[i], booked[i]) is var (property, sentence))
            {
                return new(At("lines", i, property), sentence);
            }
        }

        return null;
    }

    private static string At(string list, int index, string property) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list}[{index}].{property}");
}
