using NodaTime;

namespace SubscriptionMath;

/// <content>Changes that are meant for an earlier instant.</content>
public static partial class Billing
{
    /// <summary>Prices a change for all time since an earlier instant.</summary>
    private static Answer Since(Circumstances on, Change change, Catalog catalog)
    {
        var (subscription, at, since) = (on.Before, on.Moment, change.Since!.Value);
        if (since > at)
        {
            throw new ArgumentOutOfRangeException(nameof(change), since, $"The change of {at} is meant for {since}, after it.");
        }

        if (change.Date is not null || change.NextBilling is not null)
        {
            throw new ArgumentException(
                "A change meant for an earlier instant has no date to take effect, nor one of the next billing.", nameof(change));
        }

        if (subscription.Term is not { } term)
        {
            return Refusals.ByRule(RefusalCode.NothingToRenew);
        }

        if (since >= term.Start)
        {
            var answer = EarlierTerms.RefuseLater(subscription, since)
                ?? Ask(on with { Moment = since }, change with { Since = null }, catalog, at, isNew: true);
            return answer is not Quote quote ? answer
                : EarlierTerms.Refuse(subscription, quote, since) is { } refused ? refused
                : quote with { Change = change };
        }

        return EarlierTerms.Of(subscription, on.Facts, since, out var terms) is { } notKnown
            ? notKnown
            : TermByTerm(terms, on, change, catalog);
    }

    /// <summary>Prices a change in each of some terms, the current one last. Money credit goes from one to the next.</summary>
    private static Answer TermByTerm(List<Subscription> terms, Circumstances on, Change change, Catalog catalog)
    {
        var (quotes, credit, remainder) = (new List<Quote>(terms.Count), on.Facts.Credit, on.Before.Remainder);
        foreach (var term in terms)
        {
            var moment = Instant.Max(change.Since!.Value, term.Term!.Value.Start);
            var within = on with
            {
                Before = term with { Remainder = remainder },
                Facts = on.Facts with { Credit = credit, TimeLeft = null },
                Moment = moment,
            };
            var answer = EarlierTerms.RefuseLater(term, moment)
                ?? Ask(within, change with { Since = null }, catalog, on.Moment, isNew: quotes.Count == 0);
            if (answer is not Quote quote)
            {
                return answer;
            }

            if (EarlierTerms.Refuse(term, quote, moment, isLast: quotes.Count == terms.Count - 1) is { } refused)
            {
                return refused;
            }

            quotes.Add(quote);
            credit = quote.Read.Credit is null ? credit : quote.CreditAfter;
            remainder = quote.SubscriptionAfter.Remainder;
        }

        return EarlierTerms.Join(on, change, quotes, credit);
    }
}
