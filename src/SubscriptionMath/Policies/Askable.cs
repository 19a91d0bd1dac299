namespace SubscriptionMath;

/// <summary>Lists every request that rules can be asked about, so that the check can tell which rule decides each.</summary>
internal static class Askable
{
    /// <summary>Gives each possible request once. A circumstance that no rule names has one of its values only.</summary>
    internal static List<Asked> By(Sequence<Rule> rules)
    {
        var all = new List<Asked>();
        foreach (var status in (ReadOnlySpan<Status>)[Status.NotStarted, Status.Expired])
        {
            foreach (var to in Enum.GetValues<PriceClass>())
            {
                all.Add(new Asked(ChangeKinds.Start, Direction.Up, null, null, to, new Standing(status)));
            }
        }

        foreach (var standing in Standings(rules))
        {
            Whole(all, standing);
            if (standing.Status != Status.Paused)
            {
                Plans(all, standing);
                Quantities(all, standing);
                AddOns(all, standing);
            }
        }

        return AskableTimes.Spread(rules, all);
    }

    private static IEnumerable<Standing> Standings(Sequence<Rule> rules)
    {
        var trials = rules.Any(rule => rule.When.InTrial is not null);
        var contracts = rules.Any(rule => rule.When.InContract is not null);
        var statuses = rules.Any(rule => rule.When.Status is not null);
        return
            from status in Enum.GetValues<Status>()
            where status is Status.Active or Status.Paused || (statuses && status is (Status.PastDue or Status.NonRenewing))
            from inTrial in Enumerable.Range(0, trials ? 2 : 1)
            from inContract in Enumerable.Range(0, contracts ? 2 : 1)
            select new Standing(status, inTrial > 0, inContract > 0);
    }

    /// <summary>The requests about the subscription as a whole: its end, a pause, a resumption.</summary>
    private static void Whole(List<Asked> all, Standing now)
    {
        foreach (var held in Enum.GetValues<PriceClass>())
        {
            all.Add(Of(now, ChangeKinds.End, Direction.Down, null, (held, null)));
            all.Add(Of(
                now, now.Status == Status.Paused
                    ? ChangeKinds.Resume
                    : ChangeKinds.Pause, Direction.Lateral, IntervalMove.Same, (held, held)));
            if (now.Status == Status.NonRenewing)
            {
                all.Add(Of(now, ChangeKinds.Resume, Direction.Lateral, IntervalMove.Same, (held, held)));
            }
        }
    }

    /// <summary>Another plan, another interval, or both; and the next billing date moved, with or without them.</summary>
    private static void Plans(List<Asked> all, Standing now)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            foreach (var (from, to) in Classes())
            {
                foreach (var interval in Enum.GetValues<IntervalMove>())
                {
                    foreach (var plan in (ReadOnlySpan<ChangeKinds>)[ChangeKinds.None, ChangeKinds.Plan])
                    {
                        var changes = plan | (interval == IntervalMove.Same ? ChangeKinds.None : ChangeKinds.Interval);
                        AddMoved(all, Of(now, changes, direction, interval, (from, to)));
                    }
                }
            }
        }
    }

    /// <summary>Adds a request as it is, if it changes anything, and with the next billing date moved.</summary>
    private static void AddMoved(List<Asked> all, Asked asked)
    {
        if (asked.Changes != ChangeKinds.None)
        {
            all.Add(asked);
        }

        if (asked.Changes != ChangeKinds.None || asked.From == asked.To)
        {
            all.Add(asked with { Changes = asked.Changes | ChangeKinds.NextBilling });
        }
    }

    /// <summary>More or fewer units of the plan held; fewer also beside another plan or interval.</summary>
    private static void Quantities(List<Asked> all, Standing now)
    {
        foreach (var (from, to) in Classes())
        {
            foreach (var interval in Enum.GetValues<IntervalMove>())
            {
                all.Add(Of(now, ChangeKinds.Quantity, Direction.Down, interval, (from, to)));
            }

            if (from == to)
            {
                all.Add(Of(now, ChangeKinds.Quantity, Direction.Up, IntervalMove.Same, (from, to)));
            }
        }
    }

    /// <summary>An add-on bought, dropped, changed in number, or by another interval.</summary>
    private static void AddOns(List<Asked> all, Standing now)
    {
        foreach (var price in Enum.GetValues<PriceClass>())
        {
            all.Add(Of(now, ChangeKinds.AddOn, Direction.Up, null, (null, price)));
            all.Add(Of(now, ChangeKinds.AddOn, Direction.Down, null, (price, null)));
            all.Add(Of(now, ChangeKinds.AddOn, Direction.Up, IntervalMove.Same, (price, price)));
            all.Add(Of(now, ChangeKinds.AddOn, Direction.Down, IntervalMove.Same, (price, price)));
        }

        foreach (var direction in Enum.GetValues<Direction>())
        {
            foreach (var (from, to) in Classes())
            {
                all.Add(Of(now, ChangeKinds.AddOn, direction, IntervalMove.Longer, (from, to)));
                all.Add(Of(now, ChangeKinds.AddOn, direction, IntervalMove.Shorter, (from, to)));
            }
        }
    }

    private static IEnumerable<(PriceClass From, PriceClass To)> Classes() =>
        from before in Enum.GetValues<PriceClass>()
        from after in Enum.GetValues<PriceClass>()
        select (before, after);

    private static Asked Of(
        Standing now, ChangeKinds changes, Direction direction, IntervalMove? interval, (PriceClass? From, PriceClass? To) price) =>
        new(changes, direction, interval, price.From, price.To, now);
}
