using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A key of the order in which grants are used.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantKey>))]
public enum GrantKey
{
    /// <summary>The lowest <see cref="Grant.Priority"/> first; grants without one last.</summary>
    Priority,

    /// <summary>The earliest expiry first; grants without one last. A later voiding does not count.</summary>
    Expiry,

    /// <summary>Gifts (<see cref="GrantSource.Promotion"/>) before all else.</summary>
    PromotionalFirst,

    /// <summary>Rolled-over credits before fresh ones.</summary>
    RolledOverFirst,

    /// <summary>The plan's own credits before those of add-ons, purchases, rollovers and gifts.</summary>
    PlanFirst,

    /// <summary>The lowest <see cref="Grant.CostBasis"/> first; none counts as zero.</summary>
    CostBasis,

    /// <summary>The earliest start first.</summary>
    Effective,

    /// <summary>The earliest creation first.</summary>
    Created,

    /// <summary>The largest number granted first.</summary>
    LargestFirst,

    /// <summary>By <see cref="Grant.Id"/>, by code units.</summary>
    Id,
}

/// <summary>The order in which grants are used. Its keys are asked one after the other.</summary>
/// <remarks>
/// Grants that are equal in all keys are used in the order listed. The order is total, so that use never depends on chance. <see
/// cref="CreditOrder"/> is its counterpart for money credit. Each has keys of its own, named in JSON and in the check of a policy. The two
/// could share only the loop over the keys.
/// </remarks>
public sealed record GrantOrder
{
    /// <summary>Gets the keys; the first one decides first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    public required Sequence<GrantKey> Keys { get; init => field = Require.Defined(value, nameof(Keys)); }

    /// <summary>Makes an order of some keys.</summary>
    /// <param name="keys">The keys; the first one decides first.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    /// <example>
    /// <c>GrantOrder.By(GrantKey.Expiry, GrantKey.PlanFirst)</c>: Kaspr's plan credits before its add-ons', if both lapse together (A2.6).
    /// </example>
    public static GrantOrder By(params ReadOnlySpan<GrantKey> keys) => new() { Keys = Sequence.Of(keys) };

    /// <summary>Tells which of two grants is used first.</summary>
    /// <param name="one">The one grant.</param>
    /// <param name="other">The other grant.</param>
    /// <returns>Negative for the one, positive for the other, zero for the order listed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public int Compare(Grant one, Grant other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        foreach (var key in Keys)
        {
            if (By(key, one, other) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    private static int By(GrantKey key, Grant one, Grant other) => key switch
    {
        GrantKey.Priority =>
            (one.Priority ?? int.MaxValue, one.Priority is null).CompareTo((other.Priority ?? int.MaxValue, other.Priority is null)),
        GrantKey.Expiry => (one.Expires ?? Instant.MaxValue).CompareTo(other.Expires ?? Instant.MaxValue),
        GrantKey.PromotionalFirst => First(GrantSource.Promotion, one, other),
        GrantKey.RolledOverFirst => First(GrantSource.Rollover, one, other),
        GrantKey.PlanFirst => First(GrantSource.Plan, one, other),
        GrantKey.CostBasis => (one.CostBasis ?? Fraction.Zero).CompareTo(other.CostBasis ?? Fraction.Zero),
        GrantKey.Effective => one.Effective.CompareTo(other.Effective),
        GrantKey.Created => (one.Created ?? one.Effective).CompareTo(other.Created ?? other.Effective),
        GrantKey.LargestFirst => other.Granted.CompareTo(one.Granted),
        _ => string.CompareOrdinal(one.Id, other.Id),
    };

    private static int First(GrantSource source, Grant one, Grant other) => (other.Source == source).CompareTo(one.Source == source);
}
