using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The roles of a person in the account.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<Roles>))]
public enum Roles
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The owner of the account.</summary>
    Owner = 1,

    /// <summary>A member with permission to handle billing.</summary>
    Billing = 2,

    /// <summary>Any other member.</summary>
    Member = 4,

    /// <summary>Everybody.</summary>
    Anyone = Owner | Billing | Member,
}

/// <summary>The facts that only the caller knows when a change is priced.</summary>
/// <remarks>A quote keeps the facts that it read. The caller can accept it only while these facts are unchanged.</remarks>
public sealed record Facts
{
    /// <summary>No money credit, and unknown members and roles.</summary>
    public static Facts None { get; } = new() { Credit = MoneyCredit.None };

    /// <summary>Gets the money credit of the account.</summary>
    public required MoneyCredit Credit { get; init => field = Require.NotNull(value, nameof(Credit)); }

    /// <summary>Gets the number of members that use a seat, or null if unknown; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? MembersInUse { get; init => field = value is { } members ? Require.AtLeast(0, members, nameof(MembersInUse)) : null; }

    /// <summary>Gets the number of other running subscriptions of the account that draw on the same money credit; zero or more.</summary>
    /// <remarks>
    /// If a policy lets credit expire with the subscription, the account loses it with its last subscription (A1.5, A1.6).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int OtherSubscriptions { get; init => field = Require.AtLeast(0, value, nameof(OtherSubscriptions)); }

    /// <summary>
    /// Gets the part of the current period that is left as the caller states it, or null to count it by the policy's measure.
    /// </summary>
    /// <remarks>
    /// The caller supplies a part that no measure can express; all else follows as usual. A whole period that begins with the change stays
    /// whole.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The part is below 0 or above 1.</exception>
    /// <example>One half: EUR 100.00 a month to EUR 200.00 costs EUR 50.00, on any day of the month.</example>
    public Fraction? TimeLeft
    {
        get;
        init => field = value is not { } left || (left.Sign >= 0 && left <= Fraction.One)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeLeft), left, $"{nameof(TimeLeft)} is {left}; it must lie between 0 and 1.");
    }

    /// <summary>
    /// Gets the subscription as it was in each term before the current one, oldest first; only a change meant for an earlier instant
    /// (<see cref="Change.Since"/>) reads it.
    /// </summary>
    /// <remarks>
    /// One state for each term of the plan suffices: the last one in it, with the lots that were billed for the term. Older terms are
    /// ignored; a missing one is a fact that is not known. Lots that were credited within a term are no longer held, and count as used.
    /// </remarks>
    /// <example>
    /// For a history that was imported, the current subscription <c>with</c> the plan's term and lots of April, then of May.
    /// </example>
    public Sequence<Subscription> EarlierTerms { get; init; }

    /// <summary>Gets the rates of tax for sales now, or null for no tax.</summary>
    public TaxRates? Taxes { get; init; }

    /// <summary>Gets the role of the person who asks, or null if unknown.</summary>
    public Roles? AskedBy { get; init; }
}
