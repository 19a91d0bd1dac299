namespace SubscriptionMath.Scenarios;

/// <summary>Plays one run: a timeline for each subscription, step by step; all draw on the money credit of one account.</summary>
internal sealed class RunPlayer(Scenario scenario, ScenarioRun run)
{
    private readonly string?[] _names = [.. run.Steps.Select(step => step.Subscription).Distinct()];
    private readonly Timeline[] _lives = [.. run.Steps.Select(step => step.Subscription).Distinct().Select(name => Unborn(scenario, run, name))];
    private MoneyCredit _credit = run.Credit;
    private int _others;

    internal StepOutcome Play(ScenarioStep step)
    {
        var place = Array.IndexOf(_names, step.Subscription);
        try
        {
            // Usage by then comes before a boundary at the very moment: such credits must neither lapse nor roll over.
            var eve = step.On - Duration.Epsilon;
            var events = _lives[place].Until is { } played && played > eve ? [] : Wait(eve);
            _lives[place] = _lives[place] with { Subscription = Used(step, _lives[place]) };
            events.AddRange(Wait(step.On));
            var outcome = new StepOutcome(step, events, Do(step, place));
            return outcome with { Mismatches = ExpectationReader.Compare(outcome) };
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            throw MissingFact.In(step, _lives[place], run) is { } property
                ? new ScenarioException(
                    scenario.File, $"{step.Path}.{property}", $"\"{property}\", in this step or in one before", "none", wrong)
                : new ScenarioException(scenario.File, step.Path, "a step that can be priced", JsonCursor.Sentence(wrong), wrong);
        }
    }

    private static Timeline Unborn(Scenario scenario, ScenarioRun run, string? name) => Timeline.Of(
        Subscription.NotStarted(name ?? scenario.Id, run.Currency.Code, run.Zone) with { QuotaAnchor = run.QuotaAnchor }, new Facts { Credit = run.Credit });

    private Subscription Used(ScenarioStep step, Timeline life) =>
        UsageBurn.Spend(life.Subscription, run.Policy, step, life.Until ?? step.On, scenario.File);

    /// <summary>The events by themselves up to an instant, inclusive: those of all subscriptions, in the order of time.</summary>
    private List<Happening> Wait(Instant until)
    {
        var events = new List<Happening>();
        while (_lives.Length > 1 && Earliest(until) is var (place, at))
        {
            events.AddRange(Wait(place, at));
        }

        for (var place = 0; place < _lives.Length; place++)
        {
            events.AddRange(Wait(place, until));
        }

        return events;
    }

    /// <summary>The subscription that has the earliest event up to an instant, and its moment.</summary>
    private (int Place, Instant At)? Earliest(Instant until) => Enumerable.Range(0, _lives.Length)
        .Select(place => (Place: place, Played(place, until).Steps))
        .Where(life => !life.Steps.IsEmpty)
        .Select(life => ((int Place, Instant At)?)(life.Place, life.Steps[0].At))
        .OrderBy(first => first!.Value.At)
        .FirstOrDefault();

    private Timeline Played(int place, Instant until) => (_lives[place] with { Steps = default, Facts = Known(place) })
        .Play(new Script { PaymentsFail = [.. run.PaymentsFail] }, run.Catalog, run.Policy, until);

    private List<Happening> Wait(int place, Instant until)
    {
        var before = _lives[place];
        var credit = _credit;
        Keep(place, Played(place, until));
        var events = new List<Happening>();
        foreach (var step in _lives[place].Steps)
        {
            var (subscription, left) = events is [.., { } last] ? (last.After, last.CreditAfter) : (before.Subscription, credit);
            events.Add(Happened(step, null, subscription, left));
        }

        return events;
    }

    /// <summary>The request of the step, after the events of its moment.</summary>
    private Happening Do(ScenarioStep step, int place)
    {
        _others = step.OtherSubscriptions ?? _others;
        var facts = Known(place);
        _lives[place] = _lives[place] with
        {
            Steps = default,
            Facts = facts with { MembersInUse = step.Members ?? facts.MembersInUse, AskedBy = step.AskedBy ?? facts.AskedBy },
        };
        var (subscription, credit) = (_lives[place].Subscription, _credit);
        if (StepCommand.Of(step, subscription, run.Catalog, scenario.File) is not { } command)
        {
            return new Happening
            {
                Run = run,
                At = step.On,
                Subscription = Named(subscription),
                Step = step,
                Answer = null,
                Outcome = null,
                Before = subscription,
                After = subscription,
                CreditBefore = credit,
                CreditAfter = credit,
            };
        }

        var fails = step.PaymentFails || run.PaymentsFail.Any(stretch => stretch.Contains(step.On));
        Keep(place, _lives[place].Do(command, run.Catalog, run.Policy, fails));
        return Happened(_lives[place].Steps[^1], step, subscription, credit);
    }

    /// <summary>The facts of one subscription: the credit of the account, and the others that draw on it.</summary>
    private Facts Known(int place) => _lives[place].Facts with
    {
        Credit = _credit,
        OtherSubscriptions = _others + _lives.Where((other, at) => at != place && other.Subscription.Plan is not null).Count(),
    };

    private void Keep(int place, Timeline life) => (_lives[place], _credit) = (life, life.Facts.Credit);

    private string? Named(Subscription subscription) => _lives.Length > 1 ? subscription.Id : null;

    private Happening Happened(TimelineStep it, ScenarioStep? step, Subscription before, MoneyCredit creditBefore) => new()
    {
        Run = run,
        At = it.At,
        Subscription = Named(it.Subscription),
        Step = step,
        Answer = it.Answer,
        Outcome = it.Outcome,
        Before = before,
        After = it.Subscription,
        CreditBefore = creditBefore,
        CreditAfter = it.Credit,
    };
}
