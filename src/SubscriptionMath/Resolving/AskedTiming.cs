using NodaTime;

namespace SubscriptionMath;

/// <summary>The time asked for, as the rules see it.</summary>
/// <param name="Timing">Now or at the period's end, if the customer says so.</param>
/// <param name="Date">The date that the customer names.</param>
/// <param name="NextBilling">The new instant of the next billing, if it is moved.</param>
/// <param name="IsDue">Whether the change was accepted before and its date has come. No rule asks or refuses it again.</param>
internal readonly record struct AskedTiming(RequestedTiming? Timing, Instant? Date, Instant? NextBilling, bool IsDue)
{
    internal static AskedTiming Due { get; } = new(null, null, null, IsDue: true);

    internal static AskedTiming Of(Change change) => new(change.Timing, change.Date, change.NextBilling, IsDue: false);
}
