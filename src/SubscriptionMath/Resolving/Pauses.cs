using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves a pause: at once, on a date, or at the end of the billed time.</summary>
internal static class Pauses
{
    /// <summary>
    /// Begins a pause, or leaves it pending. If the rule gives the time left back, the term ends with the pause. A trial runs on, and
    /// nothing is given back in it.
    /// </summary>
    internal static Resolution Begin(Resolution resolution, Catalog catalog, Cart asked, Decision decision, bool now)
    {
        var moment = resolution.On.Moment;
        if (!now)
        {
            return resolution with { Pending = Pending(resolution, asked, decision, moment), Status = Status.Active };
        }

        var then = decision.Treatment!;
        resolution = then.Unused is UnusedValue.Nothing || resolution.On.Before.InTrial(moment)
            ? resolution
            : GivenBack(resolution, catalog, then);
        return resolution with
        {
            Status = Status.Paused,
            Pending = Resumption(resolution, asked.PausedUntil),
            Pause = new Pause { Since = moment, KeepsTimeLeft = then.Term is TermRule.KeptTimeLeft, IsCharged = then.ChargesHold == true },
        };
    }

    /// <summary>
    /// Gives the time left back. Every term ends with the pause, so that another begins at the resumption; used time in arrears is charged.
    /// </summary>
    private static Resolution GivenBack(Resolution resolution, Catalog catalog, Treatment treatment)
    {
        var (at, plan) = (resolution.On.Moment, resolution.Held.Plan!);
        resolution = Endings.Leave(resolution, catalog, treatment);
        return resolution with
        {
            Held = resolution.Held.Each(item => item with
            {
                Term = new Term(item.Term.Start, Instant.Min(item.Term.End, at)),
                Lots = default,
                SetUp = null,
            }),
            Grants = plan.BoughtAhead is null
                ? resolution.Grants
                : resolution.Grants.Plus(new GrantStep.EndCut(plan.ChargedThrough, plan.Term.End)),
        };
    }

    /// <summary>Tells whether the customer names an end of the pause that is not after its start.</summary>
    internal static bool IsOver(Cart? asked, Instant start) => asked is { Paused: true, PausedUntil: { } until } && until <= start;

    /// <summary>Gives the pending resumption of a pause, or null for a pause that the customer ends.</summary>
    internal static PendingChange? Resumption(Resolution resolution, Instant? until) => until is not { } date ? null : new()
    {
        RequestedAt = resolution.On.Moment,
        EffectiveAt = Instant.Max(date, resolution.On.Moment),
        OnDate = true,
        Cart = resolution.On.Before.Cart() with { Paused = false },
    };

    /// <summary>Gives the pending change, which waits for its date or for the end of the billed time.</summary>
    internal static PendingChange Pending(Resolution resolution, Cart? asked, Decision decision, Instant at) => new()
    {
        RequestedAt = at,
        EffectiveAt = decision.Date ?? resolution.Held.Plan!.ChargedThrough,
        OnDate = decision.Date is not null,
        Cart = asked,
    };
}
