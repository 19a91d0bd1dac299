using NodaTime;

namespace SubscriptionMath;

/// <summary>The treatment of one thing, and whether it waits: to the end of what is billed, or to a date.</summary>
internal readonly record struct Decision(Treatment? Treatment, bool Waits, Instant? Date = null)
{
    /// <summary>Whether the rule names what changes; else it is one for anything.</summary>
    internal bool IsNamed { get; init; }

    /// <summary>Whether something happens at once.</summary>
    internal bool Now => Treatment is not null && !Waits;

    internal bool Restarts => Now && Treatment!.BeginsAnew;
}
