using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves a pause: at once, on a date, or at the end of the billed time.</summary>
internal static class Pauses
{
    internal static Resolution Begin(Resolution resolution, Cart asked, Decision decision, bool now)
    {
        var moment = resolution.On.Moment;
        if (!now)
        {
            return resolution with { Pending = Pending(resolution, asked, decision, moment), Status = Status.Active };
        }

        var then = decision.Treatment!;
        return resolution with
        {
            Status = Status.Paused,
            Pending = Resumption(resolution, asked.PausedUntil),
            Pause = new Pause { Since = moment, KeepsTimeLeft = then.Term is TermRule.KeptTimeLeft, IsCharged = then.ChargesHold == true },
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
