using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers from when the phases of a price are counted.</summary>
internal static class PhaseStart
{
    /// <summary>
    /// From the sale, or from the end of the trial that the plan begins with. Where they are counted from the start, it is the start of those of the plan held,
    /// or of the trial that is not over before the change; none begin where none were begun with.
    /// </summary>
    /// <param name="price">The price, in its first phase.</param>
    /// <param name="before">The subscription.</param>
    /// <param name="trial">The trial of the plan that is sold, or null where there is none.</param>
    /// <param name="fate">What becomes of the trial, and of the phases.</param>
    /// <param name="at">The instant of the sale.</param>
    internal static Instant? Find(Price price, Subscription before, TrialUse? trial, TrialFate fate, Instant at) =>
        trial is { Term: var runs } && runs.Contains(at) ? Phased(price, runs.End)
        : fate != TrialFate.FromTheStart || before.Plan is not { } plan ? Phased(price, at)
        : before.Trial is { Term: var used } && (used.Contains(at) || (used.End == at && plan.PhasesFrom is null)) ? used.Start
        : plan.PhasesFrom;

    private static Instant? Phased(Price price, Instant from) => price.Phases.IsEmpty ? null : from;
}
