using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the trial with which a plan begins, if any.</summary>
internal static class NewTrial
{
    /// <summary>
    /// A first purchase begins with the trial of its plan, unless one was used before. A change begins with a trial if its treatment says
    /// so, and the new plan has one that is not over by then.
    /// </summary>
    internal static TrialUse? Find(Subscription before, Plan wanted, TrialFate fate, Instant at)
    {
        if (wanted.Trial is not { } offer)
        {
            return null;
        }

        if (before.Plan is null)
        {
            return before.Trial is null ? Begin(wanted.Id, at, offer, before.Zone) : null;
        }

        return fate switch
        {
            TrialFate.Restarted => Begin(wanted.Id, at, offer, before.Zone),
            TrialFate.FromTheStart when before.Trial is { } used && Begin(used.PlanId, used.Term.Start, offer, before.Zone) is var trial
                && trial.Contains(at) => trial,
            _ => null,
        };
    }

    private static TrialUse Begin(string planId, Instant from, TrialOffer offer, DateTimeZone zone) =>
        new() { PlanId = planId, Term = offer.TermFrom(from, zone) };
}
