using NodaTime;

namespace SubscriptionMath;

/// <summary>When a change is wished for, as the rules see it.</summary>
/// <param name="Timing">Now or at the period's end, where the customer says so.</param>
/// <param name="Date">The date that the customer names.</param>
/// <param name="NextBilling">When the next billing is to be, where it is moved.</param>
/// <param name="IsDue">Whether it was accepted before and its date has come: nothing of it is asked or refused again.</param>
internal readonly record struct AskedTiming(RequestedTiming? Timing, Instant? Date, Instant? NextBilling, bool IsDue)
{
    internal static AskedTiming Due { get; } = new(null, null, null, IsDue: true);

    internal static AskedTiming Of(Change change) => new(change.Timing, change.Date, change.NextBilling, IsDue: false);
}
