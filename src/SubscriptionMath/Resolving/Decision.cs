using NodaTime;

namespace SubscriptionMath;

/// <summary>The treatment of one item, and whether it waits for the end of the billed time, or for a date.</summary>
internal readonly record struct Decision(Treatment? Treatment, bool Waits, Instant? Date = null)
{
    /// <summary>Whether the rule names the change; else the rule is one for anything.</summary>
    internal bool IsNamed { get; init; }

    /// <summary>Whether the change takes effect at once.</summary>
    internal bool Now => Treatment is not null && !Waits;

    internal bool Restarts => Now && Treatment!.BeginsAnew;
}
