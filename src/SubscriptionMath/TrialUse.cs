using NodaTime;

namespace SubscriptionMath;

/// <summary>The trial that a subscription has used or is using. A used trial is remembered.</summary>
public sealed record TrialUse
{
    /// <summary>Gets the plan of the trial at its start; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string PlanId { get; init => field = Require.Text(value, nameof(PlanId)); }

    /// <summary>Gets the time of the trial; an instant equal to its end is no longer in trial.</summary>
    public required Term Term { get; init; }

    /// <summary>Tells whether an instant lies in the trial.</summary>
    /// <param name="at">The instant.</param>
    public bool Contains(Instant at) => Term.Contains(at);
}
