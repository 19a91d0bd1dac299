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

    /// <summary>Gets the rates of tax that what is sold now is sold with, or null where it bears none.</summary>
    public TaxRates? Taxes { get; init; }

    /// <summary>Gets the role of the one who asks, or null where it is not known.</summary>
    public Roles? AskedBy { get; init; }
}
