using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>One key by which lots of money credit are put in their order of use.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CreditKey>))]
public enum CreditKey
{
    /// <summary>The lowest <see cref="CreditLot.Priority"/> first; none comes last.</summary>
    Priority,

    /// <summary>The one that expires first; one that never does comes last.</summary>
    Expiry,

    /// <summary>What is a gift before what was paid for: it is also what cost less.</summary>
    PromotionalFirst,

    /// <summary>What was paid for before what is a gift.</summary>
    PaidFirst,

    /// <summary>The one that became effective first; one that always was comes before all.</summary>
    Effective,

    /// <summary>The one of which less is left first.</summary>
    SmallestFirst,

    /// <summary>The one of which more is left first.</summary>
    LargestFirst,
}

/// <summary>The policy's answer to: which lot of money credit is drawn first? Keys, asked one after the other; what is equal in all of them is drawn as it came in.</summary>
/// <remarks>The order is total, so that what is drawn never depends on chance.</remarks>
/// <example>
/// Priority, then expiry: of EUR 50.00 without priority, EUR 40.00 of priority 1 and EUR 60.00 of priority 1 until March, the last is drawn first, the
/// first one last.
/// </example>
public sealed record CreditOrder
{
    /// <summary>As they came in.</summary>
    public static CreditOrder OldestFirst { get; } = By();

    /// <summary>The one that expires first; those that never expire last; as they came in where that is equal.</summary>
    public static CreditOrder SoonestExpiryFirst { get; } = By(CreditKey.Expiry);

    /// <summary>Gets the keys, the first one decides first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    public required Sequence<CreditKey> Keys { get; init => field = Require.Defined(value, nameof(Keys)); }

    /// <summary>Makes an order of some keys.</summary>
    /// <param name="keys">The keys; the first one decides first. None: as the lots came in.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not a key.</exception>
    public static CreditOrder By(params ReadOnlySpan<CreditKey> keys) => new() { Keys = Sequence.Of(keys) };

    /// <summary>Tells which of two lots is drawn first.</summary>
    /// <param name="one">The one lot.</param>
    /// <param name="other">The other lot.</param>
    /// <returns>Negative where it is the one, positive where it is the other, zero where they are drawn as they came in.</returns>
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
