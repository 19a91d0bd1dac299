namespace SubscriptionMath;

/// <summary>What the customer wants to hold after a change: the plan, its interval and quantity, and the add-ons.</summary>
/// <remarks>A cart is the whole of it: what it leaves out ends. What is different from today is found out, not stated.</remarks>
/// <example><c>subscription.Cart() with { PlanId = "pro" }</c> asks for another plan and for everything else as it is.</example>
public sealed record Cart
{
    /// <summary>Gets the id of the plan; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string PlanId { get; init => field = Require.Text(value, nameof(PlanId)); }

    /// <summary>Gets the interval that the plan is wanted for.</summary>
    public required BillingInterval Every { get; init; }

    /// <summary>Gets the number of units (seats) of the plan, in total; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public int Quantity { get; init => field = Require.AtLeast(1, value, nameof(Quantity)); } = 1;

    /// <summary>Gets the add-ons.</summary>
    public Sequence<CartAddOn> AddOns { get; init; }

    /// <summary>Gets the discounts that it is sold with; those that are left out end.</summary>
    public Sequence<Discount> Discounts { get; init; }

    /// <summary>Gets whether all of it is to rest: while a subscription is paused nothing of it renews.</summary>
    public bool Paused { get; init; }

    /// <summary>Makes a cart of one unit of a plan without add-ons.</summary>
    /// <param name="planId">The id of the plan.</param>
    /// <param name="every">The interval.</param>
    public static Cart Of(string planId, BillingInterval every) => new() { PlanId = planId, Every = every };
}
