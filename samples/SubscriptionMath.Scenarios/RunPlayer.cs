namespace SubscriptionMath.Scenarios;

/// <summary>Plays one run: the library's timeline, step by step.</summary>
internal sealed class RunPlayer(Scenario scenario, ScenarioRun run)
{
    private Timeline _life = Timeline.Of(
        Subscription.NotStarted(scenario.Id, run.Currency.Code, run.Zone) with { QuotaAnchor = run.QuotaAnchor },
        new Facts { Credit = run.Credit });

    internal StepOutcome Play(ScenarioStep step)
    {
        try
        {
            // Usage by then comes before a boundary at the very moment: such credits must neither lapse nor roll over.
            var eve = step.On - Duration.Epsilon;
            var events = _life.Until is { } played && played > eve ? [] : Wait(eve);
            _life = _life with { Subscription = Used(step) };
            events.AddRange(Wait(step.On));
            var outcome = new StepOutcome(step, events, Do(step));
            return outcome with { Mismatches = ExpectationReader.Compare(outcome) };
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            throw new ScenarioException(scenario.File, step.Path, "a step that can be priced", JsonCursor.Sentence(wrong), wrong);
        }
    }

    private Subscription Used(ScenarioStep step) => UsageBurn.Spend(_life.Subscription, run.Policy, step, _life.Until ?? step.On, scenario.File);

    /// <summary>The events by themselves up to an instant, inclusive.</summary>
    private List<Happening> Wait(Instant until)
    {
        var before = _life with { Steps = default };
        _life = before.Play(new Script { PaymentsFail = [.. run.PaymentsFail] }, run.Catalog, run.Policy, until);
        var events = new List<Happening>();
        foreach (var step in _life.Steps)
        {
            var (subscription, credit) = events is [.., { } last] ? (last.After, last.CreditAfter) : (before.Subscription, before.Facts.Credit);
            events.Add(Happened(step, null, subscription, credit));
        }

        return events;
    }

    /// <summary>The request of the step, after the events of its moment.</summary>
    private Happening Do(ScenarioStep step)
    {
        _life = _life with
        {
            Steps = default,
            Facts = _life.Facts with
            {
                MembersInUse = step.Members,
                AskedBy = step.AskedBy,
                OtherSubscriptions = step.OtherSubscriptions ?? _life.Facts.OtherSubscriptions,
            },
        };
        var (subscription, credit) = (_life.Subscription, _life.Facts.Credit);
        if (StepCommand.Of(step, subscription, run.Catalog, scenario.File) is not { } command)
        {
            return new Happening
            {
                Run = run,
                At = step.On,
                Step = step,
                Answer = null,
                Outcome = null,
                Before = subscription,
                After = subscription,
                CreditBefore = credit,
                CreditAfter = credit,
            };
        }

        _life = _life.Do(command, run.Catalog, run.Policy, step.PaymentFails || run.PaymentsFail.Any(stretch => stretch.Contains(step.On)));
        return Happened(_life.Steps[^1], step, subscription, credit);
    }

    private Happening Happened(TimelineStep it, ScenarioStep? step, Subscription before, MoneyCredit creditBefore) => new()
    {
        Run = run,
        At = it.At,
        Step = step,
        Answer = it.Answer,
        Outcome = it.Outcome,
        Before = before,
        After = it.Subscription,
        CreditBefore = creditBefore,
        CreditAfter = it.Credit,
    };
}
