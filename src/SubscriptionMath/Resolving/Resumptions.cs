using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves a resumption: the withdrawal of a cancellation, or the end of a pause.</summary>
internal static class Resumptions
{
    /// <summary>
    /// Ends a pause with the time that is left, or with a new term if none is. A rule for resumptions may begin a term anew. Such a rule
    /// decides the term, its price, and the value of the time unused at the pause, and may end a trial, which else continues.
    /// </summary>
    internal static Resolution Resume(Resolution resolution, Catalog catalog, Decision decision)
    {
        var (before, at) = (resolution.On.Before, resolution.On.Moment);
        if (before.Pause is not { } pause)
        {
            return resolution with { Status = Status.Active, Pending = null };
        }

        resolution = resolution with { Status = Status.Active, Pause = null, Pending = null };
        var tries = before.InTrial(pause.KeepsTimeLeft ? pause.Since : at);
        if (decision is { IsNamed: true, Treatment: { Term.BeginsAnew: true } anew } && !(before.Plan!.EndsAt <= at)
            && !(tries && anew.Trial == TrialFate.Kept))
        {
            resolution = before.InTrial(at)
                ? resolution with { Trial = before.Trial! with { Term = before.Trial.Term.Until(at) } }
                : resolution;
            return Anew(resolution, catalog, anew, pause);
        }

        resolution = pause.KeepsTimeLeft ? PauseShift.Apply(resolution, pause.Since, at) : resolution;
        var plan = resolution.Held.Plan!;
        return plan.Term.End > at ? resolution
            : plan.EndsAt <= at ? Endings.End(UsedUp.Of(resolution, catalog, Treatment.Renewal), catalog, Treatment.Renewal, at)
            : Restart(resolution, catalog, decision.IsNamed ? decision.Treatment!.PaymentTiming : PaymentTiming.Now);
    }

    /// <summary>Begins every item anew, as the rule says. The lots leave, valued at the pause, or now if the pause is charged.</summary>
    private static Resolution Anew(Resolution resolution, Catalog catalog, Treatment treatment, Pause pause)
    {
        var (on, anchor) = (resolution.On, new Anchor(resolution.On.Moment.LocalAt(resolution.On.Zone)));
        resolution = Endings.Leave(resolution, catalog, treatment, pause.IsCharged ? null : pause.Since);
        var plan = resolution.Held.Plan!;
        resolution = resolution with
        {
            Schedule = Schedule.From(anchor),
            TimeSold = new TimeSold(
                Wanted.Of(catalog.HeldPlan(plan.ProductId), plan.SoldAt, plan.Quantity), LotSource.AddOnTermination, TermIsOpen: false),
            Held = resolution.Held.Each(item => item with
            {
                Term = new Term(item.Term.Start, Instant.Min(item.Term.End, on.Moment)),
                Anchor = item.Anchor is null ? null : anchor,
                Lots = default,
            }),
        };
        return Renewing.Renew(resolution, catalog, treatment);
    }

    /// <summary>
    /// Renews all items after a pause that outlasted the term: from the moment on, at full price, due when the rule says.
    /// </summary>
    private static Resolution Restart(Resolution resolution, Catalog catalog, PaymentTiming due)
    {
        var anchor = new Anchor(resolution.On.Moment.LocalAt(resolution.On.Zone));
        resolution = UsedUp.Of(resolution, catalog, Treatment.Renewal);
        resolution = resolution with
        {
            Schedule = Schedule.From(anchor),
            Held = resolution.Held with
            {
                AddOns = [.. resolution.Held.AddOns.Select(addOn => addOn.Anchor is null ? addOn : addOn with { Anchor = anchor })],
            },
        };
        return Renewing.Renew(resolution, catalog, due == PaymentTiming.Now ? null : Treatment.Renewal with { PaymentTiming = due });
    }
}
