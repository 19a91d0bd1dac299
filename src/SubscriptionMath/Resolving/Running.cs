namespace SubscriptionMath;

/// <summary>The anchors and the discounts of a subscription, passed on from one resolved item to the next.</summary>
/// <param name="Schedule">The anchors.</param>
/// <param name="Discounts">The discounts.</param>
internal readonly record struct Running(Schedule Schedule, Sequence<Discount> Discounts);
