using System.Globalization;

namespace SubscriptionMath.Scenarios;

/// <summary>Prints one event or step: its entries in words, and the state afterwards.</summary>
internal static class HappeningPrinter
{
    internal static void Print(Happening it, Page page)
    {
        switch (it.Answer)
        {
            case Quote quote:
                Entries(quote, page);
                Payment(it, quote, page);
                if (it.IsAccepted)
                {
                    After(it, quote, page);
                }

                break;
            case Refused refused:
                page.Fact("Refused", $"{Spelling.Name(refused.Code)}: {refused.Message}");
                break;
            default:
                Standing(it, page);
                break;
        }
    }

    private static void Entries(Quote quote, Page page)
    {
        if (quote.Entries.IsEmpty)
        {
            page.Line($"{Page.Margin}Nothing is paid and nothing is credited.");
            return;
        }

        var amounts = quote.Entries.Select(entry => Spelling.Signed(entry.Amount)).ToArray();
        var width = amounts.Max(amount => amount.Length);
        for (var i = 0; i < amounts.Length; i++)
        {
            var account = Spaced(quote.Entries[i].Account.ToString()).PadRight(Page.LabelWidth);
            page.Wrapped($"{Page.Margin}{account}{amounts[i].PadLeft(width)}  ", Why(quote, i));
        }

        page.Empty();
    }

    /// <summary>The words of an entry without the amount at their end, which stands beside them.</summary>
    private static string Why(Quote quote, int index)
    {
        var (words, amount) = (Explanation.Of(quote, index), $" = {quote.Entries[index].Amount.Abs()}");
        return words.EndsWith(amount, StringComparison.Ordinal) ? words[..^amount.Length] : words;
    }

    private static void Payment(Happening it, Quote quote, Page page)
    {
        if (quote.Entries.IsEmpty)
        {
            return;
        }

        var totals = quote.Totals;
        page.Fact("Due now", totals.DueNow + it.Outcome switch
        {
            Outcome.NotPaid when it.Step is null => ", and the payment fails: nothing has changed, and the event stays due",
            Outcome.NotPaid => ", and the payment fails: nothing has changed",
            Outcome.AcceptedAndOwed => ", and the payment fails: the amount is owed with the next invoice",
            _ => "",
        });
        if (!totals.OnNextInvoice.IsZero)
        {
            page.Fact("Next invoice", $"{totals.OnNextInvoice.Abs()} {(totals.OnNextInvoice.IsPositive ? "more" : "less")}");
        }

        if (!totals.Refunded.IsZero)
        {
            page.Fact("Refunded", totals.Refunded.ToString());
        }
    }

    private static void After(Happening it, Quote quote, Page page)
    {
        page.Fact("Term", Term(it, quote));
        if (it.After.Status is not (Status.Active or Status.NotStarted))
        {
            page.Fact("Status", Spaced(it.After.Status.ToString()));
        }

        if (quote.Totals.DaysGranted > 0)
        {
            page.Fact("Days granted", string.Create(CultureInfo.InvariantCulture, $"{quote.Totals.DaysGranted}, worth {quote.Totals.TimeBought}"));
        }

        Credit(it, page);
        Usage(it, quote, page);
        if (!quote.EndedAddOns.IsEmpty)
        {
            page.Fact("Add-ons ended", string.Join(", ", quote.EndedAddOns.Select(id => Words.AddOnName(id, it.Run.Catalog))));
        }

        Pending(it, page);
    }

    private static string Term(Happening it, Quote quote)
    {
        if (it.After.Term is not { } term)
        {
            return "none";
        }

        var zone = it.Run.Zone;
        var trial = it.After.InTrial(it.At) ? ", in trial" : "";
        var ahead = it.After.Plan!.ChargedThrough is var until && until > term.End ? $", paid ahead to {Words.Day(until, zone)}" : "";
        var how = quote.TermBefore is not { } before || before.End == term.Start ? ""
            : before == term ? ", as before"
            : $", was to {Words.Day(before.End, zone)}";
        return Words.Stretch(term, zone) + trial + how + ahead;
    }

    private static void Credit(Happening it, Page page)
    {
        if (!it.CreditLeft.IsZero || !it.CreditBefore.Lots.IsEmpty)
        {
            page.Fact("Credit left", it.CreditLeft.ToString());
        }
    }

    private static void Usage(Happening it, Quote quote, Page page)
    {
        string?[] moved =
        [
            it.After.Grants.IsEmpty ? null : Words.UsageLeft(it.After, it.At),
            Moved(quote, GrantEffectKind.Carried, "carried over"),
            Moved(quote, GrantEffectKind.Lapsed, "lapsed"),
        ];
        if (Array.Exists(moved, one => one is not null))
        {
            page.Fact("Usage credits", string.Join("; ", moved.Where(one => one is not null)));
        }
    }

    private static string? Moved(Quote quote, GrantEffectKind kind, string words) =>
        Words.Usage(FigureTaker.Moved(quote, kind)) is { Length: > 0 } moved ? $"{moved} {words}" : null;

    private static void Pending(Happening it, Page page)
    {
        if (it.After.Pending is { } pending)
        {
            var day = Words.Day(pending.EffectiveAt, it.Run.Zone);
            page.Fact("Pending", pending.Cart switch
            {
                null => $"end on {day}",
                { Paused: true, PausedUntil: { } until } => $"it rests from {day} to {Words.Day(until, it.Run.Zone)}",
                { Paused: true } => $"it rests from {day} on",
                not null when it.After.Status == Status.Paused => $"it resumes on {day}",
                var cart => $"{Words.Held(cart, it.Run.Catalog)}, from {day} on",
            });
        }
    }

    /// <summary>All that is so at a moment at which nothing is asked for.</summary>
    private static void Standing(Happening it, Page page)
    {
        page.Fact("Status", Spaced(it.After.Status.ToString()));
        if (it.After.Plan is not null)
        {
            page.Fact("Held", Words.Held(it.After.Cart(), it.Run.Catalog));
            page.Fact("Term", Words.Stretch(it.After.Term!.Value, it.Run.Zone) + (it.After.InTrial(it.At) ? ", in trial" : ""));
        }

        Credit(it, page);
        if (!it.After.Grants.IsEmpty)
        {
            page.Fact("Usage credits", Words.UsageLeft(it.After, it.At));
        }

        Pending(it, page);
    }

    private static string Spaced(string name) => string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter)
        ? $" {char.ToLowerInvariant(letter)}"
        : letter.ToString()));
}
