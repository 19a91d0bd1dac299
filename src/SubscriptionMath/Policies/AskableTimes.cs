using NodaTime;

namespace SubscriptionMath;

/// <summary>Spreads the requests that rules can be asked about over the times and intervals that some rule names.</summary>
internal static class AskableTimes
{
    // A month of 31 days ends at the first of these, and one of 29 days at the other: neither is always longer than 30 days.
    private static Instant[] Instants => [Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2000, 3, 1, 0, 0)];

    /// <summary>Gives each request with each combination that the rules tell apart; the same list if they name none.</summary>
    internal static List<Asked> Spread(Sequence<Rule> rules, List<Asked> all)
    {
        if (rules.Any(static rule => rule.When is not
            { WithinOfPurchase: null, WithinOfTermStart: null, WithinOfRenewal: null, InFirstTerm: null }))
        {
            all = [.. Instants.SelectMany(at => OverTimes(rules, all, at))];
        }

        bool?[] moves = rules.Any(rule => rule.When.MovesLater is not null) ? [true, false] : [];
        all = Over(all, moves, static one => (one.Changes & ChangeKinds.NextBilling) != ChangeKinds.None,
            static (one, later) => one with { MovesLater = later });
        return OverIntervals(rules, all);
    }

    private static List<Asked> OverTimes(Sequence<Rule> rules, List<Asked> all, Instant at)
    {
        var firstTerm = rules.Any(static rule => rule.When.InFirstTerm is not null);
        all = [.. all.Select(one => one with { Now = one.Now with { At = at, Zone = DateTimeZone.Utc } })];
        all = Over(all, Since(rules, at, static when => when.WithinOfPurchase, firstTerm), Held,
            static (one, since) => one with { Now = one.Now with { PurchasedAt = since } });
        all = Over(all, Since(rules, at, static when => when.WithinOfTermStart), Held,
            static (one, since) => one with { Now = one.Now with { TermStart = since } });
        return Over(all, Since(rules, at, static when => when.WithinOfRenewal, firstTerm), Held,
            static (one, since) => one with { Now = one.Now with { RenewedAt = since } });
    }

    private static bool Held(Asked asked) => (asked.Changes & ChangeKinds.Start) == ChangeKinds.None;

    private static List<Asked> Over<T>(
        List<Asked> all, IReadOnlyCollection<T> values, Func<Asked, bool> has, Func<Asked, T, Asked> with) =>
        values.Count == 0 ? all : [.. all.SelectMany(one => has(one) ? values.Select(value => with(one, value)) : [one])];

    /// <summary>
    /// The instants that tell the windows apart. That of the change is in all of them, the end of each is in longer ones, and an unknown
    /// one is in none.
    /// </summary>
    private static List<Instant?> Since(Sequence<Rule> rules, Instant at, Func<Case, BillingInterval?> window, bool named = false)
    {
        var found = new List<Instant?>();
        var now = at.LocalAt(DateTimeZone.Utc);
        foreach (var length in rules.Select(rule => window(rule.When)).OfType<BillingInterval>().Distinct())
        {
            found.Add(new Anchor(now).Previous(now, length).AtStart(DateTimeZone.Utc));
        }

        if (found.Count > 0 || named)
        {
            found.AddRange([at, null]);
        }

        return found;
    }

    /// <summary>Each pair of intervals that moves as the request does; those named, and one shorter and one longer than any.</summary>
    private static List<Asked> OverIntervals(Sequence<Rule> rules, List<Asked> all)
    {
        var named = rules.SelectMany(static rule => new[] { rule.When.IntervalHeld, rule.When.IntervalWanted })
            .OfType<BillingInterval>().ToHashSet();
        if (named.Count == 0)
        {
            return all;
        }

        BillingInterval?[] some = [.. named.Append(BillingInterval.Day).Append(BillingInterval.Years(1000)).Distinct()];
        return
        [
            .. from one in all
               from held in one.From is null ? [null] : some
               from wanted in one.To is null ? [null] : some
               where one.Interval is not { } move || held is not { } old || wanted is not { } next
                   || Math.Sign(old.CompareTo(next)) == (move switch { IntervalMove.Same => 0, IntervalMove.Longer => -1, _ => 1 })
               select one with { IntervalHeld = held, IntervalWanted = wanted },
        ];
    }
}
