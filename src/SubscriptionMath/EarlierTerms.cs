using NodaTime;

namespace SubscriptionMath;

/// <summary>The terms before the current one, for a change that is meant for one of them.</summary>
internal static partial class EarlierTerms
{
    /// <summary>Finds the terms since an instant, the current one last; or the refusal for a term that the caller did not state.</summary>
    internal static Refused? Of(Subscription current, Facts facts, Instant since, out List<Subscription> terms)
    {
        terms = [];
        var from = since;
        foreach (var state in facts.EarlierTerms)
        {
            if (state.Id != current.Id || state.Currency != current.Currency || state.Term is not { } term)
            {
                throw new ArgumentException(
                    $"An earlier term of the subscription '{current.Id}' in {current.Currency} is one of '{state.Id}' in {state.Currency}"
                    + $"{(state.Term is null ? ", which holds no plan" : "")}.", nameof(facts));
            }

            _ = SubscriptionCheck.Checked(state);
            if (term.End <= since)
            {
                continue;
            }

            if (terms.Count == 0 ? !term.Contains(since) : term.Start != from)
            {
                return NotKnown(from);
            }

            (from, var known) = (term.End, AsItWas(state, current));
            terms.Add(known);
        }

        terms.Add(current);
        return terms.Count > 1 && from == current.Term!.Value.Start ? null : NotKnown(from);
    }

    /// <summary>
    /// Gives a state of an earlier term as a change finds it: nothing waits, and the lots of later terms stand in those. A lot that waited
    /// for its invoice was paid with a later one, unless something waits still.
    /// </summary>
    private static Subscription AsItWas(Subscription state, Subscription current)
    {
        var end = state.Term!.Value.End;
        return state with
        {
            Version = current.Version,
            Status = state.Status is Status.NonRenewing or Status.PastDue ? Status.Active : state.Status,
            Pending = null,
            NextInvoice = default,
            Plan = Within(state.Plan!),
            AddOns = [.. state.AddOns.Select(Within)],
        };

        Item Within(Item item) => item with
        {
            RenewsWith = null,
            Lots =
            [
                .. item.Lots.Where(lot => lot.Covers.Start < end).Select(lot => lot.AwaitsInvoice && current.NextInvoice.IsEmpty
                    ? lot with { AwaitsInvoice = false, Paid = lot.Billed }
                    : lot),
            ],
        };
    }

    /// <summary>Joins the quotes of the terms: one booking now, with the lines of each term.</summary>
    internal static Quote Join(Circumstances on, Change change, List<Quote> quotes, MoneyCredit credit)
    {
        var (lines, entries, deferred, last) = (new List<Line>(), new List<Entry>(), new List<DeferredCharge>(), quotes[^1]);
        var changed = last.SubscriptionAfter.Version != on.Before.Version;
        foreach (var quote in quotes)
        {
            foreach (var entry in quote.Entries)
            {
                entries.Add(entry.Line == Entry.NoLine ? entry : entry with { Line = entry.Line + lines.Count });
            }

            lines.AddRange(quote.Lines);
            deferred.AddRange(ReferenceEquals(quote, last) ? [] : quote.SubscriptionAfter.NextInvoice);
        }

        changed |= entries.Count > 0;
        return last with
        {
            Change = change,
            Read = last.Read with
            {
                Credit = quotes.Exists(static quote => quote.Read.Credit is not null) ? on.Facts.Credit : null,
                Taxes = quotes.Find(static quote => quote.Read.Taxes is not null)?.Read.Taxes,
                OtherSubscriptions = quotes.Find(static quote => quote.Read.OtherSubscriptions is not null)?.Read.OtherSubscriptions,
            },
            Entries = entries.ToSequence(),
            Lines = lines.ToSequence(),
            CreditAfter = credit,
            SubscriptionAfter = changed
                ? (last.SubscriptionAfter with
                {
                    Version = on.Before.Version + 1,
                    NextInvoice = [.. last.SubscriptionAfter.NextInvoice, .. deferred],
                }).Consistent()
                : on.Before,
            EarlierTerms =
            [
                .. on.Facts.EarlierTerms.Where(state => state.Term!.Value.End <= change.Since),
                .. quotes.SkipLast(1).Select(quote => quote.SubscriptionAfter with { NextInvoice = default, Remainder = null }),
            ],
        };
    }

    private static Refused NotKnown(Instant from) =>
        Refusals.FactNotKnown(
            $"the term that held {from} ({nameof(Facts)}.{nameof(Facts.EarlierTerms)})", nameof(Facts.EarlierTerms));
}
