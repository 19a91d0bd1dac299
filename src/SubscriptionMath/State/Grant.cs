using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>Where a grant of usage credits came from.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantSource>))]
public enum GrantSource
{
    /// <summary>The plan's own allowance.</summary>
    Plan,

    /// <summary>An add-on's allowance.</summary>
    AddOn,

    /// <summary>What was left of an earlier grant and carried over.</summary>
    Rollover,
}

/// <summary>Usage credits of one kind, granted for a stretch of time.</summary>
public sealed record Grant
{
    /// <summary>Gets the kind of usage credit; not empty.</summary>
    /// <exception cref="ArgumentException">The kind is empty.</exception>
    public required string Kind { get; init => field = Require.Text(value, nameof(Kind)); }

    /// <summary>Gets the id of the plan or add-on that brought it; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); }

    /// <summary>Gets where it came from.</summary>
    public required GrantSource Source { get; init; }

    /// <summary>Gets how much was granted; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Granted { get; init => field = Require.NotNegative(value, nameof(Granted)); }

    /// <summary>Gets how much of it was used; zero or more. A change never resets it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required decimal Used { get; init => field = Require.NotNegative(value, nameof(Used)); }

    /// <summary>Gets the first instant at which it may be used, inclusive.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant Effective { get; init; }

    /// <summary>Gets the instant at which it lapses, exclusive, or null where it never does.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant? Expires { get; init; }

    /// <summary>Gets whether the plan or add-on lets what is left be carried to another plan.</summary>
    public required bool CarriesOver { get; init; }

    /// <summary>Gets what was granted and not used, whenever it may be used; zero or more.</summary>
    internal decimal Unused => decimal.Max(0m, Granted - Used);

    /// <summary>Gives what is left to use at an instant: zero before the grant is effective and from its expiry on.</summary>
    /// <param name="at">The instant.</param>
    /// <example>30 granted, 18 used: 12. 30 granted, 35 used: 0, never less.</example>
    public decimal LeftAt(Instant at) =>
        at >= Effective && (Expires is not { } expires || at < expires) ? Unused : 0m;
}
