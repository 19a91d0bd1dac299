using NodaTime;

namespace SubscriptionMath;

/// <summary>The rules' decision on one item.</summary>
/// <param name="Treatment">The treatment; null if nothing of the item changes.</param>
/// <param name="Waits">Whether the change waits for the end of the billed time, or for a date.</param>
/// <param name="Date">The date; null for the end of the billed time.</param>
internal readonly record struct Decision(Treatment? Treatment, bool Waits, Instant? Date = null)
{
    /// <summary>Whether the rule names the kind of change; false for a rule that matches any change.</summary>
    internal bool IsNamed { get; init; }

    /// <summary>Whether the change takes effect at once.</summary>
    internal bool Now => Treatment is not null && !Waits;

    internal bool Restarts => Now && Treatment!.BeginsAnew;
}
