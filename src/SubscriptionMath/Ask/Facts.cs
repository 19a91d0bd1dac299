using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What somebody may do in the account.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<Roles>))]
public enum Roles
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The owner of the account.</summary>
    Owner = 1,

    /// <summary>Somebody with permission to handle billing.</summary>
    Billing = 2,

    /// <summary>Any other member.</summary>
    Member = 4,

    /// <summary>Everybody.</summary>
    Anyone = Owner | Billing | Member,
}

/// <summary>What only the caller knows when a change is priced.</summary>
/// <remarks>A quote keeps the facts that it read; it can only be accepted while they are as they were.</remarks>
public sealed record Facts
{
    /// <summary>No money credit, and nothing known of members and roles.</summary>
    public static Facts None { get; } = new() { Credit = MoneyCredit.None };

    /// <summary>Gets the money credit of the account.</summary>
    public required MoneyCredit Credit { get; init => field = Require.NotNull(value, nameof(Credit)); }

    /// <summary>Gets the number of members that use a seat, or null where it is not known; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? MembersInUse { get; init => field = value is { } members ? Require.AtLeast(0, members, nameof(MembersInUse)) : null; }

    /// <summary>Gets the number of other subscriptions of the account that run and draw on the same money credit; zero or more.</summary>
    /// <remarks>Credit that a policy lets expire with the subscription belongs to the account: it is lost with the last one (A1.5, A1.6).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int OtherSubscriptions { get; init => field = Require.AtLeast(0, value, nameof(OtherSubscriptions)); }

    /// <summary>
    /// Gets what part of the running period is left, where the caller says so and nothing is counted; null where the policy's measure counts it.
    /// </summary>
    /// <remarks>What no measure can say is said here, and all else goes on as usual. A whole period that begins with the change is whole all the same.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The part is below 0 or above 1.</exception>
    /// <example>One half: EUR 100.00 a month to EUR 200.00 costs EUR 50.00, on whatever day of it.</example>
    public Fraction? TimeLeft
    {
        get;
        init => field = value is not { } left || (left.Sign >= 0 && left <= Fraction.One)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeLeft), left, $"{nameof(TimeLeft)} is {left}; it must lie between 0 and 1.");
    }

    /// <summary>Gets the rates of tax that what is sold now is sold with, or null where it bears none.</summary>
    public TaxRates? Taxes { get; init; }

    /// <summary>Gets the role of the one who asks, or null where it is not known.</summary>
    public Roles? AskedBy { get; init; }
}
