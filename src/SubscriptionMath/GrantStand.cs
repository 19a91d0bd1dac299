namespace SubscriptionMath;

/// <summary>A plan, with its units, for which a grant stood before it passed to another plan or to fewer units within its life.</summary>
/// <remarks>
/// If the plan or the units come back while the grant runs, they get no more than before: nothing is granted a second time.
/// </remarks>
/// <example>
/// 60 units of one plan become 30 of a smaller one by the difference. If the first plan comes back, the grant is one of 60 again.
/// Four seats of 30 each become two: the grant of 120 becomes one of 60, and with three seats it is one of 90.
/// </example>
public sealed record GrantStand
{
    /// <summary>Gets the id of the plan; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); }

    /// <summary>Gets the number of units of the plan for which the grant stood; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    public required int Quantity { get; init => field = Require.AtLeast(0, value, nameof(Quantity)); }

    /// <summary>Gets the number of credits granted when the customer left the plan; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Granted { get; init => field = Require.NotNegative(value, nameof(Granted)); }
}
