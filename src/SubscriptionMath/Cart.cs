using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>The products that the customer wants to hold after a change: the plan, its interval and quantity, and the add-ons.</summary>
/// <remarks>A cart is complete: a product left out ends. The library derives the difference from today.</remarks>
/// <example><c>subscription.Cart() with { PlanId = "pro" }</c> asks for another plan, and leaves everything else as it is.</example>
public sealed record Cart
{
    /// <summary>Gets the id of the plan; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string PlanId { get; init => field = Require.Text(value, nameof(PlanId)); }

    /// <summary>Gets the interval of the plan.</summary>
    public required BillingInterval Interval { get; init; }

    /// <summary>Gets the number of units (seats) of the plan, in total; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public int Quantity { get; init => field = Require.AtLeast(1, value, nameof(Quantity)); } = 1;

    /// <summary>Gets the add-ons.</summary>
    public Sequence<CartAddOn> AddOns { get; init; }

    /// <summary>Gets the discounts of the sale; a discount left out ends.</summary>
    public Sequence<Discount> Discounts { get; init; }

    /// <summary>Gets whether the subscription is to be paused; nothing renews during a pause.</summary>
    public bool Paused { get; init; }

    /// <summary>Gets the instant at which the pause ends by itself, or null for a pause that the customer ends.</summary>
    /// <remarks>
    /// Read only for a paused cart. The pause begins before this instant, or is refused with <see cref="RefusalCode.DateHasPassed"/>.
    /// During the pause the resumption is the subscription's pending change. A paused cart with another instant moves the resumption, and
    /// one without withdraws it.
    /// </remarks>
    /// <example>
    /// EUR 30.00 for April, paused from the 11th until the 21st, the time left kept: the resumption is due on 21 April, and the renewal on
    /// 11 May.
    /// </example>
    [JsonConverter(typeof(PartConverter))]
    public Instant? PausedUntil { get; init; }

    /// <summary>Makes a cart of one unit of a plan without add-ons.</summary>
    /// <param name="planId">The id of the plan.</param>
    /// <param name="interval">The interval.</param>
    public static Cart Of(string planId, BillingInterval interval) => new() { PlanId = planId, Interval = interval };
}
