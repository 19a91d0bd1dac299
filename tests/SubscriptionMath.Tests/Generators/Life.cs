namespace SubscriptionMath.Tests.Generators;

/// <summary>The actions in a life.</summary>
public enum Verb
{
    Ask,
    Pause,
    Cancel,
    Withdraw,
    Resume,
    Renew,
    Collect,
    Move,
}

/// <summary>A time in a life: so many months, days and minutes after its beginning. With months alone it is a boundary of a life left to itself.</summary>
public readonly record struct Age(int Months, int Days, int Minutes)
{
    /// <summary>Whether it lies before the beginning.</summary>
    public bool IsNegative => (Months * 28 * 1440) + (Days * 1440) + Minutes < 0;

    public Instant After(Instant start, DateTimeZone zone) =>
        start.InZone(zone).LocalDateTime.PlusMonths(Months).PlusDays(Days).PlusMinutes(Minutes).InZoneLeniently(zone).ToInstant();

    public override string ToString() => $"{Months}m{Days}d{Minutes}min";
}

/// <summary>One thing done in a life, and when.</summary>
public sealed record Deed(Age When, Verb Verb, Wish Wish, RequestedTiming? Timing)
{
    public override string ToString() => $"{When} {Verb}{(Verb is Verb.Ask or Verb.Move or Verb.Pause ? $" {Wish}" : "")}{(Timing is null ? "" : $" [{Timing}]")}";
}

/// <summary>A stretch in which payments fail.</summary>
public sealed record Dunning(Age From, int Days);

/// <summary>
/// A whole life: how it begins (a story without steps: policy, catalog, zone, first purchase), what is done, when payments fail, and how long it is
/// looked at. All that is generated, and shrunk, is a life.
/// </summary>
public sealed record Life
{
    public required Story Story { get; init; }

    public required Sequence<Deed> Deeds { get; init; }

    public required Sequence<Dunning> Failing { get; init; }

    public required int Months { get; init; }

    public required int Others { get; init; }

    public BillingPolicy Policy => Story.Policy.Policy;

    public Instant Until => new Age(Months, 0, 0).After(Story.Start, Story.Zone);

    public Subscription Unborn => Subscription.NotStarted("s", Story.Currency, Story.Zone);

    public Facts Facts => new() { Credit = Story.Credit, MembersInUse = Story.Members, AskedBy = Story.AskedBy, OtherSubscriptions = Others, Taxes = Story.Taxes };

    /// <summary>The first purchase, then the deeds in the order of time. A cart wants otherwise what the one before it wanted.</summary>
    public Script Script()
    {
        var wanted = Story.First;
        var commands = new List<Command> { new Command.Ask { At = Story.Start, Change = Change.To(wanted) with { Date = Story.FirstOn } } };
        foreach (var deed in Deeds.OrderBy(deed => deed.When.After(Story.Start, Story.Zone)))
        {
            var at = deed.When.After(Story.Start, Story.Zone);
            if (deed.Verb == Verb.Ask)
                wanted = deed.Wish.On(wanted).Cart!;

            var change = deed.Wish.On(wanted, at, Story.Zone);

            commands.Add(deed.Verb switch
            {
                Verb.Ask => new Command.Ask { At = at, Change = new Change { Cart = wanted, Timing = deed.Timing, Date = change.Date } },
                Verb.Move => new Command.Ask { At = at, Change = new Change { Cart = wanted, NextBilling = change.NextBilling } },
                Verb.Pause => new Command.Ask { At = at, Change = new Change { Cart = wanted with { Paused = true, PausedUntil = change.Date }, Timing = deed.Timing } },
                Verb.Cancel => new Command.Ask { At = at, Change = Change.Cancel(deed.Timing) },
                Verb.Withdraw => new Command.Withdraw { At = at },
                Verb.Resume => new Command.Resume { At = at },
                Verb.Renew => new Command.Renew { At = at },
                _ => new Command.Collect { At = at },
            });
        }

        return new Script
        {
            Commands = [.. commands],
            PaymentsFail = [.. Failing.Select(stretch => new Term(stretch.From.After(Story.Start, Story.Zone), (stretch.From with { Days = stretch.From.Days + stretch.Days }).After(Story.Start, Story.Zone)))],
        };
    }

    public Timeline Begin() => Timeline.Of(Unborn, Facts);

    public Timeline Play() => Play(Begin(), Until);

    public Timeline Play(Timeline before, Instant until) => before.Play(Script(), Story.Catalog, Policy, until);

    public override string ToString() =>
        $"{Story}\n    {Others} others; fails {string.Join(", ", Failing)}; until {Until}\n    {string.Join("\n    ", Deeds.OrderBy(deed => deed.When.After(Story.Start, Story.Zone)))}\n    told:\n    {Told()}";

    private string Told()
    {
#pragma warning disable CA1031 // Whatever was thrown is what the counterexample shows, after the steps before it.
        try
        {
            return Told(Play());
        }
        catch (Exception thrown)
        {
            var before = Begin();
            try
            {
                foreach (var at in Enumerable.Range(0, 31 * Months).Select(day => new Age(0, day, 0).After(Story.Start, Story.Zone)))
                    before = Play(before, at);
            }
            catch (Exception)
            {
                return $"{Told(before)}\n    {Show.Of(before.Subscription)}\n    {thrown}";
            }

            return thrown.ToString();
        }
#pragma warning restore CA1031
    }

    private static string Told(Timeline played) => string.Join("\n    ", played.Steps.Select(step =>
        $"{step.At} {step.Command?.GetType().Name} {(step.Answer is Quote quote ? Show.Of(quote) : ((Refused)step.Answer).Code.ToString())} {step.Outcome} -> {step.Subscription.Status} {step.Subscription.Term} {step.Subscription.Plan?.Quantity} {step.Subscription.Plan?.ProductId} pending {step.Subscription.Pending?.EffectiveAt}"));
}
