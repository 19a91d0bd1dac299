using NodaTime;

namespace SubscriptionMath;

/// <summary>The trial that a subscription has used or is using: a trial once used is known to be used.</summary>
public sealed record TrialUse
{
    /// <summary>Gets the plan that was tried first; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string PlanId { get; init => field = Require.Text(value, nameof(PlanId)); }

    /// <summary>Gets when the trial runs or ran; an instant equal to its end is no longer in trial.</summary>
    public required Term Term { get; init; }

    /// <summary>Tells whether an instant lies in the trial.</summary>
    /// <param name="at">The instant.</param>
    public bool Contains(Instant at) => Term.Contains(at);
}
