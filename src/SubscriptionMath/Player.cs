using NodaTime;

namespace SubscriptionMath;

/// <summary>Plays a script: events at their instants, commands at theirs, failed payments and their retries.</summary>
internal sealed class Player(Timeline before, Script script, Catalog catalog, BillingPolicy policy)
{
    private readonly List<TimelineStep> _steps = [];
    private Subscription _subscription = before.Subscription;
    private Facts _facts = before.Facts;
    private Instant? _played = before.Until;

    internal Timeline PlayTo(Instant until)
    {
        for (var i = FirstAfter(before.Until); i < script.Commands.Count && script.Commands[i].At <= until; i++)
        {
            Events(script.Commands[i].At);
            Obey(script.Commands[i]);
        }

        Events(until);
        return Line(until);
    }

    /// <summary>The index of the first command that is not played yet; commands are in the order of time.</summary>
    private int FirstAfter(Instant? played)
    {
        var (from, to) = (0, played is null ? 0 : script.Commands.Count);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = script.Commands[middle].At > played ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    internal Timeline Do(Command command)
    {
        Obey(command);
        return Line(command.At);
    }

    private Timeline Line(Instant until) => before.Then(_steps.ToSequence(), until, _subscription, _facts);

    /// <summary>Plays every event due up to an instant; a failed payment is retried when payments succeed again.</summary>
    private void Events(Instant until)
    {
        while (Lifecycle.NextEvent(_subscription, _facts, policy) is { } due && Try(due.At) is var at && at <= until)
        {
            var quote = Lifecycle.Price(_subscription, _facts, catalog, policy, due, at);
            Take(at, null, quote);
            _played = at;
        }

        _played = until;
    }

    /// <summary>The instant at which an event is tried: when due, and, after a failure, when payments succeed again.</summary>
    private Instant Try(Instant due)
    {
        if (_played is not { } played || due > played)
        {
            return due;
        }

        // Stretches may meet or overlap. The retry comes after all of them, wherever in them the timeline was stopped.
        var next = played;
        while (Fails(next, out var end))
        {
            next = end;
        }

        return next;
    }

    private void Obey(Command command)
    {
        Answer answer = command switch
        {
            Command.Ask ask => Ask(ask.Change, command.At),
            Command.Withdraw => Today() is { } cart ? Ask(Change.To(cart), command.At)
                : _subscription.Pending is not null ? Ask(Change.Cancel(), command.At)
                : Refusals.ByRule(RefusalCode.NothingToResume),
            Command.Resume => _subscription.Status is Status.NonRenewing or Status.Paused
                ? Ask(Change.To(Today()! with { Paused = false }), command.At)
                : Refusals.ByRule(RefusalCode.NothingToResume),
            Command.Renew => Billing.Renew(_subscription, _facts, catalog, policy, command.At),
            _ => Billing.Collect(_subscription, _facts, policy, command.At),
        };
        Take(command.At, command, answer);
    }

    private Cart? Today() => _subscription.Plan is null ? null : _subscription.Cart();

    private Answer Ask(Change change, Instant at) => Billing.Price(_subscription, change, _facts, catalog, policy, at);

    private void Take(Instant at, Command? command, Answer answer)
    {
        var outcome = OutcomeOf(at, answer);
        if (outcome is Outcome.Accepted or Outcome.AcceptedAndOwed)
        {
            var quote = (Quote)answer;
            var accepted = (outcome == Outcome.Accepted
                ? Billing.Accept(_subscription, quote, _facts)
                : Billing.AcceptUnpaid(_subscription, quote, _facts)).OrThrow();
            _subscription = accepted.Subscription;
            _facts = quote.EarlierTerms.IsEmpty
                ? _facts with { Credit = accepted.Credit }
                : _facts with { Credit = accepted.Credit, EarlierTerms = quote.EarlierTerms };
        }

        _steps.Add(new TimelineStep
        {
            At = at,
            Command = command,
            Answer = answer,
            Outcome = outcome,
            Subscription = _subscription,
            Credit = _facts.Credit,
        });
    }

    private Outcome OutcomeOf(Instant at, Answer answer) =>
        answer is not Quote quote ? Outcome.Refused
        : !quote.Totals.DueNow.IsPositive || !Fails(at, out _) ? Outcome.Accepted
        : policy.Invoicing.FailedPayment == FailedPayment.StandsAndIsOwed ? Outcome.AcceptedAndOwed
        : Outcome.NotPaid;

    /// <summary>Whether payments fail at an instant, and the earliest end of the failure.</summary>
    private bool Fails(Instant at, out Instant end)
    {
        foreach (var stretch in script.PaymentsFail)
        {
            if (stretch.Contains(at))
            {
                end = stretch.End;
                return true;
            }
        }

        end = at;
        return false;
    }
}
