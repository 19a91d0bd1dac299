using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>One key by which grants are put in their order of use.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantKey>))]
public enum GrantKey
{
    /// <summary>The lowest <see cref="Grant.Priority"/> first; none comes last.</summary>
    Priority,

    /// <summary>The one that expires first; one that never does comes last. A voiding to come does not count.</summary>
    Expiry,

    /// <summary>What was given away (<see cref="GrantSource.Promotion"/>) before all else.</summary>
    PromotionalFirst,

    /// <summary>What was carried over before what is fresh.</summary>
    RolledOverFirst,

    /// <summary>The plan's own before what add-ons, purchases, rollovers and gifts brought.</summary>
    PlanFirst,

    /// <summary>The lowest <see cref="Grant.CostBasis"/> first; none counts as nothing.</summary>
    CostBasis,

    /// <summary>The one that became effective first.</summary>
    Effective,

    /// <summary>The one that was created first.</summary>
    Created,

    /// <summary>The one of which more was granted first.</summary>
    LargestFirst,

    /// <summary>By <see cref="Grant.Id"/>, by code units.</summary>
    Id,
}

/// <summary>
/// The policy's answer to: which grant is used first? Keys, asked one after the other; what is equal in all of them is used as it is
/// listed.
/// </summary>
/// <remarks>
/// The order is total, so that what is used never depends on chance. <see cref="CreditOrder"/> is the like of it for money credit. Each
/// has keys of its own, which JSON and
/// the check of a policy name; all that the two could share is the loop over them.
/// </remarks>
public sealed record GrantOrder
{
    /// <summary>Gets the keys, the first one decides first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    public required Sequence<GrantKey> Keys { get; init => field = Require.Defined(value, nameof(Keys)); }

    /// <summary>Makes an order of some keys.</summary>
    /// <param name="keys">The keys; the first one decides first.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    /// <example><c>GrantOrder.By(GrantKey.Expiry, GrantKey.PlanFirst)</c>: Kaspr's plan credits before its add-ons', where both lapse
    /// together (A2.6).</example>
    public static GrantOrder By(params ReadOnlySpan<GrantKey> keys) => new() { Keys = Sequence.Of(keys) };

    /// <summary>Tells which of two grants is used first.</summary>
    /// <param name="one">The one grant.</param>
    /// <param name="other">The other grant.</param>
    /// <returns>Negative where it is the one, positive where it is the other, zero where they are used as they are listed.</returns>
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
        GrantKey.Priority => (one.Priority ?? int.MaxValue, one.Priority is null).CompareTo((other.Priority ?? int.MaxValue, other.Priority is null)),
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
