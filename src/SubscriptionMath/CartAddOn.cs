namespace SubscriptionMath;

/// <summary>An add-on in a cart.</summary>
public sealed record CartAddOn
{
    /// <summary>Gets the id of the add-on; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the number of units, in total; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public int Quantity { get; init => field = Require.AtLeast(1, value, nameof(Quantity)); } = 1;

    /// <summary>Gets the interval of the add-on, or null for the cart's.</summary>
    public BillingInterval? Interval { get; init; }
}
