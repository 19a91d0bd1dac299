using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>A key of the order in which lots of money credit are used.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CreditKey>))]
public enum CreditKey
{
    /// <summary>The lowest <see cref="CreditLot.Priority"/> first; lots without one last.</summary>
    Priority,

    /// <summary>The earliest expiry first; lots without one last.</summary>
    Expiry,

    /// <summary>Gifts before paid credit: a gift also cost less.</summary>
    PromotionalFirst,

    /// <summary>Paid credit before gifts.</summary>
    PaidFirst,

    /// <summary>The earliest start first; lots without one before all.</summary>
    Effective,

    /// <summary>The lot with the smallest amount left first.</summary>
    SmallestFirst,

    /// <summary>The lot with the largest amount left first.</summary>
    LargestFirst,
}

/// <summary>The order in which lots of money credit are drawn. Its keys are asked one after the other.</summary>
/// <remarks>
/// Lots that are equal in all keys are drawn in the order of their arrival. The order is total, so that a draw never depends on chance.
/// </remarks>
/// <example>
/// Priority, then expiry: of EUR 50.00 without priority, EUR 40.00 of priority 1 and EUR 60.00 of priority 1 until March, the last is drawn
/// first, the first one last.
/// </example>
public sealed record CreditOrder
{
    /// <summary>The order of arrival.</summary>
    public static CreditOrder OldestFirst { get; } = By();

    /// <summary>The earliest expiry first, lots without one last; equal ones in the order of arrival.</summary>
    public static CreditOrder SoonestExpiryFirst { get; } = By(CreditKey.Expiry);

    /// <summary>Gets the keys; the first one decides first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    public required Sequence<CreditKey> Keys { get; init => field = Require.Defined(value, nameof(Keys)); }

    /// <summary>Makes an order of some keys.</summary>
    /// <param name="keys">The keys; the first one decides first. Without keys, the order of arrival.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    public static CreditOrder By(params ReadOnlySpan<CreditKey> keys) => new() { Keys = Sequence.Of(keys) };

    /// <summary>Tells which of two lots is drawn first.</summary>
    /// <param name="one">The one lot.</param>
    /// <param name="other">The other lot.</param>
    /// <returns>Negative for the one, positive for the other, zero for the order of arrival.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public int Compare(CreditLot one, CreditLot other)
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

    private static int By(CreditKey key, CreditLot one, CreditLot other) => key switch
    {
        CreditKey.Priority => (one.Priority ?? long.MaxValue).CompareTo(other.Priority ?? long.MaxValue),
        CreditKey.Expiry => (one.Expires ?? Instant.MaxValue).CompareTo(other.Expires ?? Instant.MaxValue),
        CreditKey.PromotionalFirst => other.Source.CompareTo(one.Source),
        CreditKey.PaidFirst => one.Source.CompareTo(other.Source),
        CreditKey.Effective => (one.Effective ?? Instant.MinValue).CompareTo(other.Effective ?? Instant.MinValue),
        CreditKey.SmallestFirst => one.Left.CompareTo(other.Left),
        _ => other.Left.CompareTo(one.Left),
    };
}
