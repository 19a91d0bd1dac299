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
            Pending = null,
            Pause = new Pause { Since = moment, KeepsTimeLeft = then.Term is TermRule.KeptTimeLeft, IsCharged = then.ChargesHold == true },
        };
    }

    /// <summary>Gives the pending change, which waits for its date or for the end of the billed time.</summary>
    internal static PendingChange Pending(Resolution resolution, Cart? asked, Decision decision, Instant at) => new()
    {
        RequestedAt = at,
        EffectiveAt = decision.Date ?? resolution.Held.Plan!.ChargedThrough,
        OnDate = decision.Date is not null,
        Cart = asked,
    };
}
