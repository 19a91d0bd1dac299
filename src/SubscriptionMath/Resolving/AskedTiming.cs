using NodaTime;

namespace SubscriptionMath;

/// <summary>The timing that the customer asks for.</summary>
/// <param name="Timing">Now or at the period's end; null if the customer leaves that open.</param>
/// <param name="Date">The date that the customer names, or null for none.</param>
/// <param name="NextBilling">The new instant of the next billing, or null if the date stays.</param>
/// <param name="IsDue">Whether the change was accepted before and its date has come. Rules that refuse are then skipped.</param>
internal readonly record struct AskedTiming(RequestedTiming? Timing, Instant? Date, Instant? NextBilling, bool IsDue)
{
    internal static AskedTiming Due { get; } = new(null, null, null, IsDue: true);

    internal static AskedTiming Of(Change change) => new(change.Timing, change.Date, change.NextBilling, IsDue: false);
}
