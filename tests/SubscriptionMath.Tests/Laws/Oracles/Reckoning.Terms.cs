namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>The term that begins now, and the phase that a price is in.</content>
internal sealed partial class Reckoning
{
    /// <summary>The term that begins now: a whole one, one with the days left behind it, one that ends on a billing day or when it was asked for, or one that is yet to be bought.</summary>
    private (Term Term, Anchor Anchor) Begin(Treatment then, BillingInterval interval)
    {
        var begun = new Anchor(At.InZone(Zone).LocalDateTime);
        var whole = new Term(At, Count.After(At, begun, interval, 1, Zone));
        switch (then.Term)
        {
            case TermRule.ToDateAsked:
                var next = _question.Change.NextBilling!.Value;
                return then.Unused is UnusedValue.LotsKept
                    ? (new Term(_before.Plan!.Term.Start, next), _before.Anchor)
                    : (new Term(At, next), new Anchor(next.InZone(Zone).LocalDateTime));
            case TermRule.StubToDate:
                return (_before.Plan!.Term, _before.Anchor);
            case TermRule.LengthBought:
                var first = (then.Measure ?? _question.Policy.Proration.Measure).ChangeDay == ChangeDay.Old ? At.InZone(Zone).Date.PlusDays(1).AtMidnight() : begun.Origin;
                var from = first.InZoneLeniently(Zone).ToInstant();
                return (new Term(At, from), new Anchor(first));
            case TermRule.ToBillingDay day:
                return (new Term(At, Stub(day, interval).End), BillingDay(day));
            case TermRule.DaysAppended:
                var last = whole.End.InZone(Zone).LocalDateTime.PlusDays(Math.Max(0, Count.Days(At, _before.Plan!.Term.End, Zone)));
                return (new Term(At, last.InZoneLeniently(Zone).ToInstant()), new Anchor(last));
            default:
                return (whole, begun);
        }
    }

    private Anchor BillingDay(TermRule.ToBillingDay day) => day.Anchor
        ?? (_before.Trial is { } trial && trial.Term.End == At ? new Anchor(trial.Term.Start.InZone(Zone).LocalDateTime) : _before.Anchor);

    /// <summary>The period between two billing days in which the change falls; where those are of another interval, the period that ends with the next of them, or a whole one from today.</summary>
    private Term Stub(TermRule.ToBillingDay day, BillingInterval interval)
    {
        var (anchor, step) = (BillingDay(day), day.StubInterval ?? interval);
        var unit = step.TotalMonths > 0 ? BillingInterval.Month : BillingInterval.Day;
        var (units, at) = (step.TotalMonths + step.TotalDays, CalendarWalk.IndexAt(anchor, At.InZone(Zone).LocalDateTime, unit));
        while (at % units != 0)
            at--;

        // A day that the zone skips is billed on the next one, at the same time of day: the calendar alone would be a period ahead until then.
        while (On(at) > At)
            at -= units;
        while (On(at + units) <= At)
            at += units;

        var (start, end) = (On(at), On(at + units));
        return day.StubInterval is null ? new Term(start, end)
            : start.InZone(Zone).Date == At.InZone(Zone).Date ? new Term(start, Count.After(start, anchor, interval, 1, Zone))
            : new Term(Count.After(end, anchor, interval, -1, Zone), end);

        Instant On(int index) => CalendarWalk.Boundary(anchor, index, unit).InZoneLeniently(Zone).ToInstant();
    }

    /// <summary>
    /// The price of now: phases are counted from the sale, or from where the policy lays them; what was held at the same price goes on in its own.
    /// </summary>
    private Price InPhase(Price price, string id, Item? held, Term? trial, TrialFate fate)
    {
        var from = held?.ProductId == id && held.SoldAt == price ? held.PhasesFrom
            : trial?.End ?? (fate != TrialFate.FromTheStart ? At : FromTheStart());
        return InPhaseAt(price, from, At);
    }

    private Price InPhaseAt(Price price, Instant? from, Instant at)
    {
        var over = price.Phases.TakeWhile(phase => from is not { } first || Count.After(first, new Anchor(first.InZone(Zone).LocalDateTime), phase.After, 1, Zone) <= at).ToList();
        return over.Count == 0 ? price : price with { Model = over[^1].Model, Phases = [.. price.Phases.Skip(over.Count)] };
    }

    /// <summary>The start of the trial that this change ends; else the start of the plan's phases.</summary>
    private Instant? FromTheStart()
    {
        var (trial, phases) = (_before.Trial?.Term, _before.Plan!.PhasesFrom);
        return trial is { } tried && (At < tried.End || (At == tried.End && phases is null)) ? tried.Start : phases;
    }
}
