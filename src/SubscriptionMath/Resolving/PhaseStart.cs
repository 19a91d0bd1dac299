using NodaTime;

namespace SubscriptionMath;

/// <summary>Finds the instant from which the phases of a price are counted.</summary>
internal static class PhaseStart
{
    /// <summary>Gives the instant of the sale, or the end of the trial with which the plan begins; null for no phases.</summary>
    /// <remarks>
    /// Counted from the start, phases begin with those of the plan held, or with the trial that is not over before the change. Without a
    /// start, no phases begin.
    /// </remarks>
    /// <param name="price">The price, in its first phase.</param>
    /// <param name="before">The subscription.</param>
    /// <param name="trial">The trial of the plan sold, or null for none.</param>
    /// <param name="fate">The policy's answer for the trial and the phases.</param>
    /// <param name="at">The instant of the sale.</param>
    internal static Instant? Find(Price price, Subscription before, TrialUse? trial, TrialFate fate, Instant at) =>
        trial is { Term: var runs } && runs.Contains(at) ? Phased(price, runs.End)
        : fate != TrialFate.FromTheStart || before.Plan is not { } plan ? Phased(price, at)
        : before.Trial is { Term: var used } && (used.Contains(at) || (used.End == at && plan.PhasesFrom is null)) ? used.Start
        : plan.PhasesFrom;

    private static Instant? Phased(Price price, Instant from) => price.Phases.IsEmpty ? null : from;
}
